"""Stages of one affair: a trial opens, goes on, is put off or ends in a sentence, each on a day of its own.

Days of two stages are no clash. Where the later stage has the later day, the affair has moved on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from compare.judge.evidence import Evidence
from compare.judge.phrases import find_phrases, phrase_index, span_of
from compare.judge.sides import Pair, Side
from compare.judge.timing import hours_from
from compare.judge.words import Word, around
from compare.types import Span, Time

BEFORE, BEHIND, SIGNED, OPENING = 8, 14, 20, 1
ORDER, UNORDERED = {"start": 0, "middle": 1, "put_off": 2, "end": 2}, -1


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield two stages of one affair, each near a day, of which the later stage has the later day."""
    left_stages, right_stages = _told(pair.left, pair.left_words), _told(pair.right, pair.right_words)
    for left, place, one in left_stages:
        for right, other_place, other in right_stages:
            hours = hours_from(left, right)
            if hours and place != other_place and (hours > 0) == (place < other_place):
                note = "later_stage" if hours > 0 else "earlier_stage"
                words = {"left": one.text, "right": other.text, "day": left.span.text, "other_day": right.span.text}
                yield Evidence("outcome", one, other, "update", note, words, {"stage": 1.0})


def of_other_stages(pair: Pair, left: Span, right: Span) -> bool:
    """Whether two times are of other stages: one of a beginning and one of an end, an arrest and a sentence, a first
    trial and an appeal, or two sorts of paper that somebody signs.
    """
    stages = [
        (
            {name for *_, name in _phases(words, span)},
            _near_by(words, span, "steps"),
            _near_by(words, span, "instances"),
            _papers(words, span),
        )
        for words, span in ((pair.left_words, left), (pair.right_words, right))
    ]
    return any(first and second and not first & second for first, second in zip(*stages, strict=True))


def _told(side: Side, words: tuple[Word, ...]) -> list[tuple[Time, int, Span]]:
    """Each day near which one stage is told, and no other: the day, the stage's place in the course, its words."""
    found = []
    for time in side.times:
        if time.moment not in ("day", "part-of-day", "clock") or not (time.last or time.day):
            continue
        stages = {ORDER.get(name, UNORDERED): (first, last) for first, last, name in _phases(words, time.span)}
        for place, (first, last) in stages.items():
            if len(stages) == 1 and place != UNORDERED:
                found.append((time, place, span_of(side, words, first, last)))
    return found


def _phases(words: tuple[Word, ...], span: Span) -> list[tuple[int, int, str]]:
    """(first word, last word + 1, stage) of the stages told near a time; of one that opens the sentence the first one
    behind it, however far.
    """
    first, last = around(words, span.start, span.end)
    begin = max(0, first - BEFORE)
    found = list(find_phrases(words[begin : last + BEHIND], phrase_index("phases")))
    if not found and first <= OPENING:
        begin, found = last, list(islice(find_phrases(words[last:], phrase_index("phases")), 1))
    return [(begin + one, begin + after, name) for one, after, name in found]


def _near_by(words: tuple[Word, ...], span: Span, section: str) -> set[str]:
    """The groups of a section of the lexicon whose words stand near a time, behind it a little farther off."""
    first, last = around(words, span.start, span.end)
    near = words[max(0, first - BEFORE) : last + BEHIND]
    return {name for *_, name in find_phrases(near, phrase_index(section))}


def _papers(words: tuple[Word, ...], span: Span) -> set[str]:
    """The sorts of paper near a time, each right behind a verb of signing or issuing."""
    first, last = around(words, span.start, span.end)
    near = words[max(0, first - SIGNED) : last + SIGNED]
    return {
        " ".join(word.form for word in near[first:after])
        for (_, signed, verb), (first, after, sort) in pairwise(find_phrases(near, phrase_index("papers")))
        if (verb, sort) == ("signing", "sorts") and first - signed <= 1
    }
