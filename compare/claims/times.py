"""Time expressions as intervals of days, resolved against the publication date; no day is ever made up."""

from __future__ import annotations

from datetime import date, datetime

from compare.claims._calendar import Moment, resolve
from compare.claims._published import publication_day
from compare.claims.quantities import layout
from compare.types import Article, Sentence, Span, Time


def find_times(sentence: Sentence, language: str, published: datetime | None) -> tuple[Time, ...]:
    """Times of a sentence in reading order; spans are offsets in the article.

    A partial date takes the year (or month) that brings it nearest before ``published``, or nearest after it where the
    sentence looks ahead ("sẽ", "dự kiến", "tới"). Without ``published`` partial and relative times stay unresolved.
    """
    moments = layout(sentence.text, language)[1]
    day = published.date() if published else None
    return tuple(_time(one, sentence, day) for one in moments)


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
