"""Polarity: a statement denied in one article and admitted, or neither, in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.judge.contrasts import contrasts
from compare.judge.evidence import Evidence
from compare.judge.phrases import find_phrases, phrase_index, section_of, span_of
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold
from compare.judge.surroundings import surroundings
from compare.judge.words import Word
from compare.types import Span

STANCES = ("deny", "admit", "affirm", "neither")
SAID_OF_ONE = 0.4
SCOPE = 8


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield words of denial against words of admission, and words that tell of opposite ways."""
    yield from contrasts(pair, "polarity", "polarity")
    yield from _stances(pair)


def _stances(pair: Pair) -> Iterator[Evidence]:
    """A denial in one sentence, an admission or neither in the other; silent where both hold the same, and where
    somebody else keeps out of it.
    """
    left, right = _found(pair.left, pair.left_words), _found(pair.right, pair.right_words)
    if left.keys() & right.keys():
        return
    for first, one in left.items():
        for second, other in right.items():
            if "neither" in (first, second) and _of_other_speakers(pair):
                continue
            features = surroundings(pair, one, other)
            words = {"left": one.text, "right": other.text}
            found = Evidence("polarity", one, other, "conflict", "denial", words, features)
            if "affirm" not in (first, second) or found.features["clause"] >= SAID_OF_ONE:
                yield found


def _of_other_speakers(pair: Pair) -> bool:
    """Whether both sentences have speakers, told by name or not, with no word in common."""
    spoken = [
        {
            fold(word)
            for one in side.claims
            if one.speaker and one.speaker.span
            for word in one.speaker.span.text.split()
        }
        for side in pair.sides
    ]
    return all(spoken) and not spoken[0] & spoken[1]


def _found(side: Side, words: Sequence[Word]) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for first, last, name in find_phrases(words, phrase_index("denial")):
        if name in STANCES and not (name != "deny" and _negates(words[last : last + SCOPE])):
            found.setdefault(name, span_of(side, words, first, last))
    return found


def _negates(scope: Sequence[Word]) -> bool:
    """Whether what is affirmed or admitted is that something is not so, which is to deny it."""
    negators = {word for language in ("vi", "en") for word in section_of(language, "denial")["negators"]}
    return any(word.form in negators for word in scope)
