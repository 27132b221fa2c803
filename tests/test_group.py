"""Links joined into findings."""

from hypothesis import given
from hypothesis import strategies as st

from compare.group import group
from compare.types import Article, Difference, Link, Sentence, Span


def article(name: str, sentences: int) -> Article:
    """An article whose sentences are "Câu 1.", "Câu 2.", ..."""
    parts, found, offset = [], [], 0
    for number in range(1, sentences + 1):
        text = f"Câu số {number} của {name}."
        found.append(Sentence(f"{name}.s{number}", offset, offset + len(text), text))
        parts.append(text)
        offset += len(text) + 1
    return Article(id=name, text=" ".join(parts), source=name.upper(), sentences=tuple(found))


def findings(articles, links, likely=()):
    """Group with a probability of 1 for linked or ``likely`` pairs and 0 for all others."""
    known = {(one.left, one.right) for one in links} | set(likely)
    salience = {sentence.id: 0.5 for one in articles for sentence in one.sentences}
    return group(articles, links, lambda a, b: float((a, b) in known or (b, a) in known), salience)


def test_without_links_every_sentence_stands_alone() -> None:
    """Nothing is lost: a sentence that nothing is linked to is a one-sided finding."""
    found = findings([article("a", 2), article("b", 1)], [])
    assert [(one.verdict, one.sentences) for one in found] == [
        ("one-sided", ("a.s1",)),
        ("one-sided", ("a.s2",)),
        ("one-sided", ("b.s1",)),
    ]


def test_unrelated_facts_are_not_chained() -> None:
    """A sentence linked to two sentences of an article does not pull a third fact in behind them."""
    links = [
        Link("a.s1", "b.s1", "agree", 0.9),
        Link("a.s2", "b.s1", "agree", 0.8),
        Link("a.s2", "b.s2", "agree", 0.7),
        Link("a.s3", "b.s2", "agree", 0.6),
    ]
    assert all(len(one.sentences) <= 3 for one in findings([article("a", 3), article("b", 2)], links))


def test_three_sources_of_one_fact_make_one_finding() -> None:
    """A fact that three sources carry is one finding with three sources."""
    links = [
        Link("a.s1", "b.s1", "agree", 0.9),
        Link("b.s1", "c.s1", "agree", 0.8),
        Link("a.s1", "c.s1", "agree", 0.7),
    ]
    (one,) = findings([article("a", 1), article("b", 1), article("c", 1)], links)
    assert (one.verdict, one.sources, one.links) == ("agree", ("A", "B", "C"), (0, 1, 2))


def test_a_third_version_joins_the_dispute() -> None:
    """Two sources that agree against a third are one conflict that shows all three."""
    links = [
        Link("a.s1", "b.s1", "agree", 0.9),
        Link("b.s1", "c.s1", "conflict", 0.8),
        Link("a.s1", "c.s1", "conflict", 0.7),
    ]
    (one,) = findings([article("a", 1), article("b", 1), article("c", 1)], links)
    assert (one.verdict, one.sources) == ("conflict", ("A", "B", "C"))


def test_another_clause_of_a_long_sentence_stays_apart() -> None:
    """A sentence that agrees with one passage and clashes with another belongs to two findings."""
    links = [Link("a.s1", "b.s1", "agree", 0.9), Link("a.s1", "b.s2", "conflict", 0.8)]
    found = findings([article("a", 1), article("b", 2)], links)
    assert [(one.verdict, one.sentences) for one in found] == [
        ("conflict", ("a.s1", "b.s2")),
        ("agree", ("a.s1", "b.s1")),
    ]


def test_a_source_that_repeats_its_version_is_one_dispute() -> None:
    """The same words disputed twice, because a source says its version twice, are one conflict."""
    left = Span(0, 3, "Câu")
    links = [
        Link("a.s1", "b.s1", "conflict", 0.9, (Difference("number", left, Span(0, 3, "Câu"), "x"),)),
        Link("a.s1", "b.s2", "conflict", 0.4, (Difference("number", left, Span(16, 19, "Câu"), "x"),)),
    ]
    conflicts = [one for one in findings([article("a", 1), article("b", 2)], links) if one.verdict == "conflict"]
    assert [one.sentences for one in conflicts] == [("a.s1", "b.s1", "b.s2")]


ENDS = st.tuples(st.integers(1, 4), st.integers(1, 4), st.sampled_from(["agree", "conflict", "update"]))


@given(st.lists(ENDS, max_size=12, unique_by=lambda one: one[:2]))
def test_every_link_and_every_sentence_is_kept(ends: list[tuple[int, int, str]]) -> None:
    """Each link is in exactly one finding and each sentence in at least one, whatever the links."""
    links = [Link(f"a.s{i}", f"b.s{j}", relation, 0.5) for i, j, relation in ends]
    found = findings([article("a", 4), article("b", 4)], links)
    assert sorted(index for one in found for index in one.links) == list(range(len(links)))
    assert {s for one in found for s in one.sentences} == {f"{x}.s{n}" for x in "ab" for n in range(1, 5)}


@given(st.lists(ENDS, max_size=12, unique_by=lambda one: one[:2]), st.randoms())
def test_the_order_of_links_does_not_matter(ends, shuffler) -> None:
    """The same links in another order give the same findings."""
    links = [Link(f"a.s{i}", f"b.s{j}", relation, 0.9 - n / 100) for n, (i, j, relation) in enumerate(ends)]
    mixed = list(links)
    shuffler.shuffle(mixed)
    articles = [article("a", 4), article("b", 4)]
    assert [one.sentences for one in findings(articles, links)] == [one.sentences for one in findings(articles, mixed)]


def test_an_agreement_within_a_larger_one_joins_it() -> None:
    """What b and c say was a matter of its own until c joined the others: one finding of six sources tells it all."""
    sure = [("a", "b", 0.99), ("b", "c", 0.95), ("a", "e", 0.9), ("a", "f", 0.88), ("a", "d", 0.85), ("c", "d", 0.8)]
    links = [Link(f"{x}.s1", f"{y}.s1", "agree", likely) for x, y, likely in sure]
    likely = [(f"{x}.s1", f"{y}.s1") for x, y in ("be", "bf", "ef", "de", "df", "ce", "cf")]
    (one,) = findings([article(name, 1) for name in "abcdef"], links, likely)
    assert (len(one.sources), len(one.links)) == (6, 6)


def repeated(name: str) -> Article:
    """An article that tells its first sentence a second time at its end."""
    made = article(name, 2)
    first = made.sentences[0].text
    again = Sentence(f"{name}.s3", len(made.text) + 1, len(made.text) + 1 + len(first), first.upper())
    return Article(id=name, text=f"{made.text} {again.text}", source=made.source, sentences=(*made.sentences, again))


def test_what_an_article_says_twice_counts_once() -> None:
    """Words that come again make no finding of their own, linked or not, and both places are kept."""
    alone = findings([repeated("a"), article("b", 1)], [])
    assert [one.sentences for one in alone] == [("a.s1", "a.s3"), ("a.s2",), ("b.s1",)]
    for linked in ("a.s1", "a.s3"):
        found = findings([repeated("a"), article("b", 1)], [Link(linked, "b.s1", "agree", 0.9)])
        assert [one.sentences for one in found] == [("a.s1", "a.s3", "b.s1"), ("a.s2",)]


def test_the_tenth_sentence_stands_behind_the_second() -> None:
    """Findings of equal weight come in the order of the text, not of their ids as words."""
    found = findings([article("a", 11), article("b", 1)], [])
    assert [one.sentences[0] for one in found] == [*(f"a.s{number}" for number in range(1, 12)), "b.s1"]
