"""Outcomes that exclude each other: died on the spot or in hospital, gave himself up or was caught, rose or fell."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judge.contrasts import contrasts
from compare.judge.evidence import Evidence
from compare.judge.sides import Pair


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield words for the end of a matter that cannot both hold."""
    yield from contrasts(pair, "outcome", "outcome")
