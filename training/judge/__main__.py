"""Fit the weights of the checks and print what they reach: ``python -m training.judge [--data DIR] [--dry-run]``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import compare
from compare.judge.weighing import SHIPPED, load_weighing
from compare.judge.words import Weights
from compare.types import Relation
from training.common import default_data
from training.judge.examples import UNLINKED, Labelled, agreeing, clashes, labelled_pairs
from training.judge.figures import by_kind, cross_validated, relations, summary, timed
from training.judge.fit import fit
from training.judge.words import rarities

ASIDE = 3


def main(arguments: Sequence[str]) -> None:
    """Fit on all gold events and write the weights; figures for tuned, set-aside and cross-validated events."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--dry-run", action="store_true", help="print figures, write nothing")
    chosen = parser.parse_args(arguments)
    pairs = labelled_pairs(chosen.data)
    weighing = replace(load_weighing(), words=Weights(rarities(chosen.data)))
    found = timed(pairs, list(clashes(pairs, weighing.words)), weighing)
    tuned = [one for one in found if pairs[one.pair].event % ASIDE != ASIDE - 1]
    equal = list(agreeing(pairs, weighing.words))
    tuned_equal = [one for one in equal if pairs[one.pair].event % ASIDE != ASIDE - 1]
    record = fit(pairs, tuned, tuned_equal, weighing.words)
    by_tuned = relations(pairs, found, record)
    show("tuned events", pairs, by_tuned, [pair.event % ASIDE != ASIDE - 1 for pair in pairs])
    show("set-aside events", pairs, by_tuned, [pair.event % ASIDE == ASIDE - 1 for pair in pairs])
    show("cross-validation", pairs, cross_validated(pairs, found, equal, weighing), [True] * len(pairs))
    if not chosen.dry_run:
        target = Path(compare.__file__).parent / "data" / SHIPPED
        text = json.dumps(fit(pairs, found, equal, weighing.words), ensure_ascii=False, indent=1)
        target.write_text(text + "\n", encoding="utf-8")


def show(title: str, pairs: Sequence[Labelled], found: Sequence[Relation], wanted: Sequence[bool]) -> None:
    """Print the figures of the wanted pairs."""
    here = [number for number, one in enumerate(wanted) if one]
    linked = [number for number in here if not pairs[number].is_all(UNLINKED)]
    own, relation = [pairs[number] for number in linked], [found[number] for number in linked]
    false = [found[number] for number in here if pairs[number].is_all(UNLINKED)]
    print(f"{title}: {len(own)} linked pairs")
    print(f"  of {len(false)} unlinked pairs beside them called conflict: {false.count('conflict')}")
    for label in ("conflict", "update"):
        print("  " + summary(own, relation, label))
    print("  conflicts found by kind: " + by_kind(own, relation))


if __name__ == "__main__":
    main(sys.argv[1:])
