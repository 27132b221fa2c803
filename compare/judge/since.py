"""What has come of it since: hunted, then caught; to be held, then called off; still burning, then put out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.judge.evidence import Evidence
from compare.judge.happenings import nobody_in_common
from compare.judge.phrases import find_phrases, phrase_index, span_of
from compare.judge.sides import Pair, Side
from compare.judge.words import Word
from compare.types import Span

CLOSE = 3


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield an earlier state in one sentence against a later one of the same affair in the other.

    Silent where a sentence tells both, denies or only announces the later one, or names other people than the other
    sentence, and where either makes a condition.
    """
    if any(any(find_phrases(words, phrase_index("conditions"))) for words in (pair.left_words, pair.right_words)):
        return
    if nobody_in_common(pair) or _of_another(pair):
        return
    left, right = _states(pair.left, pair.left_words), _states(pair.right, pair.right_words)
    for affair in sorted({name.partition("#")[0] for name in (*left, *right)}):
        before, after = f"{affair}#before", f"{affair}#after"
        if before in left and after in right and not (after in left or before in right):
            yield _evidence(left[before], right[after], "later_state")
        if after in left and before in right and not (before in left or after in right):
            yield _evidence(left[after], right[before], "earlier_state")


def _of_another(pair: Pair) -> bool:
    """Whether one sentence alone speaks of others: "hai nghi can còn lại", "a second suspect"."""
    told = [
        {name for *_, name in find_phrases(words, phrase_index("unsaid"))}
        for words in (pair.left_words, pair.right_words)
    ]
    return ("others" in told[0]) != ("others" in told[1])


def of_two_states(pair: Pair) -> bool:
    """Whether one sentence tells an earlier state and the other a later one: each has a day of its own."""
    return any(True for _ in check(pair))


def _evidence(left: Span, right: Span, note: str) -> Evidence:
    words = {"left": left.text, "right": right.text}
    return Evidence("outcome", left, right, "update", note, words, {"state": 1.0})


def _states(side: Side, words: Sequence[Word]) -> dict[str, Span]:
    """First place of each state told in a sentence by ``AFFAIR#before`` and ``AFFAIR#after``; none that is denied, and
    of the later ones none that is planned.
    """
    found: dict[str, Span] = {}
    for first, last, name in find_phrases(words, phrase_index("since")):
        if name == "none":
            continue
        claim = side.claim_at(words[first].start)
        near = words[max(0, first - CLOSE) : first]
        denied = any(name in ("negators", "open") for *_, name in find_phrases(near, phrase_index("unsaid")))
        planned = name.endswith("after") and claim is not None and claim.status == "planned"
        if not denied and not planned:
            found.setdefault(name, span_of(side, words, first, last))
    return found
