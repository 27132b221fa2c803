"""When two hours of one day may be one moment: what "about", "past" and "almost" leave open."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from compare.judge.hedges import LEANINGS, hedges
from compare.judge.phrases import section_of
from compare.types import Time

SAME_MINUTES = 5
ABOUT_MINUTES = 15  # annotators take "khoảng 18h" and 17h45 for one hour, "khoảng 17h" and 17h30 for two
HOUR, HALF, HALF_DAY = 60, 30, 720
LEAP_YEAR = 2000
SPOKEN = re.compile(r"(\d{1,2})\s*(?:h|g|giờ|:)")
STRETCH = re.compile(r"(\d{1,2})\s?(?:[-–]|đến|tới)\s?(\d{1,2})\s?(?:h|g|giờ)(?!\w)")
HALVES = re.compile(r"\d\s*[ap]\.?m\b")
PARTS = ("morning", "noon", "afternoon", "evening", "night")


def hours_meet(left: Time, right: Time) -> bool:
    """Whether two clock times may be one: a few minutes apart, more where one is told roughly, "hơn 6 giờ" and 6h30,
    any hour of a stretch.
    """
    assert left.clock is not None
    assert right.clock is not None
    lasting = _lasting(left), _lasting(right)
    if any(lasting) and left.clock <= right.clock + lasting[1] and right.clock <= left.clock + lasting[0]:
        return True
    leanings = _leaning(left), _leaning(right)
    apart = abs(left.clock - right.clock)
    if _by_half_days(left, right) or _by_half_days(right, left):
        apart = abs(apart - HALF_DAY)
    if {"over", "under"} <= {*leanings}:
        return False
    if apart <= SAME_MINUTES or (apart <= ABOUT_MINUTES and any(leanings)):
        return True
    return _leans_to(left, right.clock, leanings[0]) or _leans_to(right, left.clock, leanings[1])


def _lasting(time: Time) -> int:
    """The minutes from the first hour of a stretch to its last: 60 of "6-7 giờ tối", 0 of a single hour."""
    stretch = STRETCH.search(time.span.text.lower())
    return HOUR * (int(stretch[2]) - int(stretch[1])) if stretch else 0


def at_one_midnight(before: Time, behind: Time) -> bool:
    """Whether one time is the end of a day and the other the beginning of the next: "12h đêm 4/8", "0h ngày 5/8"."""
    if behind.moment != "clock" or behind.clock is None or behind.clock > HALF:
        return False
    late = before.clock is not None and before.moment == "clock" and before.clock >= 2 * HALF_DAY - HALF
    return (late or part_named(before) == len(PARTS) - 1) and _next_day(before, behind)


def _next_day(before: Time, behind: Time) -> bool:
    """Whether a time is of the day behind another's, of any year where one tells none."""
    if before.first and behind.first:
        return (behind.first - before.first).days == 1
    told = [date(LEAP_YEAR, one.month, 1) for one in (before, behind) if one.month and one.day]
    if len(told) < 2 or not before.day or not behind.day:
        return False
    return (told[1] - told[0]).days + behind.day - before.day == 1


def _by_half_days(said: Time, bare: Time) -> bool:
    """Whether an hour is told by its half of the day ("5 giờ chiều") and the other bare, so that "5h" may mean it.

    With a day beside it ("5h ngày 3/5") or "a.m." an hour means itself.
    """
    assert said.clock is not None
    assert bare.clock is not None
    hour = SPOKEN.search(said.span.text.lower())
    spoken = hour is not None and int(hour[1]) * HOUR < HALF_DAY <= said.clock and part_named(said) is not None
    plain = part_named(bare) is None and HALVES.search(bare.span.text.lower()) is None
    return spoken and plain and bare.clock < HALF_DAY and bare.day is None


def part_named(time: Time) -> int | None:
    """The part of the day, as its place in ``PARTS``, that the words of a time name; None where they name none."""
    words = f" {time.span.text.lower()} "
    return next((index for index, cues in enumerate(_parts()) if any(f" {cue} " in words for cue in cues)), None)


@cache
def _parts() -> tuple[tuple[str, ...], ...]:
    tables = [section_of(language, "times") for language in ("vi", "en")]
    return tuple(tuple(cue for table in tables for cue in table[part]) for part in PARTS)


def _leans_to(rough: Time, minutes: int, leaning: str) -> bool:
    """Whether a full hour told as passed ("hơn 6 giờ") reaches a minute of that hour, or as near, the half hour before.

    An hour told with its minutes ("hơn 6 giờ 20") reaches no further than any rough one.
    """
    if rough.clock is None or rough.clock % HOUR:
        return False
    if leaning == "over":
        return rough.clock <= minutes < rough.clock + HOUR
    return leaning == "under" and rough.clock - HALF <= minutes <= rough.clock


def _leaning(time: Time) -> str:
    """The word "over", "under" or "about" for a time told so, "" for one told to the minute."""
    words = f" {time.span.text.lower()} "
    found = (name for name, groups in LEANINGS.items() if any(f" {cue} " in words for cue in hedges(*groups)))
    return next(found, "")
