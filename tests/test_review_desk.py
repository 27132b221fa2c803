from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.errors import ReviewError
from compare.review.desk import Choice
from compare.review.records import Value
from compare.review.state import agreement, progress
from tests.helpers_review import confirm, desk, overrule, states


def test_nothing_is_undone_where_nothing_was_done(tmp_path: Path) -> None:
    """Undo and redo with nothing to take back say so and log nothing."""
    lan = desk(tmp_path)
    for action in (lan.undo, lan.redo):
        with pytest.raises(ReviewError, match="nothing to"):
            action("gesture-1")
    assert lan.entries() == ()


@pytest.mark.parametrize(
    "value",
    [Value("approved"), Value("overruled"), Value("overruled", "maybe"), Value("joined", "agree"), Value("", "", "x")],
)
def test_a_decision_that_makes_no_sense_is_refused(tmp_path: Path, value: Value) -> None:
    """Unknown states and verdicts never reach the log."""
    lan = desk(tmp_path)
    with pytest.raises(ReviewError):
        lan.decide("gesture-1", [Choice("f1", value)])
    assert lan.entries() == ()


def test_every_kind_of_decision_stands(tmp_path: Path) -> None:
    """Confirm, overrule, dismiss, undecided and a bare note all stand; only the first three count as done."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1")])
    lan.decide("gesture-2", [overrule("f2", "conflict")])
    lan.decide("gesture-3", [Choice("f3", Value("dismissed"))])
    lan.decide("gesture-4", [Choice("f4", Value("undecided"))])
    lan.decide("gesture-5", [Choice("f5", Value("noted", "", "hỏi lại"))])
    assert states(lan) == {
        "f1": "confirmed",
        "f2": "overruled conflict",
        "f3": "dismissed",
        "f4": "undecided",
        "f5": "noted",
    }
    assert progress(lan.state(), "Lan") == (3, 6)


def test_a_batch_is_one_gesture(tmp_path: Path) -> None:
    """Many findings confirmed together are taken back by one undo and done again by one redo."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [overrule("f1", "update")])
    lan.decide("gesture-2", [confirm(one) for one in ("f1", "f2", "f3")])
    lan.undo("gesture-3")
    assert states(lan) == {"f1": "overruled update"}
    lan.redo("gesture-4")
    assert states(lan) == {"f1": "confirmed", "f2": "confirmed", "f3": "confirmed"}


def test_a_new_decision_ends_redo(tmp_path: Path) -> None:
    """After an undo, deciding something else leaves nothing to redo."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1")])
    lan.undo("gesture-2")
    lan.decide("gesture-3", [confirm("f2")])
    with pytest.raises(ReviewError, match="nothing to redo"):
        lan.redo("gesture-4")


STEPS = st.lists(
    st.one_of(
        st.sampled_from(["undo", "redo"]),
        st.tuples(st.sampled_from(["f1", "f2", "f3"]), st.sampled_from(["confirmed", "dismissed", "undecided"])),
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_undo_and_redo_behave_like_a_stack(tmp_path_factory: pytest.TempPathFactory, steps: list[object]) -> None:
    """Whatever the order of decisions, undos and redos, the state is that of a plain stack of states."""
    lan = desk(tmp_path_factory.mktemp("stack"))
    past: list[dict[str, str]] = [{}]
    future: list[dict[str, str]] = []
    for number, step in enumerate(steps):
        name = f"gesture-{number}"
        if isinstance(step, tuple):
            finding, state = step
            if past[-1].get(finding) != state:
                past.append({**past[-1], finding: state})
                future = []
            lan.decide(name, [Choice(finding, Value(state))])
        elif step == "undo" and len(past) > 1:
            future.append(past.pop())
            lan.undo(name)
        elif step == "redo" and future:
            past.append(future.pop())
            lan.redo(name)
        assert states(lan) == past[-1]


def test_editors_have_words_of_their_own(tmp_path: Path) -> None:
    """One editor's decision does not count as another's, and undo takes back one's own only."""
    lan, minh = desk(tmp_path), desk(tmp_path, "Minh")
    lan.decide("gesture-1", [confirm("f1")])
    minh.decide("gesture-2", [overrule("f1", "update")])
    assert (states(lan), states(minh)) == ({"f1": "confirmed"}, {"f1": "overruled update"})
    lan.undo("gesture-3")
    assert (states(lan), states(minh)) == ({}, {"f1": "overruled update"})


def test_agreement_counts_what_both_decided(tmp_path: Path) -> None:
    """The rate is over findings both decided; notes and undecided ones do not count; disagreements are named."""
    lan, minh = desk(tmp_path), desk(tmp_path, "Minh")
    lan.decide("gesture-1", [confirm("f1"), confirm("f2"), overrule("f3", "agree"), confirm("f4")])
    minh.decide("gesture-2", [confirm("f1"), Choice("f2", Value("dismissed")), overrule("f3", "agree")])
    minh.decide("gesture-3", [Choice("f4", Value("undecided"))])
    (pair,) = agreement(lan.state())
    assert (pair.editors, pair.both, pair.alike, pair.apart) == (("Lan", "Minh"), 3, 2, ("f2",))
    assert pair.rate == 2 / 3


def test_notes_keep_their_lines_and_lose_control_characters(tmp_path: Path) -> None:
    """A note is kept as typed, but for what no keyboard writes; an endless one is refused."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1", "dòng một\r\ndòng hai\x00\ud800 ")])
    word = lan.state().word("f1", "Lan")
    assert word
    assert word.value.note == "dòng một\ndòng hai"
    with pytest.raises(ReviewError, match="characters"):
        lan.decide("gesture-2", [confirm("f1", "x" * 10_001)])
