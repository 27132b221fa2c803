"""One row of a table, JSON object or front matter -> ``Article``, with dates and addresses checked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from compare.types import Article, Skip

Draft = Article | Skip

FIELDS = ("id", "title", "source", "publisher", "url", "event")
_DAY = r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
_CLOCK = r"(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::\d{2})?(?:\s*(?P<half>am|pm|sa|ch)\b)?"
_DAY_FIRST = re.compile(rf"{_DAY}(?:[\s,|–-]+(?:lúc\s+)?{_CLOCK})?", re.IGNORECASE)
_CLOCK_FIRST = re.compile(rf"{_CLOCK}(?:[\s,|–-]|ngày)+{_DAY}", re.IGNORECASE)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")  # seconds or milliseconds since 1970, of 2001 to 2033
NOON = 12
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
    """A date from ISO 8601, with its zone where it has one, from seconds or milliseconds since 1970 (UTC), or from
    day-first forms without a zone ("23/10/2013 09:33", "9:33 CH | 23-10-2013").
    """
    written = written.strip()
    if _EPOCH.fullmatch(written):
        return datetime.fromtimestamp(int(written[:10]), UTC)
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        pass
    match = _CLOCK_FIRST.search(written) or _DAY_FIRST.search(written)
    return _moment(match) if match else None


def _moment(match: re.Match[str]) -> datetime | None:
    """The moment that day, clock and half of the day say ("CH" is pm), None where there is no such moment."""
    part = {name: int(value) for name, value in match.groupdict().items() if value and name != "half"}
    hour, half = part.get("hour", 0), (match["half"] or "").lower()
    if half in ("pm", "ch") and hour < NOON:
        hour += NOON
    elif half in ("am", "sa") and hour == NOON:
        hour = 0
    try:
        return datetime(part["year"], part["month"], part["day"], hour, part.get("minute", 0))
    except ValueError:
        return None
