"""Second thoughts over all links: two articles that clash again and again tell of two things."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.judge import doubted
from compare.types import Difference, Link, Relation, Span

ARTICLES = {f"{name}.s{number}": name for name in "abc" for number in range(40)}


def link(number: int, relation: Relation, left: str = "a", right: str = "b", words: str = "") -> Link:
    """One link of two articles; each clash shows words of its own unless told otherwise."""
    spans = [Span(0, 2, f"{words or number}{side}") for side in (left, right)]
    clashing = () if relation == "agree" else (Difference("number", spans[0], spans[1], "Hai con số khác nhau."),)
    return Link(f"{left}.s{number}", f"{right}.s{number}", relation, 0.9, clashing)


def relations(*links: Link) -> list[Relation]:
    """What becomes of the links."""
    return [one.relation for one in doubted(links, ARTICLES)]


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


def test_clash_upon_clash_is_unclear() -> None:
    """Where a good part of all links clash, the two articles likely tell of two things; what agrees still agrees."""
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
    for one, other in zip(links, doubted(links, ARTICLES), strict=True):
        assert (one.left, one.right, one.differences) == (other.left, other.right, other.differences)
        assert one.relation == other.relation or (one.relation, other.relation) == ("conflict", "unclear")
