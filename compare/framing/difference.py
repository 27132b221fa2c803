"""Words that one of two near-identical sentences has more: a word-level diff, held to loaded and hedged words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from compare.framing.cues import cues, find
from compare.framing.passage import Passage
from compare.types import Contrast, Span

# A difference is anchored when the words on both sides of it are the same, this many in all.
ANCHOR = 4
# A replaced stretch is shown as the counterpart only when it is short and held on both sides by this many words.
SHORT = 3
HELD = 2

Opcode = tuple[str, int, int, int, int]
Cut = tuple[int, int]


def added(finding: str, left: Passage, right: Passage) -> Iterator[Contrast]:
    """Loaded or hedged words that stand in one sentence only, between words that both share."""
    ours, theirs = left.words(), right.words()
    matcher = SequenceMatcher(None, [one.text for one in ours], [one.text for one in theirs], autojunk=False)
    codes = matcher.get_opcodes()
    for place in range(1, len(codes) - 1):
        if not _anchored(codes, place):
            continue
        _, i1, i2, j1, j2 = codes[place]
        left_cut, right_cut = _cut(ours, i1, i2), _cut(theirs, j1, j2)
        left_cue, right_cue = _cue(left, left_cut), _cue(right, right_cut)
        if left_cue and not (right_cue and right_cue[0].text.casefold() == left_cue[0].text.casefold()):
            counterpart = right_cue[0] if right_cue else right.span(*right_cut)
            yield Contrast(finding, left_cue[0], counterpart, left.id, right.id, left_cue[1], "")
        elif right_cue and not left_cue:
            yield Contrast(finding, left.span(*left_cut), right_cue[0], left.id, right.id, right_cue[1], "")


def _anchored(codes: Sequence[Opcode], place: int) -> bool:
    """Whether a difference is short, and the words before and after it are the same on both sides."""
    tag, i1, i2, j1, j2 = codes[place]
    before, after = codes[place - 1], codes[place + 1]
    if tag == "equal" or before[0] != "equal" or after[0] != "equal":
        return False
    held = before[2] - before[1], after[2] - after[1]
    if tag == "replace" and (max(i2 - i1, j2 - j1) > SHORT or min(held) < HELD):
        return False
    return sum(held) >= ANCHOR


def _cut(words: Sequence[Span], first: int, last: int) -> Cut:
    """Offsets of words ``first`` to ``last``; an empty stretch stands where the words are missing."""
    if first < last:
        return words[first].start, words[last - 1].end
    place = words[first].start if first < len(words) else words[-1].end
    return place, place


def _cue(passage: Passage, cut: Cut) -> tuple[Span, str] | None:
    """Loaded or hedged words that fill a stretch, but for one word, outside quotation; with their category."""
    lists = cues(passage.language)
    start, end = passage.start + cut[0], passage.start + cut[1]
    text = passage.told.article.text
    for category, pattern in (("loaded", lists.loaded), ("hedged", lists.hedges)):
        for span in find(pattern, lists.innocent, text, start, end):
            rest = len(text[start:end].split()) - len(span.text.split())
            if rest <= 1 and not passage.told.quoted(span.start, span.end):
                return span, category
    return None
