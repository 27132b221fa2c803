"""Cutting a sentence into claims: one stretch of words for each proposition it holds.

No parser is at hand, so a cut needs a sign (a semicolon, a comma, a conjunction) and a predicate on both sides of it;
what has none (a list, an apposition, an adverbial, the frame of reported speech) stays with its neighbour.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.claims.cuts import Marks, Piece, find_pieces
from compare.claims.words import PhraseTable, Words, match_at, phrases, word_set
from compare.lexicon import lexicon

_REACH = 8
_LONG_LEFT = 8
_LONG_VERB_PIECE = 6
_TAIL_FRAME = 12


@dataclass(frozen=True, slots=True)
class _Scene:
    """One sentence with the places of its predicates, and the words each frame of speech ends with."""

    words: Words
    language: str
    markers: frozenset[int]
    verbs: frozenset[int]
    cue_ends: frozenset[int]
    people: frozenset[int]
    least: int
    least_joined: int
    frame: int

    def has_predicate(self, first: int, after: int) -> bool:
        """Whether the words from ``first`` up to ``after`` hold a marker or a verb."""
        return any(index in self.markers or index in self.verbs for index in range(first, after))

    def complete(self, piece: Piece) -> bool:
        """Whether a piece is long enough to be a clause, and holds a predicate."""
        first = piece.first + piece.drop
        least = self.least_joined if piece.strength == "joint" and piece.drop else self.least
        return piece.after - first >= least and self.has_predicate(first, piece.after)


def split_clauses(words: Words, language: str, marks: Marks) -> list[tuple[int, int]]:
    """Word ranges of the claims of one sentence, in order and disjoint; at least one when there are words."""
    if not len(words):
        return []
    scene = _scene(words, language, marks)
    pieces = find_pieces(words, language, marks)
    if len(pieces) > 1:
        pieces = _merge(scene, _hold(scene, pieces))
    ranges = [(min(piece.first + piece.drop, piece.after - 1), piece.after) for piece in pieces]
    return [(first, _without_tail(words, first, after, language)) for first, after in ranges]


def _without_tail(words: Words, first: int, after: int, language: str) -> int:
    """The end of a claim without a conjunction left over from the next one ("..., và | sau đó")."""
    if (
        after < len(words)
        and after - first > 1
        and words.lower[after - 1] in word_set(language, "clauses", "coordinating")
    ):
        return after - 1
    return after


def _scene(words: Words, language: str, marks: Marks) -> _Scene:
    table = lexicon(language, "clauses")
    nominal = word_set(language, "clauses", "nominal")
    markers, verbs = phrases(language, "clauses", "markers"), phrases(language, "clauses", "verbs")
    return _Scene(
        words=words,
        language=language,
        markers=_hits(words, markers, marks.covered),
        verbs=frozenset(
            one for one in _hits(words, verbs, marks.covered) if not one or words.lower[one - 1] not in nominal
        ),
        cue_ends=marks.cue_ends,
        people=marks.people,
        least=table["least_words"],
        least_joined=table["least_joined"],
        frame=table["frame_words"],
    )


def _hits(words: Words, table: PhraseTable, protected: frozenset[int]) -> frozenset[int]:
    return frozenset(
        index
        for index, word in enumerate(words.lower)
        if word in table and index not in protected and match_at(words, index, table)
    )


def _hold(scene: _Scene, pieces: list[Piece]) -> list[Piece]:
    """Glue a stretch that cannot end a claim to what follows it after a comma or colon."""
    held: list[Piece] = []
    for piece in reversed(pieces):
        if held and held[-1].strength in ("comma", "colon") and _leans_forward(scene, piece, held[-1]):
            piece = Piece(piece.first, held.pop().after, piece.drop, piece.strength)
        held.append(piece)
    return held[::-1]


def _leans_forward(scene: _Scene, piece: Piece, following: Piece) -> bool:
    """An adverbial ("sáng 5/3", "tại Hà Nội"), a title before its bearer, a second frame ("đồng thời nói thêm
    rằng,").
    """
    first = piece.first + piece.drop
    if piece.strength == "joint" and any(end in scene.cue_ends for end in (piece.after - 1, piece.after)):
        return piece.after - first < scene.frame
    if following.strength != "comma" or scene.has_predicate(first, piece.after):
        return False
    if following.first in scene.people and not following.drop:
        return True
    return piece.strength != "start" and bool(
        match_at(scene.words, first, phrases(scene.language, "clauses", "leading"))
    )


def _merge(scene: _Scene, pieces: list[Piece]) -> list[Piece]:
    """Join every piece to the one before it unless both can stand alone."""
    done = [pieces[0]]
    bound = 0
    for number, piece in enumerate(pieces[1:], start=1):
        bound = max(bound, _inserted(scene, pieces, number))
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if number > bound and _separate(scene, done[-1], piece, following):
            done.append(piece)
        else:
            done[-1] = Piece(done[-1].first, piece.after, done[-1].drop, done[-1].strength)
    return done


def _inserted(scene: _Scene, pieces: list[Piece], number: int) -> int:
    """Where a description of the subject ends, its verb coming after it ("ông A, sống ở B, đã ..."): that
    piece, or 0.
    """
    piece = pieces[number]
    if piece.strength not in ("comma", "joint") or piece.drop:
        return 0
    if not match_at(scene.words, piece.first, phrases(scene.language, "clauses", "describing")):
        return 0
    for later in range(number + 1, min(number + 4, len(pieces))):
        if pieces[later].strength != "comma" or pieces[later].first - piece.first > scene.frame:
            return 0
        if pieces[later].first in scene.markers:
            return later
        if scene.has_predicate(pieces[later].first, pieces[later].after):
            return 0
    return 0


def _separate(scene: _Scene, left: Piece, right: Piece, following: Piece | None) -> bool:
    size = right.after - right.first - right.drop
    if right.strength == "hard":
        return min(size, left.after - left.first - left.drop) >= scene.least - 2
    if _is_frame(scene, left, right) or _is_tail_frame(scene, right):
        return False
    if not scene.complete(left) or match_at(scene.words, right.first, phrases(scene.language, "clauses", "attached")):
        return False
    joined_by_and = right.strength == "joint" and right.drop == 1 and "," not in scene.words.gaps[right.first]
    if joined_by_and and left.after - left.first - left.drop < _LONG_LEFT:
        return False
    if not scene.complete(right):
        grows = following is not None and following.strength == "comma" and right.strength == "joint"
        return bool(
            grows and following and scene.complete(Piece(right.first, following.after, right.drop, right.strength))
        )
    return right.strength in ("colon", "joint") or (_begins_clause(scene, right) and not _lists(scene, left, right))


def _is_frame(scene: _Scene, left: Piece, right: Piece) -> bool:
    """Whether ``left`` is only the frame of what ``right`` says: "X cho biết," and not much more."""
    near = any(end in scene.cue_ends for end in range(left.after - 3, left.after + 1)) or right.first in scene.cue_ends
    if right.strength == "colon" and not near:
        return left.after - left.first < scene.least + 3
    return near and left.after - left.first < scene.frame


def _is_tail_frame(scene: _Scene, right: Piece) -> bool:
    """Whether ``right`` merely tells who has said what went before: "..., ông Vinh nói"."""
    if right.after - right.first > _TAIL_FRAME:
        return False
    return any(end in scene.cue_ends for end in range(right.after - 3, right.after + 1) if end > right.first)


def _lists(scene: _Scene, left: Piece, right: Piece) -> bool:
    """Whether a comma goes on with a list: of verbs that share an object ("tìm kiếm, mở rộng đầu tư"), of
    counted things.
    """
    if scene.words.text[right.first][0].isdigit():
        return True
    return any(index in scene.verbs for index in range(max(left.first, left.after - 2), left.after))


def _begins_clause(scene: _Scene, piece: Piece) -> bool:
    """Whether a stretch after a mere comma has a predicate near its head, so that it is no list item."""
    first = piece.first + piece.drop
    if any(index in scene.markers for index in range(first, min(piece.after, first + _REACH))):
        return True
    return first in scene.verbs and piece.after - first >= _LONG_VERB_PIECE
