"""One matter told with different words: plain against coloured wordings, and verbs of saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.framing.cues import cues, plain
from compare.framing.passage import Passage
from compare.framing.story import Story
from compare.types import Contrast, Speaker

# Two wordings tell of one matter when this many words around them are the same.
AROUND = 8
SHARED = 3
OPENING_SENTENCES = 2


def chosen_differently(finding: str, left: Passage, right: Passage) -> Iterator[Contrast]:
    """Where each passage words one matter once and differently, one of them in colour, amid the same words."""
    for choice in cues(left.language).choices:
        ours, theirs = left.chosen(choice), right.chosen(choice)
        if len(ours) != 1 or len(theirs) != 1:
            continue
        words = {plain(ours[0].text), plain(theirs[0].text)}
        if len(words) == 2 and words & choice.coloured and not _contained(words):
            around = _around(left, ours[0].start, ours[0].end) & _around(right, theirs[0].start, theirs[0].end)
            if len(around) >= SHARED:
                spans = left.span(ours[0].start, ours[0].end), right.span(theirs[0].start, theirs[0].end)
                yield Contrast(finding, *spans, left.id, right.id, "loaded", "")


def headline_choices(stories: Sequence[Story]) -> Iterator[Contrast]:
    """Headlines against headlines, or against the other's opening where only one article has a headline.

    A headline has no sentence id; the note says whose it is. One outside the article's text has the empty place 0 to 0.
    """
    for place, told in enumerate(stories):
        for other in stories[place + 1 :]:
            if told.article.language != other.article.language:
                continue
            for left in _openings(told, other):
                for right in _openings(other, told):
                    yield from (_noted(one, left, right) for one in chosen_differently("", left, right))


def _noted(one: Contrast, left: Passage, right: Passage) -> Contrast:
    """The contrast with a note that tells the headlines: "Tiêu đề: VOV, RT."."""
    headlines = [passage.told.article for passage in (left, right) if not passage.id]
    label = cues(left.language).headline
    sources = ", ".join(article.source or article.publisher or article.id for article in headlines)
    return replace(one, note=f"{label}: {sources}.")


def said_differently(finding: str, left: Passage, right: Passage) -> Iterator[Contrast]:
    """The same speaker's words brought in by different verbs, one of which judges: "thừa nhận", "cho biết"."""
    lists = cues(left.language)
    for ours in _speakers(left):
        for theirs in _speakers(right):
            if not ours.name or ours.name != theirs.name or ours.cue is None or theirs.cue is None:
                continue
            verbs = {plain(ours.cue.text), plain(theirs.cue.text)}
            known = verbs <= lists.saying_coloured | lists.saying_plain
            if len(verbs) == 2 and known and verbs & lists.saying_coloured:
                yield Contrast(finding, ours.cue, theirs.cue, left.id, right.id, "attributed", "")


def _openings(told: Story, other: Story) -> list[Passage]:
    """The headline, where there is one; the first sentences where only the other article has a headline."""
    span = told.article.title_span
    if told.article.title and span is not None:
        return [Passage(told, "", span.start, span.end, span.text)]
    if told.article.title:
        return [Passage(told, "", 0, 0, told.article.title)]
    if not other.article.title:
        return []
    first = told.article.sentences[:OPENING_SENTENCES]
    return [Passage(told, one.id, one.start, one.end, one.text) for one in first]


def _speakers(passage: Passage) -> list[Speaker]:
    found: dict[str, Speaker] = {}
    for claim in passage.told.claims:
        if claim.sentence == passage.id and claim.speaker is not None:
            found.setdefault(claim.speaker.name, claim.speaker)
    return list(found.values())


def _around(passage: Passage, start: int, end: int) -> set[str]:
    """The words before and after a wording, none of its own."""
    words = passage.words()
    before = [one.text for one in words if one.end <= start][-AROUND:]
    after = [one.text for one in words if one.start >= end][:AROUND]
    return {*before, *after}


def _contained(words: set[str]) -> bool:
    one, other = words
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "
