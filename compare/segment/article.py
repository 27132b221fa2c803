"""Fill an article's sentences, leaving out its title line and what cleaning removed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from compare.segment.blocks import Block, blocks, trim
from compare.segment.sentences import sentences_of
from compare.types import Article, Sentence


def segment(article: Article) -> Article:
    """The article with ``sentences`` filled: ids ``ARTICLE.sN`` from 1, paragraphs counted from 0.

    Removed spans and the title belong to no sentence; one that lies inside a sentence cuts it in two. Every
    letter and digit outside them belongs to exactly one sentence; mere punctuation makes none.
    """
    hidden = _hidden(article)
    ends = [end for _, end in hidden]
    sentences: list[Sentence] = []
    paragraph = 0
    for block in blocks(article.text):
        before = len(sentences)
        for piece in _visible(article.text, block, _within(block, hidden, ends)):
            for start, end in sentences_of(article.text, piece[0], piece[1], article.language):
                name = f"{article.id}.s{len(sentences) + 1}"
                sentences.append(Sentence(name, start, end, article.text[start:end], paragraph))
        paragraph += len(sentences) > before
    return replace(article, sentences=tuple(sentences))


def _hidden(article: Article) -> list[Block]:
    """What stands in no sentence, in order, spans that overlap as one."""
    spans = [(one.start, one.end) for one in article.removed]
    if article.title_span is not None:
        spans.append((article.title_span.start, article.title_span.end))
    joined: list[Block] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _within(block: Block, hidden: Sequence[Block], ends: Sequence[int]) -> Iterator[Block]:
    """The hidden spans that reach into a block; ``ends`` are those of all of them."""
    behind = (hidden[number] for number in range(bisect_right(ends, block[0]), len(hidden)))
    return takewhile(lambda one: one[0] < block[1], behind)


def _visible(text: str, block: Block, hidden: Iterable[Block]) -> Iterator[Block]:
    """The pieces of a block outside the hidden spans, trimmed, those of mere punctuation left out."""
    position = block[0]
    for start, end in [*hidden, (block[1], block[1])]:
        piece = trim(text, position, min(start, block[1]))
        if any(character.isalnum() for character in text[piece[0] : piece[1]]):
            yield piece
        position = max(position, end)
