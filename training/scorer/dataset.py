"""Gold events as rows of signals with labels, through the pipeline's own stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from compare.align.signals import ArticlePair, article_pairs
from compare.claims import extract_all
from compare.encode import Encoder
from compare.evaluate.gold import GoldEvent
from compare.evaluate.scoring import pair_key, placement
from compare.pipeline import prepare
from compare.settings import Settings

LEFT_OUT = -1


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two articles of a gold event: signals (n, m, f) and labels (n, m), 1 linked, 0 not, -1 left out of scoring."""

    event: int
    pair: ArticlePair
    labels: npt.NDArray[np.int64]


def labelled_pairs(events: Sequence[GoldEvent], encoder: Encoder) -> Iterator[LabelledPair]:
    """Signals and labels of every pair of articles, event by event."""
    for number, event in enumerate(events):
        articles, _ = prepare(event.articles, Settings())
        if len(articles) < 2:
            continue
        place = placement(event, articles)
        gold = {pair_key(pair.left, pair.right): 1 if pair.linked else LEFT_OUT for pair in event.pairs}
        for pair in article_pairs(articles, extract_all(articles), encoder):
            labels = [
                [gold.get(pair_key(place.get(left.id), place.get(right.id)), 0) for right in pair.right.sentences]
                for left in pair.left.sentences
            ]
            yield LabelledPair(number, pair, np.array(labels))
