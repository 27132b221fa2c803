"""Numbers: figures of the same thing that cannot both be true.

Silent where the other sentence holds a figure that fits, where the parts add up to the total, and where units differ.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from compare.judge.evidence import Evidence
from compare.judge.figures import AGES, fits, is_sum, noun_likeness, same_measure
from compare.judge.owners import owners, states
from compare.judge.sides import Pair, Side
from compare.judge.surroundings import surroundings
from compare.types import Quantity


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield figures that stand alone in their own sentence and clash with one of the same measure in the other."""
    left, right = pair.left.quantities, pair.right.quantities
    years = _years(pair)
    free_left = _unmatched(left, right, years)
    free_right = _unmatched(right, left, years)
    for one in free_left:
        for other in free_right:
            if same_measure(one, other) and not fits(one, other, years):
                yield _evidence(pair, one, other, len(free_left) * len(free_right))


def _unmatched(own: Sequence[Quantity], others: Sequence[Quantity], years: Sequence[int]) -> list[Quantity]:
    """Figures that nothing in the other sentence bears out, alone or as a sum."""
    free = []
    for one in own:
        same = [other for other in others if same_measure(one, other)]
        mates = [mate for mate in own if mate is not one and same_measure(one, mate)]
        borne_out = any(fits(one, other, years) for other in same) or is_sum(one, same)
        if not borne_out and not any(is_sum(other, [one, *mates]) and _part(one, other) for other in same):
            free.append(one)
    return free


def _part(part: Quantity, total: Quantity) -> bool:
    return part.value is not None and total.value is not None and part.value < total.value


def _evidence(pair: Pair, left: Quantity, right: Quantity, rivals: int) -> Evidence:
    features = {
        **surroundings(pair, left.span, right.span),
        "noun": noun_likeness(left.noun, right.noun, pair.weights),
        "noun_missing": float(not left.noun or not right.noun),
        "unit": float(bool(left.unit) and left.unit == right.unit),
        "hedged": float(bool(left.hedge or right.hedge)),
        "vague": float(left.value is None or right.value is None),
        "apart": _apart(left, right),
        "size": math.log10(1.0 + min(abs(left.high), abs(right.high))),
        "rivals": math.log1p(rivals),
        "known_elsewhere": _known_elsewhere(pair, left, right),
        **owners(pair, left.span, right.span),
        **states(pair, left.span, right.span),
        **{f"is_{kind}": float(kind in (left.kind, right.kind)) for kind in KINDS},
    }
    words = {"left": left.span.text, "right": right.span.text, "noun": left.noun or right.noun}
    note = "age" if left.kind in AGES else "identifier" if left.kind == "identifier" else "number"
    return Evidence("number", left.span, right.span, "conflict", note, words, features)


KINDS = ("count", "measure", "money", "percent", "age", "ordinal", "score", "identifier")


def _apart(left: Quantity, right: Quantity) -> float:
    """Logarithm of the ratio between the nearest ends of the two ranges, at most 3."""
    low, high = sorted((left, right), key=lambda one: one.low)
    small, large = max(abs(low.high), 1e-6), max(abs(high.low), 1e-6)
    return min(abs(math.log10(large / small)), 3.0)


def _known_elsewhere(pair: Pair, left: Quantity, right: Quantity) -> float:
    """How many of the two figures also stand somewhere in the other article: it then tells of both."""
    context = pair.context.figures
    found = [
        left.value is not None and left.value in context.get(pair.right.article.id, ()),
        right.value is not None and right.value in context.get(pair.left.article.id, ()),
    ]
    return float(sum(found))


def _years(pair: Pair) -> tuple[int, ...]:
    """Years in which the ages may be told: those of publication, else any year named in the two sentences."""
    published = [side.article.published.year for side in pair.sides if side.article.published]
    return tuple(published or _named_years(pair.left) + _named_years(pair.right))


def _named_years(side: Side) -> list[int]:
    return [time.year for time in side.times if time.year is not None]
