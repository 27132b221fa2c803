"""Checks that a comparison read back from JSON hangs together, so that no later code meets a loose end."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping

from compare.errors import InputError
from compare.types import Article, Comparison, Finding, Link, Span


def check(comparison: Comparison) -> None:
    """Raise ``InputError`` for offsets outside a text, doubled ids, and references to what is not there."""
    _unique("article", [one.id for one in comparison.articles])
    for article in comparison.articles:
        _offsets(article)
    sentences = [one.id for article in comparison.articles for one in article.sentences]
    _unique("sentence", sentences)
    _unique("finding", [one.id for one in comparison.findings])
    texts = {one.id: article.text for article in comparison.articles for one in article.sentences}
    for link in comparison.links:
        _link(link, texts)
    for finding in comparison.findings:
        _finding(finding, texts, len(comparison.links))
    # a contrast of headlines goes by its articles' ids
    _framing(comparison, {article.id: article.text for article in comparison.articles}, texts)


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
        _inside(start, end, article.text, f"the text of article {article.id[:60]!r}")


def _inside(start: int, end: int, text: str, where: str) -> None:
    if not 0 <= start <= end <= len(text):
        raise InputError(f"report JSON: {start}-{end} lies outside {where}")


def _known(name: str, known: Collection[str], where: str, what: str = "sentence") -> None:
    if name not in known:
        raise InputError(f"report JSON: {where} speaks of {what} {name[:60]!r}, which is not there")


def _link(link: Link, texts: Mapping[str, str]) -> None:
    _known(link.left, texts, "a link")
    _known(link.right, texts, "a link")
    if not 0.0 <= link.probability <= 1.0:
        raise InputError(f"report JSON: probability {link.probability} is not from 0 to 1")
    for one in link.differences:
        _span(one.left, link.left, texts)
        _span(one.right, link.right, texts)


def _span(span: Span, sentence: str, texts: Mapping[str, str]) -> None:
    _inside(span.start, span.end, texts[sentence], f"the text that {sentence[:60]!r} stands in")


def _finding(finding: Finding, sentences: Collection[str], links: int) -> None:
    for name in finding.sentences:
        _known(name, sentences, f"finding {finding.id[:60]!r}")
    if not all(0 <= one < links for one in finding.links):
        raise InputError(f"report JSON: finding {finding.id[:60]!r} speaks of a link that is not there")
    if not math.isfinite(finding.salience):
        raise InputError(f"report JSON: finding {finding.id[:60]!r} has no finite salience")


def _framing(comparison: Comparison, articles: Mapping[str, str], texts: Mapping[str, str]) -> None:
    told = comparison.framing  # it may lead with a finding that an editor has taken apart since
    for source in told.sources:
        _known(source.article, articles, "framing", "article")
        if not 0.0 <= source.quoted_share <= 1.0:
            raise InputError(f"report JSON: quoted_share {source.quoted_share} is not from 0 to 1")
        for name in (one for voice in source.voices for one in voice.sentences):
            _known(name, texts, "framing")
    places = {**articles, **texts}
    for where, span in _wordings(comparison):
        _known(where, places, "framing")
        _span(span, where, places)
    for name in (article for one in told.naming for article, _ in one.variants):
        _known(name, articles, "framing", "article")
    for name in (article for origin in told.same_origin for article in origin):
        _known(name, articles, "framing", "article")


def _wordings(comparison: Comparison) -> Iterator[tuple[str, Span]]:
    """Where each loaded, hedged or contrasted wording stands: a sentence, or an article for its headline."""
    for source in comparison.framing.sources:
        for wording in (*source.loaded, *source.hedged):
            yield wording.sentence, wording.span
    for contrast in comparison.framing.contrasts:
        if contrast.left_sentence:
            yield contrast.left_sentence, contrast.left
        if contrast.right_sentence:
            yield contrast.right_sentence, contrast.right
