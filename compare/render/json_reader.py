"""Reads the JSON contract back into a ``Comparison``; anything else is an ``InputError`` that says what is wrong."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from compare.errors import InputError
from compare.render.json_check import check
from compare.render.json_fields import choice, each, get, items, strings, whole, words
from compare.types import (
    KINDS,
    RELATIONS,
    VERDICTS,
    Article,
    Comparison,
    Contrast,
    Difference,
    Finding,
    Framing,
    Link,
    Naming,
    Provenance,
    Removed,
    Sentence,
    Skip,
    SourceFraming,
    Span,
    Voice,
    Wording,
)

SCHEMA = "1.0"


def load(text: str) -> Comparison:
    """A comparison from JSON text; ``InputError`` for what is no JSON, no report of ours, or of a newer schema."""
    try:
        record = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not a claim-compare report: no JSON ({error})") from error
    return from_record(record)


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def from_record(record: Any) -> Comparison:
    """The comparison that ``to_record`` wrote; ``InputError`` where a key, type, offset or reference is wrong."""
    _schema(record)
    extras = {words(one, "id"): one for one in items(get(record, "framing", dict, {}), "articles")}
    comparison = Comparison(
        title=words(record, "title"),
        created_with=_provenance(get(record, "created_with", dict)),
        articles=each(record, "articles", lambda one: _article(one, extras.get(words(one, "id"), {}))),
        links=each(record, "links", _link),
        findings=each(record, "findings", _finding),
        framing=_framing(get(record, "framing", dict, {})),
        skipped=each(
            record, "skipped", lambda one: Skip(words(one, "stage"), words(one, "what"), words(one, "reason"))
        ),
    )
    check(comparison)
    return comparison


def _schema(record: Any) -> None:
    if not isinstance(record, dict) or not isinstance(record.get("schema_version"), str):
        raise InputError("not a claim-compare report: the JSON has no schema_version")
    version = record["schema_version"]
    parts = version.split(".")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts):
        raise InputError(f"not a claim-compare report: schema_version {version[:20]!r}")
    if (int(parts[0]), int(parts[1])) > tuple(int(part) for part in SCHEMA.split(".")):
        raise InputError(
            f"the report has schema {version}, this claim-compare reads up to {SCHEMA}: update claim-compare"
        )


def _provenance(record: dict[str, Any]) -> Provenance:
    settings = get(record, "settings", dict, {})
    if not all(isinstance(one, str | int | float | bool | None) for one in settings.values()):
        raise InputError("report JSON: 'settings' must hold plain values")
    return Provenance(
        words(record, "version"), words(record, "encoder"), words(record, "scorer"), tuple(settings.items())
    )


def _article(record: Any, extra: dict[str, Any]) -> Article:
    text = get(record, "text", str)
    spans = [(words(one, "id"), whole(one, "start"), whole(one, "end")) for one in items(record, "sentences")]
    paragraphs = items(extra, "paragraphs") or _paragraphs(text, [start for _, start, _ in spans])
    if len(paragraphs) != len(spans) or not all(type(one) is int for one in paragraphs):
        raise InputError("report JSON: 'paragraphs' must hold a number for each sentence")
    title_span = extra.get("title_span")
    return Article(
        id=get(record, "id", str),
        text=text,
        source=words(record, "source"),
        publisher=words(record, "publisher"),
        credits=strings(record, "credits"),
        cited=strings(extra, "cited"),
        title=words(record, "title"),
        title_span=_span(title_span) if title_span is not None else None,
        url=words(record, "url"),
        published=_published(record.get("published")),
        published_inferred=get(extra, "published_inferred", bool, False),
        language=words(record, "language"),
        path=words(record, "path"),
        sha256=words(record, "sha256"),
        event=words(extra, "event"),
        sentences=tuple(
            Sentence(name, start, end, text[start:end], paragraph)
            for (name, start, end), paragraph in zip(spans, paragraphs, strict=True)
        ),
        removed=each(
            record, "removed", lambda one: Removed(whole(one, "start"), whole(one, "end"), words(one, "rule"))
        ),
    )


def _paragraphs(text: str, starts: list[int]) -> list[int]:
    """Paragraph numbers where the record has none: a new one wherever a line break lies between two sentences."""
    numbers: list[int] = []
    for before, start in zip([0, *starts], starts, strict=False):
        last = numbers[-1] if numbers else 0
        numbers.append(last + 1 if numbers and "\n" in text[before:start] else last)
    return numbers


def _published(value: Any) -> datetime | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise InputError(f"report JSON: 'published' {str(value)[:40]!r} is no ISO 8601 time") from error


def _span(record: Any) -> Span:
    return Span(whole(record, "start"), whole(record, "end"), words(record, "text"))


def _link(record: Any) -> Link:
    return Link(
        get(record, "left", str),
        get(record, "right", str),
        choice(record, "relation", RELATIONS),
        get(record, "probability", float),
        each(record, "differences", _difference),
    )


def _difference(record: Any) -> Difference:
    kind = choice(record, "kind", KINDS)
    return Difference(kind, _span(record.get("left")), _span(record.get("right")), words(record, "note"))


def _finding(record: Any) -> Finding:
    links = items(record, "links")
    if not all(type(one) is int for one in links):
        raise InputError("report JSON: a finding's 'links' must be numbers of links")
    return Finding(
        get(record, "id", str),
        choice(record, "verdict", VERDICTS),
        strings(record, "sources"),
        strings(record, "sentences"),
        tuple(links),
        get(record, "salience", float),
        words(record, "summary"),
    )


def _framing(record: dict[str, Any]) -> Framing:
    origins = items(record, "same_origin")
    return Framing(
        sources=each(record, "sources", _source),
        naming=each(record, "naming", _naming),
        contrasts=each(record, "contrasts", _contrast),
        same_origin=tuple(strings({"same_origin": one}, "same_origin") for one in origins),
    )


def _source(record: Any) -> SourceFraming:
    return SourceFraming(
        article=get(record, "article", str),
        headline=words(record, "headline"),
        lead=words(record, "lead"),
        published_inferred=get(record, "published_inferred", bool, False),
        cited=strings(record, "cited"),
        loaded=each(record, "loaded", _wording),
        hedged=each(record, "hedged", _wording),
        voices=each(
            record,
            "voices",
            lambda one: Voice(words(one, "name"), strings(one, "sentences"), whole(one, "quoted_characters")),
        ),
        quoted_share=get(record, "quoted_share", float, 0.0),
        leads=strings(record, "leads"),
        left_out=strings(record, "left_out"),
    )


def _wording(record: Any) -> Wording:
    return Wording(get(record, "sentence", str), _span(record.get("span")), words(record, "category"))


def _naming(record: Any) -> Naming:
    def variant(one: Any) -> tuple[str, tuple[tuple[str, int], ...]]:
        """An article's id, and its names with their counts."""
        names = each(one, "names", lambda name: (words(name, "name"), whole(name, "count")))
        return get(one, "article", str), names

    return Naming(words(record, "thing"), each(record, "variants", variant))


def _contrast(record: Any) -> Contrast:
    return Contrast(
        words(record, "finding"),
        _span(record.get("left")),
        _span(record.get("right")),
        words(record, "left_sentence"),
        words(record, "right_sentence"),
        words(record, "category"),
        words(record, "note"),
    )
