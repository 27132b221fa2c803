"""Direct quotation: where quoted words begin and end in an article, over several sentences where need be."""

from __future__ import annotations

import re

_MARK = re.compile(r"[“”„«»\"]")
_OPENING = "“„«"
_CLOSING = "”»"
_LONGEST = 2500


def find_quotes(text: str) -> tuple[tuple[int, int], ...]:
    """Quoted stretches of ``text`` as ``(start, end)`` of the words between the marks, in order and disjoint.

    Curly, angle and straight marks may be mixed, as Vietnamese pages mix them. A quotation may run over
    paragraphs when its
    closing mark comes before any other opening one; a mark that is never closed quotes to the end of its paragraph.
    """
    quotes: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        place = mark.start()
        if opened is not None and place - opened > _LONGEST:
            _add(quotes, text, opened, _paragraph_end(text, opened, place))
            opened = None
        if opened is None:
            opened = place + 1 if _may_open(text, place) else None
        elif _may_close(text, place):
            _add(quotes, text, opened, place)
            opened = None
        elif _reopens(text, opened, place):
            _add(quotes, text, opened, _paragraph_end(text, opened, place))
            opened = place + 1
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


def _blank_after(text: str, place: int) -> bool:
    return place + 1 >= len(text) or not text[place + 1].isalnum()


def _may_open(text: str, place: int) -> bool:
    """Whether a mark outside quotation begins one: by its shape, else by the blanks around it."""
    if text[place] in _OPENING:
        return True
    return _blank_before(text, place) and place + 1 < len(text)


def _may_close(text: str, place: int) -> bool:
    """Whether a mark inside quotation ends it: a closing shape, or a straight mark that does not lean on a
    following word.
    """
    if text[place] in _CLOSING:
        return True
    return text[place] == '"' and (_blank_after(text, place) or not _blank_before(text, place))


def _reopens(text: str, opened: int, place: int) -> bool:
    """Whether a mark that looks like an opening one shows that the former was never closed."""
    if text[place] in _OPENING:
        return True
    return text[opened - 1] == '"' and "\n" in text[opened:place]


def _paragraph_end(text: str, start: int, limit: int) -> int:
    end = text.find("\n", start, limit)
    return limit if end < 0 else end
