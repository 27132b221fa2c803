"""Fit the link scorer on the labelled events and report honest figures: ``python -m training.scorer``.

Writes ``compare/data/scorer.json`` (all events) and prints what trees that never saw an event make of it: five-fold
cross-validation over all events, and the set-aside third scored by trees fitted on the other two thirds.
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
from training.scorer.fit import Fitted, Keep, any_language, apply, everything, fit_all, folds_of, rows_of

MORE = 1000  # events with our own labels are numbered from here, apart from the gold
TARGET = Path(__file__).parents[2] / "compare" / "data" / "scorer.json"
Values = npt.NDArray[np.float64]


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--model", default="builtin", help="encoder")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--skip-check", action="store_true", help="fit and write without the honest figures")
    options = parser.parse_args()
    encoder = load(options.model)
    gold = list(labelled_pairs(gold_events(options.data), encoder))
    more = list(labelled_pairs(more_events(options.data), encoder, first_number=MORE))
    if not options.skip_check:
        _check(gold, more, options.seed, everything, "")
        _check(gold, more, options.seed, any_language, "two languages' signals: ")
    one = fit_all(gold, more, options.seed)
    labels = rows_of(gold).labels
    record = {
        "name": f"trees-{len({pair.event for pair in (*gold, *more)})}-events/{encoder.name}",
        "threshold": _best_threshold(_calibrated(one.honest, *_platt(_log_odds(one.honest), labels)), labels),
        "one_language": _record(one, labels),
        "two_languages": _record(fit_all(gold, more, options.seed, any_language), labels),
    }
    options.out.write_text(json.dumps(record, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote {options.out.name}: threshold {record['threshold']}, {options.out.stat().st_size} bytes")


def _record(fitted: Fitted, labels: npt.NDArray[np.int64]) -> dict[str, Any]:
    """The calibrated trees for the JSON file."""
    slope, offset = _platt(_log_odds(fitted.honest), labels)
    return forest_record(fitted.model, fitted.names) | {"slope": round(slope, 4), "offset": round(offset, 4)}


def _check(pairs: Sequence[LabelledPair], more: Sequence[LabelledPair], seed: int, keep: Keep, title: str) -> None:
    """Print figures on gold events that the trees did not see."""
    rows = rows_of(pairs)
    crossed = np.zeros(len(rows.labels))
    folds = folds_of(rows.events, seed)
    sizes = [one.labels.size for one in pairs]
    of_pair = folds[np.concatenate([[0], np.cumsum(sizes)[:-1]])]
    for fold in np.unique(folds):
        train = [one for one, own in zip(pairs, of_pair, strict=True) if own != fold]
        held = [one for one, own in zip(pairs, of_pair, strict=True) if own == fold]
        fitted = fit_all(train, more, seed, keep)
        calibration = _platt(_log_odds(fitted.honest), rows_of(train).labels)
        crossed[folds == fold] = _calibrated(apply(fitted, held), *calibration)
    for name, chosen in {
        "cross-validation, all events": rows.events >= 0,
        "cross-validation, gold_dev": rows.events < 20,
        "cross-validation, set-aside third": rows.events % 3 == 2,
    }.items():
        _figures(title + name, crossed[chosen], rows.labels[chosen])


def _figures(name: str, probability: Values, labels: npt.NDArray[np.int64]) -> None:
    known = labels != LEFT_OUT
    scored = [(float(p), bool(y)) for p, y in zip(probability[known], labels[known], strict=True)]
    threshold = _best_threshold(probability, labels)
    print(
        f"{name:60} AP {average_precision(scored):.3f}  F1 {_f1(probability, labels, threshold):.3f} at {threshold:.2f}"
        f"  F1 at 0.35 {_f1(probability, labels, 0.35):.3f}"
        f"  calibration error {calibration_error(scored):.3f},"
        f" {calibration_error([one for one in scored if one[0] >= 0.1]):.3f} from 0.1",
        flush=True,
    )


def _log_odds(probability: Values) -> Values:
    clipped = np.clip(probability, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(clipped / (1 - clipped)))


def _calibrated(probability: Values, slope: float, offset: float) -> Values:
    return np.asarray(1 / (1 + np.exp(-(slope * _log_odds(probability) + offset))))


def _platt(log_odds: Values, labels: npt.NDArray[np.int64]) -> tuple[float, float]:
    """Slope and offset of a logistic fit of the labels to log-odds (Platt 1999)."""
    from sklearn.linear_model import LogisticRegression

    known = labels != LEFT_OUT
    model = LogisticRegression(C=1e6).fit(log_odds[known, None], labels[known])
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def _best_threshold(probability: Values, labels: npt.NDArray[np.int64]) -> float:
    """The threshold, in hundredths, with the best F1."""
    return float(max(np.arange(0.1, 0.9, 0.01), key=lambda one: _f1(probability, labels, one)).round(2))


def _f1(probability: Values, labels: npt.NDArray[np.int64], threshold: float) -> float:
    known = labels != LEFT_OUT
    called, linked = probability[known] >= threshold, labels[known] == 1
    return float(2 * (called & linked).sum() / (called.sum() + linked.sum()))


if __name__ == "__main__":
    main()
