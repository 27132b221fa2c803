"""Quotes: one speaker, one occasion, contrary words. Translations of one quote vary, so only clear contrasts count."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judge.contrasts import contrasts
from compare.judge.evidence import Evidence
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield contrary words that both sentences give to the same speaker, or that no sentence gives to anybody else."""
    speakers = _speakers(pair.left), _speakers(pair.right)
    if not all(speakers) or speakers[0] & speakers[1]:
        yield from contrasts(pair, "quote", "quote")


def _speakers(side: Side) -> set[str]:
    """The last words of the names of those who speak in a sentence, folded."""
    names = (fold(claim.speaker.name) for claim in side.claims if claim.speaker and claim.speaker.name)
    return {name.split()[-1] for name in names if name.split()}
