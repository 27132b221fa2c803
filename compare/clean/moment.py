"""The publication date that a page shows in a line of its own."""

from __future__ import annotations

import re
from datetime import datetime

from compare.clean.page import Page

_NUMBERS = re.compile(r"\b(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})\b")
_CLOCK = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[:h](?P<minute>[0-5]\d)\b")
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
    clock = _CLOCK.search(written)
    try:
        return datetime(year, month, day, int(clock["hour"]) if clock else 0, int(clock["minute"]) if clock else 0)
    except ValueError:
        return None
