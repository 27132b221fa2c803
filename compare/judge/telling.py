"""Times that do not date the event: those of the telling ("hôm 3/5 cho biết") and of a figure in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from compare.judge.phrases import find_phrases, phrase_index
from compare.judge.sides import Side
from compare.judge.words import Word, around
from compare.types import Span, Time

NEXT, OPENING, SUBJECT = 3, 1, 18


def told_of(side: Side, words: Sequence[Word], time: Time) -> bool:
    """Whether a time dates a verb of saying: it stands right before the verb, or opens the sentence before it.

    "Ngày 3/5, công an cho biết ..." dates the telling, "Vụ cháy xảy ra ngày 3/5, công an cho biết ..." does not.
    """
    first, last = around(words, time.span.start, time.span.end)
    opens = first <= OPENING
    for start, _, _ in find_phrases(words[last : last + (SUBJECT if opens else NEXT)], phrase_index("telling")):
        between = side.article.text[time.span.end : words[last + start].start]
        return between.count(",") <= int(opens)
    return False


def in_brackets(side: Side, span: Span) -> bool:
    """Whether a span stands in brackets together with a figure of its own: "(22/5: 14.500 đồng)"."""
    text = side.article.text
    opened = text.rfind("(", side.sentence.start, span.start)
    closed = text.find(")", span.end, side.sentence.end)
    if opened < 0 or closed < 0 or text.rfind(")", opened, span.start) >= 0:
        return False
    return any(opened < one.span.start < closed for one in side.quantities)
