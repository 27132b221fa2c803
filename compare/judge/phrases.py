"""Finding the phrases of a lexicon in the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from compare.judge.sides import Side
from compare.judge.words import Word, words_of
from compare.lexicon import lexicon
from compare.types import Span

PhraseIndex = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def phrase_index(section: str) -> PhraseIndex:
    """Phrases of a section of both lexicons as (words, name) by first word, longest first."""
    return index_of(section_of(language, section) for language in ("vi", "en"))


def index_of(tables: Iterable[Mapping[str, Iterable[str]]]) -> PhraseIndex:
    """Phrases of tables (name -> phrases) as (words, name) by first word, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for table in tables:
        for name, phrases in table.items():
            for phrase in phrases:
                words = tuple(word.form for word in words_of(phrase))
                index.setdefault(words[0], []).append((words, name))
    return {first: tuple(sorted(set(found), key=lambda one: (-len(one[0]), one))) for first, found in index.items()}


def section_of(language: str, section: str) -> dict[str, Any]:
    """A section of a language's lexicon for the checks."""
    table: dict[str, Any] = lexicon(language, "judge")[section]
    return table


@cache
def negators() -> frozenset[str]:
    """The plain words of "not" of both languages."""
    return frozenset(word for language in ("vi", "en") for word in section_of(language, "denial")["negators"])


def find_phrases(words: Sequence[Word], index: PhraseIndex) -> Iterator[tuple[int, int, str]]:
    """(first word, last word + 1, name) of each phrase found, the longest at each place, none inside another."""
    forms = [word.form for word in words]
    place = 0
    while place < len(forms):
        for phrase, name in index.get(forms[place], ()):
            if tuple(forms[place : place + len(phrase)]) == phrase and _unbroken(words[place : place + len(phrase)]):
                yield place, place + len(phrase), name
                place += len(phrase) - 1
                break
        place += 1


def _unbroken(words: Sequence[Word]) -> bool:
    """Whether words stand one character apart: a comma between them makes two phrases."""
    return all(other.start - one.end <= 1 for one, other in pairwise(words))


def span_of(side: Side, words: Sequence[Word], first: int, last: int) -> Span:
    """The span of words ``first`` to ``last`` - 1 in the article's text."""
    start, end = words[first].start, words[last - 1].end
    return Span(start, end, side.article.text[start:end])
