"""What the scorer learns of articles that are not both Vietnamese: ``python -m training.scorer.corrections``.

Its trees learn from Vietnamese events. Two things are fitted on top, each on few events and so of few parameters: a
small forest that moves the log odds of two English articles (45 events of three US outlets, ``labels/english.jsonl``),
and the calibration of a Vietnamese and an English one (20 invented events, ``labels/mixed.jsonl``; Platt 1999; half of
what they ask for). Reads the scorer of ``compare/data``, writes it back with both, and prints figures cross-validated
by event. The calibration that the trees learned is kept beside it (``learned``), so that a second run gives the same.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from compare.align.between import log_odds
from compare.align.forest import forest_from
from compare.align.scorer import IN_CONTEXT, SHIPPED
from compare.align.semantic import ContextualEncoder
from compare.encode import DEFAULT, load
from compare.evaluate.gold import parse_event
from compare.evaluate.scoring import average_precision, calibration_error
from training.common import default_data
from training.labelled import ENGLISH, MIXED, more_records
from training.scorer.dataset import LEFT_OUT, LabelledPair, labelled_pairs
from training.scorer.export import forest_record
from training.scorer.fit import Labels, Rows, Values, rows_of
from training.scorer.rounds import ROUNDS, SECOND, calibrated, f1

DATA = Path(__file__).parents[2] / "compare" / "data"
FOLDS = 3
TREES: dict[str, Any] = SECOND | {"feature_fraction": 0.4}


def main() -> None:
    """Fit both, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--model", default=DEFAULT, help="encoder")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    encoder = load(options.model)
    path = DATA / (IN_CONTEXT if isinstance(encoder, ContextualEncoder) else SHIPPED)
    scorer = json.loads(path.read_text(encoding="utf-8"))
    correct(scorer, options.data, encoder, options.seed)
    path.write_text(json.dumps(scorer, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote {path.name}: {path.stat().st_size} bytes")


def correct(scorer: dict[str, Any], data: Path, encoder: Any, seed: int) -> None:
    """Add both to a scorer's record."""
    english, mixed = (_pairs(data, labels, encoder) for labels in (ENGLISH, MIXED))
    scorer["english"] = english_forest(scorer, english, seed)
    trees = scorer["two_languages"]
    trees |= trees.setdefault("learned", {name: trees[name] for name in ("slope", "offset")})
    slope, offset = between_languages(scorer, mixed)
    trees |= {"slope": round(slope, 4), "offset": round(offset, 4)}


def english_forest(scorer: dict[str, Any], pairs: Sequence[LabelledPair], seed: int) -> dict[str, Any]:
    """The forest that moves the log odds of two English articles, with its calibration."""
    rows = rows_of(pairs)
    start = _odds(scorer["one_language"], rows)
    threshold = scorer["threshold"]
    _show("English, trees of Vietnamese alone", 1 / (1 + np.exp(-start)), rows.labels, threshold)
    moved = np.zeros(len(start))
    for fold in range(FOLDS):
        held = rows.events % FOLDS == fold
        moved[held] = start[held] + _fit(rows, start, ~held, seed).predict(rows.values[held], raw_score=True)
    honest, *line = calibrated(1 / (1 + np.exp(-moved)), rows.labels, len(moved))
    _show("English, with a forest of its own", honest, rows.labels, threshold)
    trees = forest_record(_fit(rows, start, np.ones(len(start), bool), seed), rows.names)
    return trees | {"slope": round(line[0], 4), "offset": round(line[1], 4)}


def between_languages(scorer: dict[str, Any], pairs: Sequence[LabelledPair]) -> tuple[float, float]:
    """Slope and offset for articles in two languages."""
    rows = rows_of(pairs)
    before = 1 / (1 + np.exp(-_odds(scorer["two_languages"], rows)))
    _show("two languages, as calibrated before", before, rows.labels, scorer["threshold"])
    honest = np.zeros(len(before))
    for fold in range(FOLDS):
        held = rows.events % FOLDS == fold
        slope, offset = _half(*calibrated(before[~held], rows.labels[~held], int((~held).sum()))[1:])
        honest[held] = 1 / (1 + np.exp(-(slope * log_odds(before[held]) + offset)))
    _show("two languages, calibrated on them", honest, rows.labels, scorer["threshold"])
    slope, offset = _half(*calibrated(before, rows.labels, len(before))[1:])
    known = scorer["two_languages"]
    return slope * known["slope"], slope * known["offset"] + offset


def _half(slope: float, offset: float) -> tuple[float, float]:
    """Half of a calibration: the invented articles are short, and so their pairs easier than those of real ones."""
    return (1 + slope) / 2, offset / 2


def _pairs(data: Path, labels: Path, encoder: Any) -> list[LabelledPair]:
    records = more_records(data, (labels,))
    return list(labelled_pairs(enumerate(parse_event(record) for record in records), encoder))


def _odds(record: dict[str, Any], rows: Rows) -> Values:
    """Calibrated log odds (n,) of rows by a forest's record."""
    forest = forest_from(record)
    return forest.odds(forest.select(rows.names, rows.values.astype(float)))


def _fit(rows: Rows, start: Values, chosen: Any, seed: int) -> Any:
    import lightgbm

    chosen = chosen & (rows.labels != LEFT_OUT)
    data = lightgbm.Dataset(rows.values[chosen], rows.labels[chosen], init_score=start[chosen])
    return lightgbm.train({**TREES, "seed": seed}, data, ROUNDS)


def _show(title: str, probability: Values, labels: Labels, threshold: float) -> None:
    known = labels != LEFT_OUT
    scored = [(float(p), bool(y)) for p, y in zip(probability[known], labels[known], strict=True)]
    likely = [one for one in scored if one[0] >= 0.1]
    print(
        f"{title:38} AP {average_precision(scored):.3f}  F1 {f1(probability, labels, threshold):.3f} at {threshold:.2f}"
        f"  calibration error {calibration_error(scored):.3f}, {calibration_error(likely):.3f} from 0.1",
        flush=True,
    )


if __name__ == "__main__":
    main()
