"""Checks that a comparison read back from JSON hangs together, so that no later code meets a loose end."""

from __future__ import annotations

import math
from collections.abc import Iterator

from compare.errors import InputError
from compare.types import Article, Comparison, Finding, Link


def check(comparison: Comparison) -> None:
    """Raise ``InputError`` for offsets outside a text, doubled ids, and references to what is not there."""
    _unique("article", [one.id for one in comparison.articles])
    for article in comparison.articles:
        _offsets(article)
    sentences = [one.id for article in comparison.articles for one in article.sentences]
    _unique("sentence", sentences)
    _unique("finding", [one.id for one in comparison.findings])
    known = set(sentences)
    for link in comparison.links:
        _link(link, known)
    for finding in comparison.findings:
        _finding(finding, known, len(comparison.links))
    for source in comparison.framing.sources:
        if not 0.0 <= source.quoted_share <= 1.0:
            raise InputError(f"report JSON: quoted_share {source.quoted_share} is not from 0 to 1")
    articles = {one.id for one in comparison.articles}
    for name in _framing_sentences(comparison):
        _known(name, known | articles, "framing")  # a contrast of headlines goes by its articles' ids


def _unique(what: str, ids: list[str]) -> None:
    if len(set(ids)) != len(ids):
        doubled = next(one for one in ids if ids.count(one) > 1)
        raise InputError(f"report JSON: {what} {doubled[:60]!r} stands in it twice")


def _offsets(article: Article) -> None:
    spans = [(one.start, one.end) for one in article.sentences]
    spans += [(one.start, one.end) for one in article.removed]
    if article.title_span:
        spans.append((article.title_span.start, article.title_span.end))
    for start, end in spans:
        if not 0 <= start <= end <= len(article.text):
            raise InputError(f"report JSON: {start}-{end} lies outside the text of article {article.id[:60]!r}")


def _known(name: str, known: set[str], where: str) -> None:
    if name not in known:
        raise InputError(f"report JSON: {where} speaks of sentence {name[:60]!r}, which no article has")


def _link(link: Link, known: set[str]) -> None:
    _known(link.left, known, "a link")
    _known(link.right, known, "a link")
    if not 0.0 <= link.probability <= 1.0:
        raise InputError(f"report JSON: probability {link.probability} is not from 0 to 1")


def _finding(finding: Finding, known: set[str], links: int) -> None:
    for name in finding.sentences:
        _known(name, known, f"finding {finding.id[:60]!r}")
    if not all(0 <= one < links for one in finding.links):
        raise InputError(f"report JSON: finding {finding.id[:60]!r} speaks of a link that is not there")
    if not math.isfinite(finding.salience):
        raise InputError(f"report JSON: finding {finding.id[:60]!r} has no finite salience")


def _framing_sentences(comparison: Comparison) -> Iterator[str]:
    for source in comparison.framing.sources:
        for wording in (*source.loaded, *source.hedged):
            yield wording.sentence
        for voice in source.voices:
            yield from voice.sentences
    for contrast in comparison.framing.contrasts:
        yield from (name for name in (contrast.left_sentence, contrast.right_sentence) if name)
