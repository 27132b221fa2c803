"""English rules for time expressions, on lower-case text. Each name starts with the grain of what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from compare.claims._units import alternatives

GATE = (
    r"\d|(?<!\w)(?:today|tonight|yesterday|tomorrow|week|month|year|decade|ago|\w+day|jan|feb|march|april|may|june|july"
    r"|august|september|october|november|december|spring|summer|autumn|fall|winter|morning|night|recent|noon)"
)
_START = r"(?<![\w#])(?<!\d[./,-])"
_END = r"(?!\w|[/.,-]\d|\s?%)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"


def patterns(words: dict[str, Any], number: str) -> list[tuple[str, str]]:
    """Names and regular expressions of the rules, the more telling first."""
    month = rf"(?P<month>{alternatives(words['months'])})(?!\w)\.?"
    edge = rf"(?:(?P<edge>{alternatives(words['edges'])})[\s-]+(?:of\s+|in\s+)?)?"
    part = rf"(?:(?P<part>{alternatives(words['parts'])})\s+)?"
    shift = alternatives(words["shifts"])
    day, year = rf"(?P<day>{_DAY})", rf"(?P<year>{_YEAR})"
    second = rf"(?:\s?(?:-|–|to|and|through)\s?(?P<day2>{_DAY}))?"
    units = alternatives(words["units"])
    long_units = alternatives(unit for unit in words["units"] if not unit.startswith("day"))
    season, quarter = rf"(?P<season>{alternatives(words['seasons'])})", alternatives(words["quarters"])
    quarter = rf"(?:the\s+)?(?P<quarter>{quarter})"
    weekday = rf"(?P<weekday>{alternatives(words['weekdays'])})(?:\s+(?P<part>{alternatives(words['parts'])}))?(?!\w)"
    recent = r"(?:recent|past few|last few|coming|next few)\s+(?:days|weeks|months|years|decades)(?!\w)"
    half_day = r"(?P<hour_part>a\.?m\.?|p\.?m\.?)"
    return [
        ("day-iso", rf"{_START}(?P<year>{_YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:t\d\d:\d\d\S*)?(?!\w|-)"),
        ("day-month-first", rf"{_START}{month}\s+{day}{second},?\s+{year}{_END}"),
        ("day-day-first", rf"{_START}(?:the\s+)?{day}{second}\s+(?:of\s+)?{month},?\s+{year}{_END}"),
        ("day-of-month", rf"{_START}{month}\s+{day}(?!\d|[.,]\d|:){second}"),
        ("day-then-month", rf"{_START}(?:the\s+)?{day}{second}\s+(?:of\s+)?{month}"),
        ("month-year", rf"{_START}{edge}{month},?\s+(?:of\s+)?{year}{_END}"),
        ("month-shifted", rf"{_START}{edge}(?P<shift>last|next|this)\s+{month}"),
        ("month", rf"{_START}{edge}{month}(?!\s+\w+ing)"),
        ("year-range", rf"{_START}(?:between\s+|from\s+)?{year}\s?(?:-|–|to|and)\s?(?P<year2>{_YEAR}|\d\d){_END}"),
        ("decade", rf"{_START}(?:the\s+)?{edge}(?P<decade>(?:1[89]|20)\d0|\d0)s(?!\w)"),
        ("decade-century", rf"{_START}(?:the\s+)?{edge}(?P<century>\d\d?)(?:st|nd|rd|th)\s+century"),
        ("season-year", rf"{_START}{edge}{season}\s+(?:of\s+)?{year}{_END}"),
        ("season", rf"{_START}(?P<shift>{shift})\s+{season}(?!\w)"),
        ("quarter-year", rf"{_START}{quarter}(?:\s+quarter)?(?:\s+of)?,?\s+{year}{_END}"),
        ("quarter", rf"{_START}{quarter}\s+quarter(?!\w)"),
        ("year", rf"{_START}{edge}{year}(?!\w|[/.,-]\d|\s?%)"),
        ("fixed", rf"{_START}(?P<fixed>{alternatives(words['days'])})(?!\w)"),
        ("vague", rf"{_START}(?:in\s+)?(?:the\s+)?{recent}"),
        ("relative-ago", rf"{_START}(?P<count>{number}|an?)\s+(?P<unit>{units})\s+ago(?!\w)"),
        ("weekday", rf"{_START}(?:(?:on|late|early)\s+)?(?:(?P<turn>last|next|this)\s+)?{weekday}"),
        ("relative", rf"{_START}{edge}(?P<shift>{shift})\s+(?P<unit>{long_units})(?!\w|\s?')"),
        ("clock-minutes", rf"{_START}{part}(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)\s?{half_day}?(?![\w:])"),
        ("clock-hour", rf"{_START}(?P<hour>1[0-2]|0?[1-9])\s?{half_day}(?!\w)"),
    ]


def needs(name: str) -> tuple[str, ...]:
    """What a text must contain for a rule to match: any of these words or marks."""
    if name.startswith(("clock", "year", "day", "decade")):
        return ("§d",)
    return {"relative-ago": ("ago",), "quarter": ("quarter",)}.get(name, ("",))


def _year(match: re.Match[str], text: str) -> bool:
    """ "in 2014", "(2014)" and "early 2014" are years; "2014 people" and "World Cup 2014" are none."""
    low = match.string
    if match["edge"]:
        return True
    before = low[: match.start()]
    if re.search(r"\(\s?$", before):
        return re.match(r"\s?[),;-]", low[match.end() :]) is not None
    preposition = r"(?:in|since|by|until|till|from|to|of|during|before|after|through|year|and|late|mid|early|#,?)[\s-]$"
    return re.search(preposition, before) is not None and not re.match(
        r"\s(?:people|men|women|troops|soldiers|million|billion|dollars)", low[match.end() :]
    )


def _month(match: re.Match[str], text: str) -> bool:
    """ "may" and "march" are months only with a capital letter, after a preposition or an edge, "Jan Brewer" never."""
    word, before = match["month"], match.string[: match.start()]
    preposition = re.search(r"(?:in|since|by|of|until|from|to|during)\s$", before)
    timed = match["edge"] is not None or preposition is not None
    if word in _FIRST_NAMES and not timed and not _LEADING.search(before) and _SURNAME.match(text, match.end()):
        return False
    return word not in _VERBS or (timed and text[match.start("month")].isupper())


_VERBS = frozenset(("may", "march", "mar", "dec", "sep", "sept"))
_FIRST_NAMES = frozenset(("jan", "april", "june", "august"))
_LEADING = re.compile(r"(?:the|before|after|for|every|throughout|and|this|last|next)\s$")
_SURNAME = re.compile(r"\s[A-Z][a-z]")


def _day_month(match: re.Match[str], text: str) -> bool:
    """ "may 10 people" is no date: a month name is capitalised."""
    return text[match.start("month")].isupper()


def _clock(match: re.Match[str], text: str) -> bool:
    """ "10.30" needs a.m. or p.m.; "10:30" does not."""
    return ":" in match[0] or match["hour_part"] is not None


CHECKS: dict[str, Callable[[re.Match[str], str], bool]] = {
    "year": _year,
    "month": _month,
    "day-of-month": _day_month,
    "day-then-month": _day_month,
    "clock-minutes": _clock,
}
