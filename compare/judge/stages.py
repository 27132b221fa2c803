"""Which stage of an affair a time is told of: days of two stages, two courts' trials or two papers are no clash."""

from __future__ import annotations

from itertools import islice, pairwise

from compare.judge.phrases import find_phrases, phrase_index
from compare.judge.sides import Pair
from compare.judge.timing import hours_from
from compare.judge.words import Word, around
from compare.types import Span, Time

NEAR, BEHIND, SIGNED, OPENING = 8, 14, 20, 1
ONE_ACT = 0.5
PUT_OFF = 3
PLACES = {"start": 0, "middle": 1, "end": 2, "put_off": PUT_OFF}  # of a trial's stages in its course


def of_other_stages(pair: Pair, left: Time, right: Time, alike: float) -> bool:
    """Whether two times are of other stages: of a plan and a deed, of a beginning and an end, of two stages of a trial
    in their order, of a first trial and an appeal, or of two sorts of paper that somebody signs, unless their clauses
    are much ``alike`` (0 to 1).
    """
    if _to_come_and_done(pair, left, right):
        return True
    stages = []
    for words, span in ((pair.left_words, left.span), (pair.right_words, right.span)):
        phases, instances = (_names(_near(words, span, section)) for section in ("phases", "instances"))
        stages.append((phases, instances, _papers(words, span, alike)))
    if any(first and second and not first & second for first, second in zip(*stages, strict=True)):
        return True
    return _in_order(pair, left, right)


def _to_come_and_done(pair: Pair, left: Time, right: Time) -> bool:
    """Whether one time is that of a plan and the other of a deed: of 8 such clashes of our own labels one was real."""
    told = pair.left.claim_at(left.span.start), pair.right.claim_at(right.span.start)
    return {one.status for one in told if one} == {"planned", "done"}


def _in_order(pair: Pair, left: Time, right: Time) -> bool:
    """Whether all stages of a trial told near one time come before those near the other, and that time as well, or one
    is that of a trial put off.
    """
    first, second = (
        {PLACES[name] for name in _names(trial_stages(words, time.span)) if name in PLACES}
        for words, time in ((pair.left_words, left), (pair.right_words, right))
    )
    known = all((one.month and one.day) or one.last for one in (left, right))
    if not (first and second and known):
        return False
    if (PUT_OFF in first) != (PUT_OFF in second):
        return True  # what was put off is opened, or goes on, some other day
    hours = hours_from(left, right)
    return (hours > 0 and max(first) < min(second)) or (hours < 0 and max(second) < min(first))


def trial_stages(words: tuple[Word, ...], span: Span) -> list[tuple[int, int, str]]:
    """(first word, last word + 1, stage) of a trial's stages told near a time; of one that opens the sentence the first
    one behind it, however far.
    """
    found = _near(words, span, "trials")
    first, last = around(words, span.start, span.end)
    if found or first > OPENING:
        return found
    behind = islice(find_phrases(words[last:], phrase_index("trials")), 1)
    return [(last + one, last + after, name) for one, after, name in behind]


def _near(words: tuple[Word, ...], span: Span, section: str) -> list[tuple[int, int, str]]:
    """(first word, last word + 1, group) of a section's words near a time, those of trials a little farther behind."""
    first, last = around(words, span.start, span.end)
    begin = max(0, first - NEAR)
    end = last + (NEAR if section == "phases" else BEHIND)
    return [
        (begin + one, begin + after, name) for one, after, name in find_phrases(words[begin:end], phrase_index(section))
    ]


def _names(found: list[tuple[int, int, str]]) -> set[str]:
    return {name for *_, name in found}


def _papers(words: tuple[Word, ...], span: Span, alike: float) -> set[str]:
    """The sorts of paper near a time, each right behind a verb of signing or issuing; in like clauses there is one
    paper, whatever it is called.
    """
    first, last = around(words, span.start, span.end)
    near = words[max(0, first - SIGNED) : last + SIGNED] if alike < ONE_ACT else ()
    return {
        sort
        for (_, signed, verb), (begin, _, sort) in pairwise(find_phrases(near, phrase_index("papers")))
        if verb == "signing" != sort and begin - signed <= 1
    }
