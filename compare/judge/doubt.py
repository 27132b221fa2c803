"""Second thoughts over all links of an event: two articles that clash again and again tell of two things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compare.types import Link

# Two reports of one event differ in a detail or three. Where four or more of their links clash, and that is a good part
# of all their links, they are likelier two phones, two daily price lists or two branches told in the same words. (From
# three clashes on, 14 of the 20 that this made unclear were conflicts in the gold, none of 13 on unseen groups.)
MANY = 4
SHARE = 0.15


def doubted(links: Sequence[Link], article_of: Mapping[str, str]) -> tuple[Link, ...]:
    """The links in the same order; the conflicts between two articles that clash too often are unclear.

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
    many = {both for both, found in clashes.items() if len(found) >= max(MANY, SHARE * total[both])}
    return tuple(
        replace(link, relation="unclear")
        if link.relation == "conflict" and frozenset((article_of[link.left], article_of[link.right])) in many
        else link
        for link in links
    )
