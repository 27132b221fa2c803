"""A stretch of one article's text that can be held against another's: a sentence or a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from compare.framing.cues import Choice, Phrases, find
from compare.framing.story import Story, between_marks
from compare.types import Span

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` is ``article.text[start:end]``; ``id`` is the sentence's, empty for a headline.

    A headline that stands outside the text has no place in it.
    """

    told: Story
    id: str
    start: int
    end: int
    text: str

    @property
    def language(self) -> str:
        """The article's language."""
        return self.told.article.language

    def span(self, start: int, end: int) -> Span:
        """A span of the article from offsets inside this passage; a headline outside the text has no place in it."""
        if self.start == self.end:
            return Span(0, 0, self.text[start:end])
        return Span(self.start + start, self.start + end, self.text[start:end])

    def holds(self, span: Span) -> bool:
        """Whether a span of the article lies in this passage."""
        return self.start <= span.start and span.end <= self.end

    def quoted(self, start: int, end: int) -> bool:
        """Whether an offset inside this passage is in quotation."""
        if self.start < self.end:
            return self.told.quoted(self.start + start, self.start + end)
        return any(first < end and start < last for first, last in between_marks(self.text))

    def words(self) -> list[Span]:
        """Words with offsets inside this passage, in lower case."""
        return [Span(match.start(), match.end(), match.group().casefold()) for match in WORD.finditer(self.text)]

    def chosen(self, choice: Choice) -> list[Span]:
        """The wordings of one matter used here outside quotation, offsets inside this passage."""
        return self.found(choice.pattern, ())

    def found(self, phrases: Phrases, innocent: Iterable[str]) -> list[Span]:
        """Phrases used here outside quotation that are no innocent ones, offsets inside this passage."""
        read = self.text.lower() if self._in_title_case() else self.text
        return [
            Span(span.start, span.end, self.text[span.start : span.end])
            for span in find(phrases, innocent, read, 0, len(self.text))
            if not self.quoted(span.start, span.end)
        ]

    def _in_title_case(self) -> bool:
        """Whether a headline capitalises its words, so that a capital tells no name."""
        if self.id:
            return False
        long = [match.group() for match in WORD.finditer(self.text) if len(match.group()) > 3]
        capitals = sum(word[0].isupper() for word in long)
        return capitals > 0.7 * len(long) and len(self.text.lower()) == len(self.text)


def headline_of(told: Story) -> Passage | None:
    """The headline of an article that has one."""
    span = told.article.title_span
    if not told.article.title:
        return None
    return Passage(told, "", span.start, span.end, span.text) if span else Passage(told, "", 0, 0, told.article.title)
