"""The named rules in their order, each with the share of a text beyond which it must be wrong."""

from __future__ import annotations

from compare.clean.boxes import (
    after_credit,
    bracketed_pointers,
    date_lines,
    doubled_teasers,
    headings,
    labels,
    next_parts,
    player_clocks,
    pointers,
    separators,
    teaser_block,
    teaser_boxes,
)
from compare.clean.captions import inline_captions, photo_lines
from compare.clean.closing import closing_lines, trailing_byline
from compare.clean.dateline import datelines
from compare.clean.page import Page, Rule, open_page, take
from compare.clean.repeats import repeated_captions, repeated_paragraphs
from compare.types import Article

MOST = 1 / 3
# A repeat loses nothing, and a page's list of other stories may be as long as the story.
RULES: tuple[tuple[Rule, float], ...] = (
    (player_clocks, MOST),
    (separators, MOST),
    (labels, MOST),
    (date_lines, MOST),
    (repeated_captions, MOST),
    (repeated_paragraphs, 0.7),
    (teaser_block, 0.5),
    (after_credit, 0.5),
    (pointers, MOST),
    (bracketed_pointers, MOST),
    (next_parts, MOST),
    (doubled_teasers, MOST),
    (teaser_boxes, MOST),
    (closing_lines, MOST),
    (photo_lines, MOST),
    (trailing_byline, MOST),
    (trailing_byline, MOST),  # "Nguyễn A (t/h). Theo B" ends in two
    (inline_captions, MOST),
    (datelines, MOST),
    (headings, MOST),
)


def furniture(article: Article) -> Page:
    """The article's page after all rules; a rule sees what the rules before it left."""
    page = open_page(article.text, article.title)
    for rule, limit in RULES:
        page = take(page, rule(page), limit)
    return page
