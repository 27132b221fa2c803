"""Saved web pages: trafilatura takes the story, title, date, site and address out of the HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from compare.errors import InputError
from compare.read.decode import decode
from compare.read.moment import published
from compare.read.record import Draft, from_record
from compare.types import Skip

SUFFIXES = (".html", ".htm")
SAPO = re.compile(r"(?:^|[\s_-])sapo(?:$|[\s_-])", re.IGNORECASE)
LEAD = re.compile(r"(?:^|[\s_-])(?:summary|lead|description|chapeau|standfirst|intro)(?:$|[\s_-])", re.IGNORECASE)
BOX = re.compile(
    r"related|relate|sidebar|box|list|item|category|cate|popular|latest|widget|tin-lien-quan", re.IGNORECASE
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SHORTEST, LONGEST, ALIKE = 40, 1200, 85
CAPTION = 160  # characters shown of one


def articles(content: bytes, path: str, url: str = "") -> Iterator[Draft]:
    """The article of one HTML page; ``url`` is where it came from, if known."""
    try:
        fields = _extract(_text(content), url)
    except InputError as error:
        yield Skip("read", path, str(error))
        return
    if not fields.get("text"):
        yield Skip("read", path, "no article text found in the page")
        return
    for one in fields.pop("captions", ()):
        yield Skip("read", path, f"a caption left out of the text: {one[:CAPTION]}")
    yield from from_record(fields, path)


def _text(content: bytes) -> str:
    """The page's text; bytes that are no UTF-8 are decoded by what they look like, whatever the page declares."""
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
    told = {ours: page.get(theirs) for ours, theirs in fields.items()}
    text = str(told["text"] or "")
    tree = _tree(html) if text else None
    if tree is None:
        return told
    told["published"] = published(tree, told["published"])
    folded = " ".join(text.split())
    told["captions"] = [one for one in _captions(tree) if one not in folded]
    lead = _lead(tree)
    return told | {"text": text if not lead or _holds(text, lead) else f"{lead}\n{text}"}


def _tree(html: str) -> Any:
    """The page's elements; None where only trafilatura could read it."""
    from lxml import html as parser  # type: ignore[import-untyped]

    try:
        return parser.fromstring(html.encode("utf-8"), parser=parser.HTMLParser(encoding="utf-8"))
    except Exception:  # lxml raises many kinds on broken pages
        return None


def _lead(page: Any) -> str:
    """The paragraph that stands above a story in an element of its own, which trafilatura takes for a heading.

    Vietnamese papers call it "sapo"; it is the first such element behind the headline, and no teaser's in a box. Under
    more general names, and where there is no headline, it counts if the page describes itself in its words.
    """
    from rapidfuzz import fuzz

    described = " ".join(page.xpath("//meta[@name='description' or @property='og:description']/@content"))
    under_headline = False
    for one in page.iter("h1", "h2", "h3", "p", "div", "strong"):
        under_headline = under_headline or one.tag == "h1"
        name = str(one.get("class") or "")
        sapo = SAPO.search(name) is not None
        if not (sapo or LEAD.search(name)) or one.tag == "h1" or _hidden(one):
            continue
        words = " ".join(" ".join(one.xpath(".//text()[not(ancestor::script or ancestor::style)]")).split())
        if not SHORTEST <= len(words) <= LONGEST:
            continue
        told = len(described) >= SHORTEST and fuzz.partial_ratio(words, described) >= ALIKE
        if told or (sapo and under_headline and not _in_box(one)):
            return words
    return ""


def _hidden(element: Any) -> bool:
    """Whether an element is not shown, or stands beside the story."""
    around = [element, *element.iterancestors()]
    return any(one.tag in ("aside", "nav", "footer") or HIDDEN.search(str(one.get("style") or "")) for one in around)


def _in_box(element: Any) -> bool:
    """Whether an element stands in a box of other stories."""
    return any(BOX.search(str(one.get("class") or "")) for one in [element, *element.iterancestors()])


def _holds(text: str, lead: str) -> bool:
    """Whether a text has a lead already, whatever stands in brackets before it ("(Dân trí) -")."""
    folded = " ".join(text.split())
    return lead in folded or lead[-SHORTEST:] in folded[: 2 * LONGEST]


def _captions(page: Any) -> Iterator[str]:
    """The words below the pictures of a story, as they stand."""
    for one in page.iter("figcaption"):
        words = " ".join(" ".join(one.xpath(".//text()")).split())
        if words and not _hidden(one) and not _in_box(one):
            yield words
