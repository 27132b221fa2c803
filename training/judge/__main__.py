"""Fit the weights of the checks and print what they reach: ``python -m training.judge [--data DIR] [--dry-run]``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import compare
from compare.judge.weighing import SHIPPED, SHIPPED_TREES, load_weighing
from compare.judge.words import Weights
from compare.types import Relation
from training.common import default_data
from training.judge.examples import UNLINKED, Labelled, agreeing, clashes, labelled_pairs, more_pairs
from training.judge.figures import by_kind, cross_validated, relations, summary, timed
from training.judge.fit import fit
from training.judge.words import rarities
from training.labelled import MORE

ASIDE = 3


def main(arguments: Sequence[str]) -> None:
    """Fit on all labelled events and write the weights; figures for tuned, set-aside and cross-validated events.

    Our own labels are always learned from, but for the fold of the cross-validation that they are in.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--dry-run", action="store_true", help="print figures, write nothing")
    chosen = parser.parse_args(arguments)
    gold = labelled_pairs(chosen.data)
    pairs = [*gold, *more_pairs(chosen.data)]
    weighing = replace(load_weighing(), words=Weights(rarities(chosen.data)))
    found = timed(pairs, list(clashes(pairs, weighing.words)), weighing)
    equal = list(agreeing(pairs, weighing.words))
    aside = [pair.event < MORE and pair.event % ASIDE == ASIDE - 1 for pair in pairs]
    tuned, tuned_equal = ([one for one in each if not aside[one.pair]] for each in (found, equal))
    by_tuned = relations(pairs, found, fit(pairs, tuned, tuned_equal, weighing.words))
    show("set-aside gold events", pairs, by_tuned, aside)
    validated = cross_validated(pairs, found, equal, weighing)
    show("gold events, cross-validated", pairs, validated, [pair.event < MORE for pair in pairs])
    show("our own labels, cross-validated", pairs, validated, [pair.event >= MORE for pair in pairs])
    if not chosen.dry_run:
        write(fit(pairs, found, equal, weighing.words))


def write(record: dict[str, Any]) -> None:
    """Write the two files that ship, one tree a line."""
    folder = Path(compare.__file__).parent / "data"
    trees = record.pop("trees")
    (folder / SHIPPED).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees["trees"])
    text = f'{{"features": {json.dumps(trees["features"])},\n"trees": [\n{lines}\n]}}\n'
    (folder / SHIPPED_TREES).write_text(text, encoding="utf-8")


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
