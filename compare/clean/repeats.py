"""Text that a page holds twice: paragraphs, leads shown above the story again, captions doubled as image texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from compare.clean.page import Line, Page, folded, words
from compare.types import Removed

CAPTION_WORDS = 30
PARAGRAPH_LENGTH = 40
_STOP = re.compile(r"[.!?…:;,][\"”’»)]*$")


def repeated_captions(page: Page) -> Iterator[Removed]:
    """Two lines in a row with the same short words and no full stop: a caption and the image's text, both go.

    The first lines of a page are left alone: a headline may stand there twice, and one of the two has to stay.
    """
    for first, second in pairwise(page.lines[1:]):
        if folded(first.text) == folded(second.text) and _is_caption(first):
            yield Removed(first.start, first.end, "repeated-caption")
            yield Removed(second.start, second.end, "repeated-caption")


def _is_caption(line: Line) -> bool:
    return words(line.text) <= CAPTION_WORDS and not _STOP.search(line.text)


def repeated_paragraphs(page: Page) -> Iterator[Removed]:
    """A line seen before, and the beginning of a line that says a whole earlier line again; the first one stays."""
    seen: list[Line] = []
    for place, line in enumerate(page.lines):
        again = next((one for one in seen if _same(one, line, adjacent=page.lines[place - 1] is one)), None)
        if again is not None:
            yield Removed(line.start, line.end, "repeated-paragraph")
            continue
        lead = next((one for one in seen if _begins(line.text, one.text)), None)
        if lead is not None:
            yield Removed(line.start, line.start + len(lead.text), "repeated-paragraph")
        seen.append(line)


def _same(first: Line, second: Line, *, adjacent: bool) -> bool:
    """Equal lines; short ones (scores, labels, answers) may recur in a story and count only side by side."""
    long_enough = len(second.text) >= PARAGRAPH_LENGTH or (adjacent and words(second.text) >= 3)
    return long_enough and folded(first.text) == folded(second.text)


def _begins(text: str, lead: str) -> bool:
    """Whether a line starts with an earlier line that is a whole sentence."""
    return len(lead) >= PARAGRAPH_LENGTH and bool(_STOP.search(lead)) and text.startswith(lead + " ")
