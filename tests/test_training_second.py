"""Fitting the second look: what is read, what is learned, and that no fold is measured by itself."""

from __future__ import annotations

import numpy as np
import pytest

from compare.align.second import second_from
from training.scorer.dataset import LEFT_OUT
from training.scorer.second import FLOOR, best_threshold, f1, fit_second, honest_second, second


def rows(count: int = 400, seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(first, read, labels): both readings tell something of the label, the pair head more."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, count)
    first = np.clip(rng.normal(0.35 + 0.2 * labels, 0.15), 0.05, 0.95)
    link = np.clip(rng.normal(0.3 + 0.4 * labels, 0.15), 0.02, 0.98)
    return first, np.column_stack([link, np.full(count, 0.1)]), labels


def test_rows_that_were_not_read_keep_their_first_probability() -> None:
    """Without a reading nothing moves."""
    first = np.array([0.01, 0.02])
    weights = second_from({"floor": FLOOR, "threshold": 0.4, "intercept": 1, "first": 1, "link": 1, "clash": 0})
    assert second(weights, first, np.full((2, 2), np.nan)).tolist() == first.tolist()


def test_the_fit_trusts_what_tells_more() -> None:
    """Both readings get a positive weight, and together they do better than the first alone."""
    first, read, labels = rows()
    record = fit_second(first, read, labels)
    assert record["first"] > 0
    assert record["link"] > 0
    found = second(second_from(record), first, read)
    assert f1(found, labels, record["threshold"]) > f1(first, labels, best_threshold(first, labels))


def test_rows_left_out_of_scoring_teach_nothing() -> None:
    """Rows that only one annotator listed change neither the weights nor F1."""
    first, read, labels = rows()
    more = [np.concatenate([one, one[:50]]) for one in (first, read)]
    marked = np.concatenate([labels, np.full(50, LEFT_OUT)])
    assert fit_second(*more, marked) == pytest.approx(fit_second(first, read, labels))


def test_a_fold_is_judged_by_the_others() -> None:
    """Turning the labels of one fold over does not change that fold's own probabilities."""
    first, read, labels = rows()
    folds = np.arange(len(labels)) % 4
    turned = np.where(folds == 0, 1 - labels, labels)
    one, other = (honest_second(first, read, each, folds) for each in (labels, turned))
    assert np.allclose(one[folds == 0], other[folds == 0])
    assert not np.allclose(one[folds == 1], other[folds == 1])


def test_the_strictest_threshold_near_the_best_is_taken() -> None:
    """Where several thresholds give the same F1 the highest is chosen, for a false link costs more."""
    probability, labels = np.array([0.9, 0.8, 0.2, 0.1]), np.array([1, 1, 0, 0])
    assert best_threshold(probability, labels) == pytest.approx(0.8)
