"""Figures that are of other scopes: of a half and of the whole match, of six months and of the year, of what was aimed
at and what was reached, of the suspect and of the victim, of two places at which a temperature was read.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.judge.figures import AGES
from compare.judge.phrases import find_phrases, phrase_index
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold
from compare.judge.words import Word, around
from compare.types import Quantity, Span

NEAR, BEHIND = 8, 6  # words before and behind a figure
NEXT_TO = 2  # words between "nghi phạm" and the age
READ = ("degree",)  # units of what is read at a place


def of_other_scopes(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether the words around two figures say that one is of something else than the other."""
    spans = left.span, right.span
    if left.kind == right.kind == "score":
        return _named(pair, spans, "score")[0] != _named(pair, spans, "score")[1]
    if {left.kind, right.kind} <= {*AGES}:
        suspect, victim = _named(pair, spans, "crime", NEXT_TO, 0)
        return bool(suspect and victim) and not suspect & victim
    years, aims = _named(pair, spans, "year"), _named(pair, spans, "aim", NEAR, 0)
    if (all(years) and not years[0] & years[1]) or bool(aims[0]) != bool(aims[1]):
        return True
    return left.unit == right.unit and left.unit in READ and _read_elsewhere(pair, *spans)


def _named(
    pair: Pair, spans: tuple[Span, Span], group: str, before: int = NEAR, behind: int = BEHIND
) -> tuple[set[str], set[str]]:
    """What of a group ("half", "part") the words near each of two figures name."""
    left, right = (
        _near(words, span, group, before, behind)
        for words, span in zip((pair.left_words, pair.right_words), spans, strict=True)
    )
    return left, right


def _near(words: Sequence[Word], span: Span, group: str, before: int, behind: int) -> set[str]:
    first, last = around(words, span.start, span.end)
    found = find_phrases(words[max(0, first - before) : last + behind], phrase_index("scopes"))
    return {name.partition("#")[2] for *_, name in found if name.startswith(f"{group}#")}


def _read_elsewhere(pair: Pair, left: Span, right: Span) -> bool:
    """Whether the last place named before each of two readings is another, which the other sentence does not name."""
    own = _place_before(pair.left, left), _place_before(pair.right, right)
    named = [{fold(one.span.text) for one in side.names} for side in pair.sides]
    return all(own) and own[0] not in named[1] and own[1] not in named[0]


def _place_before(side: Side, span: Span) -> str:
    before = [one for one in side.names if one.kind in ("place", "unknown") and one.span.end <= span.start]
    return fold(before[-1].span.text) if before else ""
