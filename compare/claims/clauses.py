"""Cutting a sentence into claims: one stretch of words for each proposition it holds.

No parser is at hand, so a cut needs a sign (a semicolon, a comma, a conjunction) and a predicate on both sides of it; what
has none (a list, an apposition, an adverbial, the frame of reported speech) stays with its neighbour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from compare.claims.words import Words, match_at, phrases, word_set
from compare.lexicon import lexicon

Strength = Literal["start", "hard", "colon", "joint", "comma"]

_FULL_STOP = re.compile(r"[.!?…]+[\"”’»)]*\s+[\"“‘«(]*$|[.!?…]+[\"”»]+\s*$|[\"“”«»]\s*[.]\s")
_REACH = 8
_LONG_VERB_PIECE = 6
_TAIL_FRAME = 12


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words ``first`` to ``after - 1``; ``drop`` connectives at its head, ``strength`` of the sign before it."""

    first: int
    after: int
    drop: int
    strength: Strength


@dataclass(frozen=True, slots=True)
class _Scene:
    """One sentence with the places of its predicates, and the words each frame of speech ends with."""

    words: Words
    language: str
    markers: frozenset[int]
    verbs: frozenset[int]
    cue_ends: frozenset[int]
    least: int
    frame: int

    def has_predicate(self, first: int, after: int) -> bool:
        return any(index in self.markers or index in self.verbs for index in range(first, after))

    def complete(self, piece: _Piece) -> bool:
        first = piece.first + piece.drop
        return piece.after - first >= self.least and self.has_predicate(first, piece.after)


def split_clauses(
    words: Words, language: str, protected: frozenset[int], cue_ends: frozenset[int]
) -> list[tuple[int, int]]:
    """Word ranges of the claims of one sentence, in order and disjoint; at least one when there are words.

    ``protected`` are word numbers before which no cut may fall (inside a name, a number, a date); ``cue_ends`` the word
    numbers right after a verb of saying.
    """
    if not len(words):
        return []
    scene = _scene(words, language, cue_ends)
    pieces = _pieces(words, language, protected)
    if len(pieces) > 1:
        pieces = _merge(scene, _hold_adverbials(scene, pieces))
    return [(piece.first + piece.drop, piece.after) for piece in pieces]


def _scene(words: Words, language: str, cue_ends: frozenset[int]) -> _Scene:
    table = lexicon(language, "clauses")
    markers, verbs = phrases(language, "clauses", "markers"), phrases(language, "clauses", "verbs")
    return _Scene(
        words=words,
        language=language,
        markers=frozenset(index for index in range(len(words)) if match_at(words, index, markers)),
        verbs=frozenset(index for index in range(len(words)) if match_at(words, index, verbs)),
        cue_ends=cue_ends,
        least=table["least_words"],
        frame=table["frame_words"],
    )


def _pieces(words: Words, language: str, protected: frozenset[int]) -> list[_Piece]:
    """The sentence at every place where it might be cut."""
    short = len(words) <= lexicon(language, "clauses")["keep_words"]
    cuts: list[tuple[int, int, Strength]] = [(0, _drop_first(words, language), "start")]
    depth = 0
    for index in range(1, len(words)):
        gap = words.gaps[index]
        depth = max(0, depth + gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]"))
        if depth or index in protected:
            continue
        cut = _cut(words, index, language)
        if cut is not None and (cut[2] == "hard" or not short):
            cuts.append(cut)
    ends = [*(cut[0] for cut in cuts[1:]), len(words)]
    return [_Piece(cut[0], end, min(cut[1], end - cut[0] - 1), cut[2]) for cut, end in zip(cuts, ends, strict=True)]


def _drop_first(words: Words, language: str) -> int:
    """A connective at the head of the sentence joins it to the one before and says nothing itself."""
    size = match_at(words, 0, phrases(language, "clauses", "joining"))
    return size if size and len(words) > size and not (size == 1 and not words.gaps[size].strip(" ,")) else size


def _cut(words: Words, index: int, language: str) -> tuple[int, int, Strength] | None:
    gap = words.gaps[index]
    sign = gap.strip()
    if ";" in sign or (_FULL_STOP.search(gap) and not words.text[index][0].islower()):
        return index, _joining(words, index, language, after_comma=True), "hard"
    if ":" in sign:
        return index, 0, "colon"
    comma = "," in sign or sign in ("-", "–", "—")
    drop = _joining(words, index, language, comma)
    if drop:
        return index, drop, "joint"
    if match_at(words, index, phrases(language, "clauses", "opening")):
        return index, 0, "joint"
    if comma:
        opens = match_at(words, index, phrases(language, "clauses", "after_comma"))
        return index, 0, "joint" if opens else "comma"
    return None


def _joining(words: Words, index: int, language: str, after_comma: bool) -> int:
    """Length of the connective at ``index``; "và" without a comma joins clauses only when a predicate follows at once."""
    size = match_at(words, index, phrases(language, "clauses", "joining"))
    if not size and after_comma:
        size = match_at(words, index, phrases(language, "clauses", "joining_after_comma"))
    if not size and words.lower[index] in word_set(language, "clauses", "coordinating"):
        strong = phrases(language, "clauses", "strong_markers")
        if index + 1 < len(words) and match_at(words, index + 1, strong):
            size = 1
    return size


def _hold_adverbials(scene: _Scene, pieces: list[_Piece]) -> list[_Piece]:
    """Glue a stretch without predicate that begins like an adverbial ("sáng 5/3", "tại Hà Nội") to what follows it."""
    held: list[_Piece] = []
    leading = phrases(scene.language, "clauses", "leading")
    for piece in reversed(pieces):
        begins = match_at(scene.words, piece.first + piece.drop, leading)
        open_end = held and held[-1].strength == "comma" and piece.strength in ("comma", "joint", "hard")
        if begins and open_end and not scene.has_predicate(piece.first + piece.drop, piece.after):
            piece = _Piece(piece.first, held.pop().after, piece.drop, piece.strength)
        held.append(piece)
    return held[::-1]


def _merge(scene: _Scene, pieces: list[_Piece]) -> list[_Piece]:
    """Join every piece to the one before it unless both can stand alone."""
    done = [pieces[0]]
    for number, piece in enumerate(pieces[1:], start=1):
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if _separate(scene, done[-1], piece, following):
            done.append(piece)
        else:
            done[-1] = _Piece(done[-1].first, piece.after, done[-1].drop, done[-1].strength)
    return done


def _separate(scene: _Scene, left: _Piece, right: _Piece, following: _Piece | None) -> bool:
    size = right.after - right.first - right.drop
    if right.strength == "hard":
        return min(size, left.after - left.first - left.drop) >= scene.least - 2
    if _is_frame(scene, left, right) or _is_tail_frame(scene, right):
        return False
    if not scene.complete(left):
        return False
    if not scene.complete(right):
        grows = following is not None and following.strength == "comma" and right.strength == "joint"
        return bool(grows and following and scene.complete(_Piece(right.first, following.after, right.drop, right.strength)))
    return right.strength in ("colon", "joint") or _begins_clause(scene, right)


def _is_frame(scene: _Scene, left: _Piece, right: _Piece) -> bool:
    """Whether ``left`` is only the frame of what ``right`` says: "X cho biết," and not much more."""
    near = any(end in scene.cue_ends for end in range(left.after - 3, left.after + 1)) or right.first in scene.cue_ends
    if right.strength == "colon" and not near:
        return left.after - left.first < scene.least + 3
    return near and left.after - left.first < scene.frame


def _is_tail_frame(scene: _Scene, right: _Piece) -> bool:
    """Whether ``right`` merely tells who has said what went before: "..., ông Vinh nói"."""
    if right.after - right.first > _TAIL_FRAME:
        return False
    return any(end in scene.cue_ends for end in range(right.after - 3, right.after + 1) if end > right.first)


def _begins_clause(scene: _Scene, piece: _Piece) -> bool:
    """Whether a stretch after a mere comma has a predicate near its head, so that it is no list item."""
    first = piece.first + piece.drop
    if any(index in scene.markers for index in range(first, min(piece.after, first + _REACH))):
        return True
    return first in scene.verbs and piece.after - first >= _LONG_VERB_PIECE
