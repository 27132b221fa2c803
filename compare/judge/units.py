"""One figure with two units: "1,2 tỷ USD" and "1,2 tỷ đồng", "90 phút" and "90 giây"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.judge.evidence import Evidence
from compare.judge.sides import Pair
from compare.judge.surroundings import surroundings
from compare.types import Quantity

DIGITS = re.compile(r"\d[\d.,]*")
LENGTHS = ({"minute", "day", "year"}, {"m"}, {"m2"}, {"kg"})


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield sums and measures of one numeral in two units."""
    for one in pair.left.quantities:
        for other in pair.right.quantities:
            if _slip(one, other):
                yield _evidence(pair, one, other)


def _slip(left: Quantity, right: Quantity) -> bool:
    if left.kind != right.kind or left.kind not in ("money", "measure") or "/" in left.unit + right.unit:
        return False
    first, second = (DIGITS.findall(one.span.text) for one in (left, right))
    if first != second or len(first) != 1 or len(re.sub(r"\D", "", first[0])) < 2:
        return False
    if left.kind == "money":
        return left.unit != right.unit and left.value == right.value
    kind = any({left.unit, right.unit} <= units for units in LENGTHS)
    return kind and (left.unit, left.value) != (right.unit, right.value)


def _evidence(pair: Pair, left: Quantity, right: Quantity) -> Evidence:
    words = {"left": left.span.text, "right": right.span.text}
    return Evidence(
        "number", left.span, right.span, "conflict", "number", words, surroundings(pair, left.span, right.span)
    )
