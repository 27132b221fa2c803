"""Whose figure it is: the name it follows, and the state (dead, hurt, missing) that it counts."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from compare.judge.naming import fold
from compare.judge.phrases import PhraseIndex, find_phrases, phrase_index
from compare.judge.sides import Pair, Side
from compare.judge.words import Word, around
from compare.types import Span

REACH = 60
STATE_REACH = 7
ALIKE = 80
CAPITALS = re.compile(r"[^\W\d_a-z]\w*(?:[ ][^\W\d_a-z]\w*)*")


def owners(pair: Pair, left: Span, right: Span) -> dict[str, float]:
    """Whether the capitalised names right before two figures are the same or others."""
    first, second = _owner(pair.left, left), _owner(pair.right, right)
    if not first or not second:
        return {"owner_same": 0.0, "owner_other": 0.0}
    same = (
        fuzz.partial_ratio(first.split()[-1], second.split()[-1]) >= ALIKE
        or fuzz.token_set_ratio(first, second) >= ALIKE
    )
    return {"owner_same": float(same), "owner_other": float(not same)}


def states(pair: Pair, left: Span, right: Span) -> dict[str, float]:
    """Whether the nearest words of state around two figures are of one group or of others."""
    first, second = states_near(pair.left_words, left), states_near(pair.right_words, right)
    if not first or not second:
        return {"state_same": 0.0, "state_other": 0.0}
    return {"state_same": float(bool(first & second)), "state_other": float(not first & second)}


def _owner(side: Side, span: Span) -> str:
    """The last capitalised run before a span, folded; "" where none is near. A sentence's first word alone is no name."""
    text = side.article.text
    begin = max(side.sentence.start, span.start - REACH)
    while side.sentence.start < begin and text[begin - 1].isalnum():
        begin += 1
    runs = [
        run
        for run in CAPITALS.finditer(text, begin, span.start)
        if run.group()[0].isupper() and (run.start() > side.sentence.start or " " in run.group())
    ]
    return fold(runs[-1].group()) if runs else ""


def states_near(words: tuple[Word, ...], span: Span) -> frozenset[str]:
    first, last = around(words, span.start, span.end)
    near = words[max(0, first - STATE_REACH) : last + STATE_REACH]
    return frozenset(name for _, _, name in find_phrases(near, _index()))


@cache
def _index() -> PhraseIndex:
    return phrase_index("states")
