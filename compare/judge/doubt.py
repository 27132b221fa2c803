"""Second thoughts over all links of an event: two articles that clash again and again may tell of two things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compare.judge.sides import EventContext
from compare.types import Link

# Two reports of one event may differ in many details: of four clashes or more between two articles as many are real, by
# our own labels, as of one alone (0.37 and 0.34). Not so where they name other days (0.09 of 227) or are told in the
# same words (0.15 of 142): those are daily price lists, weather reports, two matches.
MANY = 4
SHARE = 0.15
OTHER_DAYS = 0.3
SAME_WORDS = 0.7


def doubted(links: Sequence[Link], article_of: Mapping[str, str], context: EventContext) -> tuple[Link, ...]:
    """The links in the same order; the conflicts between two articles are unclear where these name no day near one of
    the other's, or clash too often and share few days or are told in the same words.

    ``article_of`` gives the article of each sentence. Links that clash on the same words count once.
    """
    total: dict[frozenset[str], int] = {}
    clashes: dict[frozenset[str], set[frozenset[str]]] = {}
    for link in links:
        both = frozenset((article_of[link.left], article_of[link.right]))
        total[both] = total.get(both, 0) + 1
        if link.relation == "conflict":
            found = clashes.setdefault(both, set())
            found.add(frozenset((link.differences[0].left.text, link.differences[0].right.text)))
    many = {
        both
        for both, found in clashes.items()
        if context.of_other_days(*sorted(both))
        or (len(found) >= max(MANY, SHARE * total[both]) and _of_two_things(context, *sorted(both)))
    }
    return tuple(
        replace(link, relation="unclear")
        if link.relation == "conflict" and frozenset((article_of[link.left], article_of[link.right])) in many
        else link
        for link in links
    )


def _of_two_things(context: EventContext, left: str, right: str) -> bool:
    """Whether two articles look as if they told of two happenings of one kind."""
    known = context.shared(left, right)
    return 0 <= known["articles_days"] < OTHER_DAYS or known["articles_alike"] >= SAME_WORDS
