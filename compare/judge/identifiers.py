"""Plates, papers and flights: when two of them are one, ill copied, and whether an article has one anywhere."""

from __future__ import annotations

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

from compare.judge.figures import leading_number
from compare.judge.sides import Side
from compare.judge.spelling import fold
from compare.types import Quantity

SLIP = 0.7


def slip(left: Quantity, right: Quantity) -> float:
    """How near two different identifiers are to each other: 79H1-2832 and 71H9-2832 are one plate, ill copied."""
    if left.kind != "identifier" or left.unit == "label":
        return 0.0
    if left.unit == "document":
        return float(Levenshtein.distance(leading_number(left), leading_number(right)) == 1)
    if left.unit == "flight":
        return float(OSA.distance(left.noun, right.noun) == 1 and not _there_and_back(left, right))
    likeness = fuzz.ratio(fold(left.noun), fold(right.noun)) / 100.0
    return likeness if likeness >= SLIP else 0.0


def _there_and_back(left: Quantity, right: Quantity) -> bool:
    """Whether two flights of one airline have numbers next to each other, as a flight and the one back have."""
    numbers = [int("0" + re.sub(r"\D", "", one.noun[2:])) for one in (left, right)]
    return left.noun[:2] == right.noun[:2] and abs(numbers[0] - numbers[1]) == 1


def written_in(side: Side, flight: Quantity) -> bool:
    """Whether an article has the letters and number of a flight anywhere, one of several flights perhaps."""
    return re.search(rf"\b{flight.noun[:2]}\s?0*{flight.noun[2:]}\b", side.article.text.lower()) is not None
