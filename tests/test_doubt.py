"""Second thoughts over all links: articles of two days that clash again and again tell of two things."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import Settings, compare
from compare.claims import extract_all
from compare.judge import EventContext, Side, doubted, without_borne_out
from compare.segment import segment
from compare.types import Article, Difference, Link, Relation, Span

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


def words(one: Link) -> list[tuple[Span, Span]]:
    """The clashing words of a link."""
    return [(each.left, each.right) for each in one.differences]


def test_a_doubt_says_why() -> None:
    """The reason of a clash that is in doubt does not claim that both articles tell of one thing."""
    links = [link(number, "conflict") for number in range(4)]
    notes = {each.note for one in doubted(links, ARTICLES, context(), "vi") for each in one.differences}
    assert all(note.endswith("hai bài có thể kể hai sự việc khác nhau.") for note in notes)


@given(st.lists(st.sampled_from(["agree", "conflict", "update", "unclear"]), max_size=30))
def test_only_conflicts_are_doubted(given_relations: list[Relation]) -> None:
    """All links come back in order with their clashing words, and none but conflicts change."""
    links = [link(number, relation) for number, relation in enumerate(given_relations)]
    for one, other in zip(links, doubted(links, ARTICLES, context()), strict=True):
        assert (one.left, one.right, words(one)) == (other.left, other.right, words(other))
        assert one.relation == other.relation or (one.relation, other.relation) == ("conflict", "unclear")


def test_one_clash_of_articles_that_name_other_days_is_unclear() -> None:
    """Two weather reports of two weeks: neither names a day near one of the other's, and nothing they say clashes."""
    weeks = {"a": frozenset({(1, 8), (1, 9), (1, 12)}), "b": frozenset({(11, 21), (11, 22), (11, 24)})}
    assert relations(link(1, "conflict"), link(2, "agree"), known=EventContext(days=weeks)) == ["unclear", "agree"]


def test_the_end_of_a_year_is_near_the_beginning_of_the_next() -> None:
    """The days before and after New Year are of one week."""
    days = {"a": frozenset({(12, 29), (12, 30), (12, 31)}), "b": frozenset({(1, 1), (1, 2), (1, 3)})}
    assert EventContext(days=days).days_apart("a", "b") == 1
    assert relations(link(1, "conflict"), known=EventContext(days=days)) == ["conflict"]


@pytest.mark.parametrize("days", [({(6, 3)}, {(6, 13), (6, 15)}), ({(6, 3), (6, 5)}, {(6, 13), (6, 15)})])
def test_days_that_two_reports_may_be_at_odds_on_do_not_tell_them_apart(days: tuple[set[tuple[int, int]], ...]) -> None:
    """A single day, or days that all are as far from the other's, may be what one of two reports has wrong."""
    told = {name: frozenset(own) for name, own in zip("ab", days, strict=True)}
    assert relations(link(1, "conflict"), known=EventContext(days=told)) == ["conflict"]


def test_the_report_says_which_articles_may_tell_of_two_happenings() -> None:
    """That days were not set against each other is listed with its reason, so that nothing is lost in silence."""
    told = [
        Article(
            "a", "Dự báo ngày 8/1, không khí lạnh tràn về Bắc Bộ. Từ ngày 9/1, trời Hòa Lâm rét đậm. Ngày 12/1 ấm dần."
        ),
        Article(
            "b",
            "Dự báo ngày 21/11, không khí lạnh tràn về Bắc Bộ. Từ ngày 22/11, trời Hòa Lâm rét đậm. Ngày 24/11 ấm dần.",
        ),
    ]
    (skip,) = compare(told, Settings(model="builtin")).skipped
    assert (skip.stage, skip.what) == ("judge", "a / b")
    assert "two happenings" in skip.reason


def test_the_report_says_whose_language_nothing_here_was_made_for() -> None:
    """Links between two Russian articles are chance: the doubt is said, article by article."""
    told = [
        Article("a", "Премьер-министр приказал помочь пострадавшим. Погибли 14 человек, сообщили власти."),
        Article("b", "Компания представила новый телефон. Погибли 59 человек, сообщили власти региона."),
        Article("c", "Vụ cháy ở Hòa Lâm làm 14 người chết. Nhà chức trách đang điều tra nguyên nhân."),
    ]
    skipped = compare(told, Settings(model="builtin")).skipped
    assert [(skip.stage, skip.what) for skip in skipped] == [("align", "a"), ("align", "b")]
    assert all("not made for its language" in skip.reason for skip in skipped)


def read(*texts: str) -> tuple[Article, Article, dict[str, Side]]:
    """Articles, cut and read, of which the first two are given, with the sentences of all as sides of links."""
    articles = [segment(Article(name, text, language="vi")) for name, text in zip("abc", texts, strict=False)]
    claims = [claim for own in extract_all(articles) for claim in own]
    left, right, *_ = articles
    return (
        left,
        right,
        {
            one.id: Side(article, one, tuple(claim for claim in claims if claim.sentence == one.id))
            for article in articles
            for one in article.sentences
        },
    )


def test_a_detail_that_a_surer_link_bears_out_clashes_with_nothing() -> None:
    """Where the other article tells the same day of the same meeting in a sentence of its own, the day of a drilling is
    another matter; without that sentence the two days clash.
    """
    meeting = "Ngày 19/6, tỉnh Hòa Lâm họp bàn việc xử lý thấm ở đập chính hồ Vân Sơn."
    drilling = "Ngày 20/6, tỉnh Hòa Lâm họp bàn và cho khoan khảo sát việc thấm ở đập chính hồ Vân Sơn."
    left, right, sides = read(f"{meeting} {drilling}", meeting)
    (first, second), (other,) = left.sentences, right.sentences
    days = [Span(text.start, text.start + 9, f"Ngày {day}/6") for text, day in ((second, 20), (other, 19))]
    clash = Link(second.id, other.id, "conflict", 0.6, (Difference("date", days[0], days[1], "Hai ngày khác nhau."),))
    surer = Link(first.id, other.id, "agree", 0.9)
    assert without_borne_out([surer, clash], sides) == (surer,)
    assert without_borne_out([clash], sides) == (clash,)
    assert without_borne_out([replace(surer, probability=0.5), clash], sides)[1:] == (clash,)


@pytest.mark.parametrize(
    ("third", "relation"),
    [
        ("Từ ngày 12/4 đến ngày 19/5, anh Khoa đạp xe từ Cà Mau ra Hà Nội.", "agree"),
        ("Ngày 12/4, anh Khoa đạp xe từ Cà Mau ra Hà Nội.", "conflict"),
        ("Trong tháng 4 và tháng 5, anh Khoa đạp xe từ Cà Mau ra Hà Nội.", "conflict"),
    ],
)
def test_days_that_a_third_source_tells_side_by_side_are_of_two_moments(third: str, relation: Relation) -> None:
    """A start and an end are no clash where another source has both; with one of them, or months, the clash stands."""
    begun = "Ngày 12/4, anh Khoa lên đường đạp xe từ Cà Mau ra Hà Nội."
    ended = "Ngày 19/5, anh Khoa xong hành trình đạp xe từ Cà Mau ra Hà Nội."
    left, right, sides = read(begun, ended, third)
    days = [Span(0, 9, text[:9]) for text in (begun, ended)]
    one, two = left.sentences[0].id, right.sentences[0].id
    clash = Link(one, two, "conflict", 0.9, (Difference("date", days[0], days[1], "Hai ngày khác nhau."),))
    links = [clash, Link(one, "c.s1", "agree", 0.6)]
    assert [link.relation for link in without_borne_out(links, sides)] == [relation, "agree"]
    unrelated = [clash, Link(two, "c.s1", "conflict", 0.6, clash.differences)]
    assert without_borne_out(unrelated, sides)[0].relation == "conflict"


def test_an_article_does_not_clash_with_its_own_copy() -> None:
    """What both articles tell word for word, they both tell: two visits on two days are no clash."""
    visits = "Ngày 18/7, đoàn làm việc với tỉnh Hòa Lâm.", "Ngày 19/7, đoàn làm việc với tỉnh Hòa Lâm."
    for other, kept in ((" ".join(visits), 0), (visits[1], 1)):
        left, right, sides = read(" ".join(visits), other)
        one, two = left.sentences[0], right.sentences[-1]
        days = [Span(text.start, text.start + 9, text.text[:9]) for text in (one, two)]
        clash = Link(one.id, two.id, "conflict", 0.9, (Difference("date", days[0], days[1], "Hai ngày khác nhau."),))
        assert len(without_borne_out([clash], sides)) == kept


def test_a_clash_of_two_days_editions_is_unclear() -> None:
    """Prices of the third and of the tenth, as the headlines have it, are two reports, whatever their sentences say."""
    of_days = EventContext(headlines={"a": (6, 3), "b": (6, 10)})
    assert relations(link(1, "conflict"), link(2, "agree"), known=of_days) == ["unclear", "agree"]
    of_one_day = EventContext(headlines={"a": (6, 3), "b": (6, 3)})
    assert relations(link(1, "conflict"), known=of_one_day) == ["conflict"]
