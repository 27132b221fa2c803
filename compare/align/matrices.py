"""Small array helpers of the signals: everything works on (n, m) matrices, left sentences by right sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]


def both_ways(name: str, left_to_right: Matrix, right_to_left: Matrix) -> dict[str, Matrix]:
    """Two directed (n, m) signals as an order-free pair: the weaker and the stronger direction."""
    return {
        f"{name}_low": np.minimum(left_to_right, right_to_left),
        f"{name}_high": np.maximum(left_to_right, right_to_left),
    }


def outer(function: Any, left: Sequence[float] | Matrix, right: Sequence[float] | Matrix) -> Matrix:
    """``function.outer`` as a float (n, m) matrix; empty sides give empty matrices."""
    return np.asarray(function.outer(np.asarray(left, float), np.asarray(right, float)), dtype=float)


def incidence(rows: Sequence[Sequence[str]], vocabulary: dict[str, int]) -> Matrix:
    """A (rows, vocabulary) matrix with 1 where the row holds the term."""
    found = np.zeros((len(rows), len(vocabulary)))
    for number, row in enumerate(rows):
        found[number, [vocabulary[term] for term in row if term in vocabulary]] = 1.0
    return found


def ratio(numerator: Matrix, denominator: Matrix) -> Matrix:
    """Element-wise quotient that is 0 where the denominator is 0."""
    return np.divide(numerator, denominator, out=np.zeros_like(numerator), where=denominator > 0)


def block_maximum(matrix: Matrix, row_starts: Sequence[int], column_starts: Sequence[int]) -> Matrix:
    """The largest value of each block, blocks given by the first row and column of each (none empty)."""
    by_row = np.maximum.reduceat(matrix, np.asarray(row_starts), axis=0)
    return np.maximum.reduceat(by_row, np.asarray(column_starts), axis=1)
