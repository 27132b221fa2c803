"""Figures that one article tells as a rise and the other as a fall: "giảm 312 đồng", "tăng 312 đồng"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.judge.contrasts import contrast_index
from compare.judge.date import fits
from compare.judge.evidence import Evidence
from compare.judge.owners import owners
from compare.judge.phrases import find_phrases, section_of, span_of
from compare.judge.readings import base_behind, of_other_levels
from compare.judge.sides import Pair, Side
from compare.judge.surroundings import surroundings
from compare.judge.words import Word, around
from compare.types import Quantity, Span

REACH = 3  # words from the rise or fall to the end of its figure's hedge
FEWEST, LEVEL = 10, 1000  # smaller whole figures come up by chance
ALIKE = 0.3  # of the clauses around both, without the figures


@dataclass(frozen=True, slots=True)
class Move:
    """A figure that something rises or falls by: which way, its words, and what it is compared with."""

    figure: Quantity
    way: str
    words: Span
    base: tuple[str, ...]


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield equal figures with a word of rising before one and of falling before the other, in clauses that are alike.

    Silent where a sentence tells both of the figure, on figures that anything may have, where the figures are set
    against other bases ("so với quý trước") or told of other times, and where prices beside them are of two days.
    """
    left, right = (
        _moves(side, words, _level_shared(pair))
        for side, words in zip(pair.sides, (pair.left_words, pair.right_words), strict=True)
    )
    if of_other_levels(pair, {one.figure for one in (*left, *right)}) or _of_other_times(pair):
        return
    for one in left:
        for other in right:
            if one.way != other.way and one.base == other.base and _of_one_thing(pair, one, other):
                words = {"left": one.words.text, "right": other.words.text}
                yield Evidence("outcome", one.words, other.words, "conflict", "turned", words)


def _of_one_thing(pair: Pair, left: Move, right: Move) -> bool:
    first, second = ((move.figure.value, move.figure.unit, move.figure.noun) for move in (left, right))
    spans = left.figure.span, right.figure.span
    if first != second or owners(pair, *spans)["owner_other"]:
        return False
    return surroundings(pair, *spans)["clause"] >= ALIKE


def _of_other_times(pair: Pair) -> bool:
    """Whether both sentences name times and none of one may be of the other, or one looks back ("hồi tháng 3")."""
    left, right = pair.left.times, pair.right.times
    if left and right and not any(fits(one, other) for one in left for other in right):
        return True
    back = {word for language in ("vi", "en") for word in section_of(language, "turns")["back"]}
    looks = [any(word.form in back for word in words) for words in (pair.left_words, pair.right_words)]
    return looks[0] != looks[1]


def _level_shared(pair: Pair) -> bool:
    """Whether both sentences tell the same figure of many digits, so that a small one beside it is of one thing too."""
    told = [{one.value for one in side.quantities if one.value and one.value >= LEVEL} for side in pair.sides]
    return bool(told[0] & told[1])


def _moves(side: Side, words: Sequence[Word], small: bool) -> list[Move]:
    """Telling figures (``small`` ones too) right behind a word of rising or falling, those told once; no levels ("tăng
    lên 3,5%").
    """
    cues = [section_of(language, "turns") for language in ("vi", "en")]
    levels = {word for one in cues for word in one["levels"]}
    found: list[Move] = []
    for one in side.quantities:
        if one.value is None or (one.value < FEWEST and one.value == int(one.value) and not small):
            continue
        first, last = around(words, one.span.start, one.span.end)
        begin = max(0, first - REACH)
        ways = [
            (begin + start, name)
            for start, _, name in find_phrases(words[begin:first], contrast_index("outcome"))
            if name.startswith("trend#")
        ]
        if ways and not any(word.form in levels for word in words[ways[-1][0] : first]):
            start, way = ways[-1]
            found.append(Move(one, way, span_of(side, words, start, last), base_behind(words, last)))
    told = [(one.figure.value, one.figure.unit) for one in found]
    return [one for one in found if told.count((one.figure.value, one.figure.unit)) == 1]
