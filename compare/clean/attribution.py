"""Who a page says it is from: publisher, credited origins, agencies quoted on the way, and the label of its column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit

from compare.clean.byline import parse_byline
from compare.clean.cues import alternatives, cues, outlet_name, outlet_pattern
from compare.clean.dateline import parse_dateline
from compare.clean.page import Page
from compare.types import Article

_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)/?", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|;|và|and|hay|cùng|/)?\s*")
_NAME = r"(?P<name>(?:The )?[A-Z][A-Za-z&'’+-]*(?: (?:of |de )?[A-Z][A-Za-z&'’+-]*){0,4})"


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
    cited = tuple(name for name in _cited(page.story) if name not in (*credits, publisher, label))
    return replace(article, source=label, publisher=publisher, credits=credits, cited=cited)


def _closing_credits(page: Page) -> Iterator[str]:
    for one in page.removed:
        if one.rule in ("credit-line", "byline"):
            yield from parse_byline(page.text[one.start : one.end]) or ()


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


@cache
def _before() -> re.Pattern[str]:
    words, countries = alternatives(*cues("credits", "before")), alternatives(*cues("credits", "countries"))
    return re.compile(rf"(?<!\w){words}\s+(?:{countries}\s+)?[\"“'‘]?$", re.IGNORECASE)


@cache
def _strictly_before() -> re.Pattern[str]:
    words = alternatives("theo", "báo", "trên báo", *cues("credits", "kinds"))
    return re.compile(rf"(?<!\w){words}\s+[\"“'‘]?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    words, countries = alternatives(*cues("credits", "after")), alternatives(*cues("credits", "countries"))
    day = r"(?:\s+(?:ngày|hôm|hôm nay|sáng|tối|chiều)\s+[\w/.-]+)?"
    between = rf"(?:\s*\([^()]{{1,30}}\))?(?:\s+{countries})?{day}(?:\s+(?:cũng|đã|vừa|mới))*"
    return re.compile(rf"[\"”'’]?{between}\s+{words}(?!\w)")


@cache
def _kind_and_name() -> re.Pattern[str]:
    kinds, countries = alternatives(*cues("credits", "kinds")), alternatives(*cues("credits", "countries"))
    return re.compile(rf"(?<!\w)(?i:{kinds})\s+(?:{countries}\s+)?[\"“'‘]?{_NAME}")


def _cited(story: str) -> tuple[str, ...]:
    """Outlets that the story quotes, in order: known ones beside a verb of saying, others after "tờ", "hãng tin"."""
    found: list[tuple[int, str]] = []
    last_end = -1
    for match in outlet_pattern().finditer(story):
        joined = last_end >= 0 and _JOINT.fullmatch(story, last_end, match.start())
        before = story[max(0, match.start() - 40) : match.start()]
        cue = _before() if match[0].isascii() else _strictly_before()
        if joined or cue.search(before) or (match[0].isascii() and _after().match(story, match.end())):
            found.append((match.start(), outlet_name(match[0])))
            last_end = match.end()
    countries = {name.casefold() for name in cues("credits", "countries")}
    for match in _kind_and_name().finditer(story):
        name = match["name"].strip(" .'’")
        begins_known = outlet_pattern().match(name) is not None
        if not begins_known and name.casefold() not in countries and len(name) > 1:
            found.append((match.start("name"), name))
    return _unique(name for _, name in sorted(found))


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
