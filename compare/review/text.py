"""An article's whole text cut at its sentences and removed pieces, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from compare.render.document import clean
from compare.render.labels import Words
from compare.types import Article, Removed, Sentence

Piece = dict[str, Any]


def paragraphs(article: Article, say: Words) -> list[list[Piece]]:
    """Paragraphs of pieces: ``t`` the words, ``s`` the id of a sentence, ``n`` its number, ``r`` a removed piece."""
    numbers = {one.id: number for number, one in enumerate(article.sentences, 1)}
    made: list[list[Piece]] = [[]]
    place = 0
    for one in _in_order(article):
        start = max(one.start, place)
        if start >= one.end and one.end > one.start:
            continue  # wholly inside a piece that stands already
        _gap(made, article.text[place:start])
        words = clean(article.text[start : one.end]).strip()
        if isinstance(one, Sentence):
            made[-1].append({"t": words, "s": one.id, "n": numbers[one.id]})
        elif words:
            made[-1].append({"t": words, "r": [one.start, one.end], "rule": clean(say.name("rule", one.rule))})
        place = max(place, one.end)
    _gap(made, article.text[place:])
    return [one for one in made if one]


def _in_order(article: Article) -> Iterator[Sentence | Removed]:
    spans: list[Sentence | Removed] = [*article.sentences, *article.removed]
    return iter(sorted(spans, key=lambda one: (one.start, one.end)))


def _gap(made: list[list[Piece]], between: str) -> None:
    """What lies between two pieces: a line break begins a paragraph, other words are shown as they are."""
    for number, line in enumerate(between.split("\n")):
        if number and made[-1]:
            made.append([])
        words = clean(line).strip()
        if words:
            made[-1].append({"t": words})
