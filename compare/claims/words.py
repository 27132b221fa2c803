"""Words of a text with their places, and tables of phrases to look up among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from compare.lexicon import lexicon

PhraseTable = dict[str, tuple[tuple[str, ...], ...]]

_WORD = re.compile(
    r"(?:GD|LĐ|VH|TN|KH|NN)(?:\s?[-–&]\s?(?:ĐT|TBXH|TB|XH|TTDL|TT|DL|MT|CN|PTNT))+(?![^\W_])"  # "Bộ GD – ĐT"
    r"|\d+(?:[.,:/-]\d+)*[^\W\d_]*"
    r"|(?:[^\W\d_]{1,2}\.){2,}(?:[^\W\d_]+(?![\w.]))?"
    r"|(?:TP|Tp|tp)\.\s?HCM"
    r"|[A-ZĐƯ]\.[A-ZĐƯ](?![^\W\d_])"
    r"|[A-ZĐƯ]{1,4}(?:\.[A-ZĐƯ]{2,4})+(?![^\W\d_])"
    r"|[^\W_]+(?:(?!['’]s(?!\w))[-'’&][^\W_]+|\.[a-z][^\W_]+)*"
)
_BLANK = frozenset(" \u00a0\t\n\r")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one text: parallel tuples; ``gaps[i]`` is what stands before word ``i``, ``gaps[n]`` after the last."""

    text: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]
    unique: frozenset[str]

    def __len__(self) -> int:
        return len(self.text)


def split_words(text: str, offset: int = 0) -> Words:
    """The words of ``text``; places are counted from ``offset``, punctuation stays in the gaps."""
    found = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    lower = tuple(word.lower() for word, _, _ in found)
    cuts = [0, *(end for _, _, end in found)]
    nexts = [*(start for _, start, _ in found), len(text)]
    return Words(
        text=tuple(word for word, _, _ in found),
        lower=lower,
        starts=tuple(start + offset for _, start, _ in found),
        ends=tuple(end + offset for _, _, end in found),
        gaps=tuple(text[left:right] for left, right in zip(cuts, nexts, strict=True)),
        unique=frozenset(lower),
    )


def phrase_table(phrases: Iterable[str]) -> PhraseTable:
    """Phrases by their first word, the longest first."""
    table: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        parts = split_words(phrase.lower()).lower
        if parts:
            table.setdefault(parts[0], set()).add(parts)
    return {first: tuple(sorted(some, key=lambda one: (-len(one), one))) for first, some in table.items()}


@cache
def phrases(language: str, topic: str, key: str) -> PhraseTable:
    """The phrase table of one list of the lexicon; empty where the language has no such list."""
    return phrase_table(lexicon(language, topic).get(key, ()))


@cache
def word_set(language: str, topic: str, key: str) -> frozenset[str]:
    """One list of single words of the lexicon."""
    return frozenset(lexicon(language, topic).get(key, ()))


def match_at(words: Words, index: int, table: PhraseTable) -> int:
    """How many words the longest phrase of ``table`` takes that begins at word ``index``; 0 when none does."""
    for phrase in table.get(words.lower[index], ()):
        size = len(phrase)
        if size == 1 or (words.lower[index : index + size] == phrase and joined(words, index, index + size)):
            return size
    return 0


def joined(words: Words, first: int, after: int) -> bool:
    """Whether only blanks stand between the words ``first`` to ``after - 1``."""
    return all(_BLANK.issuperset(gap) for gap in words.gaps[first + 1 : after])
