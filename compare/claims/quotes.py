"""Direct quotation: where quoted words begin and end in an article, over several sentences where need be."""

from __future__ import annotations

import re

_MARK = re.compile(r"[“”„«»\"]|(?<!')''(?!')")
_STRAIGHT = "\"'"
_OPENING = "“„«"
_CLOSING = "”»"
_LONGEST = 2500


def find_quotes(text: str) -> tuple[tuple[int, int], ...]:
    """Quoted stretches of ``text`` as ``(start, end)`` of the words between the marks, in order and disjoint.

    Curly, angle and straight marks may be mixed, as Vietnamese pages mix them; two apostrophes are a mark. A quotation
    may run over paragraphs when its closing mark comes before any other opening one; a mark that is never closed quotes
    to the end of its paragraph.
    """
    quotes: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        place = mark.start()
        if opened is not None and place - opened > _LONGEST:
            _add(quotes, text, opened, _paragraph_end(text, opened, place))
            opened = None
        if opened is None:
            opened = mark.end() if _may_open(text, mark) else None
        elif _may_close(text, mark):
            _add(quotes, text, opened, place)
            opened = None
        elif _reopens(text, opened, place):
            _add(quotes, text, opened, _paragraph_end(text, opened, place))
            opened = mark.end()
    if opened is not None:
        _add(quotes, text, opened, _paragraph_end(text, opened, len(text)))
    return tuple(quotes)


def _add(quotes: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Keep the stretch without its outer blanks, unless nothing is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    if start < end:
        quotes.append((start, end))


def _blank_before(text: str, place: int) -> bool:
    return place == 0 or text[place - 1].isspace() or text[place - 1] in "([:-–—"


def _blank_after(text: str, end: int) -> bool:
    return end >= len(text) or not text[end].isalnum()


def _may_open(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark outside quotation begins one: by its shape, else by the blanks around it."""
    if mark[0] in _OPENING:
        return True
    return _blank_before(text, mark.start()) and mark.end() < len(text)


def _may_close(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark inside quotation ends it: a closing shape, or a straight mark that does not lean on a
    following word.
    """
    if mark[0] in _CLOSING:
        return True
    straight = mark[0][0] in _STRAIGHT
    return straight and (_blank_after(text, mark.end()) or not _blank_before(text, mark.start()))


def _reopens(text: str, opened: int, place: int) -> bool:
    """Whether a mark that looks like an opening one shows that the former was never closed."""
    if text[place] in _OPENING:
        return True
    return text[opened - 1] in _STRAIGHT and "\n" in text[opened:place]


def _paragraph_end(text: str, start: int, limit: int) -> int:
    end = text.find("\n", start, limit)
    return limit if end < 0 else end
