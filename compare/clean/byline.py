"""What ends a news page: "Theo RT", "Hồng Nhung/VOV", "(Theo Reuters, BBC)", "B.M.", "Quốc Thịnh (Vietnam+)"."""

from __future__ import annotations

import re
from functools import cache

from compare.clean.cues import CAPITAL, alternatives, cues, outlet_name, outlets
from compare.clean.page import folded

_NAME_TOKEN = re.compile(rf"[{CAPITAL}][\w.'’-]*")
_INITIALS = re.compile(rf"(?:[{CAPITAL}]{{1,3}}\.){{1,4}}[{CAPITAL}]{{0,3}}\.?")
_SPLIT = re.compile(r"[\s/,;()&|+\[\]]+|\s[-–—]\s|[-–—]$|:")
_SITE = re.compile(r"(?:[\w-]+\.)+(?:vn|com|net|org|info|edu|gov|tv|co)(?:\.\w{2})?", re.IGNORECASE)
_REPORTING = re.compile(r"\(?(?:Reporting|Additional reporting|Writing|Editing|Compiled) by\s.{3,200}", re.IGNORECASE)
_ENGLISH = re.compile(r"(?i:by)\s+[A-Z][\w.'’-]+(?:(?:,| and|\s)\s*[A-Z][\w.'’-]+){0,6}")
_COMPILED = re.compile(r"\b[Tt]/[Hh]\b")
_ROLE = re.compile(
    r"^(?:Tin|Bài|Nhóm|Thực hiện|Người dịch)(?:(?:,| và| &)? ?(?:bài|ảnh|clip|thực hiện))*\s*:\s*(?=\w)", re.I
)
_CONTRIBUTED = re.compile(r"contributed (?:to this report|reporting)\.?$", re.IGNORECASE)
MOST_WORDS = 12
MOST_ORIGIN_WORDS = 8


@cache
def _origin() -> re.Pattern[str]:
    words = alternatives(*cues("credits", "origin"))
    return re.compile(rf"(?:^|(?<=[\s(.,/]))\(?(?:{words}|THEO|NGUỒN|\(theo|\(nguồn)(?:\s*:\s*|\s+)(?=[^\s:])")


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w&]){alternatives(*outlets())}(?![\w&+])", re.IGNORECASE)


@cache
def _connectors() -> frozenset[str]:
    """Single small words that may stand beside the names in a byline."""
    return frozenset(word for phrase in cues("credits", "byline") for word in phrase.replace(",", " ").split())


@cache
def _whole_phrases() -> frozenset[str]:
    """Phrases that make a byline without any name: "(tổng hợp)", "Nhóm PV"."""
    phrases = [phrase for phrase in cues("credits", "byline") if " " in phrase]
    return frozenset(map(folded, (*phrases, *cues("credits", "not_outlets"))))


@cache
def _no_outlets() -> frozenset[str]:
    return frozenset(name.casefold() for name in cues("credits", "not_outlets"))


def is_closing(text: str) -> bool:
    """Whether a whole line is a byline or a credit."""
    return parse_byline(text) is not None


def parse_byline(text: str) -> tuple[str, ...] | None:
    """The outlets that a byline or credit names, by their report names, in order; None where ``text`` is neither.

    An empty tuple is a byline of people only.
    """
    line = _ROLE.sub("", _COMPILED.sub("tổng hợp", " ".join(text.split()).strip(" -–—|*•")))
    if _REPORTING.fullmatch(line) or _ENGLISH.fullmatch(line) or _CONTRIBUTED.search(line):
        return _outlets(line, trusted=False)
    if not line or len(line.split()) > MOST_WORDS:
        return None
    origin = _origin().search(line)
    if origin is not None:
        return _with_origin(line, origin)
    bare = line.strip("()[]. ")
    return _people_and_outlets(bare, dotted=line.endswith("."))


def _with_origin(line: str, origin: re.Match[str]) -> tuple[str, ...] | None:
    """Outlets after "Theo"; before it only names may stand."""
    before, after = line[: origin.start()].strip(" (.,"), line[origin.end() :].strip(" ().;-–—")
    if before and not _only_names(before):
        return None
    starts_well = bool(_NAME_TOKEN.match(after) or _SITE.match(after) or _known().match(after))
    starts_small = bool(after) and after.split()[0].lower() in _connectors()
    if not (starts_well or starts_small) or len(after.split()) > MOST_ORIGIN_WORDS or re.search(r"[!?;:]|\.\s", after):
        return None
    if _known().search(after) or "," in after or line.endswith("."):
        return _outlets(after, trusted=True) if _only_names(after) else None
    return _outlets(after, trusted=True)


def _people_and_outlets(line: str, *, dotted: bool) -> tuple[str, ...] | None:
    """A byline without "Theo": names of people, known outlets, "Name/Outlet", "Name (Outlet)", "(tổng hợp)"."""
    if re.search(r"[\d!?;:\"“”%]", _known().sub("", line)) or not _only_names(line) or _is_fixture(line):
        return None
    if dotted and not _INITIALS.fullmatch(line + ".") and not _known().search(line):
        return None
    if len(line) > 60 or len(line.split()) > 10:
        return None
    return _outlets(line, trusted=False)


def _is_fixture(line: str) -> bool:
    """Whether parts around a dash may be teams or places ("Chelsea - Arsenal") and not Vietnamese names.

    In capitals, one of these may lack the letters that no other language has ("GIA MIÊU - THANH VY").
    """
    parts = re.split(r"\s[-–—]\s", _known().sub("", line))
    vietnamese = [not part.isascii() for part in parts]
    named = any(vietnamese) if line.isupper() else all(vietnamese)
    return len(parts) > 1 and not (named and all(1 <= len(part.split()) <= 4 for part in parts))


def _only_names(text: str) -> bool:
    """Whether a text is names, known outlets and byline words, with no sentence ending in it."""
    if re.search(r"\w{3,}\.\s", text):
        return False
    rest = [token for raw in _SPLIT.split(_known().sub(" ", text)) if (token := raw.strip("-–—"))]
    small = [one for one in rest if one.lower().strip(".") in _connectors()]
    names = [one for one in rest if one not in small and (_NAME_TOKEN.fullmatch(one) or _SITE.fullmatch(one))]
    something = names or _known().search(text) or folded(text) in _whole_phrases()
    return bool(something) and len(small) + len(names) == len(rest)


def _outlets(text: str, *, trusted: bool) -> tuple[str, ...]:
    """Outlets of a credit: known ones, else what stands in an outlet's place (after a slash; all if ``trusted``)."""
    known = tuple(dict.fromkeys(outlet_name(match[0]) for match in _known().finditer(text)))
    if known:
        return known
    parts = [part for part in re.split(r"\s*(?:,|;| và | and )\s*", text.strip(" ()")) if part]
    found = [name for part in parts if (name := _unknown(part, trusted))]
    return tuple(dict.fromkeys(found))


def _unknown(part: str, trusted: bool) -> str:
    """The outlet in one part of a credit that the lexicon does not know, "" when it can only be a person."""
    bracket = re.search(r"\(([^()]+)\)?$", part)
    if "/" in part:
        name = part.rsplit("/", 1)[1]
    elif bracket and (trusted or bracket[1].isupper() or _SITE.fullmatch(bracket[1])):
        name = bracket[1]
    else:
        name = part if trusted or _SITE.fullmatch(part) else ""
    name = re.sub(r"^(?:báo|tờ|tạp chí|trang|hãng(?: tin)?)\s+", "", name.strip(" ()."), flags=re.IGNORECASE)
    first = name.split(" ", 1)[0]
    return "" if {name.casefold(), first.casefold()} & _no_outlets() else name
