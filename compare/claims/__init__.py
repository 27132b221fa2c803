"""Sentences into claims: checkable propositions with speaker, quotation, certainty, polarity, status, figures,
times, names.

quantities, times     numbers and dates of a sentence          names, variants   who and where, joined over an event
quotes, frames        quoted words, verbs of saying             speakers          who says each claim
clauses               where a sentence is cut                  polarity, certainty, status
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.claims.extract import extract_article
from compare.claims.variants import join_names
from compare.types import Article, Claim

__all__ = ["extract", "extract_all"]


def extract(article: Article) -> tuple[Claim, ...]:
    """The claims of one segmented article, in order; every sentence gives at least one, and a sentence's claims
    tile it.
    """
    return extract_all([article])[0]


def extract_all(articles: Sequence[Article]) -> tuple[tuple[Claim, ...], ...]:
    """The claims of each article of one event; variants of a name share ``canonical``, whatever the order of
    the articles.
    """
    return join_names([extract_article(article) for article in articles], articles)
