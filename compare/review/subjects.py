"""What can be decided in a comparison, each named by the words it hangs on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from compare.review.records import Quoted, Subject, Topic
from compare.types import Article, Comparison, Link, Removed, Sentence


def finding_subjects(comparison: Comparison) -> dict[str, Subject]:
    """Finding id to its subject. Findings on the very same words are told apart by their order."""
    places = quotable(comparison.articles)
    found: dict[str, Subject] = {}
    used: dict[str, int] = {}
    for finding in comparison.findings:
        passages = tuple(places[one] for one in dict.fromkeys(finding.sentences) if one in places)
        key = _key("finding", passages)
        used[key] = used.get(key, 0) + 1
        if used[key] > 1:
            key = f"{key}-{used[key]}"
        clashes = _clashes(comparison.links[one] for one in finding.links)
        found[finding.id] = Subject("finding", key, passages, finding.verdict, clashes)
    return found


def link_subject(comparison: Comparison, left: str, right: str) -> Subject:
    """The subject of two sentences, the first being the one that the other was joined to or split from."""
    places = quotable(comparison.articles)
    passages = (places[left], places[right])
    return Subject("link", _key("link", passages), passages)


def furniture_subject(article: Article, piece: Removed) -> Subject:
    """The subject of a removed piece of a page."""
    passages = (_quoted(article, piece),)
    return Subject("furniture", _key("furniture", passages), passages)


def quotable(articles: Iterable[Article]) -> dict[str, Quoted]:
    """Sentence id to its words and where they are from."""
    return {one.id: _quoted(article, one) for article in articles for one in article.sentences}


def fingerprint(article: Article) -> str:
    """The SHA-256 of the article's text, as read or worked out here."""
    return article.sha256 or sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def _quoted(article: Article, place: Sentence | Removed) -> Quoted:
    words = article.text[place.start : place.end]
    return Quoted(article.id, article.source, fingerprint(article), place.start, words)


def _clashes(links: Iterable[Link]) -> tuple[str, ...]:
    words = {
        " ".join(span.text.split()) for link in links for one in link.differences for span in (one.left, one.right)
    }
    return tuple(sorted(words))


def _key(topic: Topic, passages: tuple[Quoted, ...]) -> str:
    parts = sorted([one.sha256, one.source, one.start, one.words] for one in passages)
    return sha256(json.dumps([topic, parts]).encode("ascii")).hexdigest()[:24]
