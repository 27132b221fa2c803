"""How a pair stands against its rivals: rank and margin within the article, and the pairs next to it."""

from __future__ import annotations

import numpy as np

from compare.align.matrices import Matrix, both_ways


def rival_signals(name: str, matrix: Matrix) -> dict[str, Matrix]:
    """Rank, margin to the best rival and standard score of each cell in its row and in its column."""
    by_row, by_column = _margin(matrix), _margin(matrix.T).T
    return {
        **both_ways(f"{name}_margin", by_row, by_column),
        **both_ways(f"{name}_rank", _rank(matrix), _rank(matrix.T).T),
        **both_ways(f"{name}_standard", _standard(matrix), _standard(matrix.T).T),
    }


def neighbour_signals(name: str, matrix: Matrix) -> dict[str, Matrix]:
    """The best score of the pairs that stand next to this one: the story going on in step, or in one text only."""
    padded = np.pad(matrix, 1)
    centre = slice(1, -1)
    in_step = np.maximum(padded[:-2, :-2], padded[2:, 2:])
    crosswise = np.maximum(padded[:-2, 2:], padded[2:, :-2])
    right_beside = np.maximum(padded[centre, :-2], padded[centre, 2:])
    left_beside = np.maximum(padded[:-2, centre], padded[2:, centre])
    return {
        f"{name}_in_step": in_step,
        f"{name}_crosswise": crosswise,
        **both_ways(f"{name}_beside", right_beside, left_beside),
    }


def position_signals(rows: int, columns: int) -> dict[str, Matrix]:
    """Where both sentences stand in their articles, as shares of the article's length."""
    left = np.repeat(np.linspace(0, 1, rows)[:, None], columns, axis=1)
    right = np.repeat(np.linspace(0, 1, columns)[None, :], rows, axis=0)
    first = (np.arange(rows)[:, None] == 0) | (np.arange(columns)[None, :] == 0)
    return {
        "place_apart": np.abs(left - right),
        **both_ways("place", left, right),
        "one_leads": first.astype(float),
        **both_ways("article_length", np.full_like(left, rows), np.full_like(left, columns)),
    }


def likeness_signals(name: str, matrix: Matrix) -> dict[str, Matrix]:
    """How alike the two articles are on the whole: the mean of each sentence's best partner."""
    rows = np.full_like(matrix, matrix.max(axis=1).mean())
    columns = np.full_like(matrix, matrix.max(axis=0).mean())
    return both_ways(f"{name}_articles", rows, columns)


def _margin(matrix: Matrix) -> Matrix:
    """Score minus the best score among the other cells of the row."""
    if matrix.shape[1] == 1:
        return matrix.copy()
    top_two = np.sort(matrix, axis=1)[:, -2:]
    rival = np.where(matrix >= top_two[:, 1:], top_two[:, :1], top_two[:, 1:])
    return np.asarray(matrix - rival)


def _rank(matrix: Matrix) -> Matrix:
    """How many cells of the row score higher."""
    ordered = np.sort(matrix, axis=1)
    higher = [
        matrix.shape[1] - np.searchsorted(row, cells, side="right") for row, cells in zip(ordered, matrix, strict=True)
    ]
    return np.array(higher, dtype=float).reshape(matrix.shape)


def _standard(matrix: Matrix) -> Matrix:
    deviation = matrix.std(axis=1, keepdims=True)
    return np.asarray((matrix - matrix.mean(axis=1, keepdims=True)) / np.where(deviation > 1e-9, deviation, 1.0))
