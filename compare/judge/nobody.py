"""Nobody against somebody: "không có người thiệt mạng" in one article, "hai người thiệt mạng" in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.judge.evidence import Evidence
from compare.judge.owners import find_states, states_in, states_near
from compare.judge.phrases import find_phrases, phrase_index, span_of
from compare.judge.sides import Pair, Side
from compare.judge.surroundings import surroundings
from compare.judge.timing import hours_apart
from compare.judge.words import Word
from compare.types import Span

FATE = 5  # words from the "nobody" to what did not happen to them
HARM = {"dead", "hurt", "missing"}
HARMED = {"unhurt": {"dead", "hurt"}, "unkilled": {"dead"}, "uninjured": {"hurt"}}


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield words that say that nobody was killed, hurt or missing, with a count of such people in the other sentence.

    Silent where the sentence with the count has such words of the same too, and where either makes a condition.
    """
    if any(any(find_phrases(words, phrase_index("conditions"))) for words in (pair.left_words, pair.right_words)):
        return
    yield from _one_way(pair, flipped=False)
    yield from _one_way(pair, flipped=True)


def _one_way(pair: Pair, *, flipped: bool) -> Iterator[Evidence]:
    own, other = (pair.right, pair.left) if flipped else (pair.left, pair.right)
    words, others = (pair.right_words, pair.left_words) if flipped else (pair.left_words, pair.right_words)
    spared = {state for _, states in _nobody(other, others) for state in states}
    hours = -hours_apart(pair) if flipped else hours_apart(pair)
    for none, states in _nobody(own, words):
        for one in other.quantities:
            harmed = states_near(others, one.span) & states - spared
            if one.kind == "count" and one.low >= 1 and harmed:
                left, right = (one.span, none) if flipped else (none, one.span)
                note, features = "number", surroundings(pair, left, right)
                if hours > 0:  # told before anybody was known to be
                    note = "earlier_number" if flipped else "later_number"
                told = {"left": left.text, "right": right.text}
                yield Evidence("number", left, right, "update" if hours > 0 else "conflict", note, told, features)
                break


def _nobody(side: Side, words: Sequence[Word]) -> Iterator[tuple[Span, set[str]]]:
    """Where a sentence says that nobody came to harm, with the harm: "không ai thiệt mạng", "no casualties"."""
    for first, last, name in find_phrases(words, phrase_index("nobody")):
        if name == "none":
            reach = words[last : last + FATE]
            if states := states_in(reach) & HARM:
                ends = [end for _, end, state in find_states(reach) if state in states]
                yield span_of(side, words, first, last + ends[0]), set(states)
        else:
            yield span_of(side, words, first, last), HARMED[name]
