"""JSON and JSON lines: one article a line, a list of articles, or events with their articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from compare.errors import InputError
from compare.read.decode import decode
from compare.read.record import Draft, from_record
from compare.types import Skip

SUFFIXES = (".json", ".jsonl", ".ndjson")


def articles(content: bytes, path: str) -> Iterator[Draft]:
    """Articles of a JSON value (an article, a list, ``{"articles": [...]}``) or of JSON lines of any of these."""
    try:
        text = decode(content)
    except InputError as error:
        yield Skip("read", path, str(error))
        return
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _lines(text, path)
        return
    yield from _value(whole, path)


def _lines(text: str, path: str) -> Iterator[Draft]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = "nested too deep" if isinstance(error, RecursionError) else f"not JSON: {_short(error)}"
            yield Skip("read", f"{path}#{number}", reason)
            continue
        yield from _value(value, f"{path}#{number}")


def _value(value: Any, path: str, event: str = "") -> Iterator[Draft]:
    """Articles of one JSON value; members of a list are shown as ``PATH#N``, in a line as ``PATH#LINE.N``."""
    if isinstance(value, list):
        for number, one in enumerate(value, start=1):
            yield from _value(one, _member(path, number), event)
    elif not isinstance(value, dict):
        yield Skip("read", path, "not an article: a JSON object with 'text' is wanted")
    elif isinstance(value.get("articles"), list) and "text" not in value:
        yield from _value(value["articles"], path, str(value.get("event") or event))
    else:
        yield from from_record(value, path, event)


def _member(path: str, number: int) -> str:
    return f"{path}.{number}" if "#" in path else f"{path}#{number}"


def _short(error: ValueError) -> str:
    return str(error).split(": line")[0][:80]
