"""Text that a page holds twice: paragraphs, leads shown above the story again, captions doubled as image texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

from compare.clean.page import Line, Page, folded, words
from compare.types import Removed

CAPTION_WORDS = 30
PARAGRAPH_LENGTH = 40
LONG = 80
_STOP_INSIDE = re.compile(r"[.!?…][\"”’»)]*(?=\s)")
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
    """A line seen before, and the beginning of a line that says a whole earlier line again; the first one stays.

    Lines may recur in a story (scores, answers, a forecast for each region): a repeat is next to its like, or long and
    there exactly twice, or follows a line that is a repeat itself.
    """
    keys = [_key(line) for line in page.lines]
    counts = Counter(keys)
    seen: set[tuple[str, bool]] = set()
    after_repeat = False
    for place, (line, key) in enumerate(zip(page.lines, keys, strict=True)):
        adjacent = place > 0 and keys[place - 1] == key and words(line.text) >= 3
        length = len(line.text)
        apart = (length >= LONG and counts[key] == 2) or (length >= PARAGRAPH_LENGTH and after_repeat)
        after_repeat = adjacent or (key in seen and apart)
        told = 0 if after_repeat else _told_before(line.text, seen)
        if after_repeat or told:
            yield Removed(line.start, line.end if after_repeat else line.start + told, "repeated-paragraph")
        seen.add(key)


def _key(line: Line) -> tuple[str, bool]:
    """A line's words and whether it is a sentence: a headline told again as the first sentence is no repeat."""
    return folded(line.text), bool(_STOP.search(line.text))


def _told_before(text: str, seen: set[tuple[str, bool]]) -> int:
    """Length of the beginning of a line that is a whole earlier line of sentences; 0 when there is none."""
    for end in islice(_STOP_INSIDE.finditer(text), 30):
        if end.end() >= PARAGRAPH_LENGTH and (folded(text[: end.end()]), True) in seen:
            return end.end()
    return 0
