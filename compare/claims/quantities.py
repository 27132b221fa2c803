"""Figures with what they count: numbers in digits and words, ranges, hedges, units, ages, scores, ordinals.

Units have one base each, so that two figures compare at once: lengths in "m", areas in "m2", volumes in "m3",
weights in "kg", money in its currency, rates as "VND/kg". Durations have three bases, since months and years have
no fixed length: "minute" (seconds and hours too), "day" (weeks too) and "year" (months are twelfths, decades tens).
An identifier carries its category ("plate", "flight", "document", "model", "label") as unit and its normalised text as
noun; a score carries itself ("3-1") as noun.
"""

from __future__ import annotations

import re
from functools import lru_cache

from compare.claims._calendar import Moment
from compare.claims._figures import figures
from compare.claims._identifiers import identifiers
from compare.claims._kinds import Figure
from compare.claims._moments import moments
from compare.types import Quantity, Sentence, Span

LONGEST = 6000
# The number of a list's item where a sentence begins ("3. Chuột rút"), or left behind where the one before it ends.
_ITEM = re.compile(r"(?:\A\W*|(?<=[)\"”]) )(?P<number>\d{1,2})(?:[.)](?=\s+\D)|\.?\s*\Z)")


def find_quantities(sentence: Sentence, language: str) -> tuple[Quantity, ...]:
    """Quantities of a sentence in reading order; spans are offsets in the article, never overlapping.

    Numbers that belong to dates and clock times are left to ``find_times``. Raises nothing on any text.
    """
    named, _, plain = layout(sentence.text, language)
    found = [*named, *(_quantity(sentence.text, figure) for figure in plain)]
    return tuple(_moved(one, sentence.start) for one in sorted(found, key=lambda one: one.span.start))


@lru_cache(maxsize=256)
def layout(text: str, language: str) -> tuple[tuple[Quantity, ...], tuple[Moment, ...], tuple[Figure, ...]]:
    """Identifiers, moments and figures of a sentence, none of which share a character; offsets are local.

    Of a text that no full stop ends (a table read as one line) the first ``LONGEST`` characters count.
    """
    text = text[:LONGEST]
    low = lower(text)
    named = identifiers(text, low, language)
    items = [one.span("number") for one in _ITEM.finditer(low)]
    masked = mask(low, [(one.span.start, one.span.end) for one in named] + items)
    times = moments(masked, text, language)
    masked = mask(masked, [(one.start, one.end) for one in times])
    return tuple(named), tuple(times), tuple(figures(masked, text, language))


def lower(text: str) -> str:
    """Lower case with every character in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def mask(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with a run of "#" in the place of each span."""
    for start, end in spans:
        text = text[:start] + "#" * (end - start) + text[end:]
    return text


def _quantity(text: str, one: Figure) -> Quantity:
    span = Span(one.start, one.end, text[one.start : one.end])
    return Quantity(span, one.value, one.low, one.high, one.unit, one.noun, one.hedge, one.kind)


def _moved(one: Quantity, offset: int) -> Quantity:
    span = Span(one.span.start + offset, one.span.end + offset, one.span.text)
    return Quantity(span, one.value, one.low, one.high, one.unit, one.noun, one.hedge, one.kind)
