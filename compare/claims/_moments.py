"""Time expressions of a sentence as ``Moment`` records: rules in order, the first to claim a stretch of text wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from compare.claims import _moments_en, _moments_vi
from compare.claims._calendar import Moment
from compare.claims._identifiers import counts_something
from compare.claims._moment_groups import afternoon, read_groups
from compare.claims._numbers import numbers
from compare.claims._units import alternatives
from compare.lexicon import lexicon

_FIGURE = re.compile(r"\d")
_SEPARATED = re.compile(r"\d\s?[/.–-]\s?\d")
_FULL_STOP = re.compile(r"(?:[^\W\d_]{5,}|may|june|july)\.$")
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
    done: re.Pattern[str]
    to_now: re.Pattern[str]
    since: re.Pattern[str]
    words: dict[str, Any]
    language: str


@cache
def _rules(language: str) -> Rules:
    words = lexicon(language, "times")
    module = _moments_vi if words["grammar"] == "vi" else _moments_en
    rules = module.patterns(words, numbers(language).number)
    patterns = tuple((name, re.compile(pattern), module.needs(name)) for name, pattern in rules)
    future = re.compile(rf"(?<!\w)(?:{alternatives(words['future'])})(?!\w)")
    done = re.compile(rf"(?<!\w)(?:{alternatives(words['done'])})(?!\w)")
    to_now = re.compile(rf"\s(?:{alternatives(words['to_now'])})(?!\w)")
    since = re.compile(rf"(?<!\w)(?:{alternatives(words['since'])})\s$")
    return Rules(patterns, module.CHECKS, re.compile(module.GATE), future, done, to_now, since, words, language)


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
    moment = read_groups(grain, groups, rules.words, rules.language)
    if moment is None:
        return None
    start, end = match.start() + len(match[0]) - len(match[0].lstrip()), match.end()
    while end > start and match.string[end - 1].isspace():
        end -= 1
    if _FULL_STOP.search(match.string, start, end):
        end -= 1
    return replace(moment, start=start, end=end)


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
        """Whether it is a single day or a part of one."""
        return one.grain in ("day", "part-of-day") and one.until is None

    if left.grain == "clock" and left.day is None and left.shift is None and dated(right):
        part = right.part or left.part
        return afternoon(replace(right, start=left.start, grain="clock", clock=left.clock, part=part))
    if right.grain == "clock" and right.day is None and right.shift is None and dated(left):
        part = right.part or left.part
        return afternoon(replace(left, grain="clock", clock=right.clock, part=part))
    if left.weekday is not None and left.day is None and right.day is not None and right.weekday is None:
        return _carry(left, right)
    fixed = left.shift_grain == "day" and left.day is None
    if fixed and dated(right) and right.day is not None and left.shift is not None:
        return replace(_carry(left, right), ahead=left.shift > 0 if left.shift else None)
    return None


def _carry(left: Moment, right: Moment) -> Moment:
    """The date on the right with the part of the day and the clock of the words before it."""
    grain = right.grain if left.clock is None else left.grain
    return replace(right, start=left.start, part=right.part or left.part, clock=left.clock, grain=grain)


def _cued(one: Moment, low: str, rules: Rules) -> Moment:
    """The moment as one to come where words before it say so, as one gone by beside "to date" or "since"."""
    if one.ahead is not None:
        return one
    if rules.to_now.match(low, one.end) or rules.since.search(low, max(0, one.start - 12), one.start):
        return replace(one, ahead=False)
    cues = list(rules.future.finditer(low, max(0, one.start - 160), one.start))
    if not cues or rules.done.search(low, cues[-1].end(), one.start):
        return one
    return replace(one, ahead=True)
