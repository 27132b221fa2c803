"""Figures that are read anew: prices, points and units of markets, where a storm is, how high water stands."""

from __future__ import annotations

from collections.abc import Sequence, Set

from compare.judge.phrases import find_phrases, phrase_index, section_of
from compare.judge.sides import Pair
from compare.judge.words import Word
from compare.types import Quantity

BASE = 14  # words in which the base of a comparison begins


def is_traded(noun: str) -> bool:
    """Whether a noun is one of the markets' (points of an index, units traded), whose figures change by the hour."""
    return any(noun in section_of(language, "markets")["nouns"] for language in ("vi", "en"))


def of_a_market(pair: Pair) -> bool:
    """Whether both sentences give figures of a market, which speak of the hour they were read at."""
    return all(any(is_traded(one.noun) for one in side.quantities) for side in pair.sides)


def are_quoted(pair: Pair) -> bool:
    """Whether both sentences tell of prices that are quoted anew every day."""
    return all(
        any(name == "quotes" for *_, name in find_phrases(words, phrase_index("markets")))
        for words in (pair.left_words, pair.right_words)
    )


def is_quoted(one: Quantity) -> bool:
    """Whether a figure is a price by weight, area or currency, which markets quote anew every day."""
    return one.kind == "money" and "/" in one.unit


def are_traded(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two figures are a market's: by their noun, or as the percentage beside such a figure."""
    return is_traded(left.noun) or is_traded(right.noun) or (left.kind == right.kind == "percent" and of_a_market(pair))


def are_read(pair: Pair) -> bool:
    """Whether both sentences give what is read anew from hour to hour: where a storm is, how high water stands. When it
    reaches land is no reading.
    """
    found = [
        {name for *_, name in find_phrases(words, phrase_index("readings"))}
        for words in (pair.left_words, pair.right_words)
    ]
    return all("nouns" in names and "landfall" not in names for names in found)


def of_a_centre(pair: Pair) -> bool:
    """Whether both sentences tell where the centre of a storm is, and neither that it reaches land."""
    told = (any(find_phrases(words, phrase_index("centres"))) for words in (pair.left_words, pair.right_words))
    return are_read(pair) and all(told)


def of_weather(pair: Pair) -> bool:
    """Whether both sentences tell of weather that comes again: floods, heat, cold spells."""
    return all(any(find_phrases(words, phrase_index("weather"))) for words in (pair.left_words, pair.right_words))


def is_reading(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two figures are such readings: measures and bare degrees, no counts of people or things."""
    return are_read(pair) and all(one.kind == "measure" or not one.noun for one in (left, right))


def of_other_levels(pair: Pair, moves: Set[Quantity] = frozenset()) -> bool:
    """Whether both sentences tell figures of one measure beside percentages and ``moves`` ("36,24 triệu đồng/lượng",
    "84,97 điểm"), and none is the same: they are of two days.
    """
    levels: tuple[dict[tuple[str, str], set[float | None]], ...] = ({}, {})
    for side, told in zip(pair.sides, levels, strict=True):
        for one in side.quantities:
            if one not in moves and one.kind != "percent" and (one.unit or one.noun):
                told.setdefault((one.unit, one.noun), set()).update((one.value, one.low))
    return any(not levels[0][measure] & levels[1][measure] for measure in levels[0].keys() & levels[1].keys())


def base_behind(words: Sequence[Word], place: int) -> tuple[str, ...]:
    """The two words behind "so với" or "from" that follow a place: what a rise or fall is measured against."""
    bases = {word for language in ("vi", "en") for word in section_of(language, "turns")["bases"]}
    found = next((at for at in range(place, min(len(words), place + BASE)) if words[at].form in bases), None)
    return () if found is None else tuple(word.form for word in words[found + 1 : found + 3])
