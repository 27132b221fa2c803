from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.render import Decision, render
from compare.render.csv import columns
from compare.render.document import plain
from compare.render.excerpt import excerpt, shared_place
from compare.render.labels import words
from compare.render.view import view
from compare.types import Comparison, Contrast, Difference, Finding, Framing, Link, Skip, SourceFraming, Span
from tests.helpers_render import article, comparison, fire, large, span


def part(shown: str, name: str) -> str:
    """One section of a Markdown report."""
    return shown.split(f'## <a id="{name}"></a>')[1].split('\n## <a id="')[0]


def two(first: str, second: str, *verdicts: Any, **fields: Any) -> Comparison:
    """Two one-sentence articles with a link and a finding for each verdict, without differences."""
    one, other = article("a1", [[first]], source="A"), article("a2", [[second]], source="B")
    links = tuple(Link("a1.s1", "a2.s1", verdict, 0.9) for verdict in verdicts)
    findings = tuple(
        Finding(f"f{n + 1}", verdict, ("A", "B"), ("a1.s1", "a2.s1"), (n,), 0.5, "")
        for n, verdict in enumerate(verdicts)
    )
    return comparison([one, other], links=links, findings=findings, **fields)


def test_no_conflict_is_said_in_words() -> None:
    """A section with nothing in it says so instead of staying away."""
    shown = render(two("Một.", "Một."), "markdown")
    assert "No conflicts found." in part(shown, "conflict")
    assert "0 conflicts" in shown


def test_two_sources_have_no_matrix() -> None:
    """The table of claims and sources begins with three sources."""
    assert 'id="matrix"' not in render(two("Một.", "Một.", "agree"), "markdown")
    assert 'id="matrix"' in render(fire(), "markdown")


def test_an_agreement_of_strangers_is_not_called_one_origin() -> None:
    """Only sources that share an origin are marked so."""
    assert "origin" not in render(two("Một.", "Một.", "agree"), "markdown")


def test_agreement_within_one_origin_is_not_independent() -> None:
    """Two sources that retell one agency are not counted as two."""
    shown = render(two("Một.", "Một.", "agree", framing=Framing(same_origin=(("a1", "a2"),))), "markdown")
    assert "One origin (A and B): not independent agreement." in part(shown, "agree")


def test_what_another_source_tells_only_perhaps_stands_under_its_own_too() -> None:
    """A sentence that only a less sure agreement gives to two sources is not lost to "in one source only"."""
    made = two("Thái tử bị giam lỏng.", "Thái tử bị phế truất.", "agree")
    unsure = replace(made, links=(replace(made.links[0], probability=0.45),))
    alone = part(render(unsure, "markdown"), "one-sided")
    assert "1 sentence that another source tells only perhaps" in alone
    assert "Thái tử bị giam lỏng. ([f1](#f1), Same matter: low, 45%)" in alone
    assert "giam lỏng" not in part(render(made, "markdown"), "one-sided")


def test_an_agreement_shows_no_clash() -> None:
    """Words that differ inside an agreement are not set in bold."""
    made = two("Có 3 người.", "Có ba người.", "agree")
    one, other = made.articles
    same = Difference("number", span(one, 1, "3"), span(other, 1, "ba"), "")
    shown = render(replace(made, links=(replace(made.links[0], differences=(same,)),)), "markdown")
    assert "Có 3 người." in part(shown, "agree")
    assert "Có ba người." in part(shown, "agree")


def test_a_sentence_in_the_headlines_place_stands_once() -> None:
    """A title that is the first sentence is not printed above it again."""
    one = article("a1", [["Cháy lớn"], ["Có 3 người."]], title="Cháy lớn", source="A")
    assert part(render(comparison([one]), "markdown"), "texts").count("Cháy lớn") == 1


def test_the_counts_stand_at_the_top() -> None:
    """The second line counts sources and verdicts, with links to their sections."""
    top = render(fire(), "markdown").splitlines()[2]
    assert top == (
        "**3 sources**, [1 conflict](#conflict), [1 update](#update), [1 unclear](#unclear), "
        "[1 agreement](#agree), [2 in one source only](#one-sided)"
    )


def test_sections_stand_in_the_editors_order() -> None:
    """Conflicts come first, the full texts and how it was made last."""
    shown = render(fire(), "markdown")
    rest = ["framing", "matrix", "removed", "texts", "made"]
    names = ["sources", "conflict", "update", "unclear", "agree", "one-sided", *rest]
    places = [shown.index(f'## <a id="{one}"></a>') for one in names]
    assert all(before < after for before, after in pairwise(places))


def test_a_three_way_conflict_shows_every_version_and_its_holder() -> None:
    """All three figures stand in the heading with their sources, and in bold in their passages."""
    shown = part(render(fire(), "markdown"), "conflict")
    assert "number: “12 người” (Báo Sông) / “15 người” (Đài Núi) / “ít nhất 20 người” (Tin Biển)" in shown
    assert "> **Báo Sông**, [sentence 1](#t1-1): Vụ cháy làm **12 người** bị thương." in shown
    assert "> **Tin Biển**, [sentence 1](#t3-1): Có **ít nhất 20 người** nhập viện." in shown
    assert "How sure that the passages tell of one matter: high, 94%." in shown


def test_sources_that_agree_hold_one_version_together() -> None:
    """In a conflict of three, the two that give the same figure stand together."""
    made = fire()
    third = article(
        "a3", [["Có 15  người nhập viện.", "Điện lực nói đã có sự cố điện.", "Khói bay xa 5 km."]], source="Tin Biển"
    )
    one, other = made.articles[:2]
    clash = Difference("number", span(one, 1, "12 người"), span(third, 1, "15  người"), "x")
    links = (made.links[0], Link("a1.s1", "a3.s1", "conflict", 0.8, (clash,)), *made.links[2:])
    versions = view(replace(made, articles=(one, other, third), links=links)).of("conflict")[0].slots[0].versions
    assert [(v.text, v.holders) for v in versions] == [
        ("12 người", ("Báo Sông",)),
        ("15 người", ("Đài Núi", "Tin Biển")),
    ]


def clash_of_three(kind: str, first: str, second: str, third: str, words: tuple[str, str]) -> list[tuple[str, ...]]:
    """Holders of each version where A and B clash and C's sentence stands in the finding as well."""
    one, other = article("a1", [[first]], source="A"), article("a2", [[second]], source="B")
    last = article("a3", [[third]], source="C")
    difference = Difference(kind, span(one, 1, words[0]), span(other, 1, words[1]), "x")  # type: ignore[arg-type]
    links = (Link("a1.s1", "a2.s1", "conflict", 0.9, (difference,)), Link("a2.s1", "a3.s1", "agree", 0.9))
    finding = Finding("f1", "conflict", ("A", "B", "C"), ("a1.s1", "a2.s1", "a3.s1"), (0, 1), 0.5, "x")
    made = comparison([one, other, last], links=links, findings=(finding,))
    return [version.holders for version in view(made).of("conflict")[0].slots[0].versions]


def test_a_source_of_the_same_finding_holds_the_version_that_it_tells() -> None:
    """A source without a clash of its own stands with those that say the same; a short figure says too little."""
    names = "Nạn nhân là em Phan Đức Huy.", "Nạn nhân là em Phạm Đức Huy.", "Em Phạm Đức Huy mất sáng nay."
    assert clash_of_three("actor", *names, ("Phan Đức Huy", "Phạm Đức Huy")) == [("A",), ("B", "C")]
    figures = "Có 12 người chết.", "Có 15 người chết.", "Em ấy 15 tuổi."
    assert clash_of_three("number", *figures, ("12", "15")) == [("A",), ("B",)]
    counted = "Có 12 người chết.", "Có 15 người chết.", "Vụ này làm 15 người chết."
    assert clash_of_three("number", *counted, ("12", "15")) == [("A",), ("B", "C")]


@pytest.mark.parametrize(
    "figures", [("12 tỉ đồng", "15 tỷ đồng", "12 tỷ đồng"), ("12tỉ đồng", "15 tỷ đồng", "12 tỷ đồng")]
)
def test_one_figure_in_two_spellings_is_one_version(figures: tuple[str, str, str]) -> None:
    """ "12 tỉ đồng", "12tỉ đồng" and "12 tỷ đồng" are held by their sources together."""
    texts = [f"Thiệt hại {figure}." for figure in figures]
    one, other, third = (article(f"a{n}", [[text]], source="ABC"[n - 1]) for n, text in enumerate(texts, 1))
    first = Difference("number", span(one, 1, figures[0]), span(other, 1, figures[1]), "x")
    second = Difference("number", span(other, 1, figures[1]), span(third, 1, figures[2]), "x")
    links = (Link("a1.s1", "a2.s1", "conflict", 0.9, (first,)), Link("a2.s1", "a3.s1", "conflict", 0.9, (second,)))
    finding = Finding("f1", "conflict", ("A", "B", "C"), ("a1.s1", "a2.s1", "a3.s1"), (0, 1), 0.5, "x")
    shown = view(comparison([one, other, third], links=links, findings=(finding,))).of("conflict")[0]
    assert [version.holders for version in shown.slots[0].versions] == [("A", "C"), ("B",)]


def test_one_hour_in_two_spellings_is_one_version() -> None:
    """ "16h ngày 19/5" and "16 giờ ngày 19-5" are no two versions of an hour."""
    made = two("Lúc 16h ngày 19/5 có cháy.", "Lúc 17h ngày 19/5 có cháy.", "conflict")
    one, other = made.articles
    third = article("a3", [["Lúc 16 giờ ngày 19-5 có cháy."]], source="C")
    said = ("16h ngày 19/5", "17h ngày 19/5", "16 giờ ngày 19-5")
    first = Difference("date", span(one, 1, said[0]), span(other, 1, said[1]), "x")
    second = Difference("date", span(other, 1, said[1]), span(third, 1, said[2]), "x")
    links = (Link("a1.s1", "a2.s1", "conflict", 0.9, (first,)), Link("a2.s1", "a3.s1", "conflict", 0.9, (second,)))
    finding = Finding("f1", "conflict", ("A", "B", "C"), ("a1.s1", "a2.s1", "a3.s1"), (0, 1), 0.5, "x")
    shown = view(comparison([one, other, third], links=links, findings=(finding,))).of("conflict")[0]
    assert [version.holders for version in shown.slots[0].versions] == [("A", "C"), ("B",)]


def test_a_bare_cue_is_shown_with_what_follows_it() -> None:
    """A heading of "will" against "has" would say nothing: the words after the cue stand with it."""
    made = two("Hai bên chuẩn bị ký hiệp định biên giới mới.", "Hai bên đã ký.", "update")
    one, other = made.articles
    moved = Difference("outcome", span(one, 1, "chuẩn bị"), span(other, 1, "đã"), "")
    shown = render(replace(made, links=(replace(made.links[0], differences=(moved,)),)), "markdown")
    assert "outcome: “chuẩn bị ký hiệp định biên …” (A) / “đã ký” (B)" in shown


def test_two_details_of_one_finding_stay_apart() -> None:
    """The dead are never listed among the injured: each detail lists its own versions."""
    made = two("Có 2 chết, 7 bị thương.", "Có 3 chết, 9 bị thương.", "conflict")
    one, other = made.articles
    clashes = tuple(
        Difference("number", span(one, 1, left), span(other, 1, right), "") for left, right in (("2", "3"), ("7", "9"))
    )
    shown = render(replace(made, links=(replace(made.links[0], differences=clashes),)), "markdown")
    assert "- number: “2 chết”: A; “3 chết”: B" in shown
    assert "- number: “7 bị thương”: A; “9 bị thương”: B" in shown


def test_reports_name_inferred_dates_as_such() -> None:
    """A date read out of the text is marked, a given one is not."""
    shown = part(render(fire(), "markdown"), "sources")
    assert "6 March 2024 (inferred from the text)" in shown
    assert "| 07:30, 5 March 2024 |" in shown


def test_contrasts_stand_in_their_sentences_and_headlines() -> None:
    """Each wording is shown in bold among its own words; a headline goes by its article."""
    made = fire()
    one, other = made.articles[:2]
    headlines = Contrast("", Span(0, 8, "Cháy lớn"), Span(18, 26, "bốc cháy"), "", "a2", "loaded", "")
    added = Contrast(
        "f2",
        span(one, 2, "chuẩn bị"),
        Span(other.sentences[1].start, other.sentences[1].start, ""),
        "a1.s2",
        "a2.s2",
        "hedged",
        "",
    )
    shown = part(
        render(replace(made, framing=replace(made.framing, contrasts=(headlines, added))), "markdown"), "framing"
    )
    assert "- **Báo Sông** headline: **Cháy lớn** ở Bến Lành, hàng chục" in shown
    assert "/ **Đài Núi** headline: Kho hàng Bến Lành **bốc cháy** (loaded)" in shown
    assert (
        "- **Báo Sông** [2](#t1-2): Thành phố **chuẩn bị** họp về vụ việc. / **Đài Núi** [2](#t2-2): Thành phố đã họp"
        in shown
    )


def test_what_was_removed_and_skipped_is_listed() -> None:
    """Furniture stands with its rule and words, a skip with its stage and reason."""
    shown = part(render(fire(), "markdown"), "removed")
    assert "player clock: “0:00 / 0:00”" in shown
    assert "| reading | anh.jpg | not a text |" in shown


def test_furniture_is_not_in_the_full_text() -> None:
    """The numbered text holds the story's sentences only."""
    assert "0:00" not in part(render(fire(), "markdown"), "texts")


def test_the_report_says_how_it_was_made() -> None:
    """Version, models, settings and the hash of every input close the report."""
    shown = part(render(fire(), "markdown"), "made")
    assert "claim-compare 0.1.0" in shown
    assert "Settings: model = builtin, offline = true" in shown
    assert shown.count("ab" * 32) == 3


def test_sources_of_one_name_get_labels_of_their_own() -> None:
    """Two articles of one outlet stay two columns."""
    made = comparison(
        [article("a1", [["Một."]], source="A"), article("a2", [["Hai."]], source="a"), article("a3", [["Ba."]])]
    )
    assert [one.label for one in view(made).sources] == ["A", "a (2)", "a3"]


def test_long_lists_are_folded_in_the_comparisons_order() -> None:
    """Of many findings the first stand open, the rest behind a word that counts them."""
    shown = part(render(large(), "markdown"), "agree")
    assert "<summary>88 more</summary>" in shown
    assert [one.finding.id for one in view(large()).of("agree")] == [f"f{n}" for n in range(4, 500, 5)]


def unsure(made: Comparison, number: int, probability: float = 0.4) -> Comparison:
    """The comparison with one link less likely."""
    links = list(made.links)
    links[number] = replace(links[number], probability=probability)
    return replace(made, links=tuple(links))


def test_unsure_agreements_are_folded_apart() -> None:
    """An agreement that is more likely none than one does not stand among the others."""
    shown = part(render(unsure(two("Cầu thông xe.", "Cầu mở lại.", "agree"), 0), "markdown"), "agree")
    assert '### <a id="less-sure"></a>Perhaps the same matter' in shown
    assert "<summary>1 less sure</summary>" in shown
    assert "Cầu thông xe." in shown[shown.index("less sure") :]


def test_what_is_less_sure_of_sentences_shown_above_is_a_line() -> None:
    """Sentences that a surer finding has already are not quoted again: their numbers are."""
    shown = part(render(unsure(two("Cầu thông xe.", "Cầu mở lại.", "agree", "agree"), 1), "markdown"), "agree")
    assert "<summary>1 of them, of sentences that all stand above already</summary>" in shown
    assert shown.index('id="f1"') < shown.index("stand above already") < shown.index('id="f2"')
    assert shown.count("Cầu thông xe.") == 1


def test_doubts_about_the_comparison_stand_at_the_top() -> None:
    """Two happenings under one heading are to be known before any finding is read."""
    reason = "they name no day near one of the other's: days not compared, maybe two happenings"
    made = two("Cầu thông xe.", "Cầu mở lại.", "agree", skipped=(Skip("judge", "A / B", reason),))
    shown = render(made, "markdown", language="vi")
    assert shown.index("**Lưu ý:** A / B: hai bài") < shown.index('id="sources"')


def test_what_is_less_sure_is_not_counted_as_agreement() -> None:
    """The counts line tells agreements from what is only perhaps the same matter, in both languages."""
    made = unsure(two("Cầu thông xe.", "Cầu mở lại.", "agree", "agree", "agree"), 2)
    english, vietnamese = (render(made, "markdown", language=one).splitlines()[2] for one in ("en", "vi"))
    assert "[2 agreements](#agree), [1 less sure](#less-sure), " in english
    assert "[2 điểm trùng khớp](#agree), [1 điểm ít chắc hơn](#less-sure), " in vietnamese


def test_no_sure_agreement_is_said_in_words() -> None:
    """Where every agreement is less sure the section says that there is none, and the count has no link."""
    shown = render(unsure(two("Cầu thông xe.", "Cầu mở lại.", "agree"), 0), "markdown")
    assert "No agreements found." in part(shown, "agree")
    assert ", 0 agreements, [1 less sure](#less-sure), " in shown


def test_the_matrix_leaves_out_what_is_less_sure() -> None:
    """A table of who reports what holds no pair that is more likely none than one."""
    assert "(#f4)" in part(render(fire(), "markdown"), "matrix")
    assert "(#f4)" not in part(render(unsure(fire(), 4), "markdown"), "matrix")


def test_an_agreement_that_an_editor_confirms_is_counted() -> None:
    """A person's word makes a doubtful agreement a sure one."""
    made = unsure(two("Cầu thông xe.", "Cầu mở lại.", "agree"), 0)
    shown = render(made, "markdown", decisions={"f1": Decision("confirmed")})
    assert "[1 agreement](#agree)" in shown
    assert "less sure" not in shown


def test_json_and_csv_keep_the_verdict_of_what_is_less_sure() -> None:
    """The counts are a matter of the report: records name the verdict as before."""
    made = unsure(two("Cầu thông xe.", "Cầu mở lại.", "agree"), 0)
    assert '"verdict": "agree"' in render(made, "json")
    assert render(made, "csv").splitlines()[1].startswith('"f1","agree","A; B",0.4,')


def test_the_figure_is_named_as_what_it_is() -> None:
    """The percentage is that of the link: how likely both speak of one matter."""
    made = two("Cầu thông xe.", "Cầu đã mở lại.", "agree", "unclear")
    for name in ("markdown", "html"):
        for language, brief, whole in (
            ("en", "Same matter: high, 90%.", "How sure that the passages tell of one matter: high, 90%."),
            ("vi", "Cùng một việc: cao, 90%.", "Độ chắc rằng các đoạn cùng nói một việc: cao, 90%."),
        ):
            shown = render(made, name, language=language)
            assert (shown.count(brief), shown.count(whole)) == (1, 1)


@pytest.mark.parametrize(("probability", "said"), [(0.599, "low, 59%"), (0.6, "fair, 60%"), (0.849, "fair, 84%")])
def test_a_percentage_is_never_rounded_up(probability: float, said: str) -> None:
    """The word and the figure beside it say the same: below six tenths no 60% stands."""
    assert words("en").confidence(probability) == f"Same matter: {said}"


def test_decisions_stand_with_their_findings() -> None:
    """State, editor, time, note and a later change of the text are shown; the counts follow the decisions."""
    decisions = {
        "f1": Decision("overruled", "Lan", "unclear", "Hai thời điểm | khác nhau", "2024-03-07 09:00"),
        "f2": Decision("dismissed", "Minh"),
        "f4": Decision("confirmed", changed=True),
        "f5": Decision("undecided"),
    }
    shown = render(fire(), "markdown", decisions=decisions)
    assert "[2 unclear](#unclear)" in shown
    assert "[1 dismissed](#dismissed)" in shown
    assert "3 of 6 findings decided." in shown
    state = "**Editor's decision: overruled, from conflict to unclear** (by Lan, 2024-03-07 09:00)."
    assert f"{state} Note: Hai thời điểm \\| khác nhau." in part(shown, "unclear")
    assert "The text has changed since this decision." in part(shown, "agree")
    assert '"state","editor","note"' in render(fire(), "csv", decisions=decisions).splitlines()[0]


def test_csv_has_a_row_for_every_finding_and_a_column_for_every_source() -> None:
    """The header names the columns of the contract, each source has its passages."""
    lines = render(fire(), "csv").splitlines()
    assert len(lines) == 7
    assert lines[0].replace('"', "").split(",") == columns(view(fire()), False)
    assert lines[1].startswith('"f1","conflict","Báo Sông; Đài Núi; Tin Biển",0.94,"number",')


def test_a_short_sentence_is_shown_whole() -> None:
    """Nothing is cut that fits."""
    assert plain(excerpt("Có 3 người.", ((3, 10),))) == "Có 3 người."


def test_a_long_sentence_is_cut_around_the_clash_at_words() -> None:
    """Both clashing words of a long sentence stay, with whole words around them."""
    text = "đầu " * 100 + "số 12 người " + "giữa " * 100 + "ngày 5/3 " + "cuối " * 100
    marks = tuple((text.index(one), text.index(one) + len(one)) for one in ("12 người", "5/3"))
    runs = excerpt(text, marks, 120)
    assert [one.text for one in runs if one.mark] == ["12 người", "5/3"]
    shown = plain(runs)
    assert len(shown) < 200
    assert set(shown.replace("…", "").split()) <= set(text.split())
    assert shown.count("…") == 3


@given(
    st.text(max_size=400),
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 40)), max_size=4),
    st.integers(20, 300),
)
def test_an_excerpt_never_loses_a_marked_word(text: str, cuts: list[tuple[int, int]], limit: int) -> None:
    """Every marked character is in the excerpt and marked; the rest is the text's own, in order."""
    marks = tuple((start, min(start + size, len(text))) for start, size in cuts if start < len(text))
    runs = excerpt(text, marks, limit)
    marked = {place for start, end in marks for place in range(start, end)}
    assert sum(len(one.text) for one in runs if one.mark) == len(marked)
    rest = 0
    for one in runs:
        if one.text.strip() != "…":
            rest = text.index(one.text, rest) + len(one.text)


@pytest.mark.parametrize("limit", [50, 200])
def test_an_unmarked_excerpt_is_the_beginning(limit: int) -> None:
    """Without a clash the first words are kept, cut between words."""
    shown = plain(excerpt("một hai ba bốn " * 60, (), limit))
    assert len(shown) <= limit + 2
    assert shown.startswith("một hai")
    assert shown.removesuffix(" …").split()[-1] in {"một", "hai", "ba", "bốn"}


LONG = "Trong buổi sáng nhiều mây, khi chợ còn vắng và các hàng quán ven đường chưa kịp dọn ra, " * 4
SHARED = "ông Trịnh Đắc báo rằng 37 thuyền đã về bến Cồn Sậy an toàn"


def test_an_agreement_shows_the_best_linked_sentence_of_each_source() -> None:
    """Of a source's several sentences the likeliest linked one stands for it; another is a link where its words stand
    elsewhere, and is quoted where they do not.
    """
    one = article("a1", [["Chợ nổi họp muộn.", "Có 37 thuyền về bến."]], source="A")
    other = article("a2", [["Đã có 37 thuyền về bến."]], source="B")
    links = (Link("a1.s1", "a2.s1", "agree", 0.6), Link("a1.s2", "a2.s1", "agree", 0.9))
    found = Finding("f1", "agree", ("A", "B"), ("a1.s1", "a1.s2", "a2.s1"), (0, 1), 0.5, "")
    market = Finding("f2", "one-sided", ("A",), ("a1.s1",), (), 0.5, "")
    shown = part(render(comparison([one, other], links=links, findings=(found, market)), "markdown"), "agree")
    assert "> **A**, [sentence 2](#t1-2), [1](#t1-1): Có 37 thuyền về bến." in shown
    assert "Chợ nổi" not in shown
    alone = part(render(comparison([one, other], links=links, findings=(found,)), "markdown"), "agree")
    assert alone.index("Có 37 thuyền") < alone.index("> **A**, [sentence 1](#t1-1): Chợ nổi họp muộn.")


def test_an_agreement_is_cut_around_what_the_sources_share() -> None:
    """A long sentence keeps the figures and names that the other source has, not merely its beginning."""
    shown = part(render(two(f"{LONG}{SHARED}.", f"Sáng nay {SHARED}.", "agree"), "markdown"), "agree")
    assert "> **A**, [sentence 1](#t1-1): … " in shown
    assert "37 thuyền đã về bến Cồn Sậy" in shown.split("**B**")[0]


def test_what_shares_nothing_is_cut_from_its_beginning() -> None:
    """Without shared words, and where the beginning shares as much, the beginning stays."""
    assert shared_place(f"{LONG}{SHARED}.", ("Mưa to.",), 180) is None
    assert shared_place(f"{SHARED}. {LONG}", (SHARED,), 180) is None
    assert shared_place("", (SHARED,), 180) is None


@given(st.text(max_size=300), st.lists(st.text(max_size=40), max_size=2), st.integers(10, 200))
def test_a_shared_place_lies_in_its_text(text: str, others: list[str], limit: int) -> None:
    """The place is an offset of the text, whatever the words are."""
    place = shared_place(text, others, limit)
    assert place is None or 0 < place < len(text)


def test_a_source_leads_with_its_own_words() -> None:
    """What a source leads with is quoted from that source, once for all the findings that the sentence carries."""
    one = article("a1", [["Sáng nay 37 thuyền cá đã về bến an toàn."]], source="A")
    other = article("a2", [["Thuyền về bến."]], source="B")
    links = (Link("a1.s1", "a2.s1", "agree", 0.9), Link("a1.s1", "a2.s1", "unclear", 0.9))
    found = tuple(
        Finding(f"f{n}", verdict, ("A", "B"), ("a1.s1", "a2.s1"), (n - 1,), 0.5, "Thuyền về bến.")
        for n, verdict in ((1, "agree"), (2, "unclear"))
    )
    told = Framing(sources=(SourceFraming("a1", "", "", leads=("f1", "f2")),))
    made = comparison([one, other], links=links, findings=found, framing=told)
    shown = part(render(made, "markdown"), "framing")
    assert "- **A** leads with: [f1](#f1), [f2](#f2) Sáng nay 37 thuyền cá đã về bến an toàn." in shown


def test_what_a_source_leaves_out_names_whose_words_it_shows() -> None:
    """The words of something left out come from another source, which is named."""
    made = fire()
    assert "- **Báo Sông** leaves out: [f6](#f6) Khói bay xa 5 km (**Tin Biển**)" in render(made, "markdown")
    told = Framing(sources=(SourceFraming("a3", "", "", left_out=("f4",)),))
    shown = part(render(replace(made, framing=told), "markdown"), "framing")
    assert "- **Tin Biển** leaves out: [f4](#f4) Kho rộng 2.500 m2 cháy hết (**Đài Núi**)" in shown


def test_a_sentence_of_many_findings_names_the_first_few() -> None:
    """A lead that carries many findings is not drowned in links, and a bare label does not stand for it."""
    one = article("a1", [["Thuyền về:", "Sáng nay 37 thuyền cá đã về bến an toàn."]], source="A")
    other = article("a2", [["Thuyền về bến."]], source="B")
    links = (Link("a1.s2", "a2.s1", "agree", 0.9),) * 5
    found = tuple(
        Finding(f"f{n + 1}", "agree", ("A", "B"), ("a1.s1", "a1.s2", "a2.s1"), (n,), 0.5, "") for n in range(5)
    )
    told = Framing(sources=(SourceFraming("a1", "", "", leads=tuple(f"f{n}" for n in range(1, 6))),))
    shown = part(render(comparison([one, other], links=links, findings=found, framing=told), "markdown"), "framing")
    assert "leads with: [f1](#f1), [f2](#f2), [f3](#f3), … Sáng nay 37 thuyền" in shown


def test_what_an_editor_calls_one_sided_says_whose_words_it_holds() -> None:
    """A finding of two sources that is overruled to one-sided keeps the label of the other source."""
    shown = render(fire(), "markdown", decisions={"f1": Decision("overruled", "Lan", "one-sided")})
    (line,) = [one for one in part(shown, "one-sided").splitlines() if "12 người bị thương" in one]
    assert "**Đài Núi** [1](#t2-1). Có 15 người bị thương trong vụ cháy." in line
