"""Words (Vietnamese: syllables) with their places, and how much each says: function words weigh little."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

WORD = re.compile(r"\d+(?:[.,/:-]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|%")
DEFAULT_WEIGHT = 6.0
# Two ways to place the tone of a syllable that ends in two vowels ("tòa", "toà"): old to new, by the last two letters.
OLD_TONES = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
NEW_TONES = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
NEW_FOR_OLD = dict(zip(OLD_TONES, NEW_TONES, strict=True))


@dataclass(frozen=True, slots=True)
class Word:
    """One lower-case word or figure; ``start`` and ``end`` count characters in the article's text.

    "toà" and "tòa" are one word: both have the form "toà".
    """

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
        Word(start + found.start(), start + found.end(), _form(found.group().lower())) for found in WORD.finditer(text)
    )


def _form(word: str) -> str:
    """A word with its tone on the second of its last two vowels, as the news that the weights come from places it."""
    new = NEW_FOR_OLD.get(word[-2:])
    return word if new is None else word[:-2] + new


def around(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """Indices (first, last + 1) of the words that touch the characters ``start`` to ``end``."""
    first = bisect_left(words, start, key=lambda word: word.end - 1)
    last = bisect_left(words, end, key=lambda word: word.start)
    return first, max(first, last)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word says: the logarithm of its rarity in Vietnamese news, ``DEFAULT_WEIGHT`` for unlisted ones.

    ``meanings`` are the Vietnamese syllables of English words, where the sentences are of both languages.
    """

    common: Mapping[str, float]
    meanings: Mapping[str, str] = field(default_factory=dict)

    def of(self, form: str) -> float:
        """Weight of one word; a figure weighs nothing."""
        return 0.0 if form[0].isdigit() else self.common.get(form, DEFAULT_WEIGHT)

    def meaning(self, form: str) -> str:
        """What a word is compared by: itself, or the syllable that it means."""
        return self.meanings.get(form, form)
