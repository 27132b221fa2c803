"""Words of two sentences matched one by one: how much of a sentence's weight finds a like word in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from compare.align.matrices import Matrix

CELLS = 16_000_000  # of a table of words by words that are held at once, eight bytes each


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one article: unit `states` (t, d), `weights` (t,) and each sentence's `first` token (n,)."""

    states: npt.NDArray[np.float32]
    weights: npt.NDArray[np.float64]
    first: tuple[int, ...]

    def totals(self) -> npt.NDArray[np.float64]:
        """The weight (n,) of each sentence."""
        return np.asarray(np.add.reduceat(self.weights, self.first))


def matched(left: Tokens, right: Tokens) -> tuple[Matrix, Matrix]:
    """Weights (n, m) of the left sentences' words that find a like one in the right sentences, and the other way round.

    Each word counts by the square of its best cosine (greedy matching as in BERTScore and ColBERT).
    """
    to_right, to_left = best_matches(left, right)
    return summed(to_right, left), summed(to_left, right).T


def best_matches(left: Tokens, right: Tokens) -> tuple[Matrix, Matrix]:
    """Squares of each word's best cosine in each sentence of the other article: (left words, m), (right words, n).

    Long articles are taken piece by piece, so that no table of all words by all words is held.
    """
    to_right, to_left = [], []
    for first, after in _pieces(left, len(right.states)):
        starts = [one - left.first[first] for one in left.first[first:after]]
        words = slice(left.first[first], left.first[after] if after < len(left.first) else None)
        alike = np.clip(np.asarray(left.states[words] @ right.states.T, dtype=float), 0.0, 1.0) ** 2
        to_right.append(np.maximum.reduceat(alike, right.first, axis=1))
        to_left.append(np.maximum.reduceat(alike, starts, axis=0).T)
    return np.concatenate(to_right), np.concatenate(to_left, axis=1)


def _pieces(own: Tokens, others: int) -> Iterator[tuple[int, int]]:
    """Runs of sentences, (first, after), whose words times ``others`` stay below ``CELLS``; one sentence at least."""
    ends = [*own.first[1:], len(own.states)]
    first = 0
    while first < len(own.first):
        room = own.first[first] + max(1, CELLS // max(1, others))
        after = max(first + 1, int(np.searchsorted(ends, room, side="right")))
        yield first, after
        first = after


def summed(values: Matrix, own: Tokens) -> Matrix:
    """Sums (n, m) over the words of each sentence of values (t, m), each word by its weight."""
    return np.asarray(np.add.reduceat(values * own.weights[:, None], own.first, axis=0))
