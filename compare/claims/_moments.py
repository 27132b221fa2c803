"""Time expressions of a sentence as ``Moment`` records: rules in order, the first to claim a stretch of text wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from compare.claims import _moments_en, _moments_vi
from compare.claims._calendar import Grain, Moment, valid
from compare.claims._identifiers import counts_something
from compare.claims._numbers import numbers, read_number
from compare.claims._units import alternatives
from compare.lexicon import lexicon

_CENTURY = {"i": 1, "v": 5, "x": 10}
# clock times (minutes) that a part of the day puts twelve hours later
_SECOND_HALF = {"afternoon": (0, 720), "evening": (0, 720), "night": (360, 720), "noon": (0, 360)}
_FIGURE = re.compile(r"\d")
_SEPARATED = re.compile(r"\d\s?[/.–-]\s?\d")
_JOIN = re.compile(r"[\s,(]*(?:(?:of|on|at|vào|lúc|vào lúc|khoảng|vào khoảng|hôm|ngày)\s+)*")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a language: (name, pattern, needs) in order, contextual checks by name, a gate that most text fails.

    A rule is tried only where one of its needs occurs: a word, or a mark of ``_marks``.
    """

    patterns: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]
    checks: dict[str, Callable[[re.Match[str], str], bool]]
    gate: re.Pattern[str]
    future: re.Pattern[str]
    words: dict[str, Any]
    language: str


@cache
def _rules(language: str) -> Rules:
    words = lexicon(language, "times")
    module = _moments_vi if words["grammar"] == "vi" else _moments_en
    rules = module.patterns(words, numbers(language).number)
    patterns = tuple((name, re.compile(pattern), module.needs(name)) for name, pattern in rules)
    future = re.compile(rf"(?<!\w)(?:{alternatives(words['future'])})(?!\w)")
    return Rules(patterns, module.CHECKS, re.compile(module.GATE), future, words, language)


def moments(low: str, text: str, language: str) -> list[Moment]:
    """Moments of a sentence in reading order; ``low`` is ``text`` in lower case with "#" over what is no time."""
    rules = _rules(language)
    if not rules.gate.search(low):
        return []
    found: list[Moment] = []
    left, marked = low, low + _marks(low)
    for name, pattern, needs in rules.patterns:
        if not any(need in marked for need in needs):
            continue
        before = len(found)
        for match in pattern.finditer(left):
            moment = _moment(name, match, text, rules)
            if moment is not None:
                found.append(moment)
        left = _without(left, found[before:])
    found.sort(key=lambda one: one.start)
    joined = _joined(found, low)
    return [_cued(one, low, rules) for one in joined]


def _marks(low: str) -> str:
    """Marks for what rules need besides words: "§d" for a figure, "§s" for figures with a separator between them."""
    return f"{'§d' if _FIGURE.search(low) else ''}{'§s' if _SEPARATED.search(low) else ''}"


def _without(low: str, found: list[Moment]) -> str:
    for one in found:
        low = low[: one.start] + "#" * (one.end - one.start) + low[one.end :]
    return low


def _moment(name: str, match: re.Match[str], text: str, rules: Rules) -> Moment | None:
    """The moment of a match, or None where its surroundings speak against it."""
    check = rules.checks.get(name)
    if check is not None and not check(match, text):
        return None
    groups = match.groupdict()
    grain = name.split("-")[0]
    only_day = groups.get("day") and not groups.get("month") and not groups.get("month2")
    if only_day and counts_something(match.string, match.end(), rules.language):
        return None
    moment = _read(grain, groups, rules)
    if moment is None:
        return None
    start, end = match.start() + len(match[0]) - len(match[0].lstrip()), match.end()
    while end > start and match.string[end - 1].isspace():
        end -= 1
    return replace(moment, start=start, end=end)


def _read(grain: str, groups: dict[str, str | None], rules: Rules) -> Moment | None:
    words = rules.words
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
    moment = _with_shift(moment, groups, rules)
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
    return int(word) if word.isdigit() else names.get(_one_space(word).rstrip("."))


def _one_space(word: str | None) -> str:
    return re.sub(r"\s+", " ", word).strip() if word else ""


def _with_until(
    moment: Moment, groups: dict[str, str | None], last_day: int | None, words: dict[str, Any]
) -> Moment:
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
    if last_day is None:
        return moment
    end_month = _number(groups.get("month2") or groups.get("month"), words["months"])
    return replace(moment, until=(moment.year, end_month, last_day))


def _with_shift(moment: Moment, groups: dict[str, str | None], rules: Rules) -> Moment:
    """The shift of "năm ngoái", "tuần tới", "ba ngày trước", and the direction that it tells."""
    words = rules.words
    if groups.get("fixed"):
        shift = words["days"][_one_space(groups["fixed"])]
        return replace(moment, shift=shift, shift_grain="day")
    if groups.get("count"):
        count = read_number(groups["count"] or "", rules.language)
        return replace(moment, shift=-int(count), shift_grain=moment.grain) if count and count < 10_000 else moment
    shift_word = _one_space(groups.get("shift"))
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
    return _afternoon(replace(moment, grain="clock", clock=hour * 60 + minute))


def _afternoon(moment: Moment) -> Moment:
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


def _joined(found: list[Moment], low: str) -> list[Moment]:
    """A clock time and its date, or a weekday and its date, as one moment where nothing stands between them."""
    result: list[Moment] = []
    for one in found:
        last = result[-1] if result else None
        if last is not None and _JOIN.fullmatch(low[last.end : one.start]):
            joined = _join(last, one)
            if joined is not None:
                bracket = low[last.end : one.start].count("(") and low[one.end : one.end + 1] == ")"
                result[-1] = replace(joined, end=one.end + 1 if bracket else one.end)
                continue
        result.append(one)
    return result


def _join(left: Moment, right: Moment) -> Moment | None:
    def dated(one: Moment) -> bool:
        return one.grain in ("day", "part-of-day") and one.until is None

    if left.grain == "clock" and left.day is None and left.shift is None and dated(right):
        part = right.part or left.part
        return _afternoon(replace(right, start=left.start, grain="clock", clock=left.clock, part=part))
    if right.grain == "clock" and right.day is None and right.shift is None and dated(left):
        part = right.part or left.part
        return _afternoon(replace(left, grain="clock", clock=right.clock, part=part))
    if left.weekday is not None and left.day is None and right.day is not None and right.weekday is None:
        return _carry(left, right)
    fixed = left.shift_grain == "day" and left.day is None
    if fixed and dated(right) and right.day is not None and left.shift is not None:
        return replace(_carry(left, right), ahead=left.shift > 0)
    return None


def _carry(left: Moment, right: Moment) -> Moment:
    """The date on the right with the part of the day and the clock of the words before it."""
    grain = right.grain if left.clock is None else left.grain
    return replace(right, start=left.start, part=right.part or left.part, clock=left.clock, grain=grain)


def _cued(one: Moment, low: str, rules: Rules) -> Moment:
    """The moment with a future cue from the words before it."""
    if one.ahead is not None:
        return one
    before = low[max(0, one.start - 60) : one.start]
    return replace(one, ahead=True) if rules.future.search(before) else one
