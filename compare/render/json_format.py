"""The JSON contract, schema 1.0: ``to_record`` and ``dumps`` out, ``json_reader`` back in.

The articles carry exactly the contract's keys; what a ``Comparison`` holds beyond them stands under
``framing.articles``, so that reading a written record gives an equal ``Comparison``.
"""

from __future__ import annotations

import json
from typing import Any

from compare.render.decisions import Decisions
from compare.render.format import Format
from compare.render.json_reader import SCHEMA, from_record, load
from compare.types import (
    Article,
    Comparison,
    Contrast,
    Difference,
    Finding,
    Framing,
    Link,
    Naming,
    SourceFraming,
    Span,
    Wording,
)

__all__ = ["FORMAT", "dumps", "from_record", "load", "to_record"]


def to_record(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain dicts and lists, keys in the contract's order."""
    made = comparison.created_with
    return {
        "schema_version": SCHEMA,
        "title": comparison.title,
        "created_with": {
            "version": made.version,
            "encoder": made.encoder,
            "scorer": made.scorer,
            "settings": dict(made.settings),
        },
        "articles": [_article(one) for one in comparison.articles],
        "links": [_link(one) for one in comparison.links],
        "findings": [_finding(one) for one in comparison.findings],
        "framing": _framing(comparison.framing, comparison.articles),
        "skipped": [{"stage": one.stage, "what": one.what, "reason": one.reason} for one in comparison.skipped],
    }


def dumps(comparison: Comparison) -> str:
    """The record as indented UTF-8 JSON text with a newline at its end."""
    record = to_record(comparison)
    written = json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False)
    try:
        written.encode()
    except UnicodeEncodeError:  # half a surrogate pair out of somebody's JSONL: only escapes can carry it
        written = json.dumps(record, ensure_ascii=True, indent=1, allow_nan=False)
    return written + "\n"


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "source": article.source,
        "publisher": article.publisher,
        "credits": list(article.credits),
        "title": article.title,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "path": article.path,
        "sha256": article.sha256,
        "text": article.text,
        "sentences": [{"id": one.id, "start": one.start, "end": one.end} for one in article.sentences],
        "removed": [{"start": one.start, "end": one.end, "rule": one.rule} for one in article.removed],
    }


def _beyond(article: Article) -> dict[str, Any]:
    """What the contract's article has no key for."""
    return {
        "id": article.id,
        "cited": list(article.cited),
        "published_inferred": article.published_inferred,
        "title_span": _span(article.title_span) if article.title_span else None,
        "event": article.event,
        "paragraphs": [one.paragraph for one in article.sentences],
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "left": link.left,
        "right": link.right,
        "relation": link.relation,
        "probability": link.probability,
        "differences": [_difference(one) for one in link.differences],
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {"kind": one.kind, "left": _span(one.left), "right": _span(one.right), "note": one.note}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "verdict": finding.verdict,
        "sources": list(finding.sources),
        "sentences": list(finding.sentences),
        "links": list(finding.links),
        "salience": finding.salience,
        "summary": finding.summary,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _framing(framing: Framing, articles: tuple[Article, ...]) -> dict[str, Any]:
    return {
        "sources": [_source(one) for one in framing.sources],
        "naming": [_naming(one) for one in framing.naming],
        "contrasts": [_contrast(one) for one in framing.contrasts],
        "same_origin": [list(one) for one in framing.same_origin],
        "articles": [_beyond(one) for one in articles],
    }


def _source(one: SourceFraming) -> dict[str, Any]:
    return {
        "article": one.article,
        "headline": one.headline,
        "lead": one.lead,
        "published_inferred": one.published_inferred,
        "cited": list(one.cited),
        "loaded": [_wording(word) for word in one.loaded],
        "hedged": [_wording(word) for word in one.hedged],
        "voices": [
            {
                "name": voice.name,
                "sentences": list(voice.sentences),
                "quoted_characters": voice.quoted_characters,
            }
            for voice in one.voices
        ],
        "quoted_share": one.quoted_share,
        "leads": list(one.leads),
        "left_out": list(one.left_out),
    }


def _wording(one: Wording) -> dict[str, Any]:
    return {"sentence": one.sentence, "span": _span(one.span), "category": one.category}


def _naming(one: Naming) -> dict[str, Any]:
    return {
        "thing": one.thing,
        "variants": [
            {"article": article, "names": [{"name": name, "count": count} for name, count in names]}
            for article, names in one.variants
        ],
    }


def _contrast(one: Contrast) -> dict[str, Any]:
    return {
        "finding": one.finding,
        "left": _span(one.left),
        "right": _span(one.right),
        "left_sentence": one.left_sentence,
        "right_sentence": one.right_sentence,
        "category": one.category,
        "note": one.note,
    }


def _render(comparison: Comparison, language: str, decisions: Decisions) -> str:
    """The contract knows no report language and no decisions: those live in the review's own store."""
    del language, decisions
    return dumps(comparison)


FORMAT = Format("json", (".json",), _render)
