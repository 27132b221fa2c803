"""Words of two sentences matched one by one: how much of a sentence's weight finds a like word in the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from compare.align.matrices import Matrix


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
    """Squares of each word's best cosine in each sentence of the other article: (left words, m), (right words, n)."""
    alike = np.clip(np.asarray(left.states @ right.states.T, dtype=float), 0.0, 1.0) ** 2
    to_right = np.maximum.reduceat(alike, right.first, axis=1)
    to_left = np.maximum.reduceat(alike, left.first, axis=0).T
    return to_right, to_left


def summed(values: Matrix, own: Tokens) -> Matrix:
    """Sums (n, m) over the words of each sentence of values (t, m), each word by its weight."""
    return np.asarray(np.add.reduceat(values * own.weights[:, None], own.first, axis=0))
