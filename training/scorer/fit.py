"""Fitting the trees, and cross-validation by event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.align.signals import ANY_LANGUAGE
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


Keep = Callable[[str], bool]


def everything(name: str) -> bool:
    """Keep every signal."""
    return True


def any_language(name: str) -> bool:
    """Keep the signals that mean the same whatever the languages of two articles."""
    return name.startswith(ANY_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Rows:
    """Sentence pairs as rows: signals (n, f), labels (n,) with -1 for left-out pairs, event number (n,)."""

    names: tuple[str, ...]
    values: Values
    labels: npt.NDArray[np.int64]
    events: npt.NDArray[np.int64]


def rows_of(pairs: Sequence[LabelledPair], keep: Keep = everything) -> Rows:
    """Flatten pairs of articles into rows of sentence pairs, in order, with the signals to keep."""
    return _kept(
        Rows(
            pairs[0].pair.names,
            np.concatenate([one.pair.values.reshape(-1, one.pair.values.shape[-1]) for one in pairs]),
            np.concatenate([one.labels.ravel() for one in pairs]),
            np.concatenate([np.full(one.labels.size, one.event) for one in pairs]),
        ),
        keep,
    )


def _kept(rows: Rows, keep: Keep) -> Rows:
    columns = [number for number, name in enumerate(rows.names) if keep(name)]
    names = tuple(rows.names[number] for number in columns)
    return Rows(names, rows.values[:, columns], rows.labels, rows.events)


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


def out_of_fold(rows: Rows, more: Rows | None, seed: int) -> Values:
    """Probability (n,) of each row by trees that did not see its event; ``more`` rows are only learned from."""
    folds = folds_of(rows.events, seed)
    result = np.zeros(len(rows.labels))
    for fold in np.unique(folds):
        held = folds == fold
        result[held] = predict(_fit(_chosen(rows, ~held), more, seed), rows.values[held])
    return result


def _chosen(rows: Rows, mask: npt.NDArray[np.bool_]) -> Rows:
    return Rows(rows.names, rows.values[mask], rows.labels[mask], rows.events[mask])


def _fit(rows: Rows, more: Rows | None, seed: int) -> Any:
    if more is None:
        return fit(rows.values, rows.labels, seed)
    return fit(np.concatenate([rows.values, more.values]), np.concatenate([rows.labels, more.labels]), seed)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model, the names of its signals, and honest probabilities (n,) of its own rows for calibration."""

    model: Any
    names: tuple[str, ...]
    honest: Values
    keep: Keep


def fit_all(pairs: Sequence[LabelledPair], more: Sequence[LabelledPair], seed: int, keep: Keep = everything) -> Fitted:
    """Fit on all pairs; calibration probabilities are out of fold, of ``pairs`` alone."""
    rows, extra = rows_of(pairs, keep), rows_of(more, keep) if more else None
    return Fitted(_fit(rows, extra, seed), rows.names, out_of_fold(rows, extra, seed), keep)


def apply(fitted: Fitted, pairs: Sequence[LabelledPair]) -> Values:
    """Uncalibrated probabilities (n,) of unseen pairs."""
    return predict(fitted.model, rows_of(pairs, fitted.keep).values)
