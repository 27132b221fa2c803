"""Fit the link scorer on the labelled events and report honest figures: ``python -m training.scorer``.

Writes ``compare/data/scorer.json`` and prints five-fold cross-validation over the gold events; our own labels
(``training/labels``) are only learned from.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.encode import load
from compare.evaluate.scoring import average_precision, calibration_error
from training.common import default_data
from training.labelled import gold_events, more_events
from training.scorer.dataset import LEFT_OUT, LabelledPair, labelled_pairs
from training.scorer.export import forest_record
from training.scorer.fit import Fitted, Rows, any_language, fit_all, rows_of

DEV_EVENTS = 20
NEARLY = 0.005
MORE = 1000  # events with our own labels are numbered from here, apart from the gold
TARGET = Path(__file__).parents[2] / "compare" / "data" / "scorer.json"
Values = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--model", default="builtin", help="encoder")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    encoder = load(options.model)
    gold = list(labelled_pairs(gold_events(options.data), encoder))
    more = list(labelled_pairs(more_events(options.data), encoder, first_number=MORE))
    record = record_of(gold, more, options.seed, encoder.name, tell=True)
    options.out.write_text(json.dumps(record, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote {options.out.name}: threshold {record['threshold']}, {options.out.stat().st_size} bytes")


def record_of(
    gold: Sequence[LabelledPair], more: Sequence[LabelledPair], seed: int, encoder: str, *, tell: bool = False
) -> dict[str, Any]:
    """Fit both forests and return the JSON record; ``tell`` prints cross-validated figures."""
    one, two, rows = fit_all(gold, more, seed), fit_all(gold, more, seed, any_language), rows_of(gold)
    if tell:
        show("one language", one, rows)
        show("two languages", two, rows)
    return {
        "name": f"trees-{len({pair.event for pair in (*gold, *more)})}-events/{encoder}",
        "threshold": _best_threshold(calibrated(one, rows.labels)[0], rows.labels),
        "one_language": _record(one, rows.labels),
        "two_languages": _record(two, rows.labels),
    }


def _record(fitted: Fitted, labels: Labels) -> dict[str, Any]:
    """The calibrated trees for the JSON file."""
    _, slope, offset = calibrated(fitted, labels)
    return forest_record(fitted.model, fitted.names) | {"slope": round(slope, 4), "offset": round(offset, 4)}


def show(title: str, fitted: Fitted, rows: Rows) -> None:
    """Print cross-validated figures: what trees that never saw an event make of it."""
    probability, _, _ = calibrated(fitted, rows.labels)
    for name, chosen in {
        "all gold events": rows.events >= 0,
        "gold_dev": rows.events < DEV_EVENTS,
        "set-aside third": rows.events % 3 == 2,
    }.items():
        _figures(f"{title}, {name}", probability[chosen], rows.labels[chosen])


def calibrated(fitted: Fitted, labels: Labels) -> tuple[Values, float, float]:
    """Out-of-fold probabilities (n,) after a logistic fit to the labels (Platt 1999), with its slope and offset."""
    from sklearn.linear_model import LogisticRegression

    clipped = np.clip(fitted.honest, 1e-6, 1 - 1e-6)
    log_odds = np.log(clipped / (1 - clipped))
    known = labels != LEFT_OUT
    model = LogisticRegression(C=1e6).fit(log_odds[known, None], labels[known])
    slope, offset = float(model.coef_[0, 0]), float(model.intercept_[0])
    return np.asarray(1 / (1 + np.exp(-(slope * log_odds + offset)))), slope, offset


def _figures(name: str, probability: Values, labels: Labels) -> None:
    known = labels != LEFT_OUT
    scored = [(float(p), bool(y)) for p, y in zip(probability[known], labels[known], strict=True)]
    threshold = _best_threshold(probability, labels)
    print(
        f"{name:32} AP {average_precision(scored):.3f}  F1 {_f1(probability, labels, threshold):.3f} at {threshold:.2f}"
        f"  F1 at 0.35 {_f1(probability, labels, 0.35):.3f}"
        f"  calibration error {calibration_error(scored):.3f},"
        f" {calibration_error([one for one in scored if one[0] >= 0.1]):.3f} from 0.1",
        flush=True,
    )


def _best_threshold(probability: Values, labels: Labels) -> float:
    """The strictest threshold, in hundredths, whose F1 is within half a point of the best: a false link costs more."""
    scores = {round(float(one), 2): _f1(probability, labels, one) for one in np.arange(0.1, 0.9, 0.01)}
    return max(one for one, score in scores.items() if score >= max(scores.values()) - NEARLY)


def _f1(probability: Values, labels: Labels, threshold: float) -> float:
    known = labels != LEFT_OUT
    called, linked = probability[known] >= threshold, labels[known] == 1
    return float(2 * (called & linked).sum() / (called.sum() + linked.sum()))


if __name__ == "__main__":
    main()
