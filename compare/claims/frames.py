"""Frames of reported speech in one sentence: the words of saying, who stands as their subject, and where the speech lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from compare.claims.cues import find_cues
from compare.claims.words import Words, match_at, phrases, word_set
from compare.types import Name

Direction = Literal["forward", "backward", "both"]
Who = Literal["name", "male", "female", "any", "leader", "group", "same", "nameless"]

_WINDOW = 14
_APPOSITION = 30
_PHRASE = 12
_TRAILING = 3
_STOPPING = frozenset('.;:?!…"“”«»')


@dataclass(frozen=True, slots=True)
class Frame:
    """Words of saying ``cue`` and their subject as ranges of word numbers; ``who`` tells how the subject is given.

    ``firm`` says that a comma, a colon, "rằng" or a quotation sets the speech off; without one it ends with its clause.
    """

    cue: tuple[int, int]
    subject: tuple[int, int] | None
    who: Who
    name: Name | None
    direction: Direction
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Ground:
    """One sentence as frames are looked for in it: its words, its names by word number, its quoted words."""

    words: Words
    names: tuple[tuple[int, int, Name], ...]
    quoted: frozenset[int]
    language: str


def make_ground(words: Words, names: Sequence[Name], quotes: Sequence[tuple[int, int]], language: str) -> Ground:
    """Lay names and quotations, given by their places in the article, over the numbers of the words."""
    first = {start: index for index, start in enumerate(words.starts)}
    last = {end: index + 1 for index, end in enumerate(words.ends)}
    placed = tuple((first[one.span.start], last[one.span.end], one) for one in names)
    quoted = frozenset(
        index for start, end in quotes for index, place in enumerate(words.starts) if start <= place < end
    )
    return Ground(words, placed, quoted, language)


def find_frames(ground: Ground) -> list[Frame]:
    """The frames of one sentence in order; verbs of saying inside a quotation open none."""
    relays = _cues(ground, "relaying")
    frames: list[Frame] = []
    former = 0
    for cue in _saying(ground):
        low = max((relay[1] for relay in relays if relay[1] <= cue[0]), default=former)
        former = cue[1]
        frame = _spoken(ground, cue, low, bool(frames))
        if frame is not None:
            frames.append(frame)
    frames.extend(_relayed(ground, relay) for relay in relays if not _speaks_soon(frames, relay))
    frames.extend(_attributed(ground, cue) for cue in _cues(ground, "according") if _may_attribute(ground, cue))
    return sorted(frames, key=lambda one: one.cue)


def _cues(ground: Ground, key: str) -> list[tuple[int, int]]:
    language = ground.language
    innocent = phrases(language, "speakers", "innocent")
    found = find_cues(ground.words, phrases(language, "speakers", key), innocent, 0, len(ground.words))
    return [one for one in found if one[0] not in ground.quoted]


def _saying(ground: Ground) -> list[tuple[int, int]]:
    """Verbs of saying that open a frame: firm ones with words to say, weak ones beside a sign of speech."""
    strong = _cues(ground, "strong")
    taken = {index for cue in strong for index in range(*cue)}
    weak = [cue for cue in _cues(ground, "weak") if cue[0] not in taken and _signed(ground, cue)]
    return sorted(one for one in (*strong, *weak) if not _negated(ground, one))


def _signed(ground: Ground, cue: tuple[int, int]) -> bool:
    words, after = ground.words, cue[1]
    gap = words.gaps[after]
    if any(sign in gap for sign in ':,"“«') or (after < len(words) and words.lower[after] in ("rằng", "that")):
        return True
    return _trails(ground, cue) or _colon_ahead(ground, after)


def _colon_ahead(ground: Ground, after: int) -> bool:
    """Whether a colon and a quotation come later in the sentence: "kêu gọi liên minh rời đi: "..."."""
    for index in range(after + 1, min(len(ground.words), after + _APPOSITION)):
        if ":" in ground.words.gaps[index]:
            return index in ground.quoted
    return False


def _firm(ground: Ground, cue: tuple[int, int]) -> bool:
    words = ground.words
    return words.lower[cue[1] - 1] in ("rằng", "that") or _signed(ground, cue)


def _trails(ground: Ground, cue: tuple[int, int]) -> bool:
    """Whether the cue closes the sentence after a quotation."""
    ends = len(ground.words) - cue[1] <= _TRAILING
    return ends and any(index in ground.quoted for index in range(max(0, cue[0] - _WINDOW), cue[0]))


def _negated(ground: Ground, cue: tuple[int, int]) -> bool:
    if cue[0] and ground.words.lower[cue[0] - 1] in word_set(ground.language, "speakers", "passive"):
        return True
    table = phrases(ground.language, "speakers", "negating")
    return any(
        index >= 0 and (size := match_at(ground.words, index, table)) and index + size == cue[0]
        for index in range(cue[0] - 3, cue[0])
    )


def _spoken(ground: Ground, cue: tuple[int, int], low: int, earlier: bool) -> Frame | None:
    direction = _direction(ground, cue)
    if direction is None:
        return None
    low = max(low, cue[0] - _APPOSITION, _barrier(ground, cue[0]))
    start, empty = _chunk(ground, cue[0], low)
    start = _skip_openers(ground, start, cue[0])
    subject = _skip_between(ground, start, cue[0])
    firm = _firm(ground, cue)
    if subject <= start:
        return _elsewhere(ground, cue, low, start, direction, earlier, empty)
    who, first = _pronoun(ground, start, subject)
    if who is not None:
        return Frame(cue, (first, subject), who, None, direction, firm)
    found = _bearer(ground, start, subject) or _named_subject(ground, start, subject)
    if found is not None:
        return Frame(cue, (found[0], found[1]), "name", found[2], direction, firm)
    return Frame(cue, (max(start, subject - _PHRASE), subject), "nameless", None, direction, firm)


def _direction(ground: Ground, cue: tuple[int, int]) -> Direction | None:
    """Where the speech lies: before a verb that closes its sentence, else after it."""
    rest = len(ground.words) - cue[1]
    before = any(index in ground.quoted for index in range(cue[0]))
    if rest <= _TRAILING and (before or cue[0] > _WINDOW):
        return "backward"
    if rest < 2 and not ground.words.gaps[-1].strip().startswith(":"):
        return None
    near = any(index in ground.quoted for index in range(max(0, cue[0] - _WINDOW), cue[0]))
    return (
        "both" if near and not any(index in ground.quoted for index in range(cue[1], len(ground.words))) else "forward"
    )


def _barrier(ground: Ground, index: int) -> int:
    """The word after the last full stop, colon or quotation mark before ``index``."""
    for place in range(index, 0, -1):
        if not _STOPPING.isdisjoint(
            ground.words.gaps[place].replace(".", "", 1) if _abbreviated(ground, place) else ground.words.gaps[place]
        ):
            return place
    return 0


def _abbreviated(ground: Ground, place: int) -> bool:
    return len(ground.words.text[place - 1]) <= 3 and ground.words.text[place - 1][0].isupper()


def _chunk(ground: Ground, index: int, low: int) -> tuple[int, bool]:
    """Start of the words right before ``index`` without a comma between; the flag says that a comma stands there at once."""
    if index > low and "," in ground.words.gaps[index]:
        return index, True
    start = index
    while start > low:
        start -= 1
        if start > low and ("," in ground.words.gaps[start] or ground.words.gaps[start].strip() in ("-", "–", "—")):
            break
    return start, False


def _skip_openers(ground: Ground, start: int, limit: int) -> int:
    """Step over connectives and other words that open a clause before its subject."""
    tables = [
        phrases(ground.language, "clauses", key)
        for key in ("joining", "joining_after_comma", "coordinating", "opening", "after_comma")
    ] + [phrases(ground.language, "speakers", "openers")]
    while start < limit:
        size = max(match_at(ground.words, start, table) for table in tables)
        if not size or any(first < start + size and start < after for first, after, _ in ground.names):
            break
        start += size
    return min(start, limit)


def _skip_between(ground: Ground, start: int, index: int) -> int:
    """Step back over adverbs and dates between a subject and its verb; the word after the subject."""
    between = phrases(ground.language, "speakers", "between")
    while index > start:
        for size in (3, 2, 1):
            if index - size >= start and match_at(ground.words, index - size, between) == size:
                index -= size
                break
        else:
            if not ground.words.text[index - 1][0].isdigit():
                return index
            index -= 1
    return index


def _elsewhere(
    ground: Ground, cue: tuple[int, int], low: int, start: int, direction: Direction, earlier: bool, empty: bool
) -> Frame | None:
    """A verb of saying without a subject of its own: an apposition stands between, or the former speaker goes on."""
    if empty:
        found = _before_apposition(ground, low, start)
        if found is not None:
            return Frame(cue, (found[0], found[1]), "name", found[2], direction)
    if earlier:
        return Frame(cue, None, "same", None, direction)
    return None if not empty else Frame(cue, None, "nameless", None, direction)


def _bearer(ground: Ground, start: int, after: int) -> tuple[int, int, Name] | None:
    """The person right before a comma, when the words after it are only a title: "ông Lê Văn Tám, Giám đốc Sở X cho biết"."""
    if any(one[2].kind == "person" and start <= one[0] < after for one in ground.names):
        return None
    if not match_at(ground.words, start, phrases(ground.language, "names", "titles")):
        return None
    before = [one for one in ground.names if one[1] == start and one[2].kind in ("person", "unknown")]
    return before[0] if before else None


def _before_apposition(ground: Ground, low: int, index: int) -> tuple[int, int, Name] | None:
    inside = [one for one in ground.names if low <= one[0] and one[1] <= index and one[2].kind != "place"]
    heads = [one for one in inside if one[2].kind in ("person", "unknown") and _heads_chunk(ground, one, low)]
    people = [one for one in inside if one[2].kind == "person" and not _after_preposition(ground, one)]
    fitting = heads or people or inside
    return fitting[-1] if fitting else None


def _heads_chunk(ground: Ground, one: tuple[int, int, Name], low: int) -> bool:
    """Whether a name, with its title, comes first after a comma, a quotation mark or the beginning."""
    first = one[0] - len(one[2].title.split())
    return first <= low or bool(ground.words.gaps[first].strip())


def _pronoun(ground: Ground, start: int, after: int) -> tuple[Who | None, int]:
    """The kind of pronoun that ends at ``after``, with its first word."""
    kinds: tuple[tuple[Who, str], ...] = (
        ("male", "pronouns_male"),
        ("female", "pronouns_female"),
        ("leader", "pronouns_leader"),
        ("any", "pronouns_any"),
        ("group", "groups"),
    )
    if any(one[1] == after for one in ground.names if one[2].kind != "place"):
        return None, 0
    for who, key in kinds:
        for first in range(max(start, after - 4), after):
            size = match_at(ground.words, first, phrases(ground.language, "speakers", key))
            if size and (first + size == after or (who == "leader" and after - first - size <= 2)):
                return who, first
    return None, 0


def _named_subject(ground: Ground, start: int, after: int) -> tuple[int, int, Name] | None:
    """The name that stands as subject among the words ``start`` to ``after - 1``: people first, then bodies."""
    inside = [one for one in ground.names if start <= one[0] and one[1] <= after]
    people = [one for one in inside if one[2].kind in ("person", "unknown") and not _after_preposition(ground, one)]
    if people:
        return people[-1]
    for one in reversed(inside):
        owned = one[0] > start and ground.words.lower[one[0] - 1] in ("của", "thuộc", "of")
        if one[2].kind == "place":
            near = one[1] == after or (one[0] == start and after - one[1] <= 3)
            if near and _speaks_as_body(ground, one[0], start):
                return one
        elif (owned or not _after_preposition(ground, one)) and not _another_begins(ground, one[1], after):
            return one
    return None


def _another_begins(ground: Ground, first: int, after: int) -> bool:
    """Whether "các", "một" open another noun phrase between a name and the verb."""
    return any(word in word_set(ground.language, "speakers", "determiners") for word in ground.words.lower[first:after])


def _speaks_as_body(ground: Ground, index: int, start: int) -> bool:
    """Whether a place stands alone as subject or after "chính phủ", "giới chức"."""
    if index == start:
        return True
    table = phrases(ground.language, "speakers", "bodies")
    prepositions = word_set(ground.language, "speakers", "prepositions")
    return any(
        (size := match_at(ground.words, first, table))
        and first + size == index
        and (first == start or ground.words.lower[first - 1] not in prepositions)
        for first in range(max(0, index - 3), index)
    )


def _after_preposition(ground: Ground, one: tuple[int, int, Name]) -> bool:
    first = one[0] - len(one[2].title.split()) if one[2].title else one[0]
    return first > 0 and ground.words.lower[first - 1] in word_set(ground.language, "speakers", "prepositions")


def _speaks_soon(frames: Sequence[Frame], relay: tuple[int, int]) -> bool:
    return any(0 <= frame.cue[0] - relay[1] <= _APPOSITION // 2 for frame in frames)


def _may_attribute(ground: Ground, cue: tuple[int, int]) -> bool:
    """ "theo" attributes at the head of a clause or in brackets, not after a verb."""
    if cue[0] == 0 or cue[1] >= len(ground.words):
        return cue[1] < len(ground.words)
    sign = ground.words.gaps[cue[0]].strip()
    return bool(sign) or ground.words.lower[cue[0] - 1] in (
        "cũng",
        "còn",
        "nhưng",
        "vẫn",
        "song",
        "trong khi",
        "and",
        "but",
    )


def _attributed(ground: Ground, cue: tuple[int, int]) -> Frame:
    """ "Theo X, ..." and "..., theo X"."""
    end = _phrase_end(ground, cue[1])
    subject, name = _in_phrase(ground, cue[1], end)
    direction: Direction = "forward" if cue[0] <= 2 else "backward" if end >= len(ground.words) - 1 else "both"
    return Frame(cue, subject, "name" if name else "nameless", name, direction, firm=False)


def _relayed(ground: Ground, cue: tuple[int, int]) -> Frame:
    """ "Reuters dẫn lời ông Y": the speaker follows."""
    end = _phrase_end(ground, cue[1])
    subject, name = _in_phrase(ground, cue[1], end)
    return Frame(cue, subject, "name" if name else "nameless", name, "forward")


def _phrase_end(ground: Ground, index: int) -> int:
    stops = phrases(ground.language, "speakers", "stops")
    end = index
    while end < len(ground.words) and end - index < _PHRASE:
        inside = any(first < end < after for first, after, _ in ground.names)
        if end > index and not inside and (ground.words.gaps[end].strip(" .") or match_at(ground.words, end, stops)):
            break
        end += 1
    return end


def _in_phrase(ground: Ground, first: int, after: int) -> tuple[tuple[int, int] | None, Name | None]:
    inside = [one for one in ground.names if first <= one[0] and one[1] <= max(after, one[0] + 1) and one[0] < after]
    people = [one for one in inside if one[2].kind == "person"]
    chosen = (people or [one for one in inside if one[2].kind != "place" or one[0] == first])[:1]
    if chosen:
        return (chosen[0][0], chosen[0][1]), chosen[0][2]
    return ((first, after) if after > first else None), None
