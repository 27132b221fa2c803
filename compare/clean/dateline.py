"""Datelines: the outlet, perhaps with place and day, before a story's first words ("GD&TĐ - ", "HÀ NỘI (TTXVN) -")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from compare.clean.cues import CAPITAL, outlet_name
from compare.clean.page import Page, words
from compare.lexicon import LANGUAGES, lexicon
from compare.types import Removed

_DASH = r"\s*[-–—:]+\s*"
_PLACE = rf"[{CAPITAL}][\w.]*(?:[ -][{CAPITAL}][\w.]*){{0,3}}"
LOWER = "".join(filter(str.islower, map(chr, (*range(0x61, 0x250), *range(0x1E00, 0x1F00)))))
_TOWN = rf"(?P<town>[{CAPITAL}][{CAPITAL}.']+(?: [{CAPITAL}][{CAPITAL}.']*){{0,3}})"
_DAY = r"(?:,?\s*(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|,?\s*[A-Z][a-z]{2,8}\.? \d{1,2})?"
_FORMS = (
    re.compile(rf"(?P<place>{_PLACE}){_DAY},?\s*\((?P<outlet>[^()]{{2,30}})\){_DASH}(?=\S)"),
    re.compile(rf"(?P<place>{_PLACE}){_DAY},?\s+(?P<outlet>[A-Z]{{2,8}}\+?){_DASH}(?=\S)"),
    re.compile(rf"\((?P<outlet>[^()]{{2,30}})\){_DASH}(?=\S)"),
    re.compile(r"\((?P<outlet>[^()]{2,30})\)\s+(?=\S)"),
    re.compile(rf"(?P<outlet>[\w&.+]+(?: [\w&.+]+){{0,3}}?)(?:\s+[-–—]+\s*|[-–—]+\s+)(?=[{CAPITAL}\d\"“'‘(])"),
)
_DASHED = re.compile(r"\w\)?\s+[-–—]+\s")
STORY_WORDS = 15
_PLACED = re.compile(
    rf"{_TOWN}(?P<region>, [{CAPITAL}][\w.]*(?: [{CAPITAL}][\w.]*){{0,2}})?(?:, [A-Z][a-z]+\.? \d{{1,2}})?"
    rf"(?:\s\([A-Z]{{2,10}}\))?\s*(?:[—―]|--)\s*(?=[“‘\"]|[{CAPITAL}]\w*[{LOWER}]|[AI]\s)"
)
_ALONE = re.compile(r"\(?(?P<outlet>[^()]{2,30}?)\)?\s*[-–—]+")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|info)", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-ZĐ&]{2,6}O|[A-ZĐ]+&[A-ZĐ]+")


@cache
def parse_dateline(text: str) -> tuple[int, str, bool] | None:
    """How many characters a dateline takes, the outlet in it and whether a place is named; None where there is none."""
    for place, form in enumerate(_FORMS):
        match = form.match(text)
        if match is None:
            continue
        outlet = match["outlet"].strip()
        bracketed = place in (2, 3)
        if outlet_name(outlet) or _SITE.fullmatch(outlet) or (_ACRONYM.fullmatch(outlet) and bracketed):
            return match.end(), outlet_name(outlet) or outlet, "place" in match.re.groupindex
    return None


@cache
def _towns() -> frozenset[str]:
    """Known places as a dateline writes them."""
    tables = [lexicon(language, "names") for language in LANGUAGES]
    return frozenset(name.upper() for table in tables for kind in ("places", "countries") for name in table[kind])


def datelines(page: Page) -> Iterator[Removed]:
    """The dateline at the start of the first lines of the story, be it a place alone, and a known outlet's before any
    later paragraph.
    """
    for line in page.lines[8:]:  # two stories on one page
        found = parse_dateline(line.text[:80]) if _DASHED.search(line.text[:80]) else None
        if found is not None and outlet_name(found[1]) and words(line.text) >= STORY_WORDS:
            yield Removed(line.start, line.start + found[0], "dateline")
    for place, line in enumerate(page.lines[:8]):
        alone = _ALONE.fullmatch(line.text)
        found = parse_dateline(line.text[:80])
        if alone and outlet_name(alone["outlet"]):
            yield Removed(line.start, line.end, "dateline")
        elif found is not None and found[0] < len(line.text) and (place < 4 or found[2]):
            yield Removed(line.start, line.start + found[0], "dateline")
        elif place < 2 and (town := _PLACED.match(line.text)) and (town["region"] or town["town"] in _towns()):
            yield Removed(line.start, line.start + town.end(), "dateline")  # "AUGUSTA, Me. — "
