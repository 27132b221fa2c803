"""Plain text and Markdown files, with or without ``key: value`` front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.errors import InputError
from compare.read.decode import decode
from compare.read.record import Draft, from_record
from compare.types import Skip

SUFFIXES = (".txt", ".md")
KEYS = ("title", "source", "publisher", "url", "published", "id", "event")
_FRONT = re.compile(r"\A---[ \t]*\n(?P<fields>(?:[^\n]*\n){0,40}?)---[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"(?P<key>[A-Za-z_]+)\s*:\s*(?P<value>.*)")


def articles(content: bytes, path: str) -> Iterator[Draft]:
    """The one article of a text file; front matter is not part of its text."""
    try:
        text = decode(content)
    except InputError as error:
        yield Skip("read", path, str(error))
        return
    fields, text = front_matter(text)
    yield from from_record({**fields, "text": text}, path)


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The ``key: value`` lines between two ``---`` at the top and the text after them; ({}, text) without them."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields: dict[str, str] = {}
    for line in match["fields"].splitlines():
        pair = _FIELD.fullmatch(line.strip())
        if pair and pair["key"].lower() in KEYS:
            fields[pair["key"].lower()] = _unquoted(pair["value"].strip())
        elif not pair and line.strip() and not line.lstrip().startswith(("#", "-")):
            return {}, text
    return fields, text[match.end() :]


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
