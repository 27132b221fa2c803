"""Polarity: what one sentence says and the other denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.judge.contrasts import contrasts
from compare.judge.evidence import Evidence
from compare.judge.phrases import find_phrases, phrase_index, span_of
from compare.judge.sides import Pair
from compare.judge.surroundings import surroundings
from compare.judge.words import Word
from compare.types import Span

SCOPE = 5
CLOSE = 4
ENOUGH = 5.0
OPPOSED = {
    ("admit", "deny"),
    ("deny", "admit"),
    ("neither", "deny"),
    ("deny", "neither"),
    ("neither", "admit"),
    ("admit", "neither"),
}


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield words of denial against words of admission, and words negated in one sentence but not in the other."""
    yield from contrasts(pair, "polarity", "polarity")
    yield from _denials(pair)
    yield from _negations(pair, flipped=False)
    yield from _negations(pair, flipped=True)


def _denials(pair: Pair) -> Iterator[Evidence]:
    index = phrase_index("denial")
    left = [one for one in find_phrases(pair.left_words, index) if one[2] in ("deny", "admit", "neither")]
    right = [one for one in find_phrases(pair.right_words, index) if one[2] in ("deny", "admit", "neither")]
    if {name for *_, name in left} & {name for *_, name in right}:
        return
    for a in left:
        for b in right:
            if (a[2], b[2]) in OPPOSED:
                one = span_of(pair.left, pair.left_words, a[0], a[1])
                other = span_of(pair.right, pair.right_words, b[0], b[1])
                features = {
                    "denial": 1.0,
                    "neither": float("neither" in (a[2], b[2])),
                    "same_speaker": _same_speaker(pair),
                }
                yield _clash(pair, one, other, "denial", features)


def _same_speaker(pair: Pair) -> float:
    speakers = [
        {claim.speaker.name for claim in side.claims if claim.speaker and claim.speaker.name} for side in pair.sides
    ]
    return float(bool(speakers[0] & speakers[1]))


def _negations(pair: Pair, *, flipped: bool) -> Iterator[Evidence]:
    """Negated words of one sentence that stand unnegated in the other."""
    sides = (pair.right, pair.left) if flipped else (pair.left, pair.right)
    words = (pair.right_words, pair.left_words) if flipped else (pair.left_words, pair.right_words)
    negated = _negators(words[0])
    others = {index for first, last in _negators(words[1]) for index in range(first, last)}
    for first, last in negated:
        scope = words[0][last : last + SCOPE]
        run = _best_run(pair, scope, words[1], others)
        if run is None:
            continue
        place, length, weight, offset = run
        own = span_of(sides[0], words[0], first, last + offset + length)
        met = span_of(sides[1], words[1], place, place + length)
        left, right = (met, own) if flipped else (own, met)
        features = {
            "negation": 1.0,
            "scope_weight": min(weight, 20.0) / 20.0,
            "scope_offset": float(offset),
            "both_negate": float(bool(others)),
        }
        yield _clash(pair, left, right, "negated", features)


def _negators(words: Sequence[Word]) -> list[tuple[int, int]]:
    index = phrase_index("denial")
    return [(first, last) for first, last, name in find_phrases(words, index) if name in ("negators", "not_yet")]


def _best_run(
    pair: Pair, scope: Sequence[Word], others: Sequence[Word], negators: set[int]
) -> tuple[int, int, float, int] | None:
    """(place, length, weight, offset in scope) of the heaviest run of the scope in the other sentence, unnegated there."""
    best: tuple[int, int, float, int] | None = None
    for offset in range(len(scope)):
        for place in range(len(others)):
            length = 0
            while (
                offset + length < len(scope)
                and place + length < len(others)
                and scope[offset + length].form == others[place + length].form
            ):
                length += 1
            weight = sum(pair.weights.of(word.form) for word in scope[offset : offset + length])
            if (
                weight >= ENOUGH
                and not negators & set(range(place - CLOSE, place))
                and (best is None or weight > best[2])
            ):
                best = (place, length, weight, offset)
    return best


def _clash(pair: Pair, left: Span, right: Span, note: str, extra: dict[str, float]) -> Evidence:
    features = {**surroundings(pair, left, right), **extra}
    return Evidence("polarity", left, right, "conflict", note, {"left": left.text, "right": right.text}, features)
