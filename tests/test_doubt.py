"""Second thoughts over all links: articles of two days that clash again and again tell of two things."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.judge import EventContext, doubted
from compare.types import Difference, Link, Relation, Span

ARTICLES = {f"{name}.s{number}": name for name in "abc" for number in range(40)}


def link(number: int, relation: Relation, left: str = "a", right: str = "b", words: str = "") -> Link:
    """One link of two articles; each clash shows words of its own unless told otherwise."""
    spans = [Span(0, 2, f"{words or number}{side}") for side in (left, right)]
    clashing = () if relation == "agree" else (Difference("number", spans[0], spans[1], "Hai con số khác nhau."),)
    return Link(f"{left}.s{number}", f"{right}.s{number}", relation, 0.9, clashing)


def context(alike: float = 0.4, days: tuple[int, int] = (1, 2)) -> EventContext:
    """Three articles: one tells of the first day, the others of the second, and all are as alike as said."""
    told = {name: frozenset({(6, day)}) for name, day in zip("abc", (*days, days[1]), strict=True)}
    return EventContext(days=told, alike={(one, other): alike for one in "abc" for other in "abc" if one != other})


ONE_DAY = context(days=(1, 1))


def relations(*links: Link, known: EventContext | None = None) -> list[Relation]:
    """What becomes of the links."""
    return [one.relation for one in doubted(links, ARTICLES, known or context())]


def test_no_links_give_none() -> None:
    """Nothing to doubt."""
    assert relations() == []


def test_three_clashes_stand() -> None:
    """Two reports of one event may well differ in three details."""
    links = [link(number, "conflict") for number in range(3)]
    assert relations(*links) == ["conflict"] * 3


def test_a_few_clashes_among_many_agreements_stand() -> None:
    """Four clashes of two long reports that agree on all else are conflicts."""
    links = [link(number, "conflict" if number < 4 else "agree") for number in range(30)]
    assert relations(*links).count("conflict") == 4


def test_clash_upon_clash_on_one_day_stands() -> None:
    """Two reports of one murder may differ in all that can differ: who, where, how many."""
    assert relations(*(link(number, "conflict") for number in range(8)), known=ONE_DAY) == ["conflict"] * 8


def test_articles_of_which_nothing_is_known_stand() -> None:
    """Too short to tell how alike they are, or without a day: no reason for doubt."""
    links = [link(number, "conflict") for number in range(5)]
    assert relations(*links, known=EventContext()) == ["conflict"] * 5


def test_one_text_with_other_figures_is_unclear() -> None:
    """Two price lists in the same words are two, whatever days they name."""
    links = [link(number, "conflict") for number in range(5)]
    assert relations(*links, known=context(alike=0.8, days=(1, 1))) == ["unclear"] * 5


def test_clash_upon_clash_on_two_days_is_unclear() -> None:
    """Where a good part of all links clash, articles of two days likely tell of two things; agreements stay."""
    links = [link(number, "conflict" if number < 4 else "agree") for number in range(8)]
    assert relations(*links) == ["unclear"] * 4 + ["agree"] * 4


def test_one_clash_told_again_and_again_counts_once() -> None:
    """The same two figures in five sentences are one difference."""
    links = [link(number, "conflict", words="12") for number in range(5)]
    assert relations(*links) == ["conflict"] * 5


def test_a_third_article_is_judged_by_its_own_clashes() -> None:
    """Doubt about two articles does not spread to a third."""
    links = [link(number, "conflict") for number in range(4)] + [link(9, "conflict", "a", "c")]
    assert relations(*links) == ["unclear"] * 4 + ["conflict"]


@given(st.lists(st.sampled_from(["agree", "conflict", "update", "unclear"]), max_size=30))
def test_only_conflicts_are_doubted(given_relations: list[Relation]) -> None:
    """All links come back in order with their differences, and none but conflicts change."""
    links = [link(number, relation) for number, relation in enumerate(given_relations)]
    for one, other in zip(links, doubted(links, ARTICLES, context()), strict=True):
        assert (one.left, one.right, one.differences) == (other.left, other.right, other.differences)
        assert one.relation == other.relation or (one.relation, other.relation) == ("conflict", "unclear")
