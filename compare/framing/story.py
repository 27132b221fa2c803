"""One article as framing reads it: its claims, and which of its words stand in direct quotation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from compare.types import Article, Claim

# A quotation may run over sentences and paragraphs; beyond this many characters the closing mark was forgotten.
LONGEST = 1500
OPENING = re.compile(r"[“«]|(?<![^\s(\[:–-])(?:\"|''(?!'))(?=\S)")
PAIRS = {"“": ("”", '"'), "«": ("»",), '"': ('"', "”"), "''": ("''", "”")}
# Fewer words than this between quotation marks are a term or a name, not somebody's words.
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Story:
    """An article, its claims and the offsets of its quotations, marks left out."""

    article: Article
    claims: tuple[Claim, ...]
    quotations: tuple[tuple[int, int], ...]

    def quoted(self, start: int, end: int) -> bool:
        """Whether any of ``text[start:end]`` stands between quotation marks."""
        return any(first < end and start < last for first, last in self.quotations)


def story(article: Article, claims: Sequence[Claim]) -> Story:
    """Read an article for framing; ``claims`` are the claims of this article."""
    return Story(article, tuple(claims), tuple(quotations(article)))


def quotations(article: Article) -> list[tuple[int, int]]:
    """Offsets of everything between quotation marks in the story, also across its sentences."""
    return list(between_marks(article.text, lambda place: _in_story(article, place)))


def between_marks(text: str, opens: Callable[[int], bool] = lambda place: True) -> Iterator[tuple[int, int]]:
    """Offsets of everything between quotation marks, where ``opens`` lets the opening one count."""
    position = 0
    for match in OPENING.finditer(text):
        if match.start() < position or not opens(match.start()):
            continue
        end = _closing(text, match)
        if end > match.end():
            yield match.end(), end
            position = end + 1


def direct_speech(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The quotations that carry somebody's words: three words at least."""
    return [(start, end) for start, end in spans if len(text[start:end].split()) >= FEWEST_WORDS]


def _closing(text: str, opening: re.Match[str]) -> int:
    """Offset of the mark that closes the quotation opened there, or -1."""
    for place in range(opening.end(), min(len(text), opening.start() + LONGEST)):
        closed = text.startswith(PAIRS[opening[0]], place)
        if closed and not (text[place] in "\"'" and text[place - 1].isspace()):
            return place
    return -1


def _in_story(article: Article, offset: int) -> bool:
    return any(one.start <= offset < one.end for one in article.sentences)
