"""Two sentences that are word for word the same but for a detail that the other checks leave to the reader.

A score, a number plate or the figures of two counts may differ between two honest sentences for many reasons; in a
sentence that is else a copy they are a slip, as is "tăng" for "giảm" or "phó giám đốc" for "giám đốc".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from compare.judge.evidence import Evidence
from compare.judge.figures import fits
from compare.judge.phrases import section_of, span_of
from compare.judge.sides import Pair, Side
from compare.judge.words import Word
from compare.types import Kind, Quantity, Span

LEAST, SAME = 5, 0.7
OFFICE = 2  # words of an office behind "phó"
COPIED = ("plate", "telephone")
Change = tuple[int, int, int, int]


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield the one detail in which a copy differs, or the two figures that have changed their places in it.

    Where anything else differs too, be it a name, a day or the half of a match, the sentences may tell of two things.
    """
    changes = _changes(pair.left_words, pair.right_words)
    if changes:
        yield from _figures(pair, changes)
    if len(changes) == 1:
        yield from _turned(pair, changes[0])
    elif len(changes) == 2:
        yield from _swapped(pair, changes)


def _changes(left: Sequence[Word], right: Sequence[Word]) -> list[Change]:
    """Places (first and last + 1, left and right) where two sentences differ; none where they are no copies."""
    forms = [word.form for word in left], [word.form for word in right]
    longest = max(map(len, forms))
    if min(map(len, forms)) < LEAST or len({*forms[0]} & {*forms[1]}) < SAME * min(len({*one}) for one in forms):
        return []
    found = _opcodes(*forms)
    same = sum(last - first for name, first, last, _, _ in found if name == "equal")
    return [(a, b, c, d) for name, a, b, c, d in found if name != "equal"] if same >= SAME * longest else []


def _opcodes(left: list[str], right: list[str]) -> list[tuple[str, int, int, int, int]]:
    """What differs, as ``SequenceMatcher`` tells it, whichever sentence comes first."""
    if left > right:
        return [(name, c, d, a, b) for name, a, b, c, d in _opcodes(right, left)]
    return [*SequenceMatcher(None, left, right, autojunk=False).get_opcodes()]


def _figures(pair: Pair, changes: Sequence[Change]) -> Iterator[Evidence]:
    """The one score or number of a plate or a telephone that each sentence has, where they differ."""
    for wanted in (_scores, _identifiers):
        left, right = wanted(pair.left), wanted(pair.right)
        if len(left) != 1 or len(right) != 1 or left[0].unit != right[0].unit or _one(left[0], right[0]):
            continue
        own = [word for first, last, _, _ in changes for word in pair.left_words[first:last]]
        others = [word for _, _, first, last in changes for word in pair.right_words[first:last]]
        if _within(own, left[0]) and _within(others, right[0]):
            yield _clash("number", left[0].span, right[0].span)


def _within(words: Sequence[Word], figure: Quantity) -> bool:
    """Whether the words that changed are those of a figure and no others."""
    return all(figure.span.start <= word.start and word.end <= figure.span.end for word in words)


def _scores(side: Side) -> list[Quantity]:
    return [one for one in side.quantities if one.kind == "score"]


def _identifiers(side: Side) -> list[Quantity]:
    return [one for one in side.quantities if one.kind == "identifier" and one.unit in COPIED]


def _one(left: Quantity, right: Quantity) -> bool:
    """Whether two are one: scores with both numbers in either order, plates that a mask or a blank tells apart."""
    if left.kind == "score":
        return sorted(left.noun.split("-")) == sorted(right.noun.split("-"))
    return fits(left, right)


def _swapped(pair: Pair, changes: Sequence[Change]) -> Iterator[Evidence]:
    """Two figures that have changed their places: "2 người chết, 3 bị thương", "3 người chết, 2 bị thương"."""
    left, right = ([one for one in side.quantities if one.value is not None] for side in pair.sides)
    values = [one.value for one in left], [one.value for one in right]
    if len(left) != 2 or values[0][0] == values[0][1] or values[0] != values[1][::-1]:
        return
    both = zip(changes, left, right, strict=True)
    if all(
        _within(pair.left_words[a:b], one) and _within(pair.right_words[c:d], two) for (a, b, c, d), one, two in both
    ):
        yield _clash("number", left[0].span, right[0].span)


def _turned(pair: Pair, change: Change) -> Iterator[Evidence]:
    """A word that turns the sentence round, or the deputy in one for the head in the other."""
    first, last, other_first, other_last = change
    own = " ".join(word.form for word in pair.left_words[first:last])
    others = " ".join(word.form for word in pair.right_words[other_first:other_last])
    told = [section_of(language, "copies") for language in ("vi", "en")]
    if any(sorted(words) == sorted((own, others)) for one in told for words in one["opposites"]):
        kind: Kind = "outcome"
    elif not (own and others) and any(own + others in one["deputies"] for one in told):
        kind, last, other_last = "actor", last + OFFICE, other_last + OFFICE
    else:
        return
    last, other_last = min(last, len(pair.left_words)), min(other_last, len(pair.right_words))
    if first < last and other_first < other_last:
        left = span_of(pair.left, pair.left_words, first, last)
        yield _clash(kind, left, span_of(pair.right, pair.right_words, other_first, other_last))


def _clash(kind: Kind, left: Span, right: Span) -> Evidence:
    return Evidence(kind, left, right, "conflict", kind, {"left": left.text, "right": right.text}, {})
