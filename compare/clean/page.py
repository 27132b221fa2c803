"""A page as lines, and how a rule's takings shrink it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from compare.types import Removed

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")


@dataclass(frozen=True, slots=True)
class Line:
    """What is left of one line of the text, without blanks around it; ``text`` is ``page.text[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text, the lines that no rule has taken yet, and the spans that rules took, sorted and apart from each other.

    ``title`` is the headline that came as a field of its own ("" when none did).
    """

    text: str
    lines: tuple[Line, ...]
    removed: tuple[Removed, ...] = ()
    title: str = ""

    @property
    def story(self) -> str:
        """The text with what was removed blanked out: offsets stay as they are."""
        parts, position = [], 0
        for one in self.removed:
            parts += [self.text[position : one.start], " " * (one.end - one.start)]
            position = one.end
        return "".join(parts) + self.text[position:]


Rule = Callable[[Page], Iterable[Removed]]


def open_page(text: str, title: str = "") -> Page:
    """The page of a text, nothing taken from it."""
    return Page(text, _lines(text, ()), (), title)


def take(page: Page, found: Iterable[Removed], limit: float) -> Page:
    """The page without the spans that a rule found; unchanged when they are more than ``limit`` of the text."""
    fresh, left = _apart(found, page.removed)
    if not fresh or sum(one.end - one.start for one in fresh) > limit * len(page.text.strip()):
        return page
    removed = tuple(sorted((*left, *fresh), key=lambda one: one.start))
    return replace(page, lines=_lines(page.text, removed), removed=removed)


def _apart(found: Iterable[Removed], taken: Sequence[Removed]) -> tuple[list[Removed], list[Removed]]:
    """Found spans apart from each other and from what is taken, and the taken ones that none of them swallows whole."""
    kept: list[Removed] = []
    swallowed: set[Removed] = set()
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        touched = _touching(taken, one.start, one.end)
        inside = all(one.start <= other.start and other.end <= one.end for other in touched)
        if one.start < one.end and inside and (not kept or kept[-1].end <= one.start):
            kept.append(one)
            swallowed.update(touched)
    return kept, [one for one in taken if one not in swallowed]


def _touching(spans: Sequence[Removed], start: int, end: int) -> Sequence[Removed]:
    """The spans, sorted and apart, that share a character with ``start`` to ``end``."""
    first = bisect_right(spans, start, key=lambda one: one.end)
    return spans[first : bisect_left(spans, end, lo=first, key=lambda one: one.start)]


def _lines(text: str, removed: Sequence[Removed]) -> tuple[Line, ...]:
    """Lines that are left: a span at an edge shrinks its line, one inside leaves it whole, a full one drops it."""
    lines = []
    for match in _LINE.finditer(text):
        start, end = _stripped(text, match.start(), match.end())
        touching = _touching(removed, start, end)
        for one in touching:
            if one.start <= start < one.end:
                start, end = _stripped(text, min(one.end, end), end)
        for one in reversed(touching):
            if one.start < end <= one.end and start < end:
                start, end = _stripped(text, start, max(one.start, start))
        if start < end:
            lines.append(Line(start, end, text[start:end]))
    return tuple(lines)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def line_text(page: Page, line: Line) -> str:
    """A line's words without the spans inside it that rules took."""
    parts, position = [], line.start
    for one in _touching(page.removed, line.start, line.end):
        parts.append(page.text[position : one.start])
        position = one.end
    return "".join(parts) + page.text[position : line.end]


def folded(text: str) -> str:
    """Text for comparing: one blank between words, no case, no punctuation at the ends."""
    return " ".join(text.split()).casefold().strip(" .,:;|*•-–—>»…·[]()\"'“”")


def words(text: str) -> int:
    """Number of words."""
    return len(text.split())
