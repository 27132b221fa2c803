"""Cue phrases of one claim: found among its words, unless they stand inside a phrase with another meaning."""

from __future__ import annotations

from compare.claims.words import PhraseTable, Words, match_at
from compare.types import Span


def find_cues(words: Words, table: PhraseTable, innocent: PhraseTable, first: int, after: int) -> list[tuple[int, int]]:
    """Matches of ``table`` that begin among the words ``first`` to ``after - 1``, outside every match of ``innocent``.

    A match is dropped when an innocent phrase covers it and is longer ("hàng không" hides "không"), and when a capital
    inside the sentence makes it part of a name ("Nghi Sơn", "Không quân").
    """
    if words.unique.isdisjoint(table):
        return []
    hits = [one for one in _within(words, table, first, after) if not _in_name(words, one[0])]
    if not hits:
        return []
    shields = _everywhere(words, innocent, max(0, first - 4), after)
    return [one for one in hits if not any(_covers(shield, one) for shield in shields)]


def cue_span(words: Words, hit: tuple[int, int], source: str) -> Span:
    """The located words of one match; ``source`` is the article's text."""
    start, end = words.starts[hit[0]], words.ends[hit[1] - 1]
    return Span(start, end, source[start:end])


def _in_name(words: Words, index: int) -> bool:
    word = words.text[index]
    return index > 0 and word[0].isupper() and not word.isupper() and words.gaps[index] in (" ", "\u00a0")


def _within(words: Words, table: PhraseTable, first: int, after: int) -> list[tuple[int, int]]:
    found = []
    index = first
    while index < after:
        size = match_at(words, index, table) if words.lower[index] in table else 0
        if size and index + size <= after:
            found.append((index, index + size))
            index += size
        else:
            index += 1
    return found


def _everywhere(words: Words, table: PhraseTable, first: int, after: int) -> list[tuple[int, int]]:
    """Every longest match at every place, overlapping ones too."""
    found = []
    for index in range(first, after):
        if words.lower[index] in table and (size := match_at(words, index, table)):
            found.append((index, index + size))
    return found


def _covers(shield: tuple[int, int], hit: tuple[int, int]) -> bool:
    """Whether an innocent phrase takes in the head of a cue and is no part of it."""
    return (
        shield[0] <= hit[0] < shield[1]
        and shield[1] - shield[0] > 1
        and not (shield[0] == hit[0] and hit[1] > shield[1])
    )
