"""Logistic regression per family of checks, on clashes found in the gold, and the figures it gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.judge.words import Weights
from training.judge.examples import Clash, Labelled

FAMILIES = {"number": "number", "date": "date", "progress": "progress"}
OTHER = "words"
WANTED = {"progress": "update"}
STRENGTH = 0.3
LEAST_USED = 3
THRESHOLDS = {"conflict": 0.34, "update": 0.3, "unclear": 0.22}

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """The clashes of one family as rows (n, f), with targets (n,), weights (n,) and which rows may be learned from."""

    names: tuple[str, ...]
    rows: Array
    targets: Array
    weights: Array
    usable: npt.NDArray[np.bool_]


def family_of(check: str) -> str:
    """The family whose weights a check uses."""
    return FAMILIES.get(check, OTHER)


def fit(pairs: Sequence[Labelled], clashes: Sequence[Clash], words: Weights) -> dict[str, Any]:
    """The JSON record of the weights learned from these pairs."""
    families = {}
    for family in sorted({family_of(clash.check) for clash in clashes}):
        own = [clash for clash in clashes if family_of(clash.check) == family]
        families[family] = _family(table(family, pairs, own))
    return {
        "name": "logistic regression per family of checks, fitted on the gold events of 2013-2022",
        "thresholds": THRESHOLDS,
        "family_of": FAMILIES,
        "families": families,
        "words": dict(words.common),
    }


def table(family: str, pairs: Sequence[Labelled], clashes: Sequence[Clash]) -> Table:
    """Features and targets; a clash that is not the labelled one of a pair labelled so is neither right nor wrong."""
    wanted = WANTED.get(family, "conflict")
    counts: dict[str, int] = {}
    for clash in clashes:
        for name, value in clash.features.items():
            counts[name] = counts.get(name, 0) + (value != 0)
    names = tuple(sorted(name for name, count in counts.items() if count >= LEAST_USED))
    per_pair = _counts(clashes)
    targets = np.array([pairs[one.pair].is_all(wanted) and one.shown for one in clashes], dtype=float)
    unsure = [not one.shown and not pairs[one.pair].is_all("agree") for one in clashes]
    other = [pairs[one.pair].is_all("update" if wanted == "conflict" else "conflict") for one in clashes]
    return Table(
        names,
        np.array([[one.features.get(name, 0.0) for name in names] for one in clashes], dtype=float),
        targets,
        np.array([per_pair[one.pair] ** -0.5 for one in clashes]),
        ~(np.array(unsure) | np.array(other)),
    )


def _family(data: Table) -> dict[str, Any]:
    """Fit one family; standardised for the fit, then put back in the features' own units."""
    from sklearn.linear_model import LogisticRegression

    rows, targets, weights = data.rows[data.usable], data.targets[data.usable], data.weights[data.usable]
    centre, spread = rows.mean(axis=0), rows.std(axis=0)
    spread = np.where(spread > 1e-9, spread, 1.0)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit((rows - centre) / spread, targets, sample_weight=weights)
    own = model.coef_[0] / spread
    intercept = float(model.intercept_[0] - (own * centre).sum())
    return {
        "intercept": round(intercept, 3),
        "weights": {
            name: round(float(value), 3) for name, value in zip(data.names, own, strict=True) if abs(value) >= 0.0005
        },
    }


def _counts(clashes: Sequence[Clash]) -> Mapping[int, int]:
    counts: dict[int, int] = {}
    for clash in clashes:
        counts[clash.pair] = counts.get(clash.pair, 0) + 1
    return counts
