"""Who stands as the subject of a verb of saying: a name, or a title after one; those without are in ``nameless``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from compare.claims.words import Words, match_at, phrases, word_set
from compare.types import Name

Who = Literal["name", "male", "female", "any", "leader", "group", "same", "nameless"]

PHRASE = 12
_STOPPING = frozenset('.;:?!…"“”«»')


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


def skip_openers(ground: Ground, start: int, limit: int) -> int:
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


def skip_between(ground: Ground, start: int, index: int) -> int:
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


def find_bearer(ground: Ground, low: int, start: int, after: int) -> tuple[int, int, Name] | None:
    """The person before a comma when what follows only describes them: "ông Lê Văn Tám, Giám đốc Sở X, tỉnh Y
    cho biết".
    """
    if any(one[2].kind == "person" and start <= one[0] < after for one in ground.names):
        return None
    if ground.words.lower[start] in word_set(ground.language, "speakers", "determiners"):
        return None
    titled = bool(match_at(ground.words, start, phrases(ground.language, "names", "titles")))
    fitting = [
        one
        for one in ground.names
        if low <= one[0]
        and one[1] <= start
        and _describes(ground, one[1], after)
        and _heads_chunk(ground, one, low)
        and (one[2].kind == "person" or (one[2].kind == "unknown" and (titled or one[1] - one[0] > 1)))
    ]
    return fitting[-1] if fitting else None


def _describes(ground: Ground, first: int, after: int) -> bool:
    """Whether the words after a name are set off from it and hold no predicate."""
    if not ground.words.gaps[first].strip():
        return False
    return before_predicate(ground, first, after) == after


def before_apposition(ground: Ground, low: int, index: int) -> tuple[int, int, Name] | None:
    """The name that an apposition between commas belongs to: one that heads its stretch, else the nearest person."""
    inside = [one for one in ground.names if low <= one[0] and one[1] <= index and one[2].kind != "place"]
    heads = [one for one in inside if one[2].kind in ("person", "unknown") and _heads_chunk(ground, one, low)]
    people = [one for one in inside if one[2].kind == "person" and not _after_preposition(ground, one)]
    fitting = [one for one in heads if one[2].kind == "person"] or heads or people or inside
    return fitting[-1] if fitting else None


def _heads_chunk(ground: Ground, one: tuple[int, int, Name], low: int) -> bool:
    """Whether a name, with its title, comes first after a comma, a quotation mark or the beginning."""
    first = one[0] - len(one[2].title.split())
    return first <= low or bool(ground.words.gaps[first].strip())


def before_predicate(ground: Ground, start: int, after: int) -> int:
    """The end of a subject that is followed by another predicate before its verb of saying."""
    strong = phrases(ground.language, "clauses", "strong_markers")
    return next((place for place in range(start, after) if match_at(ground.words, place, strong)), after)


def named_subject(ground: Ground, start: int, after: int) -> tuple[int, int, Name] | None:
    """The name that stands as subject among the words ``start`` to ``after - 1``: people first, then bodies."""
    inside = [one for one in ground.names if start <= one[0] and one[1] <= after]
    people = [one for one in inside if one[2].kind in ("person", "unknown") and not _after_preposition(ground, one)]
    people = [one for one in people if not _of_a_work(ground, one[0])]
    if people:
        return people[-1]
    for one in reversed(inside):
        if one[2].kind == "place":
            near = one[1] == after or (one[0] == start and after - one[1] <= 3)
            if near and _speaks_as_body(ground, one[0], start):
                return one
        elif one[2].kind == "organisation" and not _another_begins(ground, one[1], after):
            if _ends_title(ground, one[0]):
                return None
            if _owned(ground, one, start):
                owner = [other for other in inside if other[1] == one[0] - 1 and other[2].kind == "organisation"]
                return (owner or [one])[0]
            if not _after_preposition(ground, one):
                return one
    return None


def _owned(ground: Ground, one: tuple[int, int, Name], start: int) -> bool:
    return one[0] > start and ground.words.lower[one[0] - 1] in ("của", "thuộc", "of")


def _ends_title(ground: Ground, index: int) -> bool:
    """Whether a title ends at ``index``, so that the body after it is not the speaker but whom the speaker
    works for.
    """
    table = phrases(ground.language, "names", "titles")
    return any(
        (size := match_at(ground.words, first, table)) >= 2 and first + size == index
        for first in range(max(0, index - 5), index)
    )


def adjacent_name(ground: Ground, start: int, after: int) -> tuple[int, int, Name] | None:
    """The name right before a verb of saying, when it is nobody's object or owner."""
    for one in ground.names:
        if one[1] != after or one[0] < start:
            continue
        if one[2].kind == "place":
            return one if _speaks_as_body(ground, one[0], start) else None
        return (
            None
            if _after_preposition(ground, one) or _ends_title(ground, one[0]) or _of_a_work(ground, one[0])
            else one
        )
    return None


def clause_start(ground: Ground, start: int, after: int) -> int:
    """The word after the last "khi", "vì", "rằng" before ``after``: there the verb's own clause begins."""
    table = phrases(ground.language, "speakers", "subordinators")
    for place in range(after - 2, start, -1):
        size = match_at(ground.words, place, table)
        if size and place + size < after:
            return place + size
    return start


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


def _of_a_work(ground: Ground, index: int) -> bool:
    """Whether a name is that of a film, a song or a lake: "nữ diễn viên phim Na Tra"."""
    return index > 0 and ground.words.lower[index - 1] in word_set(ground.language, "speakers", "works")


def _after_preposition(ground: Ground, one: tuple[int, int, Name]) -> bool:
    first = one[0] - len(one[2].title.split()) if one[2].title else one[0]
    if first <= 0 or ground.words.gaps[first].strip():
        return False
    return ground.words.lower[first - 1] in word_set(ground.language, "speakers", "prepositions")


def name_in_phrase(ground: Ground, first: int, after: int) -> tuple[tuple[int, int] | None, Name | None]:
    """The person or body named in a noun phrase, else the phrase itself."""
    inside = [one for one in ground.names if first <= one[0] and one[1] <= max(after, one[0] + 1) and one[0] < after]
    people = [one for one in inside if one[2].kind == "person"]
    chosen = (people or [one for one in inside if one[2].kind != "place" or one[0] == first])[:1]
    if chosen:
        return (chosen[0][0], chosen[0][1]), chosen[0][2]
    return ((first, after) if after > first else None), None


def phrase_end(ground: Ground, index: int) -> int:
    """The word after the noun phrase that begins at ``index`` ("theo | các quan chức giấu tên | được Reuters ...")."""
    stops = phrases(ground.language, "speakers", "stops")
    end = index
    while end < len(ground.words) and end - index < PHRASE:
        inside = any(first < end < after for first, after, _ in ground.names)
        if end > index and not inside and (ground.words.gaps[end].strip(" .") or match_at(ground.words, end, stops)):
            break
        end += 1
    return end


def chunk_start(ground: Ground, index: int, low: int) -> tuple[int, bool]:
    """Start of the words right before ``index`` without a comma between; the flag says that a comma stands
    there at once.
    """
    if index > low and "," in ground.words.gaps[index]:
        return index, True
    start = index
    while start > low:
        start -= 1
        if start > low and ("," in ground.words.gaps[start] or ground.words.gaps[start].strip() in ("-", "–", "—")):
            break
    return start, False


def before_brackets(ground: Ground, index: int, low: int) -> int:
    """The end of what stands before a bracket that closes right before ``index``: "ông Tám (Sở X, tỉnh Y) cho biết"."""
    gaps = ground.words.gaps
    if ")" not in gaps[index]:
        return index
    return next((place for place in range(index - 1, low, -1) if "(" in gaps[place]), index)


def barrier_before(ground: Ground, index: int) -> int:
    """The word after the last full stop, colon or quotation mark before ``index``."""
    for place in range(index, 0, -1):
        if not _STOPPING.isdisjoint(
            ground.words.gaps[place].replace(".", "", 1) if _abbreviated(ground, place) else ground.words.gaps[place]
        ):
            return place
    return 0


def _abbreviated(ground: Ground, place: int) -> bool:
    return len(ground.words.text[place - 1]) <= 3 and ground.words.text[place - 1][0].isupper()
