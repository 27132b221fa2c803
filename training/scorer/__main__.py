"""Fit the link scorer on the labelled events and report honest figures: ``python -m training.scorer``.

Writes ``compare/data/scorer-context.json``, or ``scorer.json`` for an encoder of words alone (``--model builtin``),
and prints five-fold cross-validation over the gold events; our own labels (``training/labels``) are only learned from.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from compare.align.scorer import IN_CONTEXT, SHIPPED
from compare.align.semantic import ContextualEncoder
from compare.encode import DEFAULT, load
from compare.evaluate.scoring import average_precision, calibration_error
from training.common import default_data
from training.labelled import gold_events, more_events
from training.scorer.corrections import correct
from training.scorer.dataset import LEFT_OUT, labelled_pairs
from training.scorer.export import forest_record
from training.scorer.fit import Labels, Rows, Values, any_language, fit, joined, out_of_fold, rows_of
from training.scorer.rounds import best_threshold, calibrated, f1, fit_rounds, record

DEV_EVENTS = 20
DATA = Path(__file__).parents[2] / "compare" / "data"


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--model", default=DEFAULT, help="encoder")
    parser.add_argument("--out", type=Path, help="default: the file in compare/data for this encoder")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    encoder = load(options.model)
    gold = list(labelled_pairs(enumerate(gold_events(options.data)), encoder))
    more = list(labelled_pairs(more_events(options.data), encoder))
    rows, both = rows_of(gold), fit_rounds(gold, more, options.seed)
    show("one language", both.first, rows)
    show("with third articles", both.second, rows)
    across, extra = rows_of(gold, any_language), rows_of(more, any_language)
    honest, *line = calibrated(out_of_fold(across, extra, options.seed)[0], rows.labels, len(rows.labels))
    show("two languages", honest, rows)
    trees = forest_record(fit(joined(across, extra), options.seed).booster_, across.names)
    events = len({pair.event for pair in (*gold, *more)})
    scorer = {
        "name": f"trees-{events}-events-{len(gold[0].names)}-signals/{encoder.name}",
        "threshold": both.threshold,
        "one_language": both.one_language,
        "two_languages": record(trees, line),
        "between": both.between,
    }
    correct(scorer, options.data, encoder, options.seed)
    out = options.out or DATA / (IN_CONTEXT if isinstance(encoder, ContextualEncoder) else SHIPPED)
    out.write_text(json.dumps(scorer, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote {out.name}: threshold {scorer['threshold']}, {out.stat().st_size} bytes")


def show(title: str, probability: Values, rows: Rows) -> None:
    """Print figures of cross-validated probabilities (n,): what trees that never saw an event make of it."""
    for name, chosen in {
        "all gold events": rows.events >= 0,
        "gold_dev": rows.events < DEV_EVENTS,
        "set-aside third": rows.events % 3 == 2,
    }.items():
        _figures(f"{title}, {name}", probability[chosen], rows.labels[chosen])


def _figures(name: str, probability: Values, labels: Labels) -> None:
    known = labels != LEFT_OUT
    scored = [(float(p), bool(y)) for p, y in zip(probability[known], labels[known], strict=True)]
    threshold = best_threshold(probability, labels)
    print(
        f"{name:36} AP {average_precision(scored):.3f}  F1 {f1(probability, labels, threshold):.3f} at {threshold:.2f}"
        f"  F1 at 0.35 {f1(probability, labels, 0.35):.3f}"
        f"  calibration error {calibration_error(scored):.3f},"
        f" {calibration_error([one for one in scored if one[0] >= 0.1]):.3f} from 0.1",
        flush=True,
    )


if __name__ == "__main__":
    main()
