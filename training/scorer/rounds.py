"""Both rounds of the scorer: trees over the signals of a pair, then trees over what third articles say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.align.between import FLOOR, between_signals, log_odds
from training.scorer.dataset import LEFT_OUT, LabelledPair
from training.scorer.export import forest_record
from training.scorer.fit import FOLDS, Labels, Values, fit, folds_of, joined, out_of_fold, rows_of

ROUNDS = 80
SLACK = 0.002
SECOND: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 7,
    "min_data_in_leaf": 100,
    "lambda_l2": 10.0,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "feature_fraction": 0.6,
    "num_threads": 1,
    "verbose": -1,
}


@dataclass(frozen=True, slots=True)
class Part:
    """Both rounds' trees, as JSON records, that have not seen these events."""

    events: frozenset[int]
    one_language: dict[str, Any]
    between: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rounds:
    """What was fitted, as JSON records, and honest probabilities (n,) of the gold rows after each round.

    ``parts`` hold the trees that have given each fifth of the events these probabilities.
    """

    one_language: dict[str, Any]
    between: dict[str, Any]
    threshold: float
    first: Values
    second: Values
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Rows that a third article says something of: their places among all rows (r,), and their signals (r, f)."""

    names: tuple[str, ...]
    places: npt.NDArray[np.int64]
    values: Values


def fit_rounds(gold: Sequence[LabelledPair], more: Sequence[LabelledPair], seed: int) -> Rounds:
    """Fit both rounds on all pairs; the second learns from first-round probabilities by trees that saw not the event.

    Calibration (Platt 1999) and threshold are fitted on the gold rows alone, which come first among all.
    """
    rows = joined(rows_of(gold), rows_of(more) if more else None)
    count = sum(one.labels.size for one in gold)
    labels, folds = rows.labels, folds_of(rows.events, seed)
    raw, models = out_of_fold(rows, None, seed)
    first, *line = calibrated(raw, labels, count)
    third = third_articles([*gold, *more], first)
    second, later_trees = first.copy(), []
    for fold in range(FOLDS):
        held = folds[third.places] == fold
        later_trees.append(fit_between(third, first, labels, ~held, seed))
        second[third.places[held]] = with_trees(later_trees[-1], third.values[held], first[third.places[held]])
    again, *later = calibrated(second[third.places], labels[third.places], int((third.places < count).sum()))
    second[third.places] = again
    trees = fit_between(third, first, labels, np.ones(len(third.places), bool), seed)
    parts = (
        Part(
            frozenset(np.unique(rows.events[folds == fold]).tolist()),
            record(forest_record(models[fold].booster_, rows.names), line),
            record(forest_record(later_trees[fold], third.names), later),
        )
        for fold in range(FOLDS)
    )
    return Rounds(
        record(forest_record(fit(rows, seed).booster_, rows.names), line),
        record(forest_record(trees, third.names), later),
        best_threshold(second[:count], labels[:count]),
        first[:count],
        second[:count],
        tuple(parts),
    )


def third_articles(pairs: Sequence[LabelledPair], first: Values) -> Between:
    """Signals of the rows of all events of three articles or more, from the first-round probabilities (n,)."""
    places: list[npt.NDArray[np.int64]] = []
    values: list[Values] = []
    names: tuple[str, ...] = ()
    start = 0
    for _, own in groupby(pairs, key=lambda one: one.event):
        links: dict[tuple[int, int], Values] = {}
        offsets: dict[tuple[int, int], int] = {}
        number: dict[str, int] = {}
        for one in own:
            ends = [number.setdefault(article, len(number)) for article in (one.left, one.right)]
            links[ends[0], ends[1]] = first[start : start + one.labels.size].reshape(one.labels.shape)
            offsets[ends[0], ends[1]] = start
            start += one.labels.size
        for place, signals in between_signals(links):
            names = tuple(signals)
            chosen = np.flatnonzero(links[place].ravel() >= FLOOR)
            places.append(offsets[place] + chosen)
            values.append(np.stack([signals[name].ravel()[chosen] for name in names], axis=-1))
    if not places:
        return Between((), np.zeros(0, np.int64), np.zeros((0, 0)))
    return Between(names, np.concatenate(places), np.concatenate(values))


def fit_between(third: Between, first: Values, labels: Labels, chosen: npt.NDArray[np.bool_], seed: int) -> Any:
    """Trees that correct the first round's log odds on the chosen rows of `third`."""
    import lightgbm

    chosen = chosen & (labels[third.places] != LEFT_OUT)
    start = log_odds(first[third.places[chosen]])
    data = lightgbm.Dataset(third.values[chosen], labels[third.places[chosen]], init_score=start)
    return lightgbm.train({**SECOND, "seed": seed}, data, ROUNDS)


def with_trees(trees: Any, values: Values, first: Values) -> Values:
    """Second-round probabilities (r,) before calibration."""
    odds = log_odds(first) + np.asarray(trees.predict(values, raw_score=True), dtype=float)
    return np.asarray(1 / (1 + np.exp(-odds)))


def calibrated(probability: Values, labels: Labels, count: int) -> tuple[Values, float, float]:
    """All probabilities (n,) after a logistic fit to the labels of the first `count`, with its slope and offset."""
    from sklearn.linear_model import LogisticRegression

    odds = log_odds(probability)
    known = np.flatnonzero(labels[:count] != LEFT_OUT)
    model = LogisticRegression(C=1e6).fit(odds[known, None], labels[known])
    slope, offset = float(model.coef_[0, 0]), float(model.intercept_[0])
    return np.asarray(1 / (1 + np.exp(-(slope * odds + offset)))), slope, offset


def record(trees: dict[str, Any], line: Sequence[float]) -> dict[str, Any]:
    """The trees with their calibration, for the JSON file."""
    return trees | {"slope": round(line[0], 4), "offset": round(line[1], 4)}


def best_threshold(probability: Values, labels: Labels) -> float:
    """The lowest threshold, in hundredths, whose F1 is within ``SLACK`` of the best: the curve is flat there.

    A missed link makes a claim that two sources share look like one source's own; a weak one is listed as less sure.
    """
    scores = {round(float(one), 2): f1(probability, labels, one) for one in np.arange(0.1, 0.9, 0.01)}
    return min(one for one, score in scores.items() if score >= max(scores.values()) - SLACK)


def f1(probability: Values, labels: Labels, threshold: float) -> float:
    """F1 of the rows from a threshold on; rows left out of scoring do not count."""
    known = labels != LEFT_OUT
    called, linked = probability[known] >= threshold, labels[known] == 1
    return float(2 * (called & linked).sum() / (called.sum() + linked.sum()))
