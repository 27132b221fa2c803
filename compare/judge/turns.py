"""Figures that one article tells as a rise and the other as a fall: "giảm 312 đồng", "tăng 312 đồng"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.judge.contrasts import contrast_index
from compare.judge.evidence import Evidence
from compare.judge.owners import owners
from compare.judge.phrases import find_phrases, span_of
from compare.judge.readings import of_other_levels
from compare.judge.sides import Pair, Side
from compare.judge.words import Word, around
from compare.types import Quantity, Span

REACH = 3  # words from the rise or fall to the end of its figure's hedge
FEWEST = 10  # smaller whole figures come up by chance


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield equal figures with a word of rising before one and of falling before the other; silent where a sentence
    tells both of the figure, on figures that anything may have, and where prices beside them are of two days.
    """
    left, right = _moves(pair.left, pair.left_words), _moves(pair.right, pair.right_words)
    if of_other_levels(pair, {*left, *right}):
        return
    for one, (way, span) in left.items():
        for other, (other_way, other_span) in right.items():
            same = (one.value, one.unit) == (other.value, other.unit) and way != other_way
            if same and not owners(pair, one.span, other.span)["owner_other"]:
                words = {"left": span.text, "right": other_span.text}
                yield Evidence("outcome", span, other_span, "conflict", "turned", words, {"turned": 1.0})


def _moves(side: Side, words: Sequence[Word]) -> dict[Quantity, tuple[str, Span]]:
    """Telling figures right behind a word of rising or falling: the way they go, and the words with the figure."""
    found: dict[Quantity, tuple[str, Span]] = {}
    for one in side.quantities:
        if one.value is None or (one.value < FEWEST and one.value == int(one.value)):
            continue
        first, last = around(words, one.span.start, one.span.end)
        begin = max(0, first - REACH)
        ways = [
            (begin + start, name)
            for start, _, name in find_phrases(words[begin:first], contrast_index("outcome"))
            if name.startswith("trend#")
        ]
        if ways:
            found[one] = ways[-1][1], span_of(side, words, ways[-1][0], last)
    told = [(one.value, one.unit) for one in found]
    return {one: way for one, way in found.items() if told.count((one.value, one.unit)) == 1}
