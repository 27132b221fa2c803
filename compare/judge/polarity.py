"""Polarity: what one sentence says and the other denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.judge.contrasts import contrasts
from compare.judge.evidence import Evidence
from compare.judge.phrases import find_phrases, phrase_index, span_of
from compare.judge.sides import Pair, Side
from compare.judge.surroundings import surroundings
from compare.judge.words import Word, around
from compare.types import Span

SCOPE = 5
ENOUGH = 5.0
STANCES = ("deny", "admit", "neither")


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words: where they begin in the negated scope and in the other sentence, how many, and their weight."""

    offset: int
    place: int
    length: int
    weight: float


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield words of denial against words of admission, and words negated in one sentence but not in the other."""
    yield from contrasts(pair, "polarity", "polarity")
    yield from _stances(pair)
    yield from _negations(pair, flipped=False)
    yield from _negations(pair, flipped=True)


def _stances(pair: Pair) -> Iterator[Evidence]:
    """A denial in one sentence, an admission or neither in the other; silent where both hold the same."""
    left, right = _found(pair.left, pair.left_words), _found(pair.right, pair.right_words)
    if left.keys() & right.keys():
        return
    for first, one in left.items():
        for second, other in right.items():
            features = {
                "denial": 1.0,
                "neither": float("neither" in (first, second)),
                "same_speaker": _same_speaker(pair),
            }
            yield _clash(pair, one, other, "denial", features)


def _found(side: Side, words: Sequence[Word]) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for first, last, name in find_phrases(words, phrase_index("denial")):
        if name in STANCES:
            found.setdefault(name, span_of(side, words, first, last))
    return found


def _same_speaker(pair: Pair) -> float:
    speakers = [
        {claim.speaker.name for claim in side.claims if claim.speaker and claim.speaker.name} for side in pair.sides
    ]
    return float(bool(speakers[0] & speakers[1]))


def _negations(pair: Pair, *, flipped: bool) -> Iterator[Evidence]:
    """What a negated claim of one sentence negates, where a claim of the other says it."""
    own, other = (pair.right, pair.left) if flipped else (pair.left, pair.right)
    words, others = (pair.right_words, pair.left_words) if flipped else (pair.left_words, pair.right_words)
    said = _affirmed(other, others)
    if any(True for one in (words, others) for _ in find_phrases(one, phrase_index("conditions"))):
        return
    for claim in own.claims:
        if claim.polarity or claim.negation is None:
            continue
        first, last = around(words, claim.negation.start, claim.negation.end)
        run = _heaviest_run(pair, words[last : last + SCOPE], said)
        if run is None:
            continue
        denied = span_of(own, words, first, last + run.offset + run.length)
        start, end = said[run.place].start, said[run.place + run.length - 1].end
        met = Span(start, end, other.article.text[start:end])
        left, right = (met, denied) if flipped else (denied, met)
        features = {
            "negation": 1.0,
            "scope_weight": min(run.weight, 20.0) / 20.0,
            "scope_offset": float(run.offset),
            "scope_length": float(run.length),
        }
        yield _clash(pair, left, right, "negated", features)


def _affirmed(side: Side, words: Sequence[Word]) -> list[Word]:
    """The words of a sentence that stand in claims without a negation."""
    claims = [claim for claim in side.claims if claim.polarity]
    return [word for word in words if any(claim.start <= word.start < claim.end for claim in claims)]


def _heaviest_run(pair: Pair, scope: Sequence[Word], others: Sequence[Word]) -> Run | None:
    """The heaviest run of words of the scope in the other sentence, None where none says enough."""
    best: Run | None = None
    for offset in range(len(scope)):
        for place in range(len(others)):
            length = _equal_length(scope[offset:], others[place:])
            weight = sum(pair.weights.of(word.form) for word in scope[offset : offset + length])
            if weight >= ENOUGH and (best is None or weight > best.weight):
                best = Run(offset, place, length, weight)
    return best


def _equal_length(left: Sequence[Word], right: Sequence[Word]) -> int:
    length = 0
    for one, other in zip(left, right, strict=False):
        if one.form != other.form:
            break
        length += 1
    return length


def _clash(pair: Pair, left: Span, right: Span, note: str, extra: dict[str, float]) -> Evidence:
    features = {**surroundings(pair, left, right), **extra}
    return Evidence("polarity", left, right, "conflict", note, {"left": left.text, "right": right.text}, features)
