"""Precision and recall of conflicts and updates on gold-linked pairs: tuned, set aside, cross-validated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from compare.judge.sides import make_pair
from compare.judge.timing import moved_on
from compare.judge.verdict import Weighed, decide
from compare.judge.weighing import Weighing, weighing_from
from compare.types import Relation
from training.judge.examples import Clash, Labelled
from training.judge.fit import fit

FOLDS = 5


def relations(pairs: Sequence[Labelled], clashes: Sequence[Clash], record: dict[str, Any]) -> list[Relation]:
    """The relation of each pair by these weights, the link taken as certain."""
    weighing = weighing_from(record)
    weighed: list[list[Weighed]] = [[] for _ in pairs]
    for clash in clashes:
        weighed[clash.pair].append(
            Weighed(clash.evidence, weighing.probability(clash.check, clash.evidence.relation, clash.features))
        )
    for one in weighed:
        one.sort(key=lambda each: -each.probability)
    return [decide(one, 1.0, record["thresholds"])[0] for one in weighed]


def cross_validated(
    pairs: Sequence[Labelled], clashes: Sequence[Clash], equal: Sequence[Clash], weighing: Weighing
) -> list[Relation]:
    """The relation of each pair by weights that were fitted without its event."""
    result: list[Relation] = ["agree"] * len(pairs)
    for fold in range(FOLDS):
        held = [number for number, pair in enumerate(pairs) if pair.event % FOLDS == fold]
        inside = set(held)
        outside = [[one for one in each if one.pair not in inside] for each in (clashes, equal)]
        record = fit(pairs, outside[0], outside[1], weighing.words)
        found = relations(pairs, [one for one in clashes if one.pair in inside], record)
        for number in held:
            result[number] = found[number]
    return result


def summary(pairs: Sequence[Labelled], found: Sequence[Relation], label: str) -> str:
    """One line of precision, recall and F1."""
    predicted = [number for number, one in enumerate(found) if one == label]
    gold = [number for number, pair in enumerate(pairs) if pair.is_all(label)]
    right = len(set(predicted) & set(gold))
    precision = right / len(predicted) if predicted else 0.0
    recall = right / len(gold) if gold else 0.0
    score = 2 * right / (len(predicted) + len(gold)) if predicted or gold else 0.0
    return (
        f"{label}: P {precision:.2f}  R {recall:.2f}  F1 {score:.2f}  ({right} of {len(predicted)}, gold {len(gold)})"
    )


def by_kind(pairs: Sequence[Labelled], found: Sequence[Relation]) -> str:
    """Share of the gold conflicts of each kind that are found."""
    counts: dict[str, list[int]] = {}
    for pair, relation in zip(pairs, found, strict=True):
        if pair.is_all("conflict"):
            for kind in set(pair.kinds):
                counts.setdefault(kind, []).append(relation == "conflict")
    return "  ".join(f"{kind} {sum(hits)}/{len(hits)}" for kind, hits in sorted(counts.items()))


def timed(pairs: Sequence[Labelled], clashes: Sequence[Clash], weighing: Weighing) -> list[Clash]:
    """The clashes with those that time alone explains arguing for an update."""
    result = []
    for clash in clashes:
        one = pairs[clash.pair]
        note = moved_on(clash.evidence, make_pair(one.left, one.right, 1.0, one.context, weighing.words))
        changed = replace(clash.evidence, relation="update", note=note) if note else clash.evidence
        result.append(replace(clash, evidence=changed))
    return result
