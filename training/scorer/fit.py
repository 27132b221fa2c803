"""Fitting the two rounds of trees, and cross-validation by event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.align.scorer import second_round
from training.scorer.dataset import LEFT_OUT, LabelledPair

FOLDS = 5
TREES: dict[str, Any] = {
    "n_estimators": 300,
    "learning_rate": 0.03,
    "num_leaves": 15,
    "min_child_samples": 40,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bytree": 0.3,
    "reg_lambda": 5.0,
    "n_jobs": 1,
    "verbose": -1,
}

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Sentence pairs as rows: signals (n, f), labels (n,) with -1 for left-out pairs, event number (n,)."""

    names: tuple[str, ...]
    values: Values
    labels: npt.NDArray[np.int64]
    events: npt.NDArray[np.int64]


def rows_of(pairs: Sequence[LabelledPair]) -> Rows:
    """Flatten pairs of articles into rows of sentence pairs, in order."""
    return Rows(
        pairs[0].pair.names,
        np.concatenate([one.pair.values.reshape(-1, one.pair.values.shape[-1]) for one in pairs]),
        np.concatenate([one.labels.ravel() for one in pairs]),
        np.concatenate([np.full(one.labels.size, one.event) for one in pairs]),
    )


def fit(values: Values, labels: npt.NDArray[np.int64], seed: int) -> Any:
    """A LightGBM classifier on the labelled rows."""
    from lightgbm import LGBMClassifier

    known = labels != LEFT_OUT
    return LGBMClassifier(**TREES, random_state=seed).fit(values[known], labels[known])


def predict(model: Any, values: Values) -> Values:
    """Uncalibrated probability (n,) of rows."""
    return np.asarray(model.booster_.predict(values), dtype=float)


def folds_of(events: npt.NDArray[np.int64], seed: int, folds: int = FOLDS) -> npt.NDArray[np.int64]:
    """Fold number (n,) of each row; all rows of an event share one."""
    order = np.random.default_rng(seed).permutation(int(events.max()) + 1)
    return np.asarray(order[events] % folds)


def out_of_fold(rows: Rows, seed: int) -> Values:
    """First-round probability (n,) of each row by trees that did not see its event."""
    folds = folds_of(rows.events, seed)
    result = np.zeros(len(rows.labels))
    for fold in np.unique(folds):
        held = folds == fold
        result[held] = predict(fit(rows.values[~held], rows.labels[~held], seed), rows.values[held])
    return result


def with_first(pairs: Sequence[LabelledPair], first: Values) -> Rows:
    """Rows of the second round: every pair's signals with the first round's probabilities (n,) beside them."""
    again, names, position = [], pairs[0].pair.names, 0
    for one in pairs:
        own = first[position : position + one.labels.size].reshape(one.labels.shape)
        names, values = second_round(one.pair, own)
        again.append(values.reshape(-1, values.shape[-1]))
        position += one.labels.size
    base = rows_of(pairs)
    return Rows(names, np.concatenate(again), base.labels, base.events)


def fit_both(pairs: Sequence[LabelledPair], seed: int) -> tuple[Any, Any, Values]:
    """First and second round, and the second round's out-of-fold probabilities (n,) for calibration."""
    rows = rows_of(pairs)
    second_rows = with_first(pairs, out_of_fold(rows, seed))
    return (
        fit(rows.values, rows.labels, seed),
        fit(second_rows.values, second_rows.labels, seed),
        out_of_fold(second_rows, seed + 1),
    )


def apply_both(models: tuple[Any, Any], pairs: Sequence[LabelledPair]) -> Values:
    """Second-round probabilities (n,) of unseen pairs."""
    first = predict(models[0], rows_of(pairs).values)
    return predict(models[1], with_first(pairs, first).values)
