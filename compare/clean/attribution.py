"""Who a page says it is from: publisher, credited origins, agencies quoted on the way, and the label of its column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from compare.clean.byline import parse_byline
from compare.clean.citing import cited_outlets
from compare.clean.cues import outlet_name, outlet_pattern
from compare.clean.dateline import parse_dateline
from compare.clean.page import Page
from compare.types import Article

_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)/?", re.IGNORECASE)
_THEO, _SOURCE = re.compile(r"\W*theo\b", re.IGNORECASE), re.compile(r"\W*(?:nguồn|source)\b", re.IGNORECASE)


def attribute(article: Article, page: Page) -> Article:
    """The article with publisher, credits, cited agencies and the label of its column.

    A given source stays the label unless it is a site's address: that is the publisher. Else a single credited
    origin is the label ("RT", via publisher "GD&TĐ"); a page that puts several origins together goes by its publisher.
    """
    placed, unplaced = _dateline_outlets(page)
    credits = _unique([*_closing_credits(page), *placed])
    host = _HOST.fullmatch(article.source.strip())
    publisher = article.publisher or (article.source if host else "") or next(iter(unplaced), "") or _host(article.url)
    publisher = _site_name(publisher)
    given = "" if host else article.source
    label = given or (credits[0] if len(credits) == 1 else "") or publisher or ", ".join(credits[:2])
    cited = tuple(name for name in cited_outlets(page.story) if name not in (*credits, publisher, label))
    return replace(article, source=label, publisher=publisher, credits=credits, cited=cited)


def _closing_credits(page: Page) -> Iterator[str]:
    """The origins that a page's credit lines name. "Nguồn" and an unknown name beside "Theo ..." is where a film or
    picture comes from.
    """
    lines = [page.text[one.start : one.end] for one in page.removed if one.rule in ("credit-line", "byline")]
    by_origin = any(_THEO.match(line) for line in lines)
    for line in lines:
        names = parse_byline(line) or ()
        of_pictures = by_origin and _SOURCE.match(line)
        yield from (name for name in names if not of_pictures or outlet_pattern().match(name))


def _dateline_outlets(page: Page) -> tuple[list[str], list[str]]:
    """Outlets of datelines: agencies where a place is named ("HÀ NỘI (TTXVN) -"), and publishers where none is."""
    placed: list[str] = []
    unplaced: list[str] = []
    for one in page.removed:
        found = parse_dateline(page.text[one.start : one.end].strip() + " A") if one.rule == "dateline" else None
        if found is not None:
            (placed if found[2] else unplaced).append(found[1])
    return placed, unplaced


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _site_name(publisher: str) -> str:
    """An outlet's name for its known address, the bare host for another one, any other name as it is."""
    match = _HOST.fullmatch(publisher.strip())
    return (outlet_name(match["host"]) or match["host"]) if match else publisher


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
