"""Gradient-boosted trees read from a small JSON file and evaluated with numpy; fitted by ``training/scorer``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.intp]
ROWS = 1024  # walked at once: what they need stays in the processor's cache


@dataclass(frozen=True, slots=True)
class Forest:
    """A sum of trees over named signals, turned into a calibrated probability by ``slope`` and ``offset`` (Platt
    1999).

    The nodes of all trees stand in one row: ``feature``, ``threshold`` and ``value`` (k,), and ``child`` (2k,), the
    node at or below the threshold and the one above it, which for a leaf are the leaf. ``roots`` (t,) begin with the
    deepest tree; ``deeper`` tells of every step how many trees go on.
    """

    signals: tuple[str, ...]
    feature: Numbers
    threshold: Values
    child: Numbers
    value: Values
    roots: Numbers
    deeper: tuple[int, ...]
    base: float
    slope: float
    offset: float

    def raw(self, values: Values) -> Values:
        """Log-odds (n,) before calibration of rows of signals (n, f)."""
        parts = [self._walked(values[start : start + ROWS]) for start in range(0, len(values), ROWS)]
        return self.base + np.concatenate(parts) if parts else np.zeros(0)

    def _walked(self, values: Values) -> Values:
        """Sums (n,) of the leaves where rows (n, f) end; all trees take a step at once."""
        count = len(values)
        flat, rows = np.ascontiguousarray(values.T).ravel(), np.arange(count)
        node = np.repeat(self.roots[:, None], count, axis=1)
        for trees in self.deeper:
            here = node[:trees]
            above = flat[self.feature[here] * count + rows] > self.threshold[here]
            node[:trees] = self.child[2 * here + above]
        return np.asarray(self.value[node].sum(axis=0))

    def odds(self, values: Values) -> Values:
        """Calibrated log odds (n,) of rows of signals (n, f)."""
        return np.asarray(self.slope * self.raw(values) + self.offset)

    def moved(self, odds: Values, values: Values) -> Values:
        """Log odds (n,) of another forest, moved by this one, which was fitted on top of them, and calibrated."""
        return np.asarray(self.slope * (odds + self.raw(values)) + self.offset)

    def probability(self, values: Values) -> Values:
        """Calibrated probability (n,) of rows of signals (n, f)."""
        return probability_of(self.odds(values))

    def select(self, names: Sequence[str], values: Values) -> Values:
        """The columns that this forest reads, in its order, as rows (n, f) from an array (..., all signals)."""
        columns = [names.index(signal) for signal in self.signals]
        return values.reshape(-1, values.shape[-1])[:, columns]


def probability_of(odds: Values) -> Values:
    """Probabilities of log odds."""
    return np.asarray(1.0 / (1.0 + np.exp(-odds)))


def forest_from(record: dict[str, Any]) -> Forest:
    """Read a forest from its JSON record, which has the arrays of all its trees one after the other, as LightGBM's own.

    A tree of n ``leaves`` has n ``value`` and n - 1 splits: ``feature``, ``threshold``, and what is ``below`` and
    ``above`` it, the number of a split of this tree or, negative, -1 for its first leaf, -2 for its second.
    """
    leaves = np.array(record["leaves"], np.intp)
    splits = int(leaves.sum()) - len(leaves)
    of_split = np.repeat(np.arange(len(leaves)), leaves - 1)  # the tree of each split
    first_split = np.concatenate([[0], np.cumsum(leaves - 1)[:-1]]).astype(np.intp)
    first_leaf = splits + np.concatenate([[0], np.cumsum(leaves)[:-1]]).astype(np.intp)
    child = np.repeat(np.arange(splits + int(leaves.sum())), 2)
    for side, name in enumerate(("below", "above")):
        told = np.array(record[name], np.intp)
        child[side : 2 * splits : 2] = np.where(
            told >= 0, first_split[of_split] + told, first_leaf[of_split] - 1 - told
        )
    feature = np.zeros(len(child) // 2, np.intp)
    threshold, value = np.zeros(len(feature)), np.zeros(len(feature))
    feature[:splits], threshold[:splits] = record["feature"], record["threshold"]
    value[splits:] = record["value"]
    roots = np.where(leaves > 1, first_split, first_leaf)
    depth = _depths(roots, child)
    order = np.argsort(-depth, kind="stable")
    deeper = tuple(int((depth > step).sum()) for step in range(int(depth.max(initial=0))))
    calibration = (float(record[name]) for name in ("base", "slope", "offset"))
    return Forest(tuple(record["signals"]), feature, threshold, child, value, roots[order], deeper, *calibration)


def _depths(roots: Numbers, child: Numbers) -> Numbers:
    """Steps (t,) from each root to its farthest leaf."""
    depth = np.zeros(len(roots), np.intp)
    trees, nodes = np.arange(len(roots)), roots
    while len(nodes):
        inner = child[2 * nodes] != nodes
        trees, nodes = trees[inner], nodes[inner]
        depth[np.unique(trees)] += 1
        trees, nodes = np.repeat(trees, 2), child[np.stack([2 * nodes, 2 * nodes + 1], axis=1).ravel()]
    return depth
