"""Reversed roles: who did it to whom, told the other way round ("A sues B", "B sues A"); and ways there and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from compare.judge.evidence import Evidence
from compare.judge.phrases import section_of
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold
from compare.judge.words import Word, around, words_of
from compare.types import Span

LONGEST = 5
ENOUGH = 2.5
MOVING = 6


@dataclass(frozen=True, slots=True)
class Deed:
    """Two names and the words between them, which say what the first does to the second, or whose way leads from the
    one to the other: ``bound``, the last two words that name it ("xe khách chạy hướng Vinh đi Hà Nội").
    """

    doer: str
    done_to: str
    words: tuple[str, ...]
    span: Span
    bound: tuple[str, ...]


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield deeds of the same words between the same two names in the other order; silent on passives, and on ways that
    both are told of: there and back, tickets and traffic.
    """
    for left in _deeds(pair.left):
        for right in _deeds(pair.right):
            turned = (left.doer, left.done_to) == (right.done_to, right.doer) and left.doer != left.done_to
            alike = left.words == right.words and _weight(pair, left.words) >= ENOUGH
            if turned and (alike or (left.bound and left.bound == right.bound)):
                shown = {"left": left.span.text, "right": right.span.text}
                yield Evidence("actor", left.span, right.span, "conflict", "reversed", shown)


def _deeds(side: Side) -> Iterator[Deed]:
    """Each two names that follow each other with a few words between, none of them a comma's or an "and"'s."""
    words = words_of(side.sentence.text, side.sentence.start)
    for one, other in pairwise(side.names):
        between = words[
            around(words, one.span.start, one.span.end)[1] : around(words, other.span.start, other.span.end)[0]
        ]
        text = side.article.text[one.span.end : other.span.start]
        bound = _bound(words, one.span, between)
        if 0 < len(between) <= LONGEST and not set(text) & set(',;:()[]"“”-–') and (bound or not _joins(between)):
            span = Span(one.span.start, other.span.end, side.article.text[one.span.start : other.span.end])
            doer, done_to = (fold(name.span.text).replace(" ", "") for name in (one, other))
            yield Deed(doer, done_to, tuple(word.form for word in between), span, bound)


def _bound(words: tuple[Word, ...], start: Span, between: tuple[Word, ...]) -> tuple[str, ...]:
    """What goes the way from the first of two places to the second, where "hướng" stands right before the first and
    nothing but a word of going between them; empty where nothing does, or the sentence may tell of both ways.
    """
    first, _ = around(words, start.start, start.end)
    routes = [section_of(language, "routes") for language in ("vi", "en")]
    told = {key: {word for one in routes for word in one[key]} for key in ("heading", "going", "moving", "silent")}
    heading = next((at for at in (first - 1, first - 2) if at >= 0 and words[at].form in told["heading"]), None)
    if heading is None or not between or any(word.form not in told["going"] for word in between):
        return ()
    if any(word.form in told["silent"] for word in words):
        return ()
    goes = [word.form for word in words[max(0, heading - MOVING) : heading] if word.form not in told["moving"]]
    return tuple(goes[-2:])


def _joins(words: tuple[Word, ...]) -> bool:
    """Whether words between two names only put them side by side, or turn the deed round."""
    return any(word.form in _joining() for word in words)


@cache
def _joining() -> frozenset[str]:
    return frozenset(word for language in ("vi", "en") for word in section_of(language, "roles")["joining"])


def _weight(pair: Pair, words: tuple[str, ...]) -> float:
    return sum(map(pair.weights.of, words))
