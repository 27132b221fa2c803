"""Time expressions as intervals of days, resolved against the publication date; no day is ever made up."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache

from compare.claims._calendar import Moment, resolve
from compare.claims._published import publication_day
from compare.claims._units import alternatives
from compare.claims.quantities import layout
from compare.lexicon import lexicon
from compare.types import Article, Sentence, Span, Time

BACK, LEAD, LONG = 4, 12, 60
BEHIND = re.compile(r"\s*(?:\(|[-–,]|\(?,?\s*tức)\s*(?:là\s+|ngày\s+)*")
RANGE = re.compile(r"\d\s*(?:[-–]|đến|tới|và)\s*(?:ngày\s*)?\d+\s*[/.-]")
ZONE = re.compile(r"\s*\((?:theo )?giờ [^()]{2,30}\)\s*(?:ngày\s*)?")
NOT_TOLD = re.compile(r"(?:\(|sinh|sinh ngày|dự kiến|đến ngày)\s*$")


def find_times(sentence: Sentence, language: str, published: datetime | None) -> tuple[Time, ...]:
    """Times of a sentence in reading order; spans are offsets in the article.

    A partial date takes the year (or month) that brings it nearest before ``published``, or nearest after it where the
    sentence looks ahead ("sẽ", "dự kiến", "tới"). Without ``published`` partial and relative times stay unresolved.
    """
    moments = layout(sentence.text, language)[1]
    day = published.date() if published else None
    return tuple(_time(one, sentence, day) for one in moments if not _is_named(sentence.text, one.start))


def _is_named(text: str, start: int) -> bool:
    """Whether capitals inside a Vietnamese sentence make a name of a date: "đường Ba Tháng Hai"."""
    before = text[:start].split()[-1:]
    return text.startswith("Tháng ", start) and bool(before) and before[0].isalpha() and before[0].istitle()


def carry_days(sentences: Sequence[Sequence[Time]], article: Article) -> list[tuple[Time, ...]]:
    """The times of an article's sentences, "cùng ngày" (that same day) with the day that it points to, a month "cùng
    năm" with the year told last, and hours with the day behind their zone.

    That is the day in brackets right behind it, else the last one told before it, at most ``BACK`` sentences earlier:
    no day of birth, none long before the others and none still to come. A day that cannot be known ("sáng qua" on an
    undated page) leaves what follows open.
    """
    cues = tuple(lexicon(article.language or "vi", "times").get("same_day", ()))
    carried: list[tuple[Time, ...]] = []
    last: tuple[int, Time | None] = (0, None)  # the sentence and the day told last
    year: tuple[int, int | None] = (0, None)
    for number, told in enumerate(sentences):
        own: list[Time] = []
        times = _past_zones(told, article.text)
        times, year = _in_that_year(times, year if number - year[0] <= BACK else (0, None), number, article)
        for place, time in enumerate(times):
            behind = times[place + 1] if place + 1 < len(times) else None
            if cues and not time.day and time.span.text.lower().endswith(cues):
                said = last[1] if number - last[0] <= BACK else None
                day = behind if behind and _stands_behind(article.text, time, behind) else said
                time = _on(time, day) if day else time
            elif _unknown_day(time):
                last = number, None
            elif _single_day(time) and _of_the_story(time, article, last[1]):
                last = number, time
            own.append(time)
        carried.append(tuple(own))
    return carried


def _stands_behind(text: str, time: Time, day: Time) -> bool:
    """Whether a single day says right behind a time which day is meant: "(21/5)", "(tức 21/5)", "- 21/5"."""
    return _single_day(day) and BEHIND.fullmatch(text[time.span.end : day.span.start].lower()) is not None


def _past_zones(times: Sequence[Time], text: str) -> list[Time]:
    """The times, an hour and its day as one where only a zone parts them: "16h (giờ Hà Nội) ngày 21/5"."""
    joined: list[Time] = []
    for time in times:
        hour = joined[-1] if joined else None
        if hour and hour.moment == "clock" and not hour.day and _single_day(time):
            span = Span(hour.span.start, time.span.end, text[hour.span.start : time.span.end])
            if ZONE.fullmatch(text[hour.span.end : time.span.start].lower()):
                joined[-1] = replace(_on(hour, time), span=span)
                continue
        joined.append(time)
    return joined


def _in_that_year(
    times: Sequence[Time], last: tuple[int, int | None], number: int, article: Article
) -> tuple[list[Time], tuple[int, int | None]]:
    """The times of a sentence, those "cùng năm" in the year told last; and the sentence and year told last by then."""
    behind = _same_year(article.language or "vi")
    found = []
    for time in times:
        cue = behind.match(article.text, time.span.end) if behind and time.month and time.kind == "partial" else None
        if cue and last[1]:
            time = _of_year(time, last[1], Span(time.span.start, cue.end(), article.text[time.span.start : cue.end()]))
        elif time.year and time.kind != "partial":
            last = number, time.year
        found.append(time)
    return found, last


@cache
def _same_year(language: str) -> re.Pattern[str] | None:
    cues = lexicon(language, "times").get("same_year", ())
    return re.compile(rf"\s+(?:{alternatives(cues)})(?!\w)", re.IGNORECASE) if cues else None


def _of_year(time: Time, year: int, span: Span) -> Time:
    """A day or month in a year, told as absolutely as by its number."""
    month = time.month or 1
    days = monthrange(year, month)[1]
    if time.day and time.day > days:
        return time
    first, last = (date(year, month, time.day or day) for day in (1, days))
    return replace(time, span=span, first=first, last=last, resolved=True, year=year, kind="absolute")


def _single_day(time: Time) -> bool:
    return time.day is not None and time.first == time.last and RANGE.search(time.span.text.lower()) is None


def _unknown_day(time: Time) -> bool:
    return time.kind == "relative" and time.moment in ("day", "part-of-day") and not time.resolved


def _of_the_story(time: Time, article: Article, before: Time | None) -> bool:
    """Whether a day may be one of what the article tells: not in brackets, not a birth, not after its publication, and
    not long before the day told before it.
    """
    lead = article.text[max(0, time.span.start - LEAD) : time.span.start].lower()
    if NOT_TOLD.search(lead):
        return False
    if time.first and article.published and time.first > article.published.date():
        return False
    return not (time.first and before and before.first and (before.first - time.first).days > LONG)


def _on(time: Time, day: Time) -> Time:
    return replace(
        time,
        first=day.first,
        last=day.last,
        resolved=day.resolved,
        year=day.year,
        month=day.month,
        day=day.day,
        kind=day.kind,
    )


def _time(one: Moment, sentence: Sentence, published: date | None) -> Time:
    span = Span(sentence.start + one.start, sentence.start + one.end, sentence.text[one.start : one.end])
    days = resolve(one, published)
    first, last = days or (None, None)
    same = first is not None and first == last
    year = one.year if one.year is not None else first.year if first and last and first.year == last.year else None
    month = one.month if one.month is not None and one.grain != "quarter" else first.month if same and first else None
    day = one.day if one.day is not None else first.day if same and first else None
    return Time(span, first, last, days is not None, one.grain, year, month, day, one.clock, one.kind)


def infer_published(article: Article) -> datetime | None:
    """The likely publication day (midnight) read from the article's own dates, None when they do not settle it.

    Wants ``article.sentences``. Full past dates count as they are; partial ones need a year that the text itself pins
    down, such as "tháng 10/2023" beside "7/10 năm ngoái". Nobody's birthday dates an article.
    """
    moments: list[Moment] = []
    cues = tuple(f" {cue}" for cue in lexicon(article.language or "vi", "times")["born"])
    for sentence in article.sentences:
        found = layout(sentence.text, article.language or "vi")[1]
        moments += [one for one in found if not f" {sentence.text[: one.start].lower().rstrip()}".endswith(cues)]
    day = publication_day(moments)
    return datetime(day.year, day.month, day.day) if day else None
