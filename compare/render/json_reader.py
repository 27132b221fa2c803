"""Reads the JSON contract back into a ``Comparison``; anything else is an ``InputError`` that says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from compare.errors import InputError
from compare.render.json_check import check
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
Made = TypeVar("Made")


def load(text: str) -> Comparison:
    """A comparison from JSON text; ``InputError`` for what is no JSON, no report of ours, or of a newer schema."""
    try:
        record = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"not a claim-compare report: no JSON ({error})") from error
    return from_record(record)


def from_record(record: Any) -> Comparison:
    """The comparison that ``to_record`` wrote; ``InputError`` where a key, type, offset or reference is wrong."""
    _schema(record)
    extras = {_str(one, "id"): one for one in _list(_get(record, "framing", dict, {}), "articles")}
    comparison = Comparison(
        title=_str(record, "title"),
        created_with=_provenance(_get(record, "created_with", dict)),
        articles=_each(record, "articles", lambda one: _article(one, extras.get(_str(one, "id"), {}))),
        links=_each(record, "links", _link),
        findings=_each(record, "findings", _finding),
        framing=_framing(_get(record, "framing", dict, {})),
        skipped=_each(record, "skipped", lambda one: Skip(_str(one, "stage"), _str(one, "what"), _str(one, "reason"))),
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


def _get(record: Any, key: str, kind: type[Made], default: Made | None = None) -> Made:
    """The value under a key, which must be of that kind; a missing one is an error unless there is a default."""
    if not isinstance(record, dict):
        raise InputError(f"report JSON: an object with {key!r} is wanted, not {type(record).__name__}")
    if key not in record and default is not None:
        return default
    value = record.get(key)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise InputError(f"report JSON: {key!r} must be {kind.__name__}, not {type(value).__name__}")
    return value


def _str(record: Any, key: str) -> str:
    return _get(record, key, str, "")


def _int(record: Any, key: str) -> int:
    return _get(record, key, int)


def _list(record: Any, key: str) -> list[Any]:
    return _get(record, key, list, [])


def _each(record: Any, key: str, make: Callable[[Any], Made]) -> tuple[Made, ...]:
    return tuple(make(one) for one in _list(record, key))


def _strings(record: Any, key: str) -> tuple[str, ...]:
    values = _list(record, key)
    if not all(isinstance(one, str) for one in values):
        raise InputError(f"report JSON: {key!r} must be a list of texts")
    return tuple(values)


def _choice(record: Any, key: str, known: tuple[Made, ...]) -> Made:
    value = record.get(key) if isinstance(record, dict) else None
    for one in known:
        if value == one:
            return one
    raise InputError(f"report JSON: {key!r} {str(value)[:40]!r} is none of {', '.join(map(str, known))}")


def _provenance(record: dict[str, Any]) -> Provenance:
    settings = _get(record, "settings", dict, {})
    if not all(isinstance(one, str | int | float | bool | None) for one in settings.values()):
        raise InputError("report JSON: 'settings' must hold plain values")
    return Provenance(_str(record, "version"), _str(record, "encoder"), _str(record, "scorer"), tuple(settings.items()))


def _article(record: Any, extra: dict[str, Any]) -> Article:
    text = _get(record, "text", str)
    spans = [(_str(one, "id"), _int(one, "start"), _int(one, "end")) for one in _list(record, "sentences")]
    paragraphs = _list(extra, "paragraphs") or _paragraphs(text, [start for _, start, _ in spans])
    if len(paragraphs) != len(spans) or not all(type(one) is int for one in paragraphs):
        raise InputError("report JSON: 'paragraphs' must hold a number for each sentence")
    title_span = extra.get("title_span")
    return Article(
        id=_get(record, "id", str),
        text=text,
        source=_str(record, "source"),
        publisher=_str(record, "publisher"),
        credits=_strings(record, "credits"),
        cited=_strings(extra, "cited"),
        title=_str(record, "title"),
        title_span=_span(title_span) if title_span is not None else None,
        url=_str(record, "url"),
        published=_published(record.get("published")),
        published_inferred=_get(extra, "published_inferred", bool, False),
        language=_str(record, "language"),
        path=_str(record, "path"),
        sha256=_str(record, "sha256"),
        event=_str(extra, "event"),
        sentences=tuple(
            Sentence(name, start, end, text[start:end], paragraph)
            for (name, start, end), paragraph in zip(spans, paragraphs, strict=True)
        ),
        removed=_each(record, "removed", lambda one: Removed(_int(one, "start"), _int(one, "end"), _str(one, "rule"))),
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
    return Span(_int(record, "start"), _int(record, "end"), _str(record, "text"))


def _link(record: Any) -> Link:
    return Link(
        _get(record, "left", str),
        _get(record, "right", str),
        _choice(record, "relation", RELATIONS),
        _get(record, "probability", float),
        _each(record, "differences", _difference),
    )


def _difference(record: Any) -> Difference:
    kind = _choice(record, "kind", KINDS)
    return Difference(kind, _span(record.get("left")), _span(record.get("right")), _str(record, "note"))


def _finding(record: Any) -> Finding:
    links = _list(record, "links")
    if not all(type(one) is int for one in links):
        raise InputError("report JSON: a finding's 'links' must be numbers of links")
    return Finding(
        _get(record, "id", str),
        _choice(record, "verdict", VERDICTS),
        _strings(record, "sources"),
        _strings(record, "sentences"),
        tuple(links),
        _get(record, "salience", float),
        _str(record, "summary"),
    )


def _framing(record: dict[str, Any]) -> Framing:
    origins = _list(record, "same_origin")
    return Framing(
        sources=_each(record, "sources", _source),
        naming=_each(record, "naming", _naming),
        contrasts=_each(record, "contrasts", _contrast),
        same_origin=tuple(_strings({"same_origin": one}, "same_origin") for one in origins),
    )


def _source(record: Any) -> SourceFraming:
    return SourceFraming(
        article=_get(record, "article", str),
        headline=_str(record, "headline"),
        lead=_str(record, "lead"),
        published_inferred=_get(record, "published_inferred", bool, False),
        cited=_strings(record, "cited"),
        loaded=_each(record, "loaded", _wording),
        hedged=_each(record, "hedged", _wording),
        voices=_each(
            record,
            "voices",
            lambda one: Voice(_str(one, "name"), _strings(one, "sentences"), _int(one, "quoted_characters")),
        ),
        quoted_share=_get(record, "quoted_share", float, 0.0),
        leads=_strings(record, "leads"),
        left_out=_strings(record, "left_out"),
    )


def _wording(record: Any) -> Wording:
    return Wording(_get(record, "sentence", str), _span(record.get("span")), _str(record, "category"))


def _naming(record: Any) -> Naming:
    def variant(one: Any) -> tuple[str, tuple[tuple[str, int], ...]]:
        names = _each(one, "names", lambda name: (_str(name, "name"), _int(name, "count")))
        return _get(one, "article", str), names

    return Naming(_str(record, "thing"), _each(record, "variants", variant))


def _contrast(record: Any) -> Contrast:
    return Contrast(
        _str(record, "finding"),
        _span(record.get("left")),
        _span(record.get("right")),
        _str(record, "left_sentence"),
        _str(record, "right_sentence"),
        _str(record, "category"),
        _str(record, "note"),
    )
