"""The headline: the field that came with the article, or the first line of its text."""

from __future__ import annotations

import re

from compare.clean.cues import CAPITAL
from compare.clean.page import Line, Page, folded, line_text, words
from compare.types import Article, Span

_SENTENCE = re.compile(rf"[.;:,][\"”’»)]*$|^[-–—•*+](?!\*)|\.\s+[{CAPITAL}]")
_MARKS = re.compile(r"^#{1,6}\s+|\*\*|__")


def find_title(article: Article, page: Page) -> tuple[str, Span | None]:
    """The title and where the text holds it (None when it does not).

    A given title is located only where the first line repeats it. Without one, the first line is the headline when
    it is short, has no full stop and more text follows.
    """
    first = page.lines[0] if page.lines else None
    if first is None:
        return article.title, None
    if article.title:
        same = folded(_MARKS.sub("", first.text)) == folded(article.title)
        return article.title, Span(first.start, first.end, first.text) if same else None
    if len(page.lines) > 1 and _is_headline(first, page):
        return _MARKS.sub("", " ".join(first.text.split())), Span(first.start, first.end, first.text)
    return "", None


def _is_headline(line: Line, page: Page) -> bool:
    rest = sum(words(line_text(page, other)) for other in page.lines[1:])
    return 3 <= words(line.text) <= 40 and rest > words(line.text) and not _SENTENCE.search(line.text)
