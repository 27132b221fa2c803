"""Facts that two sentences share or that keep them apart: names, figures, times, quoted words, speakers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import TypeVar

import numpy as np

from compare.align.lexical import words
from compare.align.matrices import Matrix, both_ways, ratio
from compare.types import Claim, Quantity, Time

ROUNDING = 0.02
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Facts:
    """The checkable parts of one sentence, gathered from its claims."""

    names: frozenset[str]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    quoted: frozenset[str]
    speakers: frozenset[str]
    negated: bool


def facts_of(claims: Sequence[Claim]) -> Facts:
    """Gather what the claims of one sentence hold."""
    return Facts(
        names=frozenset(name.canonical.lower() for claim in claims for name in claim.names),
        quantities=tuple(quantity for claim in claims for quantity in claim.quantities),
        times=tuple(time for claim in claims for time in claim.times),
        quoted=frozenset(word for claim in claims if claim.quote for word in words(claim.quote.text)),
        speakers=frozenset(claim.speaker.name.lower() for claim in claims if claim.speaker and claim.speaker.name),
        negated=any(not claim.polarity for claim in claims),
    )


def fact_signals(left: Sequence[Facts], right: Sequence[Facts], weights: dict[str, float]) -> dict[str, Matrix]:
    """Named (n, m) signals; ``weights`` is the rarity of each name within the event."""
    shared_names = _table(left, right, lambda a, b: fsum(weights[name] for name in a.names & b.names))
    left_names = np.array([[fsum(weights[name] for name in a.names)] * len(right) for a in left], dtype=float)
    right_names = np.array([[fsum(weights[name] for name in b.names) for b in right]] * len(left), dtype=float)
    quotes = _table(left, right, lambda a, b: float(len(a.quoted & b.quoted)))
    smaller_quote = _table(left, right, lambda a, b: float(min(len(a.quoted), len(b.quoted))))
    return {
        "names_shared": shared_names,
        **both_ways("names_contained", ratio(shared_names, left_names), ratio(shared_names, right_names)),
        "figures_shared": _table(left, right, lambda a, b: _matches(a.quantities, b.quantities, same_figure)),
        "figures_possible": _table(left, right, lambda a, b: float(min(len(a.quantities), len(b.quantities)))),
        "figures_apart": _table(left, right, lambda a, b: _matches(a.quantities, b.quantities, _same_thing_apart)),
        "times_shared": _table(left, right, lambda a, b: _matches(a.times, b.times, same_time)),
        "times_apart": _table(left, right, _days_apart),
        "quote_overlap": ratio(quotes, smaller_quote),
        "both_quote": np.minimum(smaller_quote, 1.0),
        "speaker_shared": _table(left, right, lambda a, b: float(bool(a.speakers & b.speakers))),
        "negation_differs": _table(left, right, lambda a, b: float(a.negated != b.negated)),
    }


def same_figure(left: Quantity, right: Quantity) -> bool:
    """The same unit and ranges that overlap, small roundings forgiven."""
    if left.unit != right.unit or left.kind != right.kind:
        return False
    slack = ROUNDING * min(abs(left.high), abs(right.high))
    return left.low <= right.high + slack and right.low <= left.high + slack


def same_time(left: Time, right: Time) -> bool:
    """Both resolved to overlapping days of like fineness, or both naming the same day and month."""
    if left.first and left.last and right.first and right.last:
        narrow = max(_length(left.first, left.last), _length(right.first, right.last)) <= 40
        return narrow and left.first <= right.last and right.first <= left.last
    if left.clock is not None and right.clock is not None:
        return left.clock == right.clock
    return left.day is not None and (left.day, left.month) == (right.day, right.month)


def _same_thing_apart(left: Quantity, right: Quantity) -> bool:
    same_thing = left.unit == right.unit and left.kind == right.kind and left.noun == right.noun
    return same_thing and bool(left.noun or left.unit) and not same_figure(left, right)


def _matches(left: Sequence[Item], right: Sequence[Item], alike: Callable[[Item, Item], bool]) -> float:
    """How many items of either side find a like one, counted on the side where fewer do: order does not matter."""
    if not left or not right:
        return 0.0
    pairs = [(i, j) for i, one in enumerate(left) for j, other in enumerate(right) if alike(one, other)]
    return float(min(len({i for i, _ in pairs}), len({j for _, j in pairs})))


def _length(first: date, last: date) -> int:
    return (last - first).days


def _days_apart(left: Facts, right: Facts) -> float:
    """Days between the nearest resolved times of both sentences, squeezed to 0..1 (0: same or unknown)."""
    gaps = [
        max(0, (b.first - a.last).days, (a.first - b.last).days)
        for a in left.times
        for b in right.times
        if a.first and a.last and b.first and b.last
    ]
    return min(gaps) / (min(gaps) + 7.0) if gaps else 0.0


def _table(left: Sequence[Facts], right: Sequence[Facts], cell: Callable[[Facts, Facts], float]) -> Matrix:
    return np.array([[float(cell(a, b)) for b in right] for a in left], dtype=float).reshape(len(left), len(right))
