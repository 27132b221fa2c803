"""A second look: sentence pairs that the trees find likely are read again by the pair head, both sentences at once.

The new probability is a logistic function of the first one's log odds and of what the pair head says; its numbers are
fitted by ``training/scorer/second.py`` on events that neither has seen, and live in ``compare/data/second.json``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from compare.align.scorer import Scored

SHIPPED = "second.json"
AT_ONCE = 64
LEAST = 1e-6
Values = npt.NDArray[np.float64]


class PairReader(Protocol):
    """What a second look needs of a pair head."""

    def score(self, lefts: Sequence[str], rights: Sequence[str], /) -> npt.NDArray[np.float32]:
        """Probabilities (n, 2) that two texts share a claim, and that what they share cannot both be true."""
        ...


@dataclass(frozen=True, slots=True)
class SecondLook:
    """``floor`` is the first probability from which a pair is read again; the others weigh log odds.

    ``threshold`` is the new probability from which a pair counts as linked.
    """

    floor: float
    threshold: float
    intercept: float
    first: float
    link: float
    clash: float

    def probability(self, first: Values, read: Values) -> Values:
        """New probabilities (n,) from the first ones (n,) and the pair head's (n, 2)."""
        odds = self.first * log_odds(first) + self.link * log_odds(read[:, 0]) + self.clash * log_odds(read[:, 1])
        return np.asarray(1.0 / (1.0 + np.exp(-(self.intercept + odds))))


def log_odds(probability: Values) -> Values:
    """Logarithm of the odds, of probabilities kept a little away from 0 and 1."""
    kept = np.clip(probability, LEAST, 1 - LEAST)
    return np.asarray(np.log(kept / (1 - kept)))


def look_again(
    scored: Sequence[Scored],
    texts: Mapping[str, str],
    head: PairReader,
    weights: SecondLook,
    tell: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[Scored]:
    """The same pairs in the same order, those from the floor on with a new probability and the chance of a clash.

    ``texts`` holds the sentences that may be read; pairs with another sentence stay as they are.
    """
    chosen = [
        place
        for place, one in enumerate(scored)
        if one.probability >= weights.floor and one.left in texts and one.right in texts
    ]
    moved: dict[int, Scored] = {}
    for start in range(0, len(chosen), AT_ONCE):
        part = [scored[place] for place in chosen[start : start + AT_ONCE]]
        read = head.score([texts[one.left] for one in part], [texts[one.right] for one in part]).astype(float)
        found = weights.probability(np.array([one.probability for one in part]), read)
        for place, one, new, clash in zip(chosen[start:], part, found, read[:, 1], strict=False):
            moved[place] = replace(one, probability=round(float(new), 4), clash=round(float(clash), 4))
        tell(min(start + AT_ONCE, len(chosen)), len(chosen))
    for place, one in enumerate(scored):
        yield moved.get(place, one)


@cache
def load_second() -> SecondLook:
    """The weights shipped in ``compare/data``."""
    return second_from(json.loads(files("compare.data").joinpath(SHIPPED).read_text(encoding="utf-8")))


def second_from(record: Mapping[str, Any]) -> SecondLook:
    """Read the weights from their JSON record."""
    return SecondLook(**{name: float(record[name]) for name in SecondLook.__slots__})
