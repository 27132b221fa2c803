"""Loaded and hedged words of one article, its headline included, each with its place."""

from __future__ import annotations

from compare.framing.cues import Phrases, cues, find, plain
from compare.framing.passage import headline_of
from compare.framing.story import Story
from compare.types import Claim, Sentence, Wording


def loaded(told: Story) -> tuple[Wording, ...]:
    """The article's own loaded words; words in quotation belong to the speaker and are left out.

    The category is "loaded", or "attributed" where the words report what a named or nameless speaker says. Words of the
    headline come first and go by the article's id.
    """
    lists = cues(told.article.language)
    found = _in_headline(told, lists.loaded, "loaded")
    for sentence in told.article.sentences:
        for span in find(lists.loaded, lists.innocent, told.article.text, sentence.start, sentence.end):
            if not told.quoted(span.start, span.end):
                spoken = _spoken(told.claims, sentence, span.start)
                found.append(Wording(sentence.id, span, "attributed" if spoken else "loaded"))
    return tuple(found)


def hedged(told: Story) -> tuple[Wording, ...]:
    """Words outside quotation that keep a statement at a distance: the lists' and the cues of uncertain claims."""
    lists = cues(told.article.language)
    found: dict[int, Wording] = {}
    for sentence in told.article.sentences:
        for span in find(lists.hedges, lists.innocent, told.article.text, sentence.start, sentence.end):
            found[span.start] = Wording(sentence.id, span, "hedged")
    for claim in told.claims:
        cue = claim.certainty_cue
        if cue is None or claim.certainty not in {"reported", "possible"} or plain(cue.text) in lists.no_hedge:
            continue
        if not _covered(found, cue.start, cue.end):
            found[cue.start] = Wording(claim.sentence, cue, "hedged")
    in_story = (found[start] for start in sorted(found) if not told.quoted(start, found[start].span.end))
    return (*_in_headline(told, lists.hedges, "hedged"), *in_story)


def _in_headline(told: Story, phrases: Phrases, category: str) -> list[Wording]:
    headline = headline_of(told)
    if headline is None:
        return []
    spans = headline.found(phrases, cues(told.article.language).innocent)
    return [Wording(told.article.id, headline.span(span.start, span.end), category) for span in spans]


def _spoken(claims: tuple[Claim, ...], sentence: Sentence, offset: int) -> bool:
    """Whether the word stands in a claim that somebody else makes, after the verb of saying."""
    for claim in claims:
        if claim.sentence == sentence.id and claim.speaker is not None and claim.start <= offset < claim.end:
            cue = claim.speaker.cue
            return cue is None or offset >= cue.end
    return False


def _covered(found: dict[int, Wording], start: int, end: int) -> bool:
    return any(one.span.start < end and start < one.span.end for one in found.values())
