"""What a given NLI model adds: it strengthens or weakens a clash that a check found, and may raise one of its own.

No labelled pairs tell how far a model that the user brings can be trusted, so its weight is set by hand: it moves a
clash's log-odds by at most ``WEIGHT``, and alone it makes an "unclear", never a conflict (``ALONE`` of its threshold).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.judge.evidence import Evidence
from compare.judge.nli import NliJudge
from compare.judge.sides import Pair
from compare.judge.weighing import load_weighing
from compare.types import Span

if TYPE_CHECKING:
    from compare.judge.verdict import Weighed

WEIGHT = 2.0
SURE = 0.9
ALONE = 0.99


def contradiction(nli: NliJudge, pair: Pair, weighed: Sequence[Weighed]) -> list[Weighed]:
    """The evidence with each conflict's probability moved by the model, most likely first."""
    from compare.judge.verdict import Weighed

    verdict = nli.infer(pair.left.sentence.text, pair.right.sentence.text)
    shift = WEIGHT * (verdict.contradiction - verdict.entailment)
    moved = [
        replace(one, probability=_shifted(one.probability, shift)) if one.evidence.relation == "conflict" else one
        for one in weighed
    ]
    if verdict.contradiction >= SURE:
        moved.append(Weighed(_whole(pair), ALONE * load_weighing().thresholds["conflict"]))
    return sorted(moved, key=lambda one: -one.probability)


def _shifted(probability: float, shift: float) -> float:
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return 1.0 / (1.0 + math.exp(-(math.log(bounded / (1 - bounded)) + shift)))


def _whole(pair: Pair) -> Evidence:
    spans = [Span(one.sentence.start, one.sentence.end, one.sentence.text) for one in pair.sides]
    return Evidence("polarity", spans[0], spans[1], "conflict", "nli")
