"""Pages on the web: fetched only when the run may go online."""

from __future__ import annotations

from collections.abc import Iterator

from compare.read.page import articles as page_articles
from compare.read.record import Draft
from compare.types import Skip

TIMEOUT = 30
LARGEST = 20_000_000


def articles(url: str, offline: bool) -> Iterator[Draft]:
    """The article behind an ``http(s)`` address; a ``Skip`` when ``offline`` or when it cannot be fetched."""
    if offline:
        yield Skip("read", url, "not fetched: the run is offline")
        return
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    try:
        request = Request(_ascii(url), headers={"User-Agent": "claim-compare"})
        with urlopen(request, timeout=TIMEOUT) as answer:
            content = answer.read(LARGEST)
    except (OSError, ValueError, HTTPException) as error:
        yield Skip("read", url, f"cannot be fetched: {str(error)[:120]}")
        return
    yield from page_articles(content, url, url)


def _ascii(url: str) -> str:
    """An address as it is sent: letters beyond ASCII and blanks escaped, the host in its own spelling for these.

    Raises ``ValueError`` for a host that no address can have.
    """
    from urllib.parse import quote, urlsplit, urlunsplit

    part = urlsplit(url)
    host = part.netloc if part.netloc.isascii() else part.netloc.encode("idna").decode("ascii")
    path, query = (quote(one, safe="%/:;=@&+$,!~*'()?[]") for one in (part.path, part.query))
    return urlunsplit((part.scheme, host, path, query, ""))
