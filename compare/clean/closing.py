"""Bylines and credit lines: whole lines, and the last words of a story that runs on in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.clean.byline import parse_byline
from compare.clean.page import Line, Page
from compare.types import Removed

_ORIGIN_LINE = re.compile(r"\(?(?:Theo|THEO)\b")
_ORIGIN = re.compile(r"\b[Tt]heo\b|\(|/")
_REPORTED = re.compile(r"^\(?(?:Additional r|R)eporting by |contributed (?:to this report|reporting)", re.IGNORECASE)
_ENGLISH_TOP = re.compile(r"By\s+[A-Z]|BY\s+[A-Z]")
_BOUNDARY = re.compile(r"(?:\./\.|[.!?…]+[\"”’»)\]]*|[\"”’»)\]])\s+|\s{2,}|[.!?…\"”](?=\(?Theo\s)|\s+(?=\(?Theo\s)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:TP|Tp|tp|TS|ThS|GS|PGS|BS|KS|LS|Q|P|TT|TX|St|Mr|Mrs|Ms|Dr|No|vs|Jr|ĐH|Tr|Ths|Bs|Gs|\w)$"
)
TAIL = 110


def closing_lines(page: Page) -> Iterator[Removed]:
    """Credit lines ("Theo RT") anywhere below the first line, and the one or two lines of names that end the page."""
    last = [line for line in page.lines[-2:] if len(page.lines) > 1 and line is not page.lines[0]]
    names = [line for line in last if parse_byline(line.text) == () and not _ORIGIN_LINE.match(line.text)]
    for place, line in enumerate(page.lines[1:], start=1):
        credits = parse_byline(line.text)
        if credits is None:
            continue
        late = line in last or (line.start > 0.6 * len(page.text) and bool(_ORIGIN.search(line.text)))
        lone_name = len(names) == 1 and line in names and _ends(page, line)
        if _ORIGIN_LINE.match(line.text) or (credits and late):
            yield Removed(line.start, line.end, "credit-line")
        elif lone_name or _on_top(place, line) or _REPORTED.search(line.text):
            yield Removed(line.start, line.end, "byline")


def _ends(page: Page, line: Line) -> bool:
    """Whether only closing lines follow."""
    return all(parse_byline(below.text) is not None for below in page.lines if below.start > line.start)


def _on_top(place: int, line: Line) -> bool:
    return place <= 3 and bool(_ENGLISH_TOP.match(line.text))


def trailing_byline(page: Page) -> Iterator[Removed]:
    """The byline after the last sentence of the last line, once that holds a sentence at all."""
    if not page.lines:
        return
    line = page.lines[-1]
    offset = max(0, len(line.text) - TAIL)
    for match in _BOUNDARY.finditer(line.text, offset):
        start = match.end()
        if _ABBREVIATION.search(line.text[: match.start()]) and match[0].strip() == ".":
            continue
        if line.text[start] in "-–—" or line.text[start:].startswith("(Nguồn"):
            continue  # the speaker of a last quotation, or a photo credit
        credits = parse_byline(line.text[start:])
        if credits is not None:
            yield Removed(line.start + start, line.end, "credit-line" if credits else "byline")
            return
