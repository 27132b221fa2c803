"""When two figures can be compared at all, and when they fit."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from compare.judge.hedges import LESS, MORE, hedges
from compare.judge.words import Weights
from compare.lexicon import lexicon
from compare.types import Quantity

ENDS = re.compile(r"(?:từ |from )?[\d.,]+ ?\w*(?: \w+)? ?(?:-|–|đến|tới|to) ?[\d.,]+[ \w/]*")
BROKEN = re.compile(r"\d[.,](\d{1,2})(?!\d)")
TENS = re.compile(r"0(?!\d)")
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,]*\d)")
SYLLABLE = re.compile(r"[^\W\d_]+")
COPIED = ("plate", "document", "flight")
AGES = ("age", "birth-year")
ROUNDED, CUT, MEASURED, BEYOND = 0.05, 0.02, 0.03, 0.1
HARDLY = 0.5
BOUNDS_ABOVE = ("short_of", "under", "at_most")
TINY = 1e-9
FINER = 100
MANY, MILLION = 10_000, 1_000_000
ROOM = 1.3


@cache
def _groups() -> tuple[tuple[str, frozenset[str]], ...]:
    groups: dict[str, set[str]] = {}
    for language in ("vi", "en"):
        table: dict[str, Any] = lexicon(language, "judge")["nouns"]
        for group, members in table.items():
            groups.setdefault(group, set()).update(members)
    return tuple((group, frozenset(members)) for group, members in groups.items())


def noun_groups(noun: str) -> frozenset[str]:
    """Groups of interchangeable counted things ("person", "dead", "vehicle") that a noun names."""
    padded = f" {noun} "
    return frozenset(group for group, members in _groups() if any(f" {member} " in padded for member in members))


def noun_likeness(left: str, right: str, weights: Weights) -> float:
    """From 0 (different things) to 1 (the same noun); 0.5 where a noun is missing or both belong to one group."""
    if left == right:
        return 1.0 if left else 0.5
    if not left or not right:
        return 0.4
    first, second = ([weights.meaning(word) for word in SYLLABLE.findall(noun)] for noun in (left, right))
    shared = sum(map(weights.of, set(first) & set(second)))
    total = min(sum(map(weights.of, set(first))), sum(map(weights.of, set(second))))
    same_group = 0.5 if noun_groups(left) & noun_groups(right) else 0.0
    head = 0.3 if first and second and first[0] == second[0] else 0.0
    return max(shared / total if total else 0.0, same_group, head)


def same_measure(left: Quantity, right: Quantity) -> bool:
    """Whether two figures measure in the same unit and are of kinds that can be set against each other."""
    if left.kind in AGES and right.kind in AGES:
        return True
    if left.kind == right.kind == "identifier":
        return left.unit == right.unit and left.unit in COPIED
    if left.kind != right.kind:
        alike = {left.kind, right.kind} <= {"count", "measure"} and left.unit == right.unit
        return alike or _bare_sum(left, right) or _bare_sum(right, left)
    return left.unit == right.unit


def _bare_sum(bare: Quantity, told: Quantity) -> bool:
    """Whether a large figure of nothing is a sum whose currency goes without saying: "326 tỷ" beside "324 tỷ đồng"."""
    large = bare.kind == "count" and not bare.noun and bare.low >= MILLION
    return large and told.kind == "money" and told.unit == "VND"


def fits(left: Quantity, right: Quantity, years: Iterable[int] = ()) -> bool:
    """Whether both figures may be true of one thing: ranges that meet, roundings, an age and its birth year."""
    if {left.kind, right.kind} == set(AGES):
        return _age_fits(left, right, years)
    if left.kind == "identifier":
        first, second = _identifier_tail(left), _identifier_tail(right)
        return first.startswith(second) or second.startswith(first) or _unmasked(first, second)
    if left.unit == "%" and left.value is not None and right.value is not None and _beyond(left.value, right.value):
        return True
    if left.value is not None and {left.hedge, right.hedge} <= hedges("at_most"):
        return left.value == right.value  # two caps: "tối đa 5 triệu" is not "tối đa 4 triệu"
    if _below(left, right) or _below(right, left):
        return True
    if _at_least(left, right) or _at_least(right, left):
        return True
    if left.kind == "money" and "/" in left.unit:
        return _prices_meet(left, right)
    if left.value is not None and left.value == right.value:
        return left.kind == "money" or not _opposed(left.hedge, right.hedge)  # sums are rounded as one likes
    if (_as_it_is(left) and rounds_to(left, right)) or (_as_it_is(right) and rounds_to(right, left)):
        return True
    if _one_figure(left, right) or _about(left, right) or _about(right, left):
        return True
    if _other_ranges(left, right):
        return False
    if left.value is None or right.value is None or left.hedge or right.hedge:
        return left.low <= right.high and right.low <= left.high and not _meet_at_an_end(left, right)
    return _near(left, right)


def _below(bound: Quantity, other: Quantity) -> bool:
    """Whether a bound from above ("chưa đầy một giờ") holds for a figure below it, however far."""
    if bound.hedge not in hedges(*BOUNDS_ABOVE) or bound.value is None or other.low < 0:
        return False
    rounded = bound.hedge in hedges("at_most")  # a rounding may stand behind "không quá", behind "dưới" a limit
    return other.high <= bound.value or (rounded and other.value is not None and rounds_to(bound, other))


def _at_least(bound: Quantity, other: Quantity) -> bool:
    """Whether a bound from below ("ít nhất 8 xe") leaves room for a figure somewhat above it, or for another bound."""
    floors = hedges("at_least")
    if bound.hedge not in floors or bound.value is None or other.value is None or other.hedge in hedges(*LESS):
        return False
    low, high = sorted((bound.value, other.value))
    return low >= 0 and high <= ROOM * low and (other.hedge in floors or other.value >= bound.value)


def _as_it_is(one: Quantity) -> bool:
    """Whether a figure is told without a hedge, or with one that only says how much it is ("lên tới 9,3 triệu")."""
    return not one.hedge or one.hedge in hedges("up_to")


def rounds_to(rough: Quantity, fine: Quantity) -> bool:
    """Whether the exact figure ``fine`` becomes ``rough`` when rounded or cut to the digits that ``rough`` shows.

    Rounding leaves at least two digits (14.450 -> 14.000), fewer where an exact sum or measure shows two digits more
    and is within a fiftieth (5,06 triệu USD -> 5 triệu USD); whole counts below ten thousand are not rounded. A broken
    figure may lose its last decimals (2,78% -> 2,8%) or all of them (19,5 -> 20).
    """
    if not rough.value or not fine.value or rough.kind == "birth-year":
        return False
    if rough.kind == "count" and rough.value < MANY and fine.value == int(fine.value):
        return False  # heads are counted: without a hedge, 116 people told as 120 are a clash to every annotator
    step, apart = _step(rough.value), abs(rough.value - fine.value)
    if step <= _step(fine.value) or (apart > ROUNDED * abs(rough.value) and step >= 1):
        return False
    if fine.value != int(fine.value) and apart <= step / 2 + TINY:
        return True
    finer = step >= FINER * _step(fine.value)
    if rough.kind in ("money", "measure") and finer and apart <= min(step / 2, CUT * abs(rough.value)):
        return True
    return abs(rough.value) / step >= 10 and (apart <= step / 2 or (apart < step and apart <= CUT * abs(rough.value)))


def _step(value: float) -> float:
    """The place of the last digit that is not 0: 31000 -> 1000, 2.5 -> 0.1."""
    step = 1.0
    if value == int(value):
        while value % (step * 10) == 0 and step < abs(value):
            step *= 10
        return step
    while step > 1e-6 and not math.isclose(value / step, round(value / step), abs_tol=1e-9):
        step /= 10
    return step


def _one_figure(left: Quantity, right: Quantity) -> bool:
    """Whether two sums or counts are written with the same digits and words, a comma for a point: "4,500 tỷ" may be
    "4.500 tỷ".
    """
    first, second = (one.span.text.lower() for one in (left, right))
    thousands = all(map(THOUSANDS.search, (first, second))) and left.kind in ("money", "count")
    return thousands and first != second and first.replace(",", ".") == second.replace(",", ".")


def _about(rough: Quantity, other: Quantity) -> bool:
    """Whether a figure told by both its ends, and those as about so much, may be another just beyond: "khoảng 7-8%" of
    8,3%.
    """
    ends = ENDS.search(rough.span.text.lower().removeprefix(rough.hedge)) if rough.hedge in hedges("about") else None
    if ends is None or rough.low >= rough.high or other.value is None:
        return False
    room = min(_step(rough.low) / 2, _step(rough.high) / 2, BEYOND * rough.low)
    return rough.low - room <= other.value <= rough.high + room


def _prices_meet(left: Quantity, right: Quantity) -> bool:
    """Prices are quoted to the last digit, and a range is a bid and an ask: one of each has to be the same."""
    if left.hedge or right.hedge:
        return left.low <= right.high and right.low <= left.high
    ends = [{round(one.low, 4), round(one.high, 4)} for one in (left, right)]
    return ends[0] <= ends[1] or ends[1] <= ends[0]


def _near(left: Quantity, right: Quantity) -> bool:
    """Whether two measured figures differ by no more than measuring and converting units do (1.000 miles, 1.600 km).

    Figures in one unit with equally many decimals, of which none is round, were neither converted nor rounded: 679 m²
    is not 697 m², and 104,5 m not 105,4 m.
    """
    if left.kind != "measure" or right.kind != "measure" or left.value is None or right.value is None:
        return False
    decimals = [len(broken[1]) if (broken := BROKEN.search(one.span.text)) else 0 for one in (left, right)]
    if (
        _written_unit(left) == _written_unit(right)
        and decimals[0] == decimals[1]
        and not any(map(_round, (left, right)))
    ):
        return False
    return abs(left.value - right.value) <= MEASURED * max(abs(left.value), abs(right.value))


def _round(one: Quantity) -> bool:
    """Whether a figure is told in tens."""
    return TENS.search(one.span.text) is not None


def _written_unit(one: Quantity) -> str:
    """The letters of a figure without its hedge: "km" of "khoảng 300 km"."""
    return re.sub(r"[\W\d_²³]", "", one.span.text.lower().removeprefix(one.hedge))


def _beyond(left: float, right: float) -> bool:
    """Whether one per cent figure counts from 100 and the other from 0: 26,7% over the plan is 127% of it."""
    return abs(abs(left - right) - 100.0) < 1.0


def _identifier_tail(one: Quantity) -> str:
    """The part of an identifier that tells it from others: the last piece with a digit ("quốc lộ 1A" -> "1A")."""
    pieces = [piece for piece in re.split(r"\s+", one.span.text.upper()) if any(map(str.isdigit, piece))]
    return re.sub(r"[\W_]", "", pieces[-1]) if one.unit == "label" and pieces else _identifier(one)


def _opposed(left: str, right: str) -> bool:
    """Whether one hedge says more and the other less: "hơn 50" against "gần 50"."""
    more, less = hedges(*MORE), hedges(*LESS)
    return (left in more and right in less) or (left in less and right in more)


def _other_ranges(left: Quantity, right: Quantity) -> bool:
    """Whether two figures told by both ends hardly overlap ("18 đến 27 tuổi", "25 đến 35"), or are sums that differ
    in one end by more than a rounding ("800 triệu đến 1,3 tỷ").
    """
    if left.kind == "score" or not all(ENDS.fullmatch(one.span.text.lower()) for one in (left, right)):
        return False
    apart = [(one, other) for one, other in ((left.low, right.low), (left.high, right.high)) if one != other]
    if len(apart) == 1 and left.kind == right.kind == "money":
        return abs(apart[0][0] - apart[0][1]) > ROUNDED * max(apart[0])
    overlap = min(left.high, right.high) - max(left.low, right.low)
    return 0 <= overlap < HARDLY * min(left.high - left.low, right.high - right.low)


def _meet_at_an_end(left: Quantity, right: Quantity) -> bool:
    """Whether the ranges share one end only, with both figures hedged away from it."""
    return (left.high == right.low or right.high == left.low) and left.low != left.high and right.low != right.high


def _age_fits(left: Quantity, right: Quantity, years: Iterable[int]) -> bool:
    age, born = (left, right) if left.kind == "age" else (right, left)
    known = tuple(years)
    if age.value is None or born.value is None or not known:
        return True
    return any(abs(year - born.value - age.value) <= 1 for year in known)


def leading_number(one: Quantity) -> str:
    """The running number of a document, before its year and office; "" where it has none."""
    found = re.search(r"\d+", one.span.text)
    return found.group() if found else ""


def _identifier(one: Quantity) -> str:
    return re.sub(r"[^\w*]|_", "", one.span.text).upper()


def _unmasked(left: str, right: str) -> bool:
    """Whether two identifiers agree but for what is masked: "29H174XX" or "29H174**" may be "29H17452"."""
    return len(left) == len(right) and all(map(_may_be_one, left, right))


def _may_be_one(left: str, right: str) -> bool:
    """Whether two characters are one or a mask covers the other: "*" any of them, "X" a figure (29X is a series)."""
    both = {left, right}
    return left == right or "*" in both or ("X" in both and (left + right).replace("X", "").isdigit())
