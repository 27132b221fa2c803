"""Where sentences end inside a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.segment.blocks import Block, blocks, trim
from compare.segment.marks import Mark, ends_sentence
from compare.segment.words import words

# A run of sentence marks ("?!", "...", ". . .", "./." as some Vietnamese desks close a story) ...
RUN = r"(?P<run>[.!?…]+(?:/\.)?(?:[ \u00a0][.…]+(?=\s|$))*|[。！？｡।॥؟۔።។]+)"
# ... the quotes and brackets that it brings to a close, white space before them allowed, and footnote marks.
CLOSERS = r"(?P<closers>[”’»›)\]}」』）】\"'*_]*(?:[ \u00a0][”»])?(?:\[\d{1,3}\])*)"
MARK = re.compile(RUN + CLOSERS)
# The marker that opens a list item, at the head of a sentence or after a colon.
ITEM = re.compile(r"(?:\A|[:;]\s)[\s(*•-]*(\d{1,3}|[a-zđ])[.)]")
HEADING, SENTENCE = 3, 4  # words of the shortest heading, and of the shortest sentence behind one
# Two words behind a word and nothing but a blank.
GLUED = re.compile(r"(?<=\w) (?=([^\W\d_]+ [^\W\d_]+)(?!\w))")
BULLETS = " \u00a0\t(*•-"


def boundaries(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of every sentence of ``text``, ordered and disjoint, without surrounding white space.

    ``language`` is an ISO 639-1 code; it chooses the abbreviation lists ("vi", otherwise English ones). Every
    letter and digit belongs to exactly one sentence; a line of mere punctuation makes none.
    """
    return [one for start, end in blocks(text) for one in sentences_of(text, start, end, language)]


def sentences_of(text: str, start: int, end: int, language: str) -> list[Block]:
    """The sentences of ``text[start:end]``, which no line break divides."""
    found: list[Block] = []
    for piece in _unglued(text, _cut(text, start, end, language), language):
        first, last = trim(text, *piece)
        if any(character.isalnum() for character in text[first:last]):
            found.append((first, last))
        elif found and last > first:
            found[-1] = (found[-1][0], last)
        # Marks that open a block before any word belong to its first sentence.
    if found:
        found[0] = (start, found[0][1])
    return found


def _cut(text: str, start: int, end: int, language: str) -> Iterator[Block]:
    lists = words(language)
    position = start
    for match in MARK.finditer(text, start, end):
        stop = match.end()
        if match.group("closers") and _opens(text, start, match):
            stop = match.end("run")
        mark = Mark(text, position, match.start(), match.end("run"), stop, end)
        if _is_next_item(mark):
            cut = mark.start - len(mark.before)
            cut = position + len(text[position:cut].rstrip(BULLETS))
        elif stop < end and ends_sentence(mark, lists):
            cut = stop
        else:
            continue
        yield position, cut
        position = cut
    yield position, end


def _unglued(text: str, pieces: Iterator[Block], language: str) -> Iterator[Block]:
    """The pieces, cut where a heading or a caption has run into the sentence behind it ("Giá xăng giảm Theo ông Bách,
    ...").
    """
    openers = words(language).openers
    for start, end in pieces:
        for match in GLUED.finditer(text, start, end):
            if match[1] not in openers:
                continue
            head, tail = text[start : match.start()], text[match.end() : end]
            whole = len(head.split()) >= HEADING and len(tail.split()) >= SENTENCE
            if whole and head.count("“") <= head.count("”") and head.count('"') % 2 == 0:
                yield start, match.start()
                start = match.end()
        yield start, end


def _opens(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether straight quotes glued between two sentences open the second, as in ``nói."Tôi``."""
    closers = match.group("closers")
    if closers not in {'"', "'"} or not text[match.end() : match.end() + 1].isalnum():
        return False
    return text.count(closers, start, match.end("run")) % 2 == 0


def _is_next_item(mark: Mark) -> bool:
    """Whether the mark belongs to "2." in "1. Khai thác 2. Chế biến", a list whose items share a line."""
    before = mark.before
    if mark.stop >= mark.limit or not mark.text[mark.stop].isspace() or len(before) > 3:
        return False
    opened = ITEM.search(mark.text[mark.opened : mark.start - len(before)])
    if opened is None or not mark.text[mark.start - len(before) - 1].isspace():
        return False
    first = opened.group(1)
    if first.isdigit():
        return before == str(int(first) + 1)
    return len(before) == 1 and ord(before) == ord(first) + 1
