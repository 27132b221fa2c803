from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import ReviewError
from compare.render import formats, render
from compare.review import reviewed
from compare.review.desk import Desk
from compare.types import Comparison, Finding
from tests.helpers_render import fire
from tests.helpers_review import confirm, desk, states


def findings(of: Desk) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Finding id to its verdict and sentences."""
    return {one.id: (one.verdict, one.sentences) for one in of.state().comparison.findings}


@pytest.mark.parametrize(("left", "right"), [("a1.s1", "a1.s2"), ("a1.s1", "zz"), ("a1.s1", "a2.s1")])
def test_what_cannot_be_joined_is_refused(tmp_path: Path, left: str, right: str) -> None:
    """Sentences of one article, unknown ones and linked ones are not joined."""
    lan = desk(tmp_path)
    with pytest.raises(ReviewError):
        lan.join("gesture-1", left, right, "agree")
    assert lan.entries() == ()


def test_two_lonely_sentences_become_a_finding(tmp_path: Path) -> None:
    """Joining what the tool reported as one-sided makes one finding of the two, and undo brings both back."""
    lan = desk(tmp_path)
    before = findings(lan)
    lan.join("gesture-1", "a1.s5", "a3.s3", "conflict", "f5")
    after = findings(lan)
    assert set(before) - set(after) == {"f5", "f6"}
    assert [after[name] for name in set(after) - set(before)] == [("conflict", ("a1.s5", "a3.s3"))]
    lan.undo("gesture-2")
    assert findings(lan) == before


def test_a_sentence_joins_the_finding_it_was_seen_beside(tmp_path: Path) -> None:
    """A third source's sentence is added to the finding; the finding asks for another look."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f4")])
    lan.join("gesture-2", "a1.s4", "a3.s3", "update", "f4")
    assert findings(lan)["f4"] == ("update", ("a1.s4", "a2.s3", "a3.s3"))
    assert lan.state().by_hand == {"f4": "Lan"}
    word = lan.state().word("f4", "Lan")
    assert word is not None
    assert not word.done


def test_a_wrong_link_is_split_into_what_each_source_says(tmp_path: Path) -> None:
    """Splitting the only link of a finding leaves two one-sided findings; undo heals it."""
    lan = desk(tmp_path)
    lan.split("gesture-1", "f4", "a2.s3")
    assert findings(lan)["f4"] == ("one-sided", ("a1.s4",))
    assert findings(lan)["f4.2"] == ("one-sided", ("a2.s3",))
    lan.undo("gesture-2")
    assert findings(lan)["f4"] == ("agree", ("a1.s4", "a2.s3"))


def test_one_passage_leaves_a_finding_of_three(tmp_path: Path) -> None:
    """Taking an outer passage out keeps the rest together; taking the middle one out leaves all alone."""
    lan = desk(tmp_path)
    lan.split("gesture-1", "f1", "a3.s1")
    assert findings(lan)["f1"] == ("conflict", ("a1.s1", "a2.s1"))
    lan.undo("gesture-2")
    lan.split("gesture-3", "f1", "a2.s1")
    alone = [one for one in findings(lan).values() if set(one[1]) & {"a1.s1", "a2.s1", "a3.s1"}]
    assert sorted(alone) == [("one-sided", ("a1.s1",)), ("one-sided", ("a2.s1",)), ("one-sided", ("a3.s1",))]


def test_what_was_split_may_be_joined_as_something_else(tmp_path: Path) -> None:
    """The relation that the editor gives to two sentences stands, whatever the tool had called their link."""
    lan = desk(tmp_path)
    assert findings(lan)["f4"][0] != "conflict"
    lan.split("gesture-1", "f4", "a2.s3")
    lan.join("gesture-2", "a1.s4", "a2.s3", "conflict")
    assert ("conflict", ("a1.s4", "a2.s3")) in findings(lan).values()


def test_a_cut_link_leaves_neither_itself_nor_its_reason(tmp_path: Path) -> None:
    """After a passage is taken out every link is in a finding, and none is summed up by the clash that went."""
    lan = desk(tmp_path)
    clash = next(one for one in lan.state().comparison.findings if one.id == "f1")
    lan.split("gesture-1", "f1", "a1.s1")
    after = lan.state().comparison
    held = sorted(number for one in after.findings for number in one.links)
    assert held == list(range(len(after.links)))
    texts = {one.text for article in after.articles for one in article.sentences}
    notes = {one.note for link in after.links for one in link.differences}
    assert clash.summary not in texts
    assert all(one.summary in texts | notes for one in after.findings if one.id.startswith("f1"))


def test_splitting_what_was_joined_undoes_the_join(tmp_path: Path) -> None:
    """A join taken back by a split leaves the findings as the tool made them."""
    lan = desk(tmp_path)
    before = findings(lan)
    lan.join("gesture-1", "a1.s5", "a3.s3", "agree", "f5")
    (made,) = set(findings(lan)) - set(before)
    lan.split("gesture-2", made, "a3.s3")
    assert findings(lan) == before


def test_restored_furniture_is_a_sentence_again(tmp_path: Path) -> None:
    """A removed piece comes back as a sentence with a finding of its own, and undo takes it out again."""
    lan = desk(tmp_path)
    piece = lan.comparison.articles[0].removed[0]
    lan.restore("gesture-1", "a1", piece.start, piece.end)
    article = lan.state().comparison.articles[0]
    assert article.removed == ()
    assert article.sentences[0].text == "0:00 / 0:00"
    assert ("one-sided", (article.sentences[0].id,)) in findings(lan).values()
    lan.undo("gesture-2")
    assert lan.state().comparison == fire()


def test_changes_by_hand_are_everybodys(tmp_path: Path) -> None:
    """A split is seen by every editor, but one editor cannot undo what another did since."""
    lan, minh = desk(tmp_path), desk(tmp_path, "Minh")
    lan.split("gesture-1", "f4", "a2.s3")
    assert "f4.2" in findings(minh)
    minh.join("gesture-2", "a1.s4", "a2.s3", "conflict", "f4")
    with pytest.raises(ReviewError, match="Minh changed this since"):
        lan.undo("gesture-3")


def test_a_report_with_changes_by_hand_renders_in_every_format(tmp_path: Path) -> None:
    """Joins, splits and restored pieces reach every format, and the JSON reads back."""
    from compare.render.json_reader import load

    lan = desk(tmp_path)
    lan.join("gesture-1", "a1.s5", "a3.s3", "conflict", "f5")
    lan.split("gesture-2", "f4", "a2.s3")
    lan.restore("gesture-3", "a1", 0, 11)
    comparison, decisions = reviewed(fire(), lan.store.path)
    assert [(one.state, one.editor) for one in decisions.values()] == [("undecided", "Lan")] * 4
    assert "linked or split by hand" in render(comparison, "markdown", decisions=decisions)
    for name in formats():
        assert render(comparison, name, decisions=decisions)
    assert load(render(comparison, "json")).findings == comparison.findings


def test_a_join_on_words_that_are_gone_is_orphaned(tmp_path: Path) -> None:
    """A change by hand whose words no longer stand is listed, not applied elsewhere."""
    from tests.helpers_review import rewritten

    lan = desk(tmp_path)
    lan.join("gesture-1", "a1.s5", "a3.s3", "conflict", "f5")
    again = Desk(rewritten(fire(), "a3", "5 km", "7 km"), lan.store, "Lan")
    assert [one.entry.subject.topic for one in again.state().orphans] == ["link"]
    assert set(findings(again)) == {one.id for one in fire().findings}


def test_any_order_of_changes_keeps_every_sentence_in_a_finding(tmp_path: Path) -> None:
    """After joins, splits and undos, every sentence is still in at least one finding."""
    lan = desk(tmp_path)
    lan.split("gesture-1", "f1", "a2.s1")
    lan.join("gesture-2", "a2.s1", "a3.s2", "unclear")
    lan.split("gesture-3", "f3", "a1.s3")
    lan.undo("gesture-4")
    covered = _covered(lan.state().comparison)
    assert covered == {one.id for article in lan.comparison.articles for one in article.sentences}
    assert states(lan) == {}


def _covered(of: Comparison) -> set[str]:
    found: tuple[Finding, ...] = of.findings
    return {name for one in found for name in one.sentences}
