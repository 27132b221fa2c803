"""Boxes and buttons around a story: player clocks, labels, dates, pointers to other stories, teaser blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, zip_longest

from compare.clean.byline import is_closing, parse_byline
from compare.clean.cues import CAPITAL, alternatives, cues, label_set
from compare.clean.dateline import parse_dateline
from compare.clean.page import Line, Page, folded, words
from compare.lexicon import LANGUAGES, lexicon
from compare.types import Removed

_CLOCK = re.compile(
    r"-?\d{1,2}:\d{2}(?::\d{2})?(?:\s*/\s*-?\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*(?:\d(?:\.\d+)?x|LIVE|HD))*"
)
_READING_TIME = re.compile(r"\d+[- ](?:minutes?|min|phút)(?: read| đọc)?", re.IGNORECASE)
_COUNT = re.compile(r"^\(?\d+\)?\s+|\s*\(?\d+\)?$")
_DATE = re.compile(
    r"\b\d{1,2} tháng \d{1,2}(?: năm|,)? \d{4}\b|"
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b|\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b"
)
_DATE_WORDS = re.compile(
    r"(?:\b(?:thứ|hai|ba|tư|năm|sáu|bảy|chủ nhật|cn|ngày|lúc|cập nhật|đăng lúc|đăng|xuất bản|giờ|phút|"
    r"gmt|utc|sa|ch|am|pm|tháng|ago|days?|hours?|minutes?|mins?|read|"
    r"published|updated|posted|last|on|at|by|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|et|est|edt|bst))\b|[\W\d_]|\bt[2-7]\b|h)+",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"[{CAPITAL}][^\W\d_{CAPITAL}]+(?:,? [^\W\d_{CAPITAL}]+)*:?")
LABEL_WORDS = 7
HEADING_WORDS = 5
PARAGRAPH_WORDS = 15
# "... đã về. [Bão số 3 đổ bộ Quảng Ninh] Sáng nay ...": at least so many words, none of them left out ("[...]").
_BRACKETED = re.compile(rf"(?:^|(?<=[.!?…”\"] ))\[(?=[{CAPITAL}\d\"“])[^\[\]]{{12,160}}\](?=\s+[{CAPITAL}\d\"“]|\s*$)")
HEADLINE_WORDS = 5
LONGEST_LABEL = 200
LAST_LINES, INVITATION, INVITING_WORDS = 3, 300, 45
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$|[\"”’])")
_QUOTED = re.compile(r"[\"”’]")
_ENDS = re.compile(r"[.!?…:;][\"”’»)]*$")


def player_clocks(page: Page) -> Iterator[Removed]:
    """Lines that are only the clock of a sound or film player ("0:00 / 0:00")."""
    for line in page.lines:
        if _CLOCK.fullmatch(line.text):
            yield Removed(line.start, line.end, "player-clock")


def separators(page: Page) -> Iterator[Removed]:
    """Lines without a letter or figure: "×", "___", "***"."""
    for line in page.lines:
        if not any(character.isalnum() for character in line.text):
            yield Removed(line.start, line.end, "separator")


def labels(page: Page) -> Iterator[Removed]:
    """Buttons ("Chia sẻ", "Bình luận (3)") anywhere, and section names ("Thế giới") above and below the story."""
    buttons, sections = label_set("share"), label_set("sections")
    for place, line in enumerate(page.lines):
        if len(line.text) > LONGEST_LABEL:
            continue
        label = folded(_COUNT.sub("", line.text))
        if label in buttons or _READING_TIME.fullmatch(line.text):
            yield Removed(line.start, line.end, "share-box")
        elif label in sections and (place < 3 or place >= len(page.lines) - 2) and len(page.lines) > 3:
            yield Removed(line.start, line.end, "section-label")


def headings(page: Page) -> Iterator[Removed]:
    """Headings inside a story: "Thẻ đỏ:" before its list, and "Bài toán khó" alone between two paragraphs.

    A heading is short, without figure, verb or a name's capitals; "Ông nói:" belongs to what follows it.
    """
    for above, line, below in zip(page.lines, page.lines[1:], page.lines[2:], strict=False):
        limit = LABEL_WORDS if line.text.endswith(":") else HEADING_WORDS
        if words(line.text) > limit or not _HEADING.fullmatch(line.text) or _tells(line.text):
            continue
        alone = words(line.text) > 1 and bool(_ENDS.search(above.text)) and below.text[0] not in ",;)"
        if line.text.endswith(":") or (alone and min(words(above.text), words(below.text)) >= PARAGRAPH_WORDS):
            yield Removed(line.start, line.end, "section-label")


def _tells(heading: str) -> bool:
    """Whether a short line has a verb or brings in speech."""
    inside = f" {folded(heading)} "
    return any(f" {word} " in inside for word in _telling())


@cache
def _telling() -> frozenset[str]:
    said = (word for language in LANGUAGES for key in ("strong", "weak") for word in lexicon(language, "speakers")[key])
    return frozenset((*cues("captions", "verbs"), *said, "theo", "rằng"))


def date_lines(page: Page) -> Iterator[Removed]:
    """Lines near the top or the end that hold nothing but a date, such as "Thứ Tư, 24/1/2024, 15:30 (GMT+7)"."""
    for line in (*page.lines[:8], *page.lines[8:][-4:]):
        if words(line.text) <= 14 and _DATE.search(line.text) and _DATE_WORDS.fullmatch(line.text):
            yield Removed(line.start, line.end, "date-line")


@cache
def _pointer() -> re.Pattern[str]:
    words = alternatives(*cues("labels", "pointers"))
    return re.compile(rf"[*•\-–>»\s]*{words}\s*(?::|>>|»|→)|>>+|»|►|➤|⏩|👉", re.IGNORECASE)


@cache
def _last_pointer() -> re.Pattern[str]:
    words = alternatives(*cues("labels", "pointers"))
    return re.compile(rf"(?<=[.!?…”’)/])\s+{words}\s*:\s*$", re.IGNORECASE)


def pointers(page: Page) -> Iterator[Removed]:
    """Lines that point to another story ("Xem thêm: ...", ">> ..."); of a longer one, which goes on with the story, the
    pointing words alone, as of those that end a line ("... trong năm nay. Xem thêm:").
    """
    for line in page.lines:
        first = _pointer().match(line.text)
        if first and words(line.text) <= 45:
            yield Removed(line.start, line.end, "related-box")
            continue
        for match in (first, _last_pointer().search(line.text)):
            if match:
                yield Removed(line.start + match.start(), line.start + match.end(), "related-box")


def bracketed_pointers(page: Page) -> Iterator[Removed]:
    """Headlines of other stories in square brackets between sentences, as agencies' pages have them."""
    for line in page.lines:
        for match in _BRACKETED.finditer(line.text):
            if words(match[0]) >= HEADLINE_WORDS:
                yield Removed(line.start + match.start(), line.start + match.end(), "related-box")


@cache
def _next_part() -> re.Pattern[str]:
    """ "Mời bạn đọc đón đọc ...", "Đón đọc kỳ 5" and "(Còn nữa)" as a sentence begins, "Kỳ sau: ..." as a line does."""
    inviting, readers, reading, calling, parts, next_part, to_come = (
        alternatives(*cues("labels", key))
        for key in ("inviting", "readers", "reading", "calling", "parts", "next_part", "to_come")
    )
    begin = r"(?:^|(?<=[.!?…”’)]))[\s*_—–-]*"
    called = rf"(?:{calling} )?{reading} {parts} (?:\d+\s*:|{parts}\b|sau\b|tới\b)"
    return re.compile(
        rf"^[\s*_—–-]*{next_part}\s*:(?=\D+$)|{begin}(?:{inviting} (?:{readers} )?{reading}\b|{called}|\({to_come}\))",
        re.IGNORECASE,
    )


def next_parts(page: Page) -> Iterator[Removed]:
    """The invitation to the next part of a series that ends a page, to the end of its sentence; the byline behind it is
    left to the rules for bylines.
    """
    for line in page.lines[-LAST_LINES:]:
        match = _next_part().search(line.text, max(0, len(line.text) - INVITATION))
        if match is None or line.start + match.start() <= page.lines[0].end:
            continue
        begin = match.end() - len(match[0].lstrip())
        ends = match if match[0].endswith(")") else _SENTENCE_END.search(line.text, match.end())
        end = ends.end() if ends else len(line.text)
        if words(line.text[begin:end]) <= INVITING_WORDS and not _QUOTED.search(line.text[end - 1 : end + 2]):
            yield Removed(line.start + begin, line.start + end, "related-box")


def doubled_teasers(page: Page) -> Iterator[Removed]:
    """A teaser inside a story: its headline twice in one line (image text and link) and the dated lead under it.

    Any other line that says itself twice keeps its first half.
    """
    for line, below in zip_longest(page.lines, page.lines[1:]):
        half, odd = divmod(len(line.text), 2)
        if half < 15 or line.text[:half].strip() != line.text[half + odd :].strip():
            continue
        if below is not None and parse_dateline(below.text[:80]) is not None:
            yield Removed(line.start, below.end, "related-box")
        else:
            yield Removed(line.start + half, line.end, "repeated-paragraph")


def after_credit(page: Page) -> Iterator[Removed]:
    """What follows the credit that ends a story, when it is only short lines and not more bylines."""
    for place, line in enumerate(page.lines):
        below = page.lines[place + 1 :]
        if line.start < 0.5 * len(page.text) or not below or not parse_byline(line.text):
            continue
        if _only_headlines(below) and not all(is_closing(one.text) for one in below):
            yield Removed(below[0].start, below[-1].end, "teaser-block")
        return


def teaser_block(page: Page) -> Iterator[Removed]:
    """Everything from a teaser heading to the end, if it follows the story's byline or only headlines follow it."""
    for place in islice(_headings(page), 20):
        line, below = page.lines[place], page.lines[place + 1 :]
        closed = any(is_closing(above.text) for above in page.lines[max(0, place - 2) : place])
        if closed or _only_headlines(below):
            yield Removed(line.start, page.lines[-1].end, "teaser-block")
            return


def _headings(page: Page) -> Iterator[int]:
    """Places of teaser headings in the later part of a page."""
    for place, line in enumerate(page.lines):
        if line.start >= 0.4 * len(page.text) and folded(_COUNT.sub("", line.text)) in label_set("teasers"):
            yield place


def _only_headlines(below: Sequence[Line]) -> bool:
    """Whether lines read like other stories' headlines: short and, all but a few, without a full stop."""
    return sum(bool(_ENDS.search(line.text)) or words(line.text) > 35 for line in below) <= 0.3 * len(below)


def teaser_boxes(page: Page) -> Iterator[Removed]:
    """A teaser heading inside the story and the headlines under it, up to the next line that reads like story."""
    for place, line in enumerate(page.lines):
        if place == 0 or folded(line.text) not in label_set("teasers"):
            continue
        last = line
        for below in page.lines[place + 1 : place + 7]:
            if _ENDS.search(below.text) or words(below.text) > 25:
                break
            last = below
        yield Removed(line.start, last.end, "related-box")
