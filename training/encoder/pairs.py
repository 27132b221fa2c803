"""Positive pairs and hard negatives, each kind a stream that a batch draws from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from training.encoder.corpus import Corpus

NEGATIVES = 2
OVERLAP = (0.3, 0.97)
LEAST_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class Stream:
    """Pairs of sentence numbers with what may serve as hard negatives.

    `pairs` (n, 2); pair i takes negatives from the sentences `low[i]` to `high[i]` (none where equal), or those `given`
    (n, k), -1 for none; `share` is this stream's part of a batch, in proportion to the others'.
    """

    pairs: np.ndarray
    low: np.ndarray
    high: np.ndarray
    share: float
    given: np.ndarray | None = None

    def draw(self, size: int, rng: Any) -> tuple[np.ndarray, np.ndarray]:
        """(pairs (size, 2), negatives (m,)): either side of a pair may come first."""
        chosen = rng.integers(0, len(self.pairs), size)
        turned = rng.random(size) < 0.5
        pairs = np.where(turned[:, None], self.pairs[chosen][:, ::-1], self.pairs[chosen])
        if self.given is not None:
            negatives = self.given[chosen]
            return pairs, negatives[negatives >= 0]
        low, high = self.low[chosen], self.high[chosen]
        picks = low + (rng.random((NEGATIVES, size)) * (high - low)).astype(np.int64)
        fresh = (high - low > 3) & (picks != pairs[:, 0]) & (picks != pairs[:, 1])
        return pairs, picks[fresh]


def rarity(counts: np.ndarray) -> np.ndarray:
    """Logarithm of one over each token's share (v,), float32; 0 for a token never seen."""
    share = np.maximum(counts, 1) / max(int(counts.sum()), 1)
    return np.where(counts > 0, -np.log(share), 0.0).astype(np.float32)


def overlaps(corpus: Corpus, article: int, sentence: int, weight: np.ndarray) -> np.ndarray:
    """Weighted word overlap (cosine) of one sentence of an article with every sentence of it."""
    first, last = int(corpus.articles[article]), int(corpus.articles[article + 1])
    edges = corpus.starts[first : last + 1]
    tokens = corpus.tokens[edges[0] : edges[-1]]
    squares = weight[tokens] ** 2
    mark = np.zeros(len(weight), bool)
    mark[tokens[edges[sentence] - edges[0] : edges[sentence + 1] - edges[0]]] = True
    running = np.concatenate([np.zeros((1, 2)), np.cumsum(np.stack([squares * mark[tokens], squares], 1), axis=0)])
    shared, mass = (running[edges[1:] - edges[0]] - running[edges[:-1] - edges[0]]).T
    return np.asarray(shared / np.sqrt(np.maximum(mass * mass[sentence], 1e-6)))


def within_articles(corpus: Corpus, weight: np.ndarray, share: float) -> Stream:
    """Title with abstract, and each with the body sentence that overlaps it most; negatives from the same article."""
    pairs, low, high = [], [], []
    for article in range(len(corpus.articles) - 1):
        first, last = int(corpus.articles[article]), int(corpus.articles[article + 1])
        if last - first < LEAST_SENTENCES:
            continue
        found = [(first, first + 1)]
        for head in (0, 1):
            score = overlaps(corpus, article, head, weight)[2:]
            best = int(np.argmax(score))
            if OVERLAP[0] < score[best] < OVERLAP[1]:
                found.append((first + head, first + 2 + best))
        pairs += found
        low += [first] * len(found)
        high += [last] * len(found)
    return Stream(np.array(pairs), np.array(low), np.array(high), share)


def translations(corpus: Corpus, share: float) -> Stream:
    """The two sentences of every record, which are one sentence in two languages."""
    first = corpus.articles[:-1]
    return Stream(np.stack([first, first + 1], 1), first, first, share)


def inferences(corpus: Corpus, records: list[dict[str, Any]], share: float) -> Stream:
    """Premise with entailed hypothesis; premise with its translation, the contradicting hypotheses as negatives.

    Record i holds the sentences 2i (premise) and 2i + 1 (hypothesis).
    """
    other = {
        (row["set"], row.get("row", number)): 2 * number for number, row in enumerate(records) if row["lang"] == "vi"
    }
    pairs, given = [], []
    for number, row in enumerate(records):
        twin = other.get((row["set"], row.get("row", number)))
        if row["label"] == "entailment":
            pairs.append((2 * number, 2 * number + 1))
            given.append((-1, -1))
        elif row["label"] == "contradiction" and row["lang"] == "en" and twin is not None:
            pairs.append((2 * number, twin))
            given.append((2 * number + 1, twin + 1))
    own, nothing = np.array(pairs), np.zeros(len(pairs), np.int64)
    return Stream(own, nothing, nothing, share, np.array(given))


def moved(stream: Stream, by: int) -> Stream:
    """The stream for sentences whose numbers went up by `by`."""
    given = None if stream.given is None else np.where(stream.given >= 0, stream.given + by, -1)
    return Stream(stream.pairs + by, stream.low + by, stream.high + by, stream.share, given)
