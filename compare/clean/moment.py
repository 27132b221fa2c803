"""The publication date that a page shows in a line of its own."""

from __future__ import annotations

import re
from datetime import datetime

from compare.clean.page import Page

_NUMBERS = re.compile(r"\b(?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})(?:[/.-]| năm |, ?| )(?P<year>\d{4})\b")
_CLOCK = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[:h](?P<minute>[0-5]\d)(?::\d\d)?\s*(?P<half>(?i:am|pm|sa|ch)\b)?")
_NAMED = re.compile(
    r"\b(?:(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2})[a-z]*|(?P<month2>[A-Z][a-z]{2})[a-z]*\.? (?P<day2>\d{1,2}),) "
    r"(?P<year>\d{4})"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def page_date(page: Page) -> datetime | None:
    """The date of the first date line as naive local time; None when the page shows none."""
    for one in page.removed:
        if one.rule == "date-line":
            found = _read(page.text[one.start : one.end])
            if found is not None:
                return found
    return None


def _read(written: str) -> datetime | None:
    numbers, named = _NUMBERS.search(written), _NAMED.search(written)
    if numbers is not None:
        day, month, year = int(numbers["day"]), int(numbers["month"]), int(numbers["year"])
    elif named is not None:
        name = named["month"] or named["month2"]
        day, year = int(named["day"] or named["day2"]), int(named["year"])
        month = _MONTHS.index(name) + 1 if name in _MONTHS else 0
    else:
        return None
    try:
        return datetime(year, month, day, *_clock(written))
    except ValueError:
        return None


def _clock(written: str) -> tuple[int, int]:
    """Hour and minute, (0, 0) where none is given; halves of the day are read in both languages ("CH" is pm)."""
    clock = _CLOCK.search(written)
    if clock is None:
        return 0, 0
    hour, half = int(clock["hour"]), (clock["half"] or "").casefold()
    if half in ("pm", "ch") and hour < 12:
        hour += 12
    return (0 if half in ("am", "sa") and hour == 12 else hour), int(clock["minute"])
