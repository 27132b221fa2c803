"""A time expression as its text says it (``Moment``), and the days it stands for once the publication date is known."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["clock", "part-of-day", "day", "week", "month", "quarter", "season", "year", "decade", "vague"]
Kind = Literal["absolute", "partial", "relative"]
_SEASONS = {"spring": (1, 3), "summer": (4, 8), "autumn": (8, 10), "winter": (10, 12)}
_FUTURE = {"day": 10, "month": 62, "year": 60}  # days ahead at which a date without any cue is still ahead


@dataclass(frozen=True, slots=True)
class Moment:
    """What the words of a time expression give; offsets are local to the sentence, ``None`` is what they leave out.

    ``shift`` counts units of ``grain`` from the publication ("hôm qua" is -1 day); with a month or day given it counts
    years or months ("tháng 11 năm ngoái"). ``edge`` is "early", "mid" or "late", "earlier" or "later"; ``until``
    ends a range of dates. ``ahead`` is True, False or None for a future cue, a past cue or none.
    """

    start: int
    end: int
    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: tuple[int | None, int | None, int | None] | None = None
    weekday: int | None = None
    shift: int | None = None
    shift_grain: str = ""
    edge: str = ""
    season: str = ""
    part: str = ""
    clock: int | None = None
    ahead: bool | None = None
    lunar: bool = False

    @property
    def kind(self) -> Kind:
        """Absolute with a year of its own, relative when counted from the publication, else partial."""
        if self.year is not None:
            return "absolute"
        if self.month is None and self.day is None and (self.shift is not None or self.grain == "vague"):
            return "relative"
        return "partial"


def valid(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether such a day exists (29 February where the year is unknown)."""
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return year is None or 1 <= year <= 9999
    longest = calendar.monthrange(year or 2000, month or 1)[1]
    return 1 <= day <= longest


def resolve(moment: Moment, published: date | None) -> tuple[date, date] | None:
    """First and last day of a moment, or None when they cannot be known."""
    if moment.lunar:
        return None
    try:
        return _resolve(moment, published)
    except (ValueError, OverflowError):
        return None


def _resolve(moment: Moment, published: date | None) -> tuple[date, date] | None:
    if moment.weekday is not None and moment.day is None:
        return _weekday(moment, published)
    if moment.month is None and moment.day is None and moment.year is None:
        return _shifted(moment, published)
    year, month = moment.year, moment.month
    if year is None and published is not None and (month is not None or moment.grain in ("quarter", "season")):
        year = _likely_year(moment, published)
    if month is None and moment.day is not None:
        if published is None:
            return None
        year, month = _likely_month(moment, published)
    if year is None:
        return None
    first, last = _interval(moment, year, month)
    if moment.until:
        last = _until(moment, year, month, last)
    return (first, last) if first <= last else None


def _until(moment: Moment, year: int, month: int | None, last: date) -> date:
    """The end of a range; a range that would run backwards ends a year later (25/12-3/1)."""
    end_year, end_month, end_day = moment.until or (None, None, None)
    if end_day is None:
        return _month_end(end_year or year, end_month or 12)
    end = date(end_year or year, end_month or month or 1, end_day)
    return end if end >= last or end_year else end.replace(year=end.year + 1)


def _interval(moment: Moment, year: int, month: int | None) -> tuple[date, date]:
    if moment.day is not None and month is not None:
        one = date(year, month, moment.day)
        return one, one
    if moment.grain == "quarter" and month is not None:
        return date(year, month, 1), _month_end(year, month + 2)
    if moment.season:
        first_month, last_month = _SEASONS[moment.season]
        return date(year, first_month, 1), _month_end(year, last_month)
    if month is not None:
        return _part(date(year, month, 1), _month_end(year, month), moment.edge)
    if moment.grain == "decade":
        span = 99 if moment.until is None and year % 100 == 1 else 9
        return date(year, 1, 1), date(year + span, 12, 31)
    return _part(date(year, 1, 1), date(year, 12, 31), moment.edge)


def _part(first: date, last: date, edge: str) -> tuple[date, date]:
    """The early, middle or late part of an interval, generous by a few days or weeks as news is."""
    length = (last - first).days
    if edge == "early":
        return first, first + timedelta(days=length * 2 // 5)
    if edge == "mid":
        return first + timedelta(days=length // 4), last - timedelta(days=length // 4)
    if edge == "late":
        return last - timedelta(days=length * 2 // 5), last
    return first, last


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _likely_year(moment: Moment, published: date) -> int | None:
    """The year of a date that leaves it out: the nearest past one, or the nearest to come when a cue says so."""
    if moment.shift is not None and moment.shift_grain == "year":
        return published.year + moment.shift
    candidates = []
    for year in (published.year - 1, published.year, published.year + 1):
        if valid(year, moment.month, moment.day):
            first, last = _interval(moment, year, moment.month)
            candidates.append((year, (first - published).days, (last - published).days))
    return _nearest(candidates, moment.ahead, _FUTURE["month" if moment.day is None else "year"])


def _likely_month(moment: Moment, published: date) -> tuple[int | None, int | None]:
    """Year and month of a bare "ngày 21"."""
    candidates = []
    for step in (-1, 0, 1):
        year, month = _add_months(published, step + (moment.shift or 0))
        if moment.day is not None and valid(year, month, moment.day):
            days = (date(year, month, moment.day) - published).days
            candidates.append((year * 12 + month - 1, days, days))
    if moment.shift is not None and candidates:
        return _add_months(published, moment.shift)
    best = _nearest(candidates, moment.ahead, _FUTURE["day"])
    return (None, None) if best is None else (best // 12, best % 12 + 1)


def _nearest(candidates: list[tuple[int, int, int]], ahead: bool | None, limit: int) -> int | None:
    """The candidate (key, days to its first day, days to its last) that fits the cue."""
    past = [one for one in candidates if one[1] <= 1]
    future = [one for one in candidates if one[2] >= 0]
    latest = max(past, key=lambda one: one[1], default=None)
    soonest = min(future, key=lambda one: one[2], default=None)
    if latest is None or soonest is None:
        chosen = latest or soonest
        return chosen[0] if chosen else None
    if latest[2] >= -1 and ahead is not True:
        return latest[0]
    near = soonest[1] <= limit and -latest[2] > 2 * soonest[1]
    if ahead is True and soonest[1] <= 300:
        return soonest[0]
    return soonest[0] if ahead is None and near else latest[0]


def _add_months(start: date, months: int) -> tuple[int, int]:
    index = start.year * 12 + start.month - 1 + months
    return index // 12, index % 12 + 1


def _shifted(moment: Moment, published: date | None) -> tuple[date, date] | None:
    """A moment counted from the publication ("hôm qua", "cuối tuần trước", "hai năm trước")."""
    if published is None or moment.shift is None:
        return None
    grain, shift = moment.shift_grain or moment.grain, moment.shift
    if grain == "day":
        one = published + timedelta(days=shift)
        return one, one
    if grain == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
        edges = {"early": (0, 2), "mid": (1, 4), "late": (4, 6)}
        first, last = edges.get(_edge(moment.edge, shift), (0, 6))
        return _this_side(moment, monday + timedelta(days=first), monday + timedelta(days=last), published)
    if grain == "month":
        year, month = _add_months(published, shift)
        part = _part(date(year, month, 1), _month_end(year, month), _edge(moment.edge, shift))
        return _this_side(moment, *part, published)
    if grain == "quarter":
        year, month = _add_months(date(published.year, published.month, 1), 3 * shift - (published.month - 1) % 3)
        return date(year, month, 1), _month_end(year, month + 2)
    if grain == "season":
        return _interval(moment, published.year + shift, None)
    if grain not in ("year", "decade"):
        return None
    year = published.year + shift * (10 if grain == "decade" else 1)
    part = _part(date(year, 1, 1), date(year, 12, 31), _edge(moment.edge, shift))
    return _this_side(moment, *part, published)


def _edge(edge: str, shift: int) -> str:
    """The edge, where "earlier" and "later" are parts of another week or month than the one of the publication."""
    return {"earlier": "early", "later": "late"}.get(edge, edge) if shift else edge


def _this_side(moment: Moment, first: date, last: date, published: date) -> tuple[date, date]:
    """The part of an interval before the publication for "earlier this month", after it for "later this month"."""
    if moment.shift == 0 and moment.edge == "earlier":
        return first, max(first, min(last, published))
    if moment.shift == 0 and moment.edge == "later":
        return min(last, max(first, published)), last
    return first, last


def _weekday(moment: Moment, published: date | None) -> tuple[date, date] | None:
    """The day of the week nearest to the publication, in a week that ``shift`` may name."""
    if published is None or moment.weekday is None:
        return None
    monday = published - timedelta(days=published.weekday())
    if moment.shift is not None:
        one = monday + timedelta(days=moment.weekday, weeks=moment.shift)
        return one, one
    back = (published.weekday() - moment.weekday) % 7
    one = published - timedelta(days=back)
    if moment.ahead and back:
        one += timedelta(weeks=1)
    return one, one
