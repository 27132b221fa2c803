"""Fitting the second look: how the trees' probability and the pair head's reading go together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.align.second import PairReader, SecondLook, log_odds, second_from
from training.scorer.dataset import LEFT_OUT, LabelledPair

FLOOR = 0.03
NEARLY = 0.005
FOLDS = 5
STRENGTH = 1.0

Values = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]


def readings(pairs: Sequence[LabelledPair], first: Values, head: PairReader) -> Values:
    """What the pair head says (n, 2) of the rows whose first probability reaches the floor; NaN for the others."""
    lefts = [left.text for one in pairs for left in one.pair.left.sentences for _ in one.pair.right.sentences]
    rights = [right.text for one in pairs for _ in one.pair.left.sentences for right in one.pair.right.sentences]
    found = np.full((len(first), 2), np.nan)
    chosen = np.flatnonzero(first >= FLOOR)
    found[chosen] = head.score([lefts[row] for row in chosen], [rights[row] for row in chosen])
    return found


def fit_second(first: Values, read: Values, labels: Labels) -> dict[str, float]:
    """The weights by logistic regression over the rows that were read, with the threshold of `best_threshold`."""
    from sklearn.linear_model import LogisticRegression

    rows = (first >= FLOOR) & (labels != LEFT_OUT)
    signals = np.column_stack([log_odds(first[rows]), log_odds(read[rows, 0]), log_odds(read[rows, 1])])
    model = LogisticRegression(C=STRENGTH).fit(signals, labels[rows])
    weights = dict(zip(("first", "link", "clash"), model.coef_[0].round(4).tolist(), strict=True))
    record = {"floor": FLOOR, "threshold": 0.0, "intercept": round(float(model.intercept_[0]), 4), **weights}
    return record | {"threshold": best_threshold(second(second_from(record), first, read), labels)}


def second(weights: SecondLook, first: Values, read: Values) -> Values:
    """The new probabilities (n,); rows that were not read keep their first."""
    again = ~np.isnan(read[:, 0])
    result = first.copy()
    result[again] = weights.probability(first[again], read[again])
    return result


def honest_second(first: Values, read: Values, labels: Labels, folds: npt.NDArray[np.int64]) -> Values:
    """New probabilities (n,) by weights that saw no row of the same fold."""
    result = np.zeros(len(first))
    for fold in np.unique(folds):
        held = folds == fold
        weights = second_from(fit_second(first[~held], read[~held], labels[~held]))
        result[held] = second(weights, first[held], read[held])
    return result


def best_threshold(probability: Values, labels: Labels) -> float:
    """The strictest threshold, in hundredths, whose F1 is within half a point of the best: a false link costs more."""
    scores = {round(float(one), 2): f1(probability, labels, one) for one in np.arange(0.1, 0.9, 0.01)}
    return max(one for one, score in scores.items() if score >= max(scores.values()) - NEARLY)


def f1(probability: Values, labels: Labels, threshold: float) -> float:
    """F1 of the rows from a threshold on; rows left out of scoring do not count."""
    known = labels != LEFT_OUT
    called, linked = probability[known] >= threshold, labels[known] == 1
    return float(2 * (called & linked).sum() / (called.sum() + linked.sum()))


def describe(record: dict[str, Any]) -> str:
    """The weights on one line."""
    return " ".join(f"{name} {value}" for name, value in record.items())
