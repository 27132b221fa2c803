"""One row of a table, JSON object or front matter -> ``Article``, with dates and addresses checked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from compare.types import Article, Skip

Draft = Article | Skip

FIELDS = ("id", "title", "source", "publisher", "url", "event")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?:[\s,]+(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::\d{2})?)?"
)
_CLOCK_FIRST = re.compile(
    r"(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::\d{2})?[\s,-]+(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
)
_PICTURE = re.compile(r"data:[\w.+-]+/[\w.+-]+;base64,[A-Za-z0-9+/=]{64,}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def normal(text: str) -> str:
    """Text in NFC; halves of broken surrogate pairs, which no encoding can carry, become U+FFFD, and of pictures
    written out in letters ("data:image/png;base64,...") only the beginning is left.
    """
    return unicodedata.normalize("NFC", _PICTURE.sub("data:", _SURROGATE.sub("\ufffd", text)))


def from_record(row: Mapping[str, Any], path: str, event: str = "") -> Iterator[Draft]:
    """The article of one row (``text`` required, ``FIELDS`` and ``published`` optional) and notes on what it lacks."""
    text = row.get("text")
    if not isinstance(text, str):
        yield Skip("read", path, "no column or field 'text'" if text is None else "'text' is not text")
        return
    given: dict[str, Any] = {name: _plain(row.get(name)) for name in FIELDS}
    given["event"] = given["event"] or event
    written = _plain(row.get("published"))
    published = parse_date(written)
    if written and published is None:
        yield Skip("read", f"{path}: published", f"not a date that can be read: {written[:40]!r}")
    yield Article(text=normal(text), path=path, published=published, **given)


def _plain(value: Any) -> str:
    """A field as one line of text; nothing, lists and tables count as not given."""
    if value is None or isinstance(value, (list, dict, bool)):
        return ""
    if isinstance(value, float) and value != value:
        return ""
    return " ".join(normal(str(value)).split())


def parse_date(written: str) -> datetime | None:
    """A date from ISO 8601, with its zone where it has one, or from day-first forms without ("23/10/2013 09:33",
    "09:33 23-10-2013").
    """
    written = written.strip()
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        pass
    match = _CLOCK_FIRST.search(written) or _DAY_FIRST.search(written)
    return _moment(match) if match else None


def _moment(match: re.Match[str]) -> datetime | None:
    part = {name: int(value) for name, value in match.groupdict().items() if value}
    try:
        day = date(part["year"], part["month"], part["day"])
        return datetime(day.year, day.month, day.day, part.get("hour", 0), part.get("minute", 0))
    except ValueError:
        return None
