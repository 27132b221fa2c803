"""The learned scorer: two rounds of trees over the signals of each pair of articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.align.context import likeness_signals, neighbour_signals, rival_signals
from compare.align.forest import Forest, forest_from
from compare.align.matrices import Matrix
from compare.align.semantic import TextEncoder
from compare.align.signals import ArticlePair, article_pairs
from compare.types import Article, Claim

SHIPPED = "scorer.json"


@dataclass(frozen=True, slots=True)
class Scored:
    """The probability that two sentences of different articles report a common proposition."""

    left: str
    right: str
    probability: float


@dataclass(frozen=True, slots=True)
class Scorer:
    """First round, second round, and the probability from which a pair counts as linked."""

    name: str
    first: Forest
    second: Forest
    threshold: float

    def probability(self, pair: ArticlePair) -> Matrix:
        """Calibrated probabilities (n, m) of all sentence pairs of two articles."""
        shape = pair.values.shape[:2]
        first = self.first.probability(self.first.select(pair.names, pair.values)).reshape(shape)
        names, values = second_round(pair, first)
        return self.second.probability(self.second.select(names, values)).reshape(shape)


def second_round(pair: ArticlePair, first: Matrix) -> tuple[tuple[str, ...], npt.NDArray[np.float64]]:
    """The pair's signals with those of the first round's probabilities (n, m) beside them."""
    extra = {
        "first": first,
        **rival_signals("first", first),
        **neighbour_signals("first", first),
        **likeness_signals("first", first),
    }
    values = np.concatenate([pair.values, np.stack(list(extra.values()), axis=-1)], axis=-1)
    return (*pair.names, *extra), values


def score(
    articles: Sequence[Article],
    claims: Sequence[Sequence[Claim]],
    encoder: TextEncoder,
    scorer: Scorer,
    tell: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[Scored]:
    """Score every cross-article sentence pair of an event; articles in the given order, sentences in text order.

    ``tell`` hears how many pairs of articles are done, and of how many.
    """
    total = len(articles) * (len(articles) - 1) // 2
    for done, pair in enumerate(article_pairs(articles, claims, encoder), start=1):
        yield from _scored(pair, scorer.probability(pair))
        tell(done, total)


def _scored(pair: ArticlePair, probability: Matrix) -> Iterable[Scored]:
    for i, left in enumerate(pair.left.sentences):
        for j, right in enumerate(pair.right.sentences):
            yield Scored(left.id, right.id, round(float(probability[i, j]), 4))


@cache
def load_scorer() -> Scorer:
    """The scorer shipped in ``compare/data``."""
    return scorer_from(json.loads(files("compare.data").joinpath(SHIPPED).read_text(encoding="utf-8")))


def scorer_from(record: dict[str, Any]) -> Scorer:
    """Read a scorer from its JSON record."""
    return Scorer(record["name"], forest_from(record["first"]), forest_from(record["second"]), record["threshold"])
