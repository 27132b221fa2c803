"""Figures that somebody asks for against those that were decided: a draft and the decree, a plea and the sentence."""

from __future__ import annotations

import re
from functools import cache

from compare.judge.phrases import section_of
from compare.judge.sides import Pair, Side
from compare.types import Quantity

OPENING = 2  # sentences in which an article says what it is about


def proposed_apart(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether one of two figures is what somebody asks for ("đề nghị mức án 3 năm tù") and the other is not."""
    return _told_as("cues", pair.left, left) != _told_as("cues", pair.right, right)


def of_two_askers(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether both figures are asked for, and the words right before the asking name nobody in common: the plea of the
    prosecution, that of the defence.
    """
    asking = _asking(pair.left, left), _asking(pair.right, right)
    return asking[0] is not None and asking[1] is not None and not asking[0] & asking[1]


def _asking(side: Side, one: Quantity) -> set[str] | None:
    """The two words before the cue of asking in the claim of a figure; None where nobody asks for it."""
    claim = side.claim_at(one.span.start)
    before = side.article.text[claim.start if claim else side.sentence.start : one.span.start].lower()
    found = _pattern("cues").search(before)
    return {*before[: found.start()].split()[-2:]} if found else None


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


def decided_since(pair: Pair) -> str:
    """The note of an update where one article opens with a draft alone, the other with the law that it became."""
    opening = [_opening(side) for side in pair.sides]
    drafts = [_pattern("drafts").search(text) is not None for text in opening]
    rulings = [_pattern("rulings").search(_pattern("drafts").sub(" ", text)) is not None for text in opening]
    for note, first, second in (("later_decided", 0, 1), ("earlier_decided", 1, 0)):
        if drafts[first] and not rulings[first] and rulings[second]:
            return note
    return ""


def _opening(side: Side) -> str:
    """The headline and the first two sentences of an article."""
    return " ".join((side.article.title, *(one.text for one in side.article.sentences[:OPENING]))).lower()


@cache
def _pattern(group: str) -> re.Pattern[str]:
    """Any cue of a group, in small letters, the longest first."""
    cues = (cue for language in ("vi", "en") for cue in section_of(language, "proposals")[group])
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, cues), key=len, reverse=True))})(?!\w)")


def _told_as(group: str, side: Side, one: Quantity) -> bool:
    """Whether a cue of proposing or deciding stands before a figure in its claim."""
    claim = side.claim_at(one.span.start)
    start = claim.start if claim else side.sentence.start
    return _pattern(group).search(side.article.text[start : one.span.start].lower()) is not None
