"""How firmly a source says a claim: asserted, reported, possible or denied."""

from __future__ import annotations

from compare.claims.cues import cue_span, find_cues
from compare.claims.words import Words, phrases
from compare.types import Certainty, Span

_LEVELS: tuple[Certainty, ...] = ("denied", "reported", "possible")


def find_certainty(words: Words, first: int, after: int, source: str, language: str) -> tuple[Certainty, Span | None]:
    """The certainty of the words ``first`` to ``after - 1`` and its cue; "asserted" has none.

    A denial outweighs hearsay, hearsay outweighs "có thể"; within one level the first cue is shown.
    """
    innocent = phrases(language, "certainty", "innocent")
    for level in _LEVELS:
        hits = find_cues(words, phrases(language, "certainty", level), innocent, first, after)
        if hits:
            return level, cue_span(words, hits[0], source)
    return "asserted", None
