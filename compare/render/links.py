"""Addresses that a report may link to."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_ANCHOR = re.compile(r"#[A-Za-z][A-Za-z0-9-]*")


def address(href: str) -> str:
    """The target if it is one of our anchors or a plain http(s) address, made safe to stand anywhere; else ""."""
    if _ANCHOR.fullmatch(href):
        return href
    try:
        parts = urlsplit(href.strip())
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.password:
        return ""
    return quote(href.strip(), safe=":/?#@!$&+,=%-._~", errors="replace")
