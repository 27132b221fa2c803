"""Fit the link scorer on the gold events and report honest figures: ``python -m training.scorer``.

Writes ``compare/data/scorer.json`` (all events) and prints what trees that never saw an event make of it: five-fold
cross-validation over all events, and the set-aside third scored by trees fitted on the other two thirds.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from compare.encode import load
from compare.evaluate import read_gold
from compare.evaluate.scoring import average_precision, calibration_error
from training.common import GOLD_FILES, default_data
from training.scorer.dataset import LEFT_OUT, LabelledPair, labelled_pairs
from training.scorer.export import forest_record
from training.scorer.fit import apply_both, fit_both, folds_of, rows_of

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
    pairs = list(labelled_pairs(list(read_gold([options.data / name for name in GOLD_FILES])), encoder))
    if not options.skip_check:
        _check(pairs, options.seed)
    first, second, honest = fit_both(pairs, options.seed)
    labels = rows_of(pairs).labels
    slope, offset = _platt(_log_odds(honest), labels)
    names = pairs[0].pair.names
    record = {
        "name": f"trees-{len(np.unique(rows_of(pairs).events))}-events/{encoder.name}",
        "threshold": _best_threshold(_calibrated(honest, slope, offset), labels),
        "first": forest_record(first, names, "first round"),
        "second": forest_record(second, _second_names(pairs), "second round"),
    }
    record["second"] |= {"slope": round(slope, 4), "offset": round(offset, 4)}
    options.out.write_text(json.dumps(record, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote {options.out.name}: threshold {record['threshold']}, {options.out.stat().st_size} bytes")


def _check(pairs: Sequence[LabelledPair], seed: int) -> None:
    """Print figures on events that the trees did not see."""
    rows = rows_of(pairs)
    crossed = np.zeros(len(rows.labels))
    folds = folds_of(rows.events, seed)
    sizes = [one.labels.size for one in pairs]
    of_pair = folds[np.concatenate([[0], np.cumsum(sizes)[:-1]])]
    for fold in np.unique(folds):
        train = [one for one, own in zip(pairs, of_pair, strict=True) if own != fold]
        held = [one for one, own in zip(pairs, of_pair, strict=True) if own == fold]
        first, second, honest = fit_both(train, seed)
        calibration = _platt(_log_odds(honest), rows_of(train).labels)
        crossed[folds == fold] = _calibrated(apply_both((first, second), held), *calibration)
    for name, chosen in {
        "cross-validation, all events": rows.events >= 0,
        "cross-validation, gold_dev": rows.events < 20,
        "cross-validation, set-aside third": rows.events % 3 == 2,
    }.items():
        _figures(name, crossed[chosen], rows.labels[chosen])


def _figures(name: str, probability: Values, labels: npt.NDArray[np.int64]) -> None:
    known = labels != LEFT_OUT
    scored = [(float(p), bool(y)) for p, y in zip(probability[known], labels[known], strict=True)]
    threshold = _best_threshold(probability, labels)
    print(
        f"{name:36} AP {average_precision(scored):.3f}  F1 {_f1(probability, labels, threshold):.3f} at {threshold:.2f}"
        f"  F1 at 0.35 {_f1(probability, labels, 0.35):.3f}"
        f"  calibration error {calibration_error(scored):.3f},"
        f" {calibration_error([one for one in scored if one[0] >= 0.1]):.3f} from 0.1",
        flush=True,
    )


def _second_names(pairs: Sequence[LabelledPair]) -> tuple[str, ...]:
    from compare.align.scorer import second_round

    return second_round(pairs[0].pair, np.zeros(pairs[0].labels.shape))[0]


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
