"""What articles of one origin have in common: an agency or outlet, a reporter, else most of their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.types import Article

_COUNTED = re.compile(r" \(\d+\)$")  # of the second article of an outlet: "VOV (2)"


def common_origin(articles: Sequence[Article]) -> tuple[str, str]:
    """("agency", its name), ("reporter", the name) or ("words", "") of articles that share an origin."""
    for kind, names in (("agency", _outlets), ("reporter", _reporters)):
        told = [{one.casefold(): one for one in names(article)} for article in articles]
        common = set.intersection(*map(set, told)) if told else set()
        if common:
            return kind, told[0][min(common)]
    return "words", ""


def _outlets(article: Article) -> Iterator[str]:
    yield from (one for one in (*article.credits, _COUNTED.sub("", article.source), article.publisher) if one)


def _reporters(article: Article) -> Iterator[str]:
    for one in article.removed:
        if one.rule == "byline":
            yield " ".join(article.text[one.start : one.end].split())
