"""Second thoughts over all links of an event: two articles that clash again and again may tell of two things, and a
detail that a surer link bears out clashes with nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from compare.judge.date import comparable, fits
from compare.judge.figures import noun_groups
from compare.judge.notes import doubt_note
from compare.judge.sides import EventContext, Side
from compare.types import Difference, Link, Quantity, Span, Time

# Two reports of one event may differ in many details: of four clashes or more between two articles as many are real, by
# our own labels, as of one alone (0.37 and 0.34). Not so where they name other days (0.09 of 227) or are told in the
# same words (0.15 of 142): those are daily price lists, weather reports, two matches.
MANY = 4
SHARE = 0.15
OTHER_DAYS = 0.3
SAME_WORDS = 0.7


def doubted(
    links: Sequence[Link], article_of: Mapping[str, str], context: EventContext, language: str = "en"
) -> tuple[Link, ...]:
    """The links in the same order; the conflicts between two articles are unclear where their headlines name two days,
    where these name no day near one of the other's, or clash too often and share few days or are told in the same
    words. Their notes, in ``language``, say so.

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
        or context.of_other_editions(*sorted(both))
        or (len(found) >= max(MANY, SHARE * total[both]) and _of_two_things(context, *sorted(both)))
    }
    return tuple(
        replace(link, relation="unclear", differences=tuple(_of_two(one, language) for one in link.differences))
        if link.relation == "conflict" and frozenset((article_of[link.left], article_of[link.right])) in many
        else link
        for link in links
    )


def _of_two(one: Difference, language: str) -> Difference:
    return replace(one, note=doubt_note(one.left.text, one.right.text, language))


def without_borne_out(links: Sequence[Link], sides: Mapping[str, Side]) -> tuple[Link, ...]:
    """The links in the same order, but for clashes of a figure or time that the other article tells too, in a sentence
    that a surer link joins to this one: the two then tell of two things, each of which has its own. ``sides`` are those
    of all sentences.

    Of six such clashes on the gold one was a conflict, and two were links at all. A clash of two times that a third
    article tells side by side ("from 12 April to 19 May") is an agreement.
    """
    of: dict[str, list[Link]] = {}
    for link in links:
        of.setdefault(link.left, []).append(link)
        of.setdefault(link.right, []).append(link)
    return tuple(
        replace(link, relation="agree", differences=())
        if link.relation == "conflict" and _told_side_by_side(link, of, sides)
        else link
        for link in links
        if link.relation != "conflict" or not _borne_out(link, of, sides)
    )


def _borne_out(link: Link, links: Mapping[str, Sequence[Link]], sides: Mapping[str, Side]) -> bool:
    left, right = sides[link.left], sides[link.right]
    if left.sentence.text in right.article.text and right.sentence.text in left.article.text:
        return True  # both articles have both sentences, word for word
    clash = link.differences[0]
    if clash.kind not in ("number", "date"):
        return False
    for own, detail, other in ((link.left, clash.left, link.right), (link.right, clash.right, link.left)):
        for surer in links[own]:
            met = surer.right if surer.left == own else surer.left
            there = met != other and sides[met].article.id == sides[other].article.id
            sure = there and surer.relation == "agree" and surer.probability >= link.probability
            if sure and any(_told_in(sides[met], one) for one in _details(sides[own], detail)):
                return True
    return False


def _told_side_by_side(link: Link, links: Mapping[str, Sequence[Link]], sides: Mapping[str, Side]) -> bool:
    """Whether a third article tells both times in one sentence that agrees with one of the two. Figures may be told so
    and clash: "2 dead, 3 injured" does not reconcile two dead with three.
    """
    clash = link.differences[0]
    if clash.kind != "date":
        return False
    left, right = sides[link.left], sides[link.right]
    agreeing = [one for own in (link.left, link.right) for one in links[own] if one.relation == "agree"]
    met = {name for one in agreeing for name in (one.left, one.right)} - {link.left, link.right}
    own = {left.article.id, right.article.id}
    thirds = [sides[name] for name in met if sides[name].article.id not in own]
    pairs = list(product(_details(left, clash.left), _details(right, clash.right)))
    return any(
        first.span != second.span
        for third in thirds
        for one, other in pairs
        for first, second in product(_matching(third, one), _matching(third, other))
    )


def _details(side: Side, span: Span) -> Iterator[Quantity | Time]:
    """The figure or time of a sentence that stands at a span."""
    yield from (one for one in side.quantities if (one.span.start, one.span.end) == (span.start, span.end))
    yield from (one for one in side.times if (one.span.start, one.span.end) == (span.start, span.end))


def _told_in(side: Side, detail: Quantity | Time) -> bool:
    """Whether a sentence has the same figure of a like thing, or a time of the same day and hour."""
    return any(True for _ in _matching(side, detail))


def _matching(side: Side, detail: Quantity | Time) -> Iterator[Quantity | Time]:
    """The same figures of a like thing in a sentence, or its times of the same day and hour."""
    if isinstance(detail, Time):
        alike = (one for one in side.times if one.kind == detail.kind)
        moment = (detail.day, detail.month, detail.clock)
        for one in alike:
            if fits(one, detail) and comparable(one, detail) and (one.day, one.month, one.clock) == moment:
                yield one
    elif detail.value is not None:
        told = (detail.kind, detail.value, detail.unit)
        same = (one for one in side.quantities if (one.kind, one.value, one.unit) == told)
        yield from (one for one in same if _of_one_sort(one, detail))


def _of_one_sort(left: Quantity, right: Quantity) -> bool:
    """Whether two counts may be of one sort of thing: not 14 people and 14 motorbikes."""
    if not left.noun or not right.noun or left.noun == right.noun:
        return True
    return bool(noun_groups(left.noun) & noun_groups(right.noun))


def _of_two_things(context: EventContext, left: str, right: str) -> bool:
    """Whether two articles look as if they told of two happenings of one kind."""
    known = context.shared(left, right)
    return 0 <= known["articles_days"] < OTHER_DAYS or known["articles_alike"] >= SAME_WORDS
