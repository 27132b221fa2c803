"""Blocks: stretches of text that no sentence crosses, read from the line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
SENTENCE_MARK = re.compile(r"[.!?…:;。！？।؟]['\"”’»)\]]*\s*\Z")
# List items and names such as "iPhone" that open a line although in lower case.
NEW_LINE = re.compile(r"[^\W\d_][.)]|[a-z]{1,2}[A-Z]")
# A line that breaks off in a number and the unit that the next one opens with ("30.000", "DWT").
NUMBER_LAST = re.compile(r"\w\W*\s\d+(?:[.,]\d+)*\Z")
NUMBER_REACH = 40  # characters that such a number and the word before it fill at most
UNIT_FIRST = re.compile(
    r"(?:DWT|TEU|GT|USD|VNĐ|VND|MW|kWh|km2?|kg|m[23²³]?|ha|triệu|tỷ|tỉ|nghìn|ngàn|đồng|tấn|euro)(?![\w:])|%"
)
# Hand-wrapped text (mail, Markdown): no line is longer than this, and lines fill most of the width.
WRAP_WIDTH = 110
WRAP_FILLED = 40

Block = tuple[int, int]


def blocks(text: str) -> list[Block]:
    """Offsets of the paragraphs of ``text``, in order: its lines, wrapped lines joined to whole paragraphs.

    A line without a single letter or digit ("***", "|") makes no block.
    """
    joined: list[Block] = []
    for paragraph in _paragraphs(text):
        joined.extend(_join(text, paragraph))
    return [one for one in joined if any(character.isalnum() for character in text[one[0] : one[1]])]


def _paragraphs(text: str) -> Iterator[list[Block]]:
    """Runs of lines without a blank line between them."""
    run: list[Block] = []
    for match in LINE.finditer(text):
        line = trim(text, match.start(), match.end())
        if run and _blank_between(text, run[-1][1], match.start()):
            yield run
            run = []
        if line[0] < line[1]:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _blank_between(text: str, start: int, end: int) -> bool:
    gap = text[start:end].replace("\r\n", "\n")
    return sum(character in "\n\r\x85\u2028\u2029\x0b\x0c" for character in gap) > 1


def _join(text: str, lines: list[Block]) -> Iterator[Block]:
    """The blocks of one paragraph: every line its own, unless the text is visibly wrapped there."""
    wrapped = _is_wrapped(text, lines)
    start, end = lines[0]
    for line in lines[1:]:
        if wrapped or _continues(text, (start, end), line):
            end = line[1]
        else:
            yield start, end
            start, end = line
    yield start, end


def _is_wrapped(text: str, lines: list[Block]) -> bool:
    """Three or more lines of about one width, most of which break off in mid-sentence."""
    widths = [end - start for start, end in lines]
    if len(lines) < 3 or max(widths) > WRAP_WIDTH or min(widths[:-1]) < max(WRAP_FILLED, 0.7 * max(widths)):
        return False
    open_ends = sum(not SENTENCE_MARK.search(text[start:end]) for start, end in lines[:-1])
    return open_ends * 2 > len(lines) - 1


def _continues(text: str, before: Block, line: Block) -> bool:
    """A line that starts in lower case carries on a long line that lacks its sentence mark."""
    tail = max(before[0], before[1] - NUMBER_REACH)
    if UNIT_FIRST.match(text, line[0], line[1]) and NUMBER_LAST.search(text, tail, before[1]):
        return True
    if not text[line[0]].islower() or NEW_LINE.match(text, line[0], line[1]) or before[1] - before[0] < WRAP_FILLED:
        return False
    return not SENTENCE_MARK.search(text[max(before[0], before[1] - 8) : before[1]])


def trim(text: str, start: int, end: int) -> Block:
    """The span without white space (and byte order marks) at its ends."""
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return start, end
