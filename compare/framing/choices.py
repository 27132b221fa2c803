"""One matter told with different words: plain against coloured wordings, and verbs of saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from compare.framing.cues import Choice, cues, plain
from compare.framing.passage import Passage, headline_of
from compare.framing.story import Story
from compare.types import Contrast, Span, Speaker

# Two wordings tell of one matter when this many words around them are the same; a headline has few words to share.
AROUND, SHARED = 8, 3
AROUND_HEADLINE, SHARED_WITH_HEADLINE = 16, 2
OPENING_SENTENCES = 2


def chosen_differently(finding: str, left: Passage, right: Passage) -> Iterator[Contrast]:
    """Where each passage words one matter once and differently, one of them in colour, amid the same words."""
    for choice in cues(left.language).choices:
        yield from _chosen(finding, choice, left, right)


def headline_choices(stories: Sequence[Story], language: str) -> Iterator[Contrast]:
    """Headlines against headlines, or against the other's opening where only one article has a headline.

    A headline has no sentence id; the note, in ``language``, says whose it is: "Tiêu đề: “rạn nứt” (VOV); “căng thẳng”
    (RT, TTXVN).". One outside the article's text has the empty place 0 to 0. Each matter is shown once, with all who
    word it.
    """
    shown: dict[str, Contrast] = {}
    users: dict[str, dict[str, dict[str, None]]] = {}
    for matter, one, left, right in _headline_pairs(stories):
        shown[matter] = min(shown.get(matter, one), one, key=_wordings)
        for span, passage in ((one.left, left), (one.right, right)):
            if not passage.id:
                users.setdefault(matter, {}).setdefault(plain(span.text), {})[_source(passage)] = None
    for matter, one in shown.items():
        whose = "; ".join(f"“{words}” ({', '.join(sources)})" for words, sources in users[matter].items())
        yield replace(one, note=f"{cues(language).headline}: {whose}.")


def _wordings(one: Contrast) -> list[str]:
    """Both wordings in an order that does not depend on that of the articles."""
    return sorted((plain(one.left.text), plain(one.right.text)))


def _chosen(finding: str, choice: Choice, left: Passage, right: Passage) -> Iterator[Contrast]:
    ours, theirs = left.chosen(choice), right.chosen(choice)
    if len(ours) != 1 or len(theirs) != 1:
        return
    words = {plain(ours[0].text), plain(theirs[0].text)}
    if len(words) == 2 and words & choice.coloured and not _contained(words):
        reach, wanted = (AROUND, SHARED) if left.id and right.id else (AROUND_HEADLINE, SHARED_WITH_HEADLINE)
        if len(_around(left, ours[0], reach) & _around(right, theirs[0], reach)) >= wanted:
            spans = left.span(ours[0].start, ours[0].end), right.span(theirs[0].start, theirs[0].end)
            yield Contrast(finding, *spans, left.id, right.id, "loaded", "")


def _headline_pairs(stories: Sequence[Story]) -> Iterator[tuple[str, Contrast, Passage, Passage]]:
    for told, other in combinations(stories, 2):
        if told.article.language != other.article.language:
            continue
        for left, right in product(_openings(told, other), _openings(other, told)):
            for choice in cues(left.language).choices:
                for one in _chosen("", choice, left, right):
                    yield choice.matter, one, left, right


def _source(passage: Passage) -> str:
    article = passage.told.article
    return article.source or article.publisher or article.id


def said_differently(finding: str, left: Passage, right: Passage) -> Iterator[Contrast]:
    """The same speaker's words brought in by different verbs, one of which judges: "thừa nhận", "cho biết".

    Each sentence must have one speaker only, and the verb in it.
    """
    lists = cues(left.language)
    ours, theirs = _speakers(left), _speakers(right)
    if len(ours) != 1 or len(theirs) != 1 or not ours[0].name or ours[0].name != theirs[0].name:
        return
    left_cue, right_cue = ours[0].cue, theirs[0].cue
    if left_cue is None or right_cue is None or not left.holds(left_cue) or not right.holds(right_cue):
        return
    verbs = {plain(left_cue.text), plain(right_cue.text)}
    if len(verbs) == 2 and verbs <= lists.saying_coloured | lists.saying_plain and verbs & lists.saying_coloured:
        yield Contrast(finding, left_cue, right_cue, left.id, right.id, "attributed", "")


def _openings(told: Story, other: Story) -> list[Passage]:
    """The headline, where there is one; the first sentences where only the other article has a headline."""
    headline = headline_of(told)
    if headline:
        return [headline]
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


def _around(passage: Passage, wording: Span, reach: int) -> set[str]:
    """So many words before and after a wording, none of its own."""
    words = passage.words()
    before = [one.text for one in words if one.end <= wording.start][-reach:]
    after = [one.text for one in words if one.start >= wording.end][:reach]
    return {*before, *after}


def _contained(words: set[str]) -> bool:
    one, other = words
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "
