"""Figures that somebody asks for against those that were decided: a draft and the decree, a plea and the sentence."""

from __future__ import annotations

import re

from compare.judge.phrases import section_of
from compare.judge.sides import Pair, Side
from compare.types import Quantity


def proposed_apart(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether one of two figures is what somebody asks for ("đề nghị mức án 3 năm tù") and the other is not."""
    return _told_as("cues", pair.left, left) != _told_as("cues", pair.right, right)


def decided(pair: Pair, left: Quantity, right: Quantity) -> str:
    """The note of an update where one figure was proposed and the other decided, "" where either is not said so."""
    if "identifier" in (left.kind, right.kind):
        return ""  # the number of a decree is nobody's proposal
    for note, own, one, other, two in (
        ("later_decided", pair.left, left, pair.right, right),
        ("earlier_decided", pair.right, right, pair.left, left),
    ):
        if _told_as("cues", own, one) and not _told_as("cues", other, two) and _told_as("decided", other, two):
            return note
    return ""


def _told_as(group: str, side: Side, one: Quantity) -> bool:
    """Whether a cue of proposing or deciding stands before a figure in its claim."""
    claim = side.claim_at(one.span.start)
    start = claim.start if claim else side.sentence.start
    before = side.article.text[start : one.span.start].lower()
    cues = (cue for language in ("vi", "en") for cue in section_of(language, "proposals")[group])
    return any(re.search(rf"(?<!\w){cue}(?!\w)", before) for cue in cues)
