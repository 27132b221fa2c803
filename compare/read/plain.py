"""Plain text and Markdown files, with or without ``key: value`` front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.errors import InputError
from compare.read.decode import decode
from compare.read.markdown import plain
from compare.read.record import Draft, from_record
from compare.types import Skip

SUFFIXES = (".txt", ".md")
MARKDOWN = ".md"
LONGEST = 120  # characters of a picture's description, with the reason
SHOWN = 5  # lines of front matter, named in a skip
KEYS = ("title", "source", "publisher", "url", "published", "id", "event")
_FRONT = re.compile(r"\A---[ \t]*\n(?P<fields>(?:[^\n]*\n){0,40}?)---[ \t]*(?:\n|\Z)")
ALSO = {"date": "published", "tiêu đề": "title", "nguồn": "source", "ngày đăng": "published", "đường dẫn": "url"}
_FIELD = re.compile(rf"(?P<key>[A-Za-z_]+|(?i:{'|'.join(ALSO)}))\s*:\s*(?P<value>.*)")


def articles(content: bytes, path: str) -> Iterator[Draft]:
    """The one article of a text file; front matter is not part of its text."""
    try:
        text = decode(content)
    except InputError as error:
        yield Skip("read", path, str(error))
        return
    fields, unread, text = front_matter(text)
    if unread:
        lines = ", ".join(repr(line[:40]) for line in unread[:SHOWN]) + (", …" if len(unread) > SHOWN else "")
        yield Skip("read", f"{path}: front matter", f"not read, no key that is known: {lines}")
    if path.lower().endswith(MARKDOWN):
        text, left_out = plain(text)
        yield from (Skip("read", path, one[:LONGEST]) for one in left_out)
    yield from from_record({**fields, "text": text}, path)


def front_matter(text: str) -> tuple[dict[str, str], list[str], str]:
    """The ``key: value`` lines of known keys between two ``---`` at the top, all other lines there, and the text after
    them.

    Where no known key and a line without any stands between them, the ``---`` are rules of a Markdown text: ({}, [],
    text).
    """
    match = _FRONT.match(text)
    if match is None:
        return {}, [], text
    fields: dict[str, str] = {}
    unread, strange = [], False
    for line in match["fields"].splitlines():
        pair = _FIELD.fullmatch(line.strip())
        key = ALSO.get(pair["key"].lower(), pair["key"].lower()) if pair else ""
        if pair and key in KEYS:
            value = _unquoted(pair["value"].strip())
            fields[key] = value if pair["key"].lower() == key else fields.get(key, value)  # "published" before "date"
        elif line.strip() and (pair or not line.lstrip().startswith(("#", "-"))):
            unread.append(line.strip())
            strange = strange or pair is None
    return (fields, unread, text[match.end() :]) if fields or not strange else ({}, [], text)


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
