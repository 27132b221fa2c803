"""What articles of one origin have in common: an agency or outlet, a reporter, else most of their words."""

from __future__ import annotations

from collections.abc import Sequence

from compare.types import Article


def common_origin(articles: Sequence[Article]) -> tuple[str, str]:
    """("agency", its name), ("reporter", the name) or ("words", "") of articles that share an origin."""
    for kind, told in (("agency", [one.outlets for one in articles]), ("reporter", list(map(_reporters, articles)))):
        common = set.intersection(*map(set, told)) if told else set()
        if common:
            return kind, told[0][min(common)]
    return "words", ""


def _reporters(article: Article) -> dict[str, str]:
    """Who signs a page, by the name in lower case."""
    signed = (" ".join(article.text[one.start : one.end].split()) for one in article.removed if one.rule == "byline")
    return {name.casefold(): name for name in signed}
