from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from compare.render import render
from compare.render.decisions import Decision
from compare.review import decisions_for, reviewed
from compare.review.desk import Choice, Desk
from compare.review.records import Value
from compare.types import Comparison, Finding
from tests.helpers_render import fire
from tests.helpers_review import confirm, desk, overrule, rewritten, states


def made_again(of: Desk, comparison: Comparison) -> Desk:
    """The same file of decisions, over a report made again."""
    return Desk(comparison, of.store, of.editor, of.clock)


def decided(folder: Path) -> Desk:
    """A desk where the conflict and the update are confirmed."""
    lan = desk(folder)
    lan.decide("gesture-1", [confirm("f1"), confirm("f2")])
    return lan


def test_the_same_report_keeps_everything(tmp_path: Path) -> None:
    """Over an unchanged report nothing is changed, edited or orphaned."""
    state = made_again(decided(tmp_path), fire()).state()
    words = [one for own in state.words.values() for one in own]
    assert [(one.changes, one.edited) for one in words] == [((), False)] * 2
    assert state.orphans == ()


def test_other_ids_and_another_order_move_nothing(tmp_path: Path) -> None:
    """Decisions follow their words when findings are numbered and ordered anew."""
    report = fire()
    renamed = tuple(replace(one, id=f"x{one.id}") for one in reversed(report.findings))
    again = made_again(decided(tmp_path), replace(report, findings=renamed))
    assert states(again) == {"xf1": "confirmed", "xf2": "confirmed"}


def test_a_decision_carries_over_when_only_the_article_around_changed(tmp_path: Path) -> None:
    """Words that still stand keep their decision, and the edit around them is said."""
    again = made_again(decided(tmp_path), rewritten(fire(), "a1", "ông Lâm Văn Tư, 54 tuổi", "bà Lâm Thị Tư"))
    word = again.state().word("f1", "Lan")
    assert word is not None
    assert (word.value.state, word.changes, word.edited, word.done) == ("confirmed", (), True, True)


def test_a_decision_is_orphaned_when_its_words_changed(tmp_path: Path) -> None:
    """A decision on words that no longer stand belongs to nothing, is listed, and its finding is open again."""
    again = made_again(decided(tmp_path), rewritten(fire(), "a1", "12 người", "13 người"))
    assert states(again) == {"f2": "confirmed"}
    (orphan,) = again.state().orphans
    assert (orphan.entry.editor, orphan.reason) == ("Lan", "gone")


def test_the_same_words_in_another_source_get_no_decision(tmp_path: Path) -> None:
    """A decision never moves to another source that happens to say the same."""
    report = fire()
    stranger = replace(report.articles[0], source="Báo Lạ", sha256="ef" * 32)
    again = made_again(decided(tmp_path), replace(report, articles=(stranger, *report.articles[1:])))
    assert states(again) == {}
    assert {one.reason for one in again.state().orphans} == {"gone"}


def test_passages_that_fell_apart_orphan_the_decision(tmp_path: Path) -> None:
    """When the passages are no longer in one finding, the decision is listed with that reason."""
    report = fire()
    rest = [one for one in report.findings if one.id != "f2"]
    apart = [
        Finding("p1", "one-sided", ("Báo Sông",), ("a1.s2",), (), 0.1, ""),
        Finding("p2", "one-sided", ("Đài Núi",), ("a2.s2",), (), 0.1, ""),
    ]
    again = made_again(decided(tmp_path), replace(report, findings=(*rest, *apart)))
    assert [one.reason for one in again.state().orphans] == ["apart"]
    assert states(again) == {"f1": "confirmed"}


def test_a_confirmed_conflict_never_becomes_a_confirmed_agreement(tmp_path: Path) -> None:
    """When the tool changes its verdict, the editor's verdict stands as an overruling and asks for another look."""
    report = fire()
    findings = tuple(replace(one, verdict="agree") if one.id == "f1" else one for one in report.findings)
    again = made_again(decided(tmp_path), replace(report, findings=findings))
    word = again.state().word("f1", "Lan")
    assert word is not None
    assert (word.value.state, word.value.verdict) == ("overruled", "conflict")
    assert (word.changes, word.done) == (("verdict",), False)
    again.decide("gesture-9", [confirm("f1")])
    renewed = again.state().word("f1", "Lan")
    assert renewed is not None
    assert (renewed.value.state, renewed.outcome, renewed.done) == ("confirmed", "agree", True)
    again.undo("gesture-10")
    undone = again.state().word("f1", "Lan")
    assert undone is not None
    assert (undone.outcome, undone.changes) == ("conflict", ("verdict",))


def test_a_finding_that_grew_asks_for_another_look(tmp_path: Path) -> None:
    """A decision whose passages stand in a larger finding carries over as changed, not as done."""
    report = fire()
    grown = tuple(
        replace(one, sentences=(*one.sentences, "a3.s3")) if one.id == "f2" else one for one in report.findings
    )
    word = made_again(decided(tmp_path), replace(report, findings=grown)).state().word("f2", "Lan")
    assert word is not None
    assert (word.changes, word.done) == (("passages",), False)


def test_sentences_cut_elsewhere_keep_a_changed_decision(tmp_path: Path) -> None:
    """Words that stand in a sentence with other boundaries carry over as changed."""
    report = fire()
    first = report.articles[0]
    two, three = first.sentences[1], first.sentences[2]
    both = replace(two, end=three.end, text=first.text[two.start : three.end])
    cut = replace(first, sentences=(first.sentences[0], both, *first.sentences[3:]))
    findings = tuple(one for one in report.findings if one.id != "f3")
    links = tuple(one for one in report.links if one.left != "a1.s3")
    findings = tuple(replace(one, links=(3,)) if one.id == "f4" else one for one in findings)
    again = made_again(
        decided(tmp_path), replace(report, articles=(cut, *report.articles[1:]), links=links, findings=findings)
    )
    word = again.state().word("f2", "Lan")
    assert word is not None
    assert word.changes == ("boundaries",)


def test_the_later_word_wins_over_a_carried_one(tmp_path: Path) -> None:
    """Deciding anew after a change replaces the carried decision, and undo brings it back."""
    again = made_again(decided(tmp_path), rewritten(fire(), "a1", "54 tuổi", "55 tuổi"))
    again.decide("gesture-9", [overrule("f1", "unclear")])
    assert states(again)["f1"] == "overruled unclear"
    again.undo("gesture-10")
    assert states(again)["f1"] == "confirmed"


def test_the_report_shows_decisions_changes_and_orphans(tmp_path: Path) -> None:
    """The rendered report names editor and note, says what changed since, and lists orphaned decisions as skipped."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1", "đã gọi bệnh viện"), confirm("f2")])
    changed = rewritten(rewritten(fire(), "a1", "chuẩn bị họp", "sắp họp"), "a3", "bay xa 5 km", "bay xa 6 km")
    comparison, decisions = reviewed(changed, lan.store.path)
    text = render(comparison, "markdown", decisions=decisions)
    assert decisions["f1"] == Decision("confirmed", "Lan", None, "đã gọi bệnh viện", "2026-03-05 08:00 UTC", True)
    assert "đã gọi bệnh viện" in text
    assert "The text has changed since this decision." in text
    assert "confirmed by Lan: “Thành phố chuẩn bị họp về vụ việc.”" in text
    assert "its words no longer stand" in text


def test_editors_who_disagree_leave_the_report_undecided(tmp_path: Path) -> None:
    """Two editors at odds are both named with their verdicts; asking for one of them shows that one."""
    lan, minh = desk(tmp_path), desk(tmp_path, "Minh")
    lan.decide("gesture-1", [confirm("f1"), confirm("f2")])
    minh.decide("gesture-2", [Choice("f1", Value("dismissed")), confirm("f2")])
    both = decisions_for(fire(), lan.store.path)
    assert (both["f1"].state, both["f1"].note) == ("undecided", "Lan: conflict; Minh: dismissed")
    assert (both["f2"].state, both["f2"].editor) == ("confirmed", "Lan, Minh")
    alone = decisions_for(fire(), lan.store.path, editor="Minh")
    assert (alone["f1"].state, alone["f1"].editor) == ("dismissed", "Minh")
