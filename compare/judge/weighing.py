"""The learned weighing: how likely a clash is a real one.

Whether two figures or dates tell of one thing is a logistic regression (``slots``), whether a clash is real are trees
over that and all other features of the clash (``trees.py``). Changes, and clashes of which there are few examples, have
weights by hand (``families``). ``training/judge`` fits them and writes ``compare/data/judge.json`` and
``judge-trees.json``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from compare.judge.evidence import Evidence
from compare.judge.sides import Pair
from compare.judge.spelling import fold
from compare.judge.surroundings import sentence_overlap
from compare.judge.trees import Trees, trees_from
from compare.judge.words import Weights
from compare.types import Relation

SHIPPED, SHIPPED_TREES = "judge.json", "judge-trees.json"
FILES = (SHIPPED, SHIPPED_TREES)
FARTHEST = 12.0


@dataclass(frozen=True, slots=True)
class Family:
    """Coefficients of features; a missing feature is 0."""

    intercept: float
    coefficients: Mapping[str, float]

    def logit(self, features: Mapping[str, float]) -> float:
        """Log-odds by these features, kept within bounds that a probability can tell apart."""
        total = sum(weight * features.get(name, 0.0) for name, weight in self.coefficients.items())
        return max(-FARTHEST, min(FARTHEST, self.intercept + total))


@dataclass(frozen=True, slots=True)
class Weighing:
    """Tables by name, which one weighs which relation of a check ("number update"), trees for all others, thresholds.

    ``slots`` tell by check how alike the surroundings of two places of one thing are, learned from figures and dates
    that agree, of which there are many more than conflicts.
    """

    families: Mapping[str, Family]
    slots: Mapping[str, Family]
    trees: Trees
    family_of: Mapping[str, str]
    thresholds: Mapping[str, float]
    words: Weights

    def weigh(self, check: str, evidence: Evidence, pair: Pair) -> float:
        """Probability (0 to 1) that the evidence's relation holds, given that the two sentences are linked."""
        return self.probability(check, evidence.relation, all_features(check, evidence, pair))

    def probability(self, check: str, relation: Relation, features: Mapping[str, float]) -> float:
        """Probability by features: first whether both places tell of one thing, then whether the relation is real."""
        known = with_slot(check, features, self.slots)
        family = self.family_of.get(f"{check} {relation}")
        return _sigmoid(self.families[family].logit(known) if family else self.trees.logit(known))


def with_slot(check: str, features: Mapping[str, float], slots: Mapping[str, Family]) -> Mapping[str, float]:
    """The features with the log-odds that both places tell of one thing, where the check has them learned."""
    return {**features, "slot_score": slots[check].logit(features)} if check in slots else features


def _sigmoid(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-logit))


def all_features(check: str, evidence: Evidence, pair: Pair) -> dict[str, float]:
    """A clash's own features, those of the two sentences as wholes, and which check and family it comes from."""
    contained, alike = sentence_overlap(pair)
    own = dict(evidence.features)
    return {
        **own,
        "contained": contained,
        "names_shared": _names_shared(pair),
        "alike": alike,
        **pair.context.shared(pair.left.article.id, pair.right.article.id),
        f"check_{check}": 1.0,
        **{f"{one}_and_{other}": own.get(one, 0.0) * own.get(other, 0.0) for one, other in TOGETHER},
    }


def _names_shared(pair: Pair) -> float:
    """Share of the words of the fewer names that the other sentence's names hold too; 0.5 where a side names nobody."""
    left, right = ({fold(word) for name in side.names for word in name.span.text.split()} for side in pair.sides)
    fewer = min(len(left), len(right))
    return len(left & right) / fewer if fewer else 0.5


TOGETHER = (("is_money", "apart"), ("noun", "near"), ("noun", "touch_after"), ("near", "anchor"), ("before", "after"))


@cache
def load_weighing() -> Weighing:
    """The weights that ship with the package."""
    record, trees = (json.loads(files("compare.data").joinpath(name).read_text("utf-8")) for name in FILES)
    return weighing_from({**record, "trees": trees})


def weighing_from(record: Mapping[str, Any]) -> Weighing:
    """Read the weights from their JSON record."""
    families, slots = (
        {
            name: Family(float(table["intercept"]), {key: float(value) for key, value in table["weights"].items()})
            for name, table in record[part].items()
        }
        for part in ("families", "slots")
    )
    trees = trees_from(record["trees"])
    return Weighing(
        families, slots, trees, dict(record["family_of"]), dict(record["thresholds"]), Weights(record["words"])
    )
