"""Causes: the same thing explained by different reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from compare.judge.evidence import Evidence
from compare.judge.phrases import find_phrases, index_of, negators, phrase_index, section_of, span_of
from compare.judge.sides import Pair, Side
from compare.judge.words import Word
from compare.types import Span

REASON, LEAST, DENIED = 12, 2, 2
SHARED = 0.15


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield two reasons that share next to nothing, where both sentences say that they give the cause.

    Their other words have to be much the same. Silent where a sentence lists several causes: each has its own effect.
    """
    if not all(
        any(True for _ in find_phrases(words, phrase_index("reasons"))) for words in (pair.left_words, pair.right_words)
    ):
        return
    if any(_lists_causes(words) for words in (pair.left_words, pair.right_words)):
        return
    for left in _reasons(pair.left_words):
        for right in _reasons(pair.right_words):
            shared = _shared(pair, pair.left_words[slice(*left)], pair.right_words[slice(*right)])
            if shared < SHARED:
                yield _evidence(pair, left, right, shared)


def _lists_causes(words: Sequence[Word]) -> bool:
    """Whether words of cause stand in more than one place: "nguyên nhân là do" is one."""
    return any(last < first for (_, last), (first, _) in pairwise(_cues(words)))


def _cues(words: Sequence[Word]) -> list[tuple[int, int]]:
    """(first word, last word + 1) of each word of cause; the "do" of "lý do" is none."""
    both = (section_of(language, "cause") | section_of(language, "reasons") for language in ("vi", "en"))
    return [(first, last) for first, last, name in find_phrases(words, index_of(both)) if name == "cues"]


def _reasons(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Word indices of what follows each word of cause, but for what is denied ("không phải do ...")."""
    found = []
    for first, last in _cues(words):
        end = min(len(words), last + REASON)
        denied = any(word.form in negators() for word in words[max(0, first - DENIED) : first])
        if end - last >= LEAST and not denied:
            found.append((last, end))
    return found


def _shared(pair: Pair, left: Sequence[Word], right: Sequence[Word]) -> float:
    """Shared weight of two runs of words as a share of the smaller."""
    first, second = {word.form for word in left}, {word.form for word in right}
    smaller = min(sum(map(pair.weights.of, first)), sum(map(pair.weights.of, second)))
    return sum(map(pair.weights.of, first & second)) / smaller if smaller else 1.0


def _evidence(pair: Pair, left: tuple[int, int], right: tuple[int, int], shared: float) -> Evidence:
    effects = _outside(pair.left_words, left), _outside(pair.right_words, right)
    spans = _span(pair.left, pair.left_words, left), _span(pair.right, pair.right_words, right)
    features = {
        "effect": _shared(pair, *effects),
        "reason_shared": shared,
    }
    return Evidence("cause", *spans, "conflict", "cause", {"left": spans[0].text, "right": spans[1].text}, features)


def _outside(words: Sequence[Word], reason: tuple[int, int]) -> Sequence[Word]:
    return [*words[: reason[0]], *words[reason[1] :]]


def _span(side: Side, words: Sequence[Word], reason: tuple[int, int]) -> Span:
    return span_of(side, words, *reason)
