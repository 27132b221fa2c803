"""Gold events as rows of signals with labels, through the pipeline's own stages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from compare.align.signals import article_pairs
from compare.claims import extract_all
from compare.clean import clean
from compare.encode import Encoder
from compare.evaluate.gold import GoldEvent
from compare.evaluate.scoring import pair_key
from compare.types import Article, Sentence

LEFT_OUT = -1


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two articles of a gold event, by id: the names of the signals, the signals (n, m, f) and labels (n, m), 1 linked,
    0 not, -1 left out of scoring.

    Single precision: of all labelled events there are four million rows.
    """

    event: int
    left: str
    right: str
    names: tuple[str, ...]
    values: npt.NDArray[np.float32]
    labels: npt.NDArray[np.int64]


def labelled_pairs(events: Iterable[tuple[int, GoldEvent]], encoder: Encoder) -> Iterator[LabelledPair]:
    """Signals and labels of every pair of articles, numbered event by event, on the gold's own sentences."""
    for number, event in events:
        articles = [_with_gold_sentences(article, event) for article in event.articles]
        gold = {pair_key(pair.left, pair.right): 1 if pair.linked else LEFT_OUT for pair in event.pairs}
        for pair in article_pairs(articles, extract_all(articles), encoder):
            labels = [
                [gold.get(pair_key((pair.left.id, i), (pair.right.id, j)), 0) for j in _numbers(pair.right)]
                for i in _numbers(pair.left)
            ]
            values = pair.values.astype(np.float32)
            yield LabelledPair(number, pair.left.id, pair.right.id, pair.names, values, np.array(labels))


def _numbers(article: Article) -> range:
    return range(1, len(article.sentences) + 1)


def _with_gold_sentences(article: Article, event: GoldEvent) -> Article:
    """The cleaned article with the gold's sentences in place of our own: labels hold for exactly these."""
    sentences = tuple(
        Sentence(f"{article.id}.s{number}", start, end, article.text[start:end])
        for number, (start, end) in enumerate(event.boundaries[article.id], start=1)
    )
    return replace(clean(article), sentences=sentences)
