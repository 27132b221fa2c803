"""Two rounds of logistic regression on what the checks find in the gold.

First, by check: do two places tell of one thing? Figures and times that agree are the examples for, clashes in pairs
that agree those against. Then, by family of checks: is the clash real? Conflicts are the examples for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from compare.judge.weighing import Family
from compare.judge.words import Weights
from training.judge.examples import UNLINKED, Clash, Labelled

FAMILIES = {
    "number": "number",
    "number update": "moved",
    "date": "date",
    "progress": "progress",
    "negation": "negation",
    "reversed": "reversed",
    "cause": "cause",
}
OTHER = "words"

# Set by hand: the gold holds some thirty updates, most of them prices of a single day, and hardly a plain negation.
BY_HAND = {
    "reversed": {"intercept": 0.5, "weights": {}},
    "cause": {"intercept": -3.5, "weights": {"effect": 4.0, "reason_shared": -8.0}},
    "negation": {"intercept": -3.6, "weights": {"clause": 3.0, "wide": 2.0, "scope_weight": 1.5, "contained": 1.0}},
    "moved": {
        "intercept": 0.6,
        "weights": {"slot_score": 1.0, "apart": -3.0, "is_money_and_apart": -25.0, "is_money": 0.6},
    },
    "progress": {
        "intercept": -3.6,
        "weights": {"in_order": 1.4, "against_order": -4.0, "scope_shared": 4.0, "contained": 1.0, "plan": -1.6},
    },
}
STRENGTH = 0.3
LEAST_USED = 3
# "link": below this probability of the link a clash is unclear, never a conflict. At 0.4 rather than 0.5 four more
# of the gold's conflicts are found for two more false ones (cross-validated, all 90 events in view): a clash in like
# surroundings is itself a sign that two sentences tell of one thing.
THRESHOLDS = {"conflict": 0.3, "update": 0.3, "unclear": 0.12, "link": 0.4}

# What tells of the place and not of the clash: equal figures have no distance, and are known elsewhere by nature.
SLOT = (
    "before",
    "after",
    "touch_before",
    "touch_after",
    "near",
    "wide",
    "anchor",
    "clause",
    "owner_same",
    "owner_other",
    "state_same",
    "state_other",
    "part_one",
    "part_both",
    "noun",
    "noun_missing",
    "unit",
    "position",
    "same_role",
    "told_one",
    "told_both",
    "noun_and_near",
    "noun_and_touch_after",
    "near_and_anchor",
    "before_and_after",
    "is_age",
    "is_percent",
    "is_money",
    "is_measure",
    "clocks",
    "coarse",
)
NUMBER = (
    "slot_score apart known_elsewhere known_at_all periods_apart hedged vague rivals slip is_age is_ordinal is_percent "
    "is_money"
)
SECOND = {"number": tuple(NUMBER.split()), "date": ("slot_score", "clocks", "one_part")}

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of features (n, f) with targets (n,) and weights (n,)."""

    names: tuple[str, ...]
    rows: Array
    targets: Array
    weights: Array


def family_of(check: str) -> str:
    """The family whose weights a check uses."""
    return FAMILIES.get(check, OTHER)


def fit(pairs: Sequence[Labelled], clashes: Sequence[Clash], equal: Sequence[Clash], words: Weights) -> dict[str, Any]:
    """The JSON record of the weights learned from these clashes, and from the figures and times that agree."""
    slots = {check: _fitted(slot_table(check, pairs, clashes, equal)) for check in sorted({one.check for one in equal})}
    scored = [_with_slot(one, slots) for one in clashes]
    families = {}
    for family in sorted({family_of(clash.check) for clash in clashes} - BY_HAND.keys()):
        own = [clash for clash in scored if family_of(clash.check) == family and clash.evidence.relation == "conflict"]
        families[family] = _fitted(family_table(family, pairs, own))
    return {
        "name": "logistic regression per family of checks, fitted on the gold events of 2013-2022",
        "thresholds": THRESHOLDS,
        "family_of": FAMILIES,
        "slots": slots,
        "families": {**families, **BY_HAND},
        "words": dict(words.common),
    }


def slot_table(check: str, pairs: Sequence[Labelled], clashes: Sequence[Clash], equal: Sequence[Clash]) -> Table:
    """Places of one thing against places of different things."""
    own = [one for one in equal if one.check == check and one.shown and not pairs[one.pair].is_all(UNLINKED)]
    others = [one for one in clashes if one.check == check and pairs[one.pair].is_all("agree")]
    others += [one for one in equal if one.check == check and not one.shown]
    targets = [1.0] * len(own) + [0.0] * len(others)
    weights = [*_shares(own), *_shares(others)]
    return _table(SLOT, [*own, *others], targets, weights)


def family_table(family: str, pairs: Sequence[Labelled], clashes: Sequence[Clash]) -> Table:
    """Real clashes against those in pairs that agree; other clashes of a pair labelled a conflict are left out."""
    usable, targets = [], []
    for one in clashes:
        real = pairs[one.pair].is_all("conflict")
        if pairs[one.pair].is_all("agree") or pairs[one.pair].is_all(UNLINKED) or (one.shown and real):
            usable.append(one)
            targets.append(float(real))
    names = SECOND.get(family) or sorted({name for one in usable for name in one.features})
    return _table(names, usable, targets, _shares(usable))


def _table(names: Sequence[str], clashes: Sequence[Clash], targets: Sequence[float], weights: Sequence[float]) -> Table:
    """Only features that a few clashes have are learned from."""
    used = tuple(name for name in names if sum(one.features.get(name, 0.0) != 0 for one in clashes) >= LEAST_USED)
    rows = [[one.features.get(name, 0.0) for name in used] for one in clashes]
    return Table(used, np.array(rows, dtype=float), np.array(targets), np.array(weights))


def _fitted(data: Table) -> dict[str, Any]:
    """Fit one table; standardised for the fit, then put back in the features' own units."""
    from sklearn.linear_model import LogisticRegression

    centre, spread = data.rows.mean(axis=0), data.rows.std(axis=0)
    spread = np.where(spread > 1e-9, spread, 1.0)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit((data.rows - centre) / spread, data.targets, sample_weight=data.weights)
    own = model.coef_[0] / spread
    weights = {name: round(float(value), 3) for name, value in zip(data.names, own, strict=True)}
    return {
        "intercept": round(float(model.intercept_[0] - (own * centre).sum()), 3),
        "weights": {name: value for name, value in weights.items() if value},
    }


def _with_slot(clash: Clash, slots: Mapping[str, dict[str, Any]]) -> Clash:
    if clash.check not in slots:
        return clash
    slot = Family(slots[clash.check]["intercept"], slots[clash.check]["weights"])
    return replace(clash, features={**clash.features, "slot_score": slot.logit(clash.features)})


def _shares(clashes: Sequence[Clash]) -> list[float]:
    """Weight of each clash, so that a pair with many does not count for all of them."""
    counts: dict[int, int] = {}
    for clash in clashes:
        counts[clash.pair] = counts.get(clash.pair, 0) + 1
    return [counts[clash.pair] ** -0.5 for clash in clashes]
