"""Agencies and outlets that a story takes words from on the way: "Reuters đưa tin", "theo CNN", "tờ The Sun"."""

from __future__ import annotations

import re
from functools import cache

from compare.clean.cues import CAPITAL, alternatives, cues, outlet_name, outlet_pattern

_JOINT = re.compile(r"\s*(?:,|;|và|and|hay|cùng|/)?\s*")
_NAME = rf"(?P<name>(?:The )?[{CAPITAL}][\w&'’+-]*(?: (?:of |de )?[{CAPITAL}][\w&'’+-]*){{0,4}})"
_QUOTE = r"[\"“'‘]?"


def cited_outlets(story: str) -> tuple[str, ...]:
    """Report names of the outlets that a story quotes, in order of their first mention.

    Known ones count beside a word of saying or next to another cited one; unknown ones after "tờ", "hãng tin" and
    the like, where a name in plain Latin letters follows.
    """
    found: list[tuple[int, str]] = []
    last_end = -1
    for match in outlet_pattern().finditer(story):
        joined = last_end >= 0 and _JOINT.fullmatch(story, last_end, match.start())
        if joined or _is_cited(story, match):
            found.append((match.start(), outlet_name(match[0])))
            last_end = match.end()
    for match in _kind_and_name().finditer(story):
        name = _trailing_country().sub("", match["name"]).strip(" .'’")
        if (
            len(name) > 1
            and name.isascii()
            and not outlet_pattern().match(name)
            and name.casefold() not in _no_outlets()
        ):
            found.append((match.start("name"), name))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _is_cited(story: str, match: re.Match[str]) -> bool:
    """Whether a mention stands beside a word of saying; names of common words ("Thanh Niên") need a stricter one."""
    before = story[max(0, match.start() - 40) : match.start()]
    said = _after().match(story, match.end()) is not None
    if match[0].isascii():
        return said or bool(_before().search(before))
    return bool(_told().search(before)) or (said and bool(_paper().search(before)))


@cache
def _before() -> re.Pattern[str]:
    words, countries = alternatives(*cues("credits", "before")), alternatives(*cues("credits", "countries"))
    return re.compile(rf"(?<!\w){words}\s+(?:{countries}\s+)?{_QUOTE}$", re.IGNORECASE)


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives('báo', *cues('credits', 'kinds'))}\s+{_QUOTE}$", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    told, kinds = alternatives(*cues("credits", "told")), alternatives("báo", *cues("credits", "kinds"))
    return re.compile(rf"(?<!\w){told}\s+(?:{kinds}\s+)?{_QUOTE}$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    words, countries = alternatives(*cues("credits", "after")), alternatives(*cues("credits", "countries"))
    day = r"(?:\s+(?:ngày|hôm|hôm nay|sáng|tối|chiều)\s+[\w/.-]+)?"
    between = rf"(?:\s*\([^()]{{1,30}}\))?(?:\s+(?:của )?{countries})?{day}(?:\s+(?:cũng|đã|vừa|mới))*"
    return re.compile(rf"[\"”'’]?{between}\s+{words}(?!\w)")


@cache
def _kind_and_name() -> re.Pattern[str]:
    kinds, countries = alternatives(*cues("credits", "kinds")), alternatives(*cues("credits", "countries"))
    return re.compile(rf"(?<!\w)(?i:{kinds})\s+(?:{countries}\s+)?{_QUOTE}{_NAME}")


@cache
def _trailing_country() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s){alternatives(*cues('credits', 'countries'))}$")


@cache
def _no_outlets() -> frozenset[str]:
    return frozenset(name.casefold() for name in cues("credits", "not_outlets"))
