"""The learned scorer: trees over the signals of each pair of articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from compare.align.between import moved
from compare.align.forest import Forest, forest_from, probability_of
from compare.align.matrices import Matrix
from compare.align.semantic import ContextualEncoder, Read, TextEncoder
from compare.align.signals import ArticlePair, article_pairs
from compare.types import Article, Claim

SHIPPED = "scorer.json"
IN_CONTEXT = "scorer-context.json"
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Scored:
    """The probability that two sentences of different articles report a common proposition."""

    left: str
    right: str
    probability: float


@dataclass(frozen=True, slots=True)
class Scorer:
    """Trees for articles in one language and in two, and the probability from which a pair counts as linked.

    Articles in two languages share few words, so their trees read only signals that mean the same in any language.
    The trees of one language learned from Vietnamese; a small forest moves their log odds where both are ``english``.
    The trees ``between`` then move the probabilities of an event of three articles or more (``between.py``).
    """

    name: str
    one_language: Forest
    two_languages: Forest
    english: Forest
    between: Forest
    threshold: float

    def probability(self, pair: ArticlePair) -> Matrix:
        """Calibrated probabilities (n, m) of all sentence pairs of two articles."""
        forest = self.one_language if pair.left.language == pair.right.language else self.two_languages
        odds = forest.odds(forest.select(pair.names, pair.values))
        if pair.left.language == pair.right.language == ENGLISH:
            odds = self.english.moved(odds, self.english.select(pair.names, pair.values))
        return probability_of(odds).reshape(pair.values.shape[:2])


def score(
    articles: Sequence[Article],
    claims: Sequence[Sequence[Claim]],
    encoder: TextEncoder,
    scorer: Scorer,
    readings: Future[list[Read]] | None = None,
    tell: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[Scored]:
    """Score every cross-article sentence pair of an event; articles in the given order, sentences in text order.

    ``readings`` is ``read_in_context`` of the articles where that runs already; ``tell`` hears how many pairs of
    articles are done, and of how many.
    """
    total = len(articles) * (len(articles) - 1) // 2
    number = {article.id: place for place, article in enumerate(articles)}
    links: dict[tuple[int, int], Matrix] = {}
    for done, pair in enumerate(article_pairs(articles, claims, encoder, readings), start=1):
        links[number[pair.left.id], number[pair.right.id]] = scorer.probability(pair)
        tell(done, total)
    for (left, right), probability in moved(links, scorer.between).items():
        yield from _scored(articles[left], articles[right], probability)


def _scored(left: Article, right: Article, probability: Matrix) -> Iterable[Scored]:
    for i, one in enumerate(left.sentences):
        for j, other in enumerate(right.sentences):
            yield Scored(one.id, other.id, round(float(probability[i, j]), 4))


def load_scorer(encoder: TextEncoder | None = None) -> Scorer:
    """The scorer shipped in ``compare/data`` for the signals that this encoder gives."""
    return _shipped(IN_CONTEXT if isinstance(encoder, ContextualEncoder) else SHIPPED)


@cache
def _shipped(name: str) -> Scorer:
    return scorer_from(json.loads(files("compare.data").joinpath(name).read_text(encoding="utf-8")))


def scorer_from(record: dict[str, Any]) -> Scorer:
    """Read a scorer from its JSON record."""
    return Scorer(
        record["name"],
        forest_from(record["one_language"]),
        forest_from(record["two_languages"]),
        forest_from(record["english"]),
        forest_from(record["between"]),
        record["threshold"],
    )
