"""Gradient-boosted trees read from a small JSON file and evaluated with numpy; fitted by ``training/scorer``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree as arrays over its nodes; a leaf is its own child, so that walking ``depth`` steps ends on a leaf."""

    feature: npt.NDArray[np.int64]
    threshold: Values
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    value: Values
    depth: int


@dataclass(frozen=True, slots=True)
class Forest:
    """A sum of trees over named signals, turned into a calibrated probability by ``slope`` and ``offset`` (Platt
    1999).
    """

    signals: tuple[str, ...]
    trees: tuple[Tree, ...]
    base: float
    slope: float
    offset: float

    def raw(self, values: Values) -> Values:
        """Log-odds (n,) before calibration of rows of signals (n, f)."""
        total = np.full(len(values), self.base)
        rows = np.arange(len(values))
        for tree in self.trees:
            node = np.zeros(len(values), dtype=np.int64)
            for _ in range(tree.depth):
                goes_left = values[rows, tree.feature[node]] <= tree.threshold[node]
                node = np.where(goes_left, tree.left[node], tree.right[node])
            total += tree.value[node]
        return total

    def probability(self, values: Values) -> Values:
        """Calibrated probability (n,) of rows of signals (n, f)."""
        return np.asarray(1.0 / (1.0 + np.exp(-(self.slope * self.raw(values) + self.offset))))

    def select(self, names: Sequence[str], values: Values) -> Values:
        """The columns that this forest reads, in its order, as rows (n, f) from an array (..., all signals)."""
        columns = [names.index(signal) for signal in self.signals]
        return values.reshape(-1, values.shape[-1])[:, columns]


def forest_from(record: dict[str, Any]) -> Forest:
    """Read a forest from its JSON record; nested trees are ``[feature, threshold, left, right]`` or a leaf's number."""
    return Forest(
        signals=tuple(record["signals"]),
        trees=tuple(_tree(nested) for nested in record["trees"]),
        base=record["base"],
        slope=record["slope"],
        offset=record["offset"],
    )


def _tree(nested: Any) -> Tree:
    rows: list[tuple[int, float, int, int, float]] = []
    depth = _flatten(nested, rows)
    feature, threshold, left, right, value = zip(*rows, strict=True)
    return Tree(
        np.array(feature),
        np.array(threshold),
        np.array(left),
        np.array(right),
        np.array(value, dtype=float),
        depth,
    )


def _flatten(nested: Any, rows: list[tuple[int, float, int, int, float]]) -> int:
    """Append the nodes in preorder and return the depth below this one."""
    own = len(rows)
    if not isinstance(nested, list):
        rows.append((0, 0.0, own, own, float(nested)))
        return 0
    rows.append((0, 0.0, 0, 0, 0.0))
    left = len(rows)
    left_depth = _flatten(nested[2], rows)
    right = len(rows)
    right_depth = _flatten(nested[3], rows)
    rows[own] = (int(nested[0]), float(nested[1]), left, right, 0.0)
    return 1 + max(left_depth, right_depth)
