"""Boosted trees over the features of one clash; fitted by ``training/judge``, walked without any library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# A leaf is its log-odds; an inner node is (feature's place, threshold, node at or below it, node above it).
Node = Any


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees over named features, a missing one being 0."""

    features: tuple[str, ...]
    trees: tuple[Node, ...]

    def logit(self, features: Mapping[str, float]) -> float:
        """Log-odds that a clash with these features is a real one."""
        row = [features.get(name, 0.0) for name in self.features]
        return sum(_leaf(tree, row) for tree in self.trees)


def _leaf(node: Node, row: Sequence[float]) -> float:
    while isinstance(node, list):
        feature, threshold, below, above = node
        node = below if row[feature] <= threshold else above
    return float(node)


def trees_from(record: Mapping[str, Any]) -> Trees:
    """Read trees from their JSON record: ``features`` by name and nested ``trees``."""
    return Trees(tuple(record["features"]), tuple(record["trees"]))
