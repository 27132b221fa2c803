"""Who of those that a sentence names only tells what it says."""

from __future__ import annotations

from functools import cache

from compare.judge.phrases import section_of
from compare.judge.sides import Side
from compare.types import Name, Span

NEAR_SPEAKER = 10
APPOSED = tuple("-–—,(")


def speaks(side: Side, name: Name) -> bool:
    """Whether a name speaks in the sentence, alone or beside another: two people may well say much the same."""
    speakers = [claim.speaker for claim in side.claims if claim.speaker]
    return any(
        one.name == name.canonical
        or (one.span and one.span.start <= name.span.start < one.span.end)
        or (one.span and _beside(side.article.text[one.span.end : name.span.start]))
        or (one.span and one.cue and _bears(side, name, one.span, one.cue))
        for one in speakers
    )


def _bears(side: Side, name: Name, body: Span, cue: Span) -> bool:
    """Whether a person stands before the office or body that was taken for the speaker ("ông Tám - Cục trưởng Cục X
    cho biết"): close by, with no other person between.
    """
    if name.kind != "person" or not name.span.end <= body.start < cue.start:
        return False
    between = side.article.text[name.span.end : body.start]
    others = [one for one in side.names if one.kind == "person" and name.span.end <= one.span.start < cue.start]
    return not others and len(between.split()) <= NEAR_SPEAKER and between.lstrip()[:1] in APPOSED


def _beside(between: str) -> bool:
    """Whether the text between a speaker and a later name joins the two ("... (Viện ...) và TS ...")."""
    words = between.lower().split()
    return 0 < len(words) <= NEAR_SPEAKER and bool(joins() & {*words}) and ":" not in between


@cache
def joins() -> frozenset[str]:
    """Words that join two names: "và", "cùng", "and"."""
    return frozenset(word for language in ("vi", "en") for word in section_of(language, "everyday")["joins"])
