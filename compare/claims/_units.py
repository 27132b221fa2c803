"""Units, hedges and vague amounts as one compiled table a language, read from ``compare/lexicon``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import floor, log10
from typing import Literal

from compare.claims._numbers import numbers
from compare.lexicon import lexicon

BELOW = 0.999  # of a digit: as far as "over" reaches
UnitKind = Literal["measure", "money", "percent", "age"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit and the factor that brings a word's figures to it."""

    name: str
    kind: UnitKind
    factor: float


@dataclass(frozen=True, slots=True)
class Table:
    """What ``find_quantities`` needs to know of a language; patterns match lower-case text."""

    language: str
    units: dict[str, Unit]
    unit: re.Pattern[str]
    money_before: re.Pattern[str]
    plain_degrees: frozenset[str]
    tremor: re.Pattern[str]
    tremor_unit: str
    units_before: dict[str, str]
    unit_before: re.Pattern[str]
    per: dict[str, str]
    hedges: dict[str, str]
    hedge: re.Pattern[str]
    hedges_after: dict[str, str]
    hedge_after: re.Pattern[str]
    vague: dict[str, tuple[float, float]]
    parts: dict[str, float]
    times: dict[str, float]
    heads: frozenset[str]
    places: frozenset[str]
    skip: frozenset[str]
    stop: frozenset[str]
    never_first: frozenset[str]
    compounds: frozenset[str]
    containers: frozenset[str]


def alternatives(words: Iterable[str]) -> str:
    """A regular expression of any of the words, the longest first; a space stands for any run of blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def table(language: str) -> Table:
    """The compiled table of a language."""
    entries = lexicon(language, "quantities")
    units = {
        word: Unit(unit["name"], unit["kind"], float(factor))
        for unit in entries["units"]
        for word, factor in unit["words"].items()
    }
    hedges = {word: effect for effect, words in entries["hedges"].items() for word in words}
    after = {word: effect for effect, words in entries["hedges_after"].items() for word in words}
    signs = [word for word in units if units[word].kind == "money" and not word[-1].isalpha()]
    return Table(
        language,
        units,
        re.compile(rf"(?:[\s-]{{1,2}})?({alternatives(units)})(?![^\W_])"),
        re.compile(rf"({alternatives(signs)})\s?$"),
        frozenset(entries["earthquake"]["degrees"]),
        re.compile(rf"(?<!\w)(?:{alternatives(entries['earthquake']['cues'])})(?!\w)"),
        entries["earthquake"]["unit"],
        entries["unit_before"],
        re.compile(rf"(?<!\w)({alternatives(entries['unit_before'])})\s+(?:\w+\s)?$"),
        entries["per"],
        hedges,
        re.compile(rf"(?<!\w)({alternatives(hedges)})\s+$"),
        after,
        re.compile(rf"\s+({alternatives(after)})(?!\w)"),
        {word: (float(low), float(high)) for word, (low, high) in entries["vague"].items()},
        entries["parts"],
        entries["times"],
        frozenset(entries["nouns"]["heads"]),
        frozenset(entries["nouns"]["places"]),
        frozenset(entries["nouns"]["skip"]),
        frozenset(entries["nouns_stop"]["words"]),
        frozenset(entries["nouns_stop"]["never_first"]),
        frozenset(entries["nouns_stop"]["compounds"]),
        frozenset(entries["containers"]["words"]),
    )


@cache
def scanner(language: str) -> re.Pattern[str]:
    """The pattern that finds every place where a quantity may stand: a range, a number or a vague amount."""
    own, grammar, entries = table(language), numbers(language), lexicon(language, "quantities")
    several = entries["vague_units"]
    groups = {
        "ordinal": entries["ordinal"]["pattern"].replace("NUMBER", grammar.spoken),
        "part": rf"(?:{alternatives(own.parts)})(?!\w)",
        "times": rf"(?:{alternatives(own.times)})(?!\w)",
        "several": rf"(?:{alternatives(several['starts'])})(?=\s(?:{alternatives(several['units'])})(?!\w))",
        "vague": rf"(?:{alternatives(own.vague)})(?:\s{grammar.scale})*(?!\w)",
        "number": grammar.number,
    }
    choices = "|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items())
    return re.compile(rf"(?<![\w.,]\d)(?<!\d\+)(?<!\w)(?!(?<=#[.,])\d{{3}}(?!\d))(?:{choices})")


def widen(value: float, effect: str) -> tuple[float, float]:
    """The range that a hedged figure stands for; about a tenth to either side, a fifth upwards for "hơn"."""
    step = 10 ** _trailing_zeros(value)
    few = 0 < value < 10 and value == int(value)
    if effect == "about":
        return value * 0.9, value * 1.1
    if effect in ("near", "short_of"):
        return value * 0.9, value
    if effect == "over":
        next_round = value + step * BELOW if round(value / step) in range(2, 10) else 0.0  # "hơn 2 triệu" may be 2,9
        return value, value + 1 if few else max(min(value * 1.2, value + 3 * step), next_round)
    if effect == "under":
        return value * 0.5, value
    if effect == "at_least":
        return value, value + 1 if few else value * 1.25
    if effect == "at_most":
        return value * 0.5, value
    return value, value


def _trailing_zeros(value: float) -> int:
    """Position of the last figure that is not zero: 3 for 31000, -1 for 2.5; at most two figures below the first."""
    if value == 0:
        return 0
    first = floor(log10(abs(value)))
    for position in range(first, first - 6, -1):
        if abs(value / 10**position - round(value / 10**position)) < 1e-9:
            return max(position, first - 2)
    return first - 2
