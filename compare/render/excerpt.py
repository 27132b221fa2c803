"""Long sentences shortened around the words that matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.render.document import Run, Runs
from compare.types import Span

LIMIT = 260  # characters of one passage; two or three lines on a page
_WORTH = 1.25  # a text that is hardly longer than the limit is shown whole: a cut would only cost a click
_GAP = "…"
_TOKEN = re.compile(r"\d[\d.,]*\d|\w+")
_TELLING = 4  # a shared figure or name counts as much as so many other shared words
_Window = tuple[int, int]


def excerpt(text: str, marks: tuple[_Window, ...] = (), limit: int = LIMIT) -> Runs:
    """The text as runs, the ``marks`` (start, end inside it) set off; longer ones keep the words around the marks.

    An empty mark keeps the words around its place; without marks the beginning is kept. Cuts fall between words and
    are shown as "…"; marked words are never cut.
    """
    marks = _merge(list(marks))
    windows = _windows(text, marks, limit) if len(text) > limit * _WORTH else ((0, len(text)),)
    runs: list[Run] = []
    for number, (start, end) in enumerate(windows):
        if start > 0:
            runs.append(Run(f"{_GAP} " if number == 0 else f" {_GAP} "))
        runs.extend(_pieces(text, start, end, marks))
    if windows and windows[-1][1] < len(text):
        runs.append(Run(f" {_GAP}"))
    return tuple(runs)


def shared_place(text: str, others: Sequence[str], limit: int = LIMIT) -> int | None:
    """The middle of the stretch of ``limit`` characters that shares most with other sentences; None for the beginning.

    Figures and capitalised words count most. A later stretch must share a figure's worth more than the beginning does.
    """
    known = {one.casefold() for other in others for one in _TOKEN.findall(other)}
    shared = [one for one in _TOKEN.finditer(text) if one[0].casefold() in known]
    best, place = _shared_in(shared, 0, limit) + _TELLING - 1, None
    for one in shared:
        start = min(one.start(), len(text) - limit)
        weight = _shared_in(shared, start, start + limit) if start > 0 else 0
        if weight > best:
            best, place = weight, start + limit // 2
    return place


def _shared_in(shared: Sequence[re.Match[str]], start: int, end: int) -> int:
    """The weight of the different words that lie whole in a stretch."""
    inside = {one[0] for one in shared if start <= one.start() and one.end() <= end}
    return sum(_TELLING if one[:1].isdigit() or one[:1].isupper() else 1 for one in inside)


def marks_in(spans: tuple[Span, ...], start: int) -> tuple[_Window, ...]:
    """Article offsets turned into offsets inside a sentence that begins at ``start``."""
    return tuple((one.start - start, one.end - start) for one in spans)


def _pieces(text: str, start: int, end: int, marks: tuple[_Window, ...]) -> list[Run]:
    runs: list[Run] = []
    place = start
    for first, last in marks:
        if start <= first and last <= end:
            runs += [Run(text[place:first]), Run(text[first:last], mark=True)]
            place = last
    runs.append(Run(text[place:end]))
    return [one for one in runs if one.text]


def _merge(windows: list[_Window]) -> tuple[_Window, ...]:
    merged: list[_Window] = []
    for start, end in sorted(windows):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _windows(text: str, marks: tuple[_Window, ...], limit: int) -> tuple[_Window, ...]:
    if not marks:
        return ((0, _word_end(text, limit)),)
    spare = max(limit - sum(end - start for start, end in marks), 0)
    side = max(spare // (2 * len(marks)), 30)
    wide = [(_word_start(text, start - side, start), _word_end(text, end + side, end)) for start, end in marks]
    joined: list[_Window] = []
    for start, end in wide:
        if joined and start - joined[-1][1] < 12:  # a gap shorter than that saves nothing
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _word_start(text: str, place: int, latest: int) -> int:
    """The first word beginning at or after ``place``, but no later than ``latest``."""
    if place < 12:
        return 0
    while place < latest and not text[place - 1].isspace():
        place += 1
    return place


def _word_end(text: str, place: int, earliest: int = 0) -> int:
    """The end of the last word that ends at or before ``place``, but no earlier than ``earliest``."""
    if len(text) - place < 12:
        return len(text)
    back = place
    while back > earliest and not text[back].isspace():
        back -= 1
    return (back if back > 0 else place) if back > earliest or earliest else place
