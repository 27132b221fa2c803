"""When a web page says that it was published, to the minute: trafilatura tells the day alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

HOME = timezone(timedelta(hours=7))  # Vietnam's clock
TOLD = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='pubdate' or @name='publishdate' or @name='publish-date' or @name='date']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]{10,40})"')


def published(page: Any, day: str | None) -> str | None:
    """The moment in ISO 8601, by the clock of the page, where its head tells one of about that ``day`` (ISO 8601), else
    the day as it is. A Vietnamese page that tells it in universal time is read by Vietnam's clock.
    """
    for written in _written(page):
        try:
            moment = datetime.fromisoformat(written.strip())
            known = datetime.fromisoformat(day) if day else moment
        except ValueError:
            continue
        if "T" not in written and ":" not in written:
            continue
        if abs((moment.replace(tzinfo=None) - known.replace(tzinfo=None)).days) <= 1:
            at_home = moment.utcoffset() == timedelta(0) and str(page.get("lang") or "").lower().startswith("vi")
            return (moment.astimezone(HOME) if at_home else moment).isoformat()
    return day


def _written(page: Any) -> Iterator[str]:
    for path in TOLD:
        yield from page.xpath(path)
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        yield from LINKED.findall(script)
