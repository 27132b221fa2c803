"""How each source tells it: statements of fact with the words shown, no political labels.

For every article its headline and lead, its loaded and hedged words, whose words it carries, which findings it leads
with and which it leaves out; across the articles what they name differently, how they word the claims that they share,
and which of them go back to one origin.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.framing.contrasts import contrasts
from compare.framing.naming import naming
from compare.framing.origin import same_origin
from compare.framing.prominent import Probability, lead, leads, left_out
from compare.framing.story import Story, story
from compare.framing.voices import quoted_share, voices
from compare.framing.wording import hedged, loaded
from compare.types import Article, Claim, Finding, Framing, Link, SourceFraming

__all__ = ["frame"]


def frame(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    links: Sequence[Link],
    findings: Sequence[Finding],
    probability: Probability = lambda left, right: 0.0,
    language: str = "en",
) -> Framing:
    """The framing of an event: one ``SourceFraming`` for each article, and what they do differently.

    ``claims`` are those of all articles in any order, ``findings`` refer to ``links`` by index, ``probability`` gives
    that of a link between any two sentences, ``language`` is that of the notes.
    """
    owner = {sentence.id: article.id for article in articles for sentence in article.sentences}
    stories = [
        story(article, [claim for claim in claims if owner.get(claim.sentence) == article.id]) for article in articles
    ]
    return Framing(
        sources=tuple(_source(told, articles, links, findings, probability) for told in stories),
        naming=naming(stories),
        contrasts=contrasts(stories, links, findings, language),
        same_origin=same_origin(stories),
    )


def _source(
    told: Story,
    articles: Sequence[Article],
    links: Sequence[Link],
    findings: Sequence[Finding],
    probability: Probability,
) -> SourceFraming:
    article = told.article
    return SourceFraming(
        article=article.id,
        headline=article.title,
        lead=lead(article),
        published_inferred=article.published_inferred,
        cited=article.cited,
        loaded=loaded(told),
        hedged=hedged(told),
        voices=voices(told),
        quoted_share=quoted_share(told),
        leads=leads(article, findings),
        left_out=left_out(article, articles, findings, links, probability),
    )
