"""The groups of a rule's match read as a ``Moment``: the names of the groups are the same in every language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from compare.claims._calendar import Grain, Moment, valid
from compare.claims._numbers import read_number

_CENTURY = {"i": 1, "v": 5, "x": 10}
# clock times (minutes) that a part of the day puts twelve hours later
_SECOND_HALF = {"afternoon": (0, 720), "evening": (0, 720), "night": (360, 720), "noon": (0, 360)}


def read_groups(grain: str, groups: dict[str, str | None], words: dict[str, Any], language: str) -> Moment | None:
    """The moment that a pattern's groups spell out; None where they make no date."""
    moment = Moment(0, 0, _grain(grain, groups, words))
    year = _year(groups.get("year"))
    month = _number(groups.get("month") or groups.get("month2"), words["months"])
    day, last_day = _number(groups.get("day"), {}), _number(groups.get("day2"), {})
    if not valid(year, month, day) or not valid(year, month, last_day):
        return None
    part = words["parts"].get(_one_space(groups.get("part") or groups.get("hour_part")), "")
    moment = replace(moment, year=year, month=month, day=day, part=part, lunar=bool(groups.get("lunar")))
    moment = replace(moment, edge=words["edges"].get(_one_space(groups.get("edge")), ""))
    moment = _with_until(moment, groups, last_day, words)
    moment = _with_shift(moment, groups, words, language)
    return _with_clock(_with_spans(moment, groups, words), groups)


def _grain(grain: str, groups: dict[str, str | None], words: dict[str, Any]) -> Grain:
    unit = words["units"].get(_one_space(groups.get("unit")))
    if grain == "relative" and unit:
        return unit  # type: ignore[no-any-return]
    if grain in ("day", "bare", "fixed", "same", "weekday"):
        return "part-of-day" if groups.get("part") else "day"
    return grain  # type: ignore[return-value]


def _year(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if len(word) == 4 else 2000 + int(word) if int(word) < 60 else 1900 + int(word)


def _number(word: str | None, names: dict[str, int]) -> int | None:
    if word is None:
        return None
    figures = re.match(r"\d+", word)
    return int(figures[0]) if figures else names.get(_one_space(word).rstrip("."))


def _one_space(word: str | None) -> str:
    return re.sub(r"\s+", " ", word).strip() if word else ""


def _with_until(moment: Moment, groups: dict[str, str | None], last_day: int | None, words: dict[str, Any]) -> Moment:
    if last_day is not None:
        end_month = _number(groups.get("month2") or groups.get("month"), words["months"])
        return replace(moment, until=(_year(groups.get("year2")) or moment.year, end_month, last_day))
    if groups.get("month") and groups.get("month2"):
        last = _number(groups["month2"], words["months"]) or 12
        if groups.get("year2"):  # "tháng 6/2019 - 6/2020"
            return replace(moment, until=(_year(groups["year2"]), last, None))
        over = moment.year is not None and (moment.month or 1) > last  # "tháng 12 và 1-2017" begins the year before
        return replace(moment, year=(moment.year or 0) - 1 if over else moment.year, until=(moment.year, last, None))
    if groups.get("year2"):
        end = groups["year2"] or ""
        last = int(end) if len(end) == 4 else (moment.year or 2000) // 100 * 100 + int(end)
        return replace(moment, until=(last, None, None)) if last >= (moment.year or 0) else moment
    if groups.get("months"):
        count = _number(groups["months"], {}) or read_number(groups["months"] or "", "vi") or 0
        if not 1 <= count <= 12:
            return moment
        first = 13 - int(count) if moment.edge == "late" else 1
        return replace(moment, month=first, edge="", until=(moment.year, first + int(count) - 1, None))
    return moment


def _with_shift(moment: Moment, groups: dict[str, str | None], words: dict[str, Any], language: str) -> Moment:
    """The shift of "năm ngoái", "tuần tới", "ba ngày trước", and the direction that it tells."""
    if groups.get("fixed"):
        shift = words["days"][_one_space(groups["fixed"])]
        return replace(moment, shift=shift, shift_grain="day")
    if groups.get("count"):
        count = read_number(groups["count"] or "", language)
        return replace(moment, shift=-int(count), shift_grain=moment.grain) if count and count < 10_000 else moment
    shift_word = _one_space(groups.get("shift"))
    if groups.get("turn"):
        return replace(moment, ahead=groups["turn"] == "next", shift=0 if groups["turn"] == "this" else None)
    if not shift_word:
        return moment
    shift = words["shifts"].get(shift_word)
    unit = words["units"].get(_one_space(groups.get("shift_unit")), "")
    dated = moment.month is not None or moment.day is not None
    if dated and not unit:
        return replace(moment, ahead=(shift or 0) > 0)
    grain = unit or ("week" if moment.weekday is not None else "")
    return replace(moment, shift=shift, shift_grain=grain, ahead=(shift or 0) > 0)


def _with_spans(moment: Moment, groups: dict[str, str | None], words: dict[str, Any]) -> Moment:
    """Quarters, seasons, weekdays, decades and centuries."""
    if groups.get("quarter"):
        quarter = words["quarters"][_one_space(groups["quarter"])]
        return replace(moment, month=3 * quarter - 2)
    if groups.get("season"):
        moment = replace(moment, season=words["seasons"][_one_space(groups["season"])])
        return replace(moment, shift=0) if moment.year is None and moment.shift is None else moment
    if groups.get("weekday"):
        return replace(moment, weekday=words["weekdays"].get(_one_space(groups["weekday"]), 6))
    if groups.get("decade"):
        decade = int(groups["decade"] or 0)
        return replace(moment, year=decade if decade > 100 else (1900 if decade >= 30 else 2000) + decade)
    if groups.get("century"):
        return replace(moment, year=(_ordinal(groups["century"] or "") - 1) * 100 + 1)
    return moment


def _ordinal(word: str) -> int:
    """A century in figures or in Roman numerals."""
    figures = re.match(r"\d+", word)
    if figures:
        return int(figures[0])
    values = [_CENTURY[letter] for letter in word]
    signs = [-1 if value < max(values[i:]) else 1 for i, value in enumerate(values)]
    return sum(sign * value for sign, value in zip(signs, values, strict=True))


def _with_clock(moment: Moment, groups: dict[str, str | None]) -> Moment | None:
    if not groups.get("hour"):
        return moment
    hour, minute = int(groups["hour"] or 0), int(groups.get("minute") or 0)
    if hour > 24 or minute > 59:
        return None
    clock = hour * 60 + minute - int(groups.get("less") or 0)  # "8 giờ kém 15"
    return afternoon(replace(moment, grain="clock", clock=clock if clock >= 0 else clock + 24 * 60))


def afternoon(moment: Moment) -> Moment:
    """The clock on 24 hours once the part of the day is known: "7 giờ tối" is 19:00, "12 giờ đêm" midnight."""
    clock = moment.clock
    if clock is None:
        return moment
    earliest, latest = _SECOND_HALF.get(moment.part, (0, 0))
    if earliest <= clock < latest:
        clock += 12 * 60
    elif moment.part in ("night", "dawn", "morning") and 12 * 60 <= clock < 13 * 60:
        clock -= 12 * 60
    return replace(moment, clock=clock)
