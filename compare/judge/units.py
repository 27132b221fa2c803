"""One figure with two units: "1,2 tỷ USD" and "1,2 tỷ đồng", "90 phút" and "90 giây".

Of lengths and weights in two units the check of numbers knows; currencies and durations have no common measure there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.judge.evidence import Evidence
from compare.judge.figures import fits, same_measure
from compare.judge.sides import Pair
from compare.judge.surroundings import surroundings
from compare.judge.unlike import of_two_things
from compare.types import Quantity

DIGITS = re.compile(r"\d[\d.,]*")
TWO_DIGITS = re.compile(r"\d\D?\d")
DURATIONS = {"minute", "day", "year"}
DOLLARS = {"USD", "AUD", "CAD", "HKD", "SGD"}
AMERICAN = re.compile(r"us|mỹ|mĩ", re.IGNORECASE)
AROUND, AROUND_TIMES = 0.12, 0.3


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield sums and durations of one numeral in two units, where neither sentence has the figure of the other."""
    for one in pair.left.quantities:
        for other in pair.right.quantities:
            if not _slip(one, other) or _told_too(pair, one, other) or of_two_things(pair, one, other):
                continue
            near = surroundings(pair, one.span, other.span)
            if max(near["near"], near["clause"]) >= (AROUND if one.kind == "money" else AROUND_TIMES):
                words = {"left": one.span.text, "right": other.span.text}
                yield Evidence("number", one.span, other.span, "conflict", "number", words, near)


def _slip(left: Quantity, right: Quantity) -> bool:
    """Whether two figures show one numeral of two digits or more, of two currencies or of two units of time."""
    if left.kind != right.kind or "/" in left.unit + right.unit:
        return False
    first, second = (DIGITS.findall(one.span.text) for one in (left, right))
    if first != second or len(first) != 1 or not TWO_DIGITS.search(first[0]):
        return False
    if left.kind == "money":
        return left.unit != right.unit and left.value == right.value and not _any_dollars(left, right)
    times = left.kind == "measure" and {left.unit, right.unit} <= DURATIONS
    return times and (left.unit, left.value) != (right.unit, right.value)


def _any_dollars(left: Quantity, right: Quantity) -> bool:
    """Whether one says "đô la", "$" and no more, and the other whose dollars they are ("A$30m")."""
    plain = any(one.unit == "USD" and not AMERICAN.search(one.span.text) for one in (left, right))
    return plain and {left.unit, right.unit} <= DOLLARS


def _told_too(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether either sentence also has the figure of the other."""
    return any(same_measure(left, one) and fits(left, one) for one in pair.right.quantities) or any(
        same_measure(one, right) and fits(one, right) for one in pair.left.quantities
    )
