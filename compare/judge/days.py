"""Whether two times may be of one day."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.types import Time

SEVERAL_YEARS = 2
DAY_RANGE = re.compile(r"(\d{1,2})\s*(?:[-–]|(?:đến|tới)(?: hết)?(?: ngày)?)\s*(\d{1,2})\s*[/.-]\s*\d{1,2}\b")


def days_meet(left: Time, right: Time) -> bool:
    """Whether the days may be the same; times whose day is not known meet any day, and a day told without its year
    the same day of any year.
    """
    if left.day and (left.day, left.month) == (right.day, right.month) and "partial" in (left.kind, right.kind):
        return True
    if left.first and left.last and right.first and right.last:
        return left.first <= right.last and right.first <= left.last
    if left.year and right.year and left.year != right.year:
        return False
    if left.month and right.month and not _months(left) & _months(right):
        return False
    return not left.day or not right.day or bool(_span_of_days(left) & _span_of_days(right))


def beside_a_range(left: Time, right: Time) -> bool:
    """Whether one time is of several days ("8-11/7") and the other the day before or behind them, as that of setting
    out or of coming home.
    """
    for days, day in ((left, right), (right, left)):
        several = len(_span_of_days(days)) > 1 and days.month == day.month
        if several and day.day and days_meet(replace(day, day=None, first=None, last=None), days):
            return day.day in (min(_span_of_days(days)) - 1, max(_span_of_days(days)) + 1)
    return False


def other_periods(left: Time, right: Time) -> bool:
    """Whether both are spans of several years ("giai đoạn 2011-2020") of which neither reaches into the other."""
    if not (left.first and left.last and right.first and right.last):
        return False
    if left.last.year - left.first.year < SEVERAL_YEARS or right.last.year - right.first.year < SEVERAL_YEARS:
        return False
    return left.last <= right.first or right.last <= left.first


def _months(time: Time) -> set[int]:
    """The months of the year that a time names: "5 tháng đầu năm" is five of them."""
    if time.first and time.last and time.first.year == time.last.year:
        return set(range(time.first.month, time.last.month + 1))
    return {time.month or 0}


def _span_of_days(time: Time) -> set[int]:
    """The days of the month that a time names: "23 - 25/5" is three of them."""
    told = DAY_RANGE.search(time.span.text)
    first, last = (int(told[1]), int(told[2])) if told else (time.day or 0, time.day or 0)
    return set(range(first, last + 1)) if first <= last else {first, last}
