"""How much weight an article gives a sentence: its place, what it states, what it shares with the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.types import Article, Claim

LEAD_SHARE, FACT_SHARE, HEADLINE_SHARE = 0.5, 0.3, 0.2
ENOUGH_FACTS = 5
HALF_WAY = 6
SHORTEST = 4
WORD = re.compile(r"\w+")


def prominence(article: Article, claims: Sequence[Claim]) -> dict[str, float]:
    """Prominence of each sentence in [0, 1], by sentence id.

    Half falls with the place in the story (half of it after six sentences, as readers leave), the rest counts names,
    figures and dates, and words of the headline. A fragment of fewer than four words weighs next to nothing.
    """
    facts: dict[str, int] = {}
    for claim in claims:
        stated = len(claim.names) + len(claim.quantities) + len(claim.times) + (claim.quote is not None)
        facts[claim.sentence] = facts.get(claim.sentence, 0) + stated
    headline = set(WORD.findall(article.title.lower()))
    result = {}
    for number, sentence in enumerate(article.sentences):
        words = WORD.findall(sentence.text.lower())
        lead = HALF_WAY / (HALF_WAY + number)
        fact = min(facts.get(sentence.id, 0), ENOUGH_FACTS) / ENOUGH_FACTS
        shared = len(headline & set(words)) / len(headline) if headline else 0.0
        weight = LEAD_SHARE * lead + FACT_SHARE * fact + HEADLINE_SHARE * shared
        result[sentence.id] = round(weight if len(words) >= SHORTEST else weight / 10, 4)
    return result
