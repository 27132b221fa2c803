"""Time expressions as intervals of days, resolved against the publication date; no day is ever made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from compare.claims._calendar import Moment, resolve
from compare.claims._published import publication_day
from compare.claims.quantities import layout
from compare.lexicon import lexicon
from compare.types import Article, Sentence, Span, Time

BACK = 4


def find_times(sentence: Sentence, language: str, published: datetime | None) -> tuple[Time, ...]:
    """Times of a sentence in reading order; spans are offsets in the article.

    A partial date takes the year (or month) that brings it nearest before ``published``, or nearest after it where the
    sentence looks ahead ("sẽ", "dự kiến", "tới"). Without ``published`` partial and relative times stay unresolved.
    """
    moments = layout(sentence.text, language)[1]
    day = published.date() if published else None
    return tuple(_time(one, sentence, day) for one in moments)


def carry_days(sentences: Sequence[Sequence[Time]], article: Article) -> list[tuple[Time, ...]]:
    """The times of an article's sentences, "cùng ngày" (that same day) with the day that it points to.

    That is the day in brackets right behind it, else the last one told before it, at most ``BACK`` sentences earlier.
    """
    cues = tuple(lexicon(article.language or "vi", "times").get("same_day", ()))
    carried: list[tuple[Time, ...]] = []
    told: list[tuple[int, Time]] = []  # (sentence, time) of each single day so far
    for number, times in enumerate(sentences):
        own: list[Time] = []
        for place, time in enumerate(times):
            if cues and not time.day and time.span.text.lower().endswith(cues):
                behind = times[place + 1] if place + 1 < len(times) else None
                last = told[-1][1] if told and number - told[-1][0] <= BACK else None
                day = behind if behind and _in_brackets(article.text, time, behind) else last
                time = _on(time, day) if day else time
            if time.day and time.first == time.last:
                told.append((number, time))
            own.append(time)
        carried.append(tuple(own))
    return carried


def _in_brackets(text: str, time: Time, behind: Time) -> bool:
    """Whether a single day stands in brackets right behind a time."""
    between = text[time.span.end : behind.span.start].strip()
    return between == "(" and behind.day is not None and behind.first == behind.last


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
    down, such as "tháng 10/2023" beside "7/10 năm ngoái".
    """
    moments: list[Moment] = []
    for sentence in article.sentences:
        moments.extend(layout(sentence.text, article.language or "vi")[1])
    day = publication_day(moments)
    return datetime(day.year, day.month, day.day) if day else None
