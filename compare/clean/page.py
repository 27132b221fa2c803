"""A page as lines, and how a rule's takings shrink it."""

from __future__ import annotations

import re
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
    fresh = _apart(found, page.removed)
    if not fresh or sum(one.end - one.start for one in fresh) > limit * len(page.text.strip()):
        return page
    left = [one for one in page.removed if not any(new.start <= one.start and one.end <= new.end for new in fresh)]
    removed = tuple(sorted((*left, *fresh), key=lambda one: one.start))
    return replace(page, lines=_lines(page.text, removed), removed=removed)


def _apart(found: Iterable[Removed], taken: Sequence[Removed]) -> list[Removed]:
    """Spans apart from each other and from what is taken already, which they may swallow whole."""
    kept: list[Removed] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        free = all(one.end <= other.start or other.end <= one.start for other in kept) and all(
            one.end <= other.start or other.end <= one.start or (one.start <= other.start and other.end <= one.end)
            for other in taken
        )
        if one.start < one.end and free:
            kept.append(one)
    return kept


def _lines(text: str, removed: Sequence[Removed]) -> tuple[Line, ...]:
    """Lines that are left: a span at an edge shrinks its line, one inside leaves it whole, a full one drops it."""
    lines = []
    for match in _LINE.finditer(text):
        start, end = _stripped(text, match.start(), match.end())
        for one in removed:
            if one.start <= start < one.end:
                start, end = _stripped(text, min(one.end, end), end)
        for one in reversed(removed):
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
    for one in page.removed:
        if line.start <= one.start and one.end <= line.end:
            parts.append(page.text[position : one.start])
            position = one.end
    return "".join(parts) + page.text[position : line.end]


def folded(text: str) -> str:
    """Text for comparing: one blank between words, no case, no punctuation at the ends."""
    return " ".join(text.split()).casefold().strip(" .,:;|*•-–—>»…·[]()\"'“”")


def words(text: str) -> int:
    """Number of words."""
    return len(text.split())
