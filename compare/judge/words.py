"""Words (Vietnamese: syllables) with their places, and how much each says: function words weigh little."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"\d+(?:[.,/:-]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|%")
DEFAULT_WEIGHT = 6.0


@dataclass(frozen=True, slots=True)
class Word:
    """One lower-case word or figure; ``start`` and ``end`` count characters in the article's text."""

    start: int
    end: int
    form: str

    @property
    def figure(self) -> bool:
        """Whether this is a figure, which says nothing about what it counts."""
        return self.form[0].isdigit()


@lru_cache(maxsize=1 << 12)
def words_of(text: str, start: int = 0) -> tuple[Word, ...]:
    """The words of a text that begins at ``start`` of its article."""
    return tuple(
        Word(start + found.start(), start + found.end(), found.group().lower()) for found in WORD.finditer(text)
    )


def around(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """Indices (first, last + 1) of the words that touch the characters ``start`` to ``end``."""
    first = bisect_left(words, start, key=lambda word: word.end - 1)
    last = bisect_left(words, end, key=lambda word: word.start)
    return first, max(first, last)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word says: the logarithm of its rarity in Vietnamese news, ``DEFAULT_WEIGHT`` for unlisted ones."""

    common: Mapping[str, float]

    def of(self, form: str) -> float:
        """Weight of one word; a figure weighs nothing."""
        return 0.0 if form[0].isdigit() else self.common.get(form, DEFAULT_WEIGHT)
