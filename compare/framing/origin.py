"""Articles that go back to one text or hand: a shared agency or reporter, a retelling, the same long runs of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from compare.framing.story import Story
from compare.types import Article, outlet_key

# Desks that write on their own share few runs of eight words outside quotations; where real articles shared half of
# theirs, both had copied a third text (an agency's, a police statement).
RUN = 8
ENOUGH_RUNS = 40
COPIED = 0.5
SIGNED = 7  # letters of a name: "Minh Hoàng", not "B M"
WORD = re.compile(r"\w+")


def same_origin(stories: Sequence[Story]) -> tuple[tuple[str, ...], ...]:
    """Groups of article ids that share an origin, each in the order of the articles, none inside another.

    Articles belong together when they credit one agency, when one credits another's outlet, when one reporter signs
    them, or when at least half of the eight-word runs of the shorter text, quotations left out, stand in the other too.
    """
    articles = [told.article for told in stories]
    groups = [*_by_credit(articles), *_by_reporter(articles), *_by_text(stories)]
    kept = [one for one in groups if not any(one < other for other in groups)]
    order = {article.id: place for place, article in enumerate(articles)}
    rows = {tuple(sorted(one, key=order.__getitem__)) for one in kept}
    return tuple(sorted(rows, key=lambda row: [order[one] for one in row]))


def _by_credit(articles: Sequence[Article]) -> list[set[str]]:
    """For every credited name, the articles that credit it and those that it published."""
    credited = sorted({outlet_key(credit) for article in articles for credit in article.credits} - {""})
    groups = [{article.id for article in articles if name in article.outlets} for name in credited]
    return [group for group in groups if len(group) > 1]


def _by_reporter(articles: Sequence[Article]) -> list[set[str]]:
    """For every name that signs a page, the articles whose bylines are that name alone; initials are too few."""
    signed: dict[str, set[str]] = {}
    for article in articles:
        for one in article.removed:
            name = _key(article.text[one.start : one.end]) if one.rule == "byline" else ""
            if len(name.split()) > 1 and len(name) >= SIGNED:
                signed.setdefault(name, set()).add(article.id)
    return [ids for _, ids in sorted(signed.items()) if len(ids) > 1]


def _by_text(stories: Sequence[Story]) -> list[set[str]]:
    """Connected groups of articles whose texts share long runs of words."""
    runs = [(told.article.id, _runs(told)) for told in stories]
    groups: list[set[str]] = []
    for place, (left, left_runs) in enumerate(runs):
        for right, right_runs in runs[place + 1 :]:
            if _copied(left_runs, right_runs):
                _join(groups, {left, right})
    return groups


def _copied(left: set[tuple[str, ...]], right: set[tuple[str, ...]]) -> bool:
    shorter = min(len(left), len(right))
    return shorter >= ENOUGH_RUNS and len(left & right) >= COPIED * shorter


def _runs(told: Story) -> set[tuple[str, ...]]:
    text = told.article.text
    words = [
        match.group().casefold()
        for one in told.article.sentences
        for match in WORD.finditer(text, one.start, one.end)
        if not told.quoted(match.start(), match.end())
    ]
    return {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}


def _join(groups: list[set[str]], pair: Iterable[str]) -> None:
    """Add a pair to the groups, merging those that it connects."""
    merged = set(pair)
    for group in [one for one in groups if one & merged]:
        merged |= group
        groups.remove(group)
    groups.append(merged)


def _key(name: str) -> str:
    return " ".join(WORD.findall(name.casefold()))
