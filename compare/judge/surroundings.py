"""How alike the surroundings of two places in two sentences are: do they fill the same slot?

The windows are compared as weighted bags of words with a decay by distance, because Vietnamese retellings move clauses
about freely; the words next to the two places are compared in order as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from compare.judge.phrases import section_of
from compare.judge.sides import Pair, Side
from compare.judge.words import Weights, Word, around
from compare.types import Span

NEAR, WIDE, DECAY = 6, 14, 0.85
NEXT, STEM = 3, 4


def surroundings(pair: Pair, left: Span, right: Span) -> dict[str, float]:
    """Features, each from 0 to 1 but for ``anchor``: shared words before, after, near and wide of the two spans."""
    a, b = around(pair.left_words, left.start, left.end), around(pair.right_words, right.start, right.end)
    before = (_before(pair.left_words, a[0]), _before(pair.right_words, b[0]))
    after = (pair.left_words[a[1] :], pair.right_words[b[1] :])
    weights = pair.weights
    return {
        "before": _alike(before[0][:NEAR], before[1][:NEAR], weights),
        "after": _alike(after[0][:NEAR], after[1][:NEAR], weights),
        "touch_before": _touch(before[0][:NEXT], before[1][:NEXT], weights),
        "touch_after": _touch(after[0][:NEXT], after[1][:NEXT], weights),
        "near": _alike((*before[0][:NEAR], *after[0][:NEAR]), (*before[1][:NEAR], *after[1][:NEAR]), weights),
        "wide": _alike((*before[0][:WIDE], *after[0][:WIDE]), (*before[1][:WIDE], *after[1][:WIDE]), weights),
        "anchor": _anchor(before, after, weights),
        "clause": _clauses_alike(pair, left, right),
    }


def sentence_overlap(pair: Pair) -> tuple[float, float]:
    """Shared weight of the two sentences as a share of the smaller and of the larger one."""
    left, right = ({pair.weights.meaning(word.form) for word in side} for side in (pair.left_words, pair.right_words))
    shared = sum(map(pair.weights.of, left & right))
    totals = sorted((sum(map(pair.weights.of, left)), sum(map(pair.weights.of, right))))
    return shared / max(totals[0], 1.0), shared / max(totals[1], 1.0)


def _clauses_alike(pair: Pair, left: Span, right: Span) -> float:
    """Shared weight of the two claims that hold the spans, without the spans themselves, as a share of all."""
    first, second = _clauses(pair, left, right)
    total = sum(map(pair.weights.of, first | second))
    return sum(map(pair.weights.of, first & second)) / total if total else 0.0


def deed_shared(pair: Pair, left: Span, right: Span) -> float:
    """Weight of the words, names left out, that the claims holding the two spans share: what is done, not by whom."""
    names = {word for side in pair.sides for name in side.names for word in name.span.text.lower().split()}
    first, second = _clauses(pair, left, right)
    return sum(map(pair.weights.of, (first & second) - names))


def verb_shared(pair: Pair, left: Span, right: Span) -> bool:
    """Whether the claims that hold the two spans share a verb, read off an English one of them: "resigned Monday" and
    "on Friday apologized" do not, "was arrested" and "bị bắt" do.
    """
    clauses = _clauses(pair, left, right)
    if not pair.weights.meanings:
        deeds = {form[:STEM] for form in clauses[0] | clauses[1] if _is_deed(form)}
        return bool(deeds & {form[:STEM] for form in clauses[0]} & {form[:STEM] for form in clauses[1]})
    told = zip(pair.sides, (pair.left_words, pair.right_words), (left, right), reversed(clauses), strict=True)
    return any(
        {pair.weights.meaning(form) for form in _deeds_of(_clause(side, words, span), words)} & other
        for side, words, span, other in told
        if side.article.language == "en"
    )


def _deeds_of(clause: set[str], words: Sequence[Word]) -> set[str]:
    """The verbs of a claim in English: those of the past, and what stands behind "to" or "will"."""
    ahead = {after.form for word, after in pairwise(words) if word.form in ("to", "will", "would")}
    return {form for form in clause if _is_deed(form) or form in ahead}


def _is_deed(form: str) -> bool:
    return form in _deeds() or (form.endswith("ed") and len(form) > STEM)


@cache
def _deeds() -> frozenset[str]:
    """English verbs of the past that do not end in -ed."""
    return frozenset(section_of("en", "everyday")["deeds"])


def _clauses(pair: Pair, left: Span, right: Span) -> tuple[set[str], set[str]]:
    """What the words of the claims that hold the two spans mean, without the spans themselves."""
    both = _clause(pair.left, pair.left_words, left), _clause(pair.right, pair.right_words, right)
    first, second = (set(map(pair.weights.meaning, forms)) for forms in both)
    return first, second


def _clause(side: Side, words: Sequence[Word], span: Span) -> set[str]:
    claim = side.claim_at(span.start)
    start, end = (claim.start, claim.end) if claim else (side.sentence.start, side.sentence.end)
    first, last = around(words, start, end)
    return {word.form for word in words[first:last] if word.end <= span.start or word.start >= span.end}


def _before(words: Sequence[Word], index: int) -> tuple[Word, ...]:
    """The words before a place, nearest first."""
    return tuple(reversed(words[:index]))


def _alike(left: Sequence[Word], right: Sequence[Word], weights: Weights) -> float:
    """Shared weight over all weight; of equal words the nearest counts, less the farther it stands."""
    return 0.5 * (_covered(left, right, weights) + _covered(right, left, weights))


def _covered(words: Sequence[Word], others: Sequence[Word], weights: Weights) -> float:
    forms = {weights.meaning(word.form) for word in others}
    total = shared = 0.0
    for distance, form in enumerate(weights.meaning(word.form) for word in words):
        weight = weights.of(form) * DECAY**distance
        total += weight
        shared += weight if form in forms else 0.0
    return shared / total if total else 0.0


def _touch(left: Sequence[Word], right: Sequence[Word], weights: Weights) -> float:
    """Weight of the run of equal words that starts right at the two places, against the heavier run of that length."""
    run = 0.0
    for one, other in zip(left, right, strict=False):
        form = weights.meaning(one.form)
        if form != weights.meaning(other.form):
            break
        run += weights.of(form) + 0.5
    return min(run / 6.0, 1.5)


def _anchor(
    before: tuple[Sequence[Word], Sequence[Word]], after: tuple[Sequence[Word], Sequence[Word]], weights: Weights
) -> float:
    """The best shared word by weight and nearness to both places, on whichever side it stands."""
    far = [{}, {}]  # type: list[dict[str, int]]
    for side in (0, 1):
        for words in (before[side], after[side]):
            for distance, form in enumerate(weights.meaning(word.form) for word in words[:WIDE]):
                far[side][form] = min(distance, far[side].get(form, WIDE))
    shared = far[0].keys() & far[1].keys()
    return max((weights.of(form) / (3.0 + far[0][form] + far[1][form]) for form in shared), default=0.0)
