"""Saved web pages: trafilatura takes the story, title, date, site and address out of the HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from compare.errors import InputError
from compare.read.decode import decode
from compare.read.record import Draft, from_record
from compare.types import Skip

SUFFIXES = (".html", ".htm")


def articles(content: bytes, path: str, url: str = "") -> Iterator[Draft]:
    """The article of one HTML page; ``url`` is where it came from, if known."""
    try:
        fields = _extract(_declared(content), url)
    except InputError as error:
        yield Skip("read", path, str(error))
        return
    if not fields.get("text"):
        yield Skip("read", path, "no article text found in the page")
        return
    yield from from_record(fields, path)


def _declared(content: bytes) -> str:
    """The page's text; a charset that the page declares is tried when the bytes are no Unicode."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return decode(content)


def _extract(html: str, url: str) -> dict[str, Any]:
    """Fields of an article. Raises ``InputError`` when the page cannot be parsed."""
    try:
        import trafilatura
    except ImportError as error:
        raise InputError(f"saved pages need trafilatura and lxml_html_clean: {error.name or 'missing'}") from error
    try:
        found = trafilatura.bare_extraction(html, url=url or None, include_comments=False, with_metadata=True)
    except Exception as error:  # lxml and the date finder raise many kinds on broken pages
        raise InputError(f"not a page that can be read: {type(error).__name__}") from error
    page: dict[str, Any] = {} if found is None else found.as_dict() if hasattr(found, "as_dict") else dict(found)
    fields = {"title": "title", "publisher": "sitename", "url": "url", "published": "date", "text": "text"}
    return {ours: page.get(theirs) for ours, theirs in fields.items()}
