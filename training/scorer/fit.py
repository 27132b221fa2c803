"""Fitting the trees, and cross-validation by event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.align.signals import ANY_LANGUAGE
from training.labelled import MINED_FROM
from training.scorer.dataset import LEFT_OUT, LabelledPair

FOLDS = 5
LIKENESS = "event_word_cosine"
EASY, EVERY = 0.06, 5
LIKE_GOLD = 4.0  # the weight of a row of the gold, or of the collections it comes from, beside one of a mined event
TREES: dict[str, Any] = {
    "n_estimators": 450,
    "learning_rate": 0.05,
    "num_leaves": 48,
    "min_child_samples": 60,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bytree": 0.3,
    "reg_lambda": 5.0,
    "n_jobs": 2,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}

Signals = npt.NDArray[np.float32]
Values = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]


Keep = Callable[[str], bool]


def everything(name: str) -> bool:
    """Keep every signal."""
    return True


def any_language(name: str) -> bool:
    """Keep the signals that mean the same whatever the languages of two articles."""
    return name.startswith(ANY_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Rows:
    """Sentence pairs as rows: signals (n, f), labels (n,) with -1 for left-out pairs, event number (n,).

    ``easy`` (n,) is the word likeness below which an unlinked pair teaches little.
    """

    names: tuple[str, ...]
    values: Signals
    labels: Labels
    events: npt.NDArray[np.int64]
    easy: Signals


def rows_of(pairs: Sequence[LabelledPair], keep: Keep = everything) -> Rows:
    """Flatten pairs of articles into rows of sentence pairs, in order, with the signals to keep."""
    names = pairs[0].names
    columns = [number for number, name in enumerate(names) if keep(name)]
    likeness = names.index(LIKENESS)
    flat = [one.values.reshape(-1, one.values.shape[-1]) for one in pairs]
    return Rows(
        tuple(names[number] for number in columns),
        np.concatenate([values[:, columns] for values in flat]),
        np.concatenate([one.labels.ravel() for one in pairs]),
        np.concatenate([np.full(one.labels.size, one.event) for one in pairs]),
        np.concatenate([values[:, likeness] for values in flat]),
    )


def fit(rows: Rows, seed: int) -> Any:
    """A LightGBM classifier on the labelled rows, those of the gold's kind weighing more; of the plainly unlike pairs
    every fifth stands for five.
    """
    from lightgbm import LGBMClassifier

    easy = (rows.labels == 0) & (rows.easy < EASY)
    chosen = (rows.labels != LEFT_OUT) & (~easy | (np.cumsum(easy) % EVERY == 0))
    weights = (np.where(easy, float(EVERY), 1.0) * np.where(rows.events < MINED_FROM, LIKE_GOLD, 1.0))[chosen]
    model = LGBMClassifier(**TREES, random_state=seed)
    return model.fit(rows.values[chosen], rows.labels[chosen], sample_weight=weights)


def predict(model: Any, values: Signals) -> Values:
    """Uncalibrated probability (n,) of rows."""
    return np.asarray(model.booster_.predict(values), dtype=float)


def folds_of(events: npt.NDArray[np.int64], seed: int) -> npt.NDArray[np.int64]:
    """Fold number (n,) of each row; all rows of an event share one."""
    order = np.random.default_rng(seed).permutation(int(events.max()) + 1)
    return np.asarray(order[events] % FOLDS)


def out_of_fold(rows: Rows, more: Rows | None, seed: int) -> tuple[Values, list[Any]]:
    """Probability (n,) of each row by trees that did not see its event, and these trees by the number of the fold.

    ``more`` rows are only learned from.
    """
    folds = folds_of(rows.events, seed)
    result, models = np.zeros(len(rows.labels)), []
    for fold in range(FOLDS):
        held = folds == fold
        models.append(fit(joined(_chosen(rows, ~held), more), seed))
        result[held] = predict(models[-1], rows.values[held])
    return result, models


def _chosen(rows: Rows, mask: npt.NDArray[np.bool_]) -> Rows:
    return Rows(rows.names, rows.values[mask], rows.labels[mask], rows.events[mask], rows.easy[mask])


def joined(rows: Rows, more: Rows | None) -> Rows:
    """Both sets of rows, one after the other."""
    if more is None:
        return rows
    both = {
        name: np.concatenate([getattr(rows, name), getattr(more, name)])
        for name in ("values", "labels", "events", "easy")
    }
    return Rows(rows.names, **both)
