"""Page furniture out, credits in: ``Article -> Article`` with a ledger of what was taken, the text itself untouched."""

from __future__ import annotations

from dataclasses import replace

from compare.clean.attribution import attribute
from compare.clean.headline import find_title
from compare.clean.language import detect_language
from compare.clean.ledger import furniture
from compare.clean.moment import page_date
from compare.types import Article

__all__ = ["clean"]


def clean(article: Article) -> Article:
    """Fill what a page says about itself: furniture, title, publisher, credits, cited agencies, date and language.

    ``removed`` is sorted and free of overlaps; ``text`` stays as read. What the article already carries (title,
    publisher, date, language) is kept; a source that is given as a name stays, a site's address becomes the publisher.
    """
    page = furniture(article)
    title, span = find_title(article, page)
    published = article.published or page_date(page)
    ready = replace(
        article,
        title=title,
        title_span=span,
        removed=page.removed,
        published=published,
        published_inferred=article.published_inferred or (article.published is None and published is not None),
        language=article.language or detect_language(page.story),
    )
    return attribute(ready, page)
