"""Certainty: told as a fact in one article, as possible in the other. Never a conflict by itself."""

from __future__ import annotations

from collections.abc import Iterator

from compare.judge.evidence import Evidence
from compare.judge.sides import Pair
from compare.judge.words import words_of
from compare.types import Claim, Span

ALIKE = 0.6


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield two claims of much the same words of which one is asserted and the other only possible or denied."""
    for left in pair.left.claims:
        for right in pair.right.claims:
            if {left.certainty, right.certainty} == {"asserted", "possible"} and _alike(pair, left, right) >= ALIKE:
                spans = _span(left), _span(right)
                note = "certainty" if left.certainty == "asserted" else "certainty_reversed"
                yield Evidence("certainty", *spans, "agree", note)


def _alike(pair: Pair, left: Claim, right: Claim) -> float:
    first, second = ({word.form for word in words_of(claim.text)} for claim in (left, right))
    total = max(sum(map(pair.weights.of, first)), sum(map(pair.weights.of, second)))
    return sum(map(pair.weights.of, first & second)) / total if total else 0.0


def _span(claim: Claim) -> Span:
    return claim.certainty_cue or Span(claim.start, claim.end, claim.text)
