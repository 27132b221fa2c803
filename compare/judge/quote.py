"""Quotes: one speaker, one occasion, contrary words. Translations of one quote vary, so only clear contrasts count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from compare.judge.contrasts import contrasts
from compare.judge.evidence import Evidence
from compare.judge.sides import Pair, Side


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield contrary words that both sentences give to the same speaker."""
    same = _speakers(pair.left) & _speakers(pair.right)
    spoken = float(bool(same))
    for one in contrasts(pair, "quote", "quote"):
        yield replace(one, features={**one.features, "same_speaker": spoken})


def _speakers(side: Side) -> set[str]:
    return {claim.speaker.name for claim in side.claims if claim.speaker and claim.speaker.name}
