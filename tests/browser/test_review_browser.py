from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers_render import fire
from tests.helpers_review import confirm, desk, overrule, states

pytest.importorskip("selenium", reason="no selenium here: pip install -e '.[dev]'")
from pages import Keys, Page

from compare.render import render
from compare.review import reviewed
from compare.review.desk import Choice, Desk
from compare.review.exchange.intake import take
from compare.review.records import Value
from compare.review.store import open_store

Serve = Callable[[Desk], str]
ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT / "seeds" / "us-iraq-talks"


@contextmanager
def command(report: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """`claim-compare review` as a program of its own, and the address that it prints."""
    script = [sys.executable, "-m", "compare", "review", str(report), "--no-browser", "--editor", "Lan"]
    with subprocess.Popen(script, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        assert program.stdout
        try:
            yield program.stdout.readline().strip(), program
        finally:
            program.kill()


def test_the_seeds_report_is_reviewed_by_keyboard_from_first_to_last(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One key decides and moves on to the end; undo, reload, overrule, export and the rendered report all hold."""
    from compare import Settings, compare, read_articles
    from compare.render import write

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    articles, skipped = read_articles([str(SEEDS)])
    report = write(compare(articles, Settings(), skipped=skipped), tmp_path / "talks.json")
    with command(report) as (address, program):
        page.open(address)
        total = int(page.text("#done").split()[2])
        page.press("c", "1", "d")
        page.done(3, total)
        for n in range(4, total + 1):
            page.press("c")
            page.done(n, total)
        page.press("z")
        page.done(total - 1, total)
        page.open(address)
        page.done(total - 1, total)
        page.press("y")
        page.done(total, total)
        assert page.console() == []
        program.send_signal(signal.SIGKILL)
    store = tmp_path / "talks.review.db"
    comparison, decisions = reviewed(compare(articles, Settings(), skipped=skipped), store)
    found = [one.state for one in decisions.values()]
    assert (len(found), found.count("overruled"), found.count("dismissed")) == (total, 1, 1)
    text = render(comparison, "markdown", decisions=decisions)
    assert re.search(r"Editor's decision: overruled, from [\w -]+ to conflict\W+\(by Lan", text)
    from compare.review.exchange import lines

    (tmp_path / "out.jsonl").write_text(lines.dumps(open_store(store).entries()), encoding="utf-8")
    assert take(tmp_path / "out.jsonl", tmp_path / "copy.review.db").added == total + 2


def test_keys_rest_while_typing(page: Page, serve: Serve, tmp_path: Path) -> None:
    """Letters typed into a note or the filter decide nothing; Ctrl+Enter saves the note, and a decision keeps it."""
    lan = desk(tmp_path)
    page.open(serve(lan)).press("n", *"cdu1z")
    page.hold(Keys.CONTROL, Keys.ENTER)
    page.wait(lambda: page.text("#saved") == "Saved")
    assert states(lan) == {"f1": "noted"}
    page.press("c")
    page.done(1, 6)
    page.press("f", "c", Keys.TAB, "d")
    word = lan.state().word("f1", "Lan")
    assert word
    assert (word.value.state, word.value.note, states(lan)) == ("confirmed", "cdu1z", {"f1": "confirmed"})


def test_keys_can_be_changed_and_switched_off(page: Page, serve: Serve, tmp_path: Path) -> None:
    """A remapped key works at once and after a new start; a taken one is refused; switched off, no key decides."""
    lan = desk(tmp_path)
    page.open(serve(lan)).press("?")
    page.click(".keys li:first-child button")
    page.press("d")
    page.wait(lambda: "taken by “Dismiss”" in page.text("#dialog .warning"))
    page.click(".keys li:first-child button")
    page.press("v")
    page.wait(lambda: page.text(".keys li:first-child kbd") == "V")
    page.escape()
    page.press("v")
    page.done(1, 6)
    page.open(serve(lan)).press("v")
    page.done(2, 6)
    page.press("?")
    page.click("#dialog input[type=checkbox]")
    page.wait(lambda: not page.js("return document.querySelector('#dialog input').checked"))
    page.escape()
    page.press("v")
    page.open(serve(lan)).press("v")
    page.done(2, 6)
    assert page.text("#done") == "2 of 6 done"


def test_moving_filtering_and_jumping(page: Page, serve: Serve, tmp_path: Path) -> None:
    """Next, previous, the arrows in the list, jump and the filter all lead where they say."""
    page.open(serve(desk(tmp_path)))
    page.press("j", "j")
    page.at("f3")
    page.press("k")
    page.at("f2")
    page.press("g", *"f5", Keys.ENTER)
    page.at("f5")
    page.js("document.querySelector('.item[aria-current]').focus()")
    page.press(Keys.ARROW_DOWN)
    page.at("f6")
    page.choose("#filter [name=verdict]", "agree")
    page.at("f4")
    assert len(page.texts("#list > li")) == 1
    page.choose("#filter [name=verdict]", "")
    page.choose("#filter [name=kind]", "cause")
    page.at("f3")
    page.choose("#filter [name=kind]", "")
    page.choose("#filter [name=source]", "2")
    assert len(page.texts("#list > li")) == 3
    page.choose("#filter [name=words]", "zzz")
    assert page.texts("#list > li") == []
    page.click("#clear")
    assert len(page.texts("#list > li")) == 6


def test_a_batch_is_confirmed_and_undone(page: Page, serve: Serve, tmp_path: Path) -> None:
    """All open findings shown are confirmed after a question, and one undo takes all of it back."""
    page.open(serve(desk(tmp_path)))
    page.choose("#filter [name=verdict]", "one-sided")
    page.press("b")
    page.wait(lambda: "2 findings will be confirmed" in page.text("#dialog"))
    page.click("#dialog [type=submit]")
    page.done(2, 6)
    page.press("z")
    page.done(0, 6)
    assert page.text("#done") == "0 of 6 done"


def test_links_are_mended_by_hand(page: Page, serve: Serve, tmp_path: Path) -> None:
    """A wrong passage is taken out, a missed sentence joined, and furniture put back, all from the page."""
    lan = desk(tmp_path)
    page.open(serve(lan)).press("g", *"f4", Keys.ENTER)
    page.at("f4")
    page.press("x")
    page.click("#dialog [type=submit]")
    page.done(0, 7)
    page.press("g", *"f5", Keys.ENTER)
    page.at("f5")
    page.press("l")
    page.choose("#dialog [name=source]", "2")
    page.click("#dialog [value='a3.s3']")
    page.choose("#dialog [name=relation]", "conflict")
    page.click("#dialog [type=submit]")
    page.done(0, 6)
    made = [one for one in lan.state().comparison.findings if one.sentences == ("a1.s5", "a3.s3")]
    assert [one.verdict for one in made] == ["conflict"]
    page.click(".removed button")
    page.done(0, 7)
    page.press("z", "z", "z")
    page.wait(lambda: lan.state().comparison == fire())


def test_two_editors_see_each_other(page: Page, serve: Serve, tmp_path: Path) -> None:
    """What another editor saves arrives by itself; a disagreement is said, listed, and can be adopted."""
    lan, minh = desk(tmp_path), desk(tmp_path, "Minh")
    page.open(serve(lan)).press("c", "k")
    page.done(1, 6)
    minh.decide("gesture-1", [overrule("f1", "update"), Choice("f2", Value("dismissed"))])
    page.press("g", *"f1", Keys.ENTER)
    page.wait(lambda: "The editors disagree." in page.text("#words"))
    assert "Minh: overruled: update" in page.text("#words")
    page.wait(lambda: page.text("#agreement-open") == "Reviewers (1)")
    page.click("#agreement-open")
    assert "0 of 1 alike" in page.text("#dialog")
    page.escape()
    page.click("#words button")
    page.wait(lambda: states(lan) == {"f1": "overruled update"})


def test_orphans_and_changes_are_said(page: Page, serve: Serve, tmp_path: Path) -> None:
    """After the report was made anew, decisions without their words are listed and changed findings are open again."""
    from dataclasses import replace

    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1"), confirm("f2")])
    report = fire()
    findings = tuple(replace(one, verdict="unclear") if one.id == "f1" else one for one in report.findings[:1])
    page.open(serve(Desk(replace(report, findings=(*findings, *report.findings[2:])), lan.store, "Lan")))
    page.press("g", *"f1", Keys.ENTER)
    page.wait(lambda: "Changed since approved" in page.text("#words"))
    assert "the tool said conflict, now unclear" in page.text("#words")
    assert "changed since" in page.text("#standing")
    page.click("#orphans-open")
    assert "passages are no longer in one finding" in page.text("#dialog")
    page.escape()


def test_what_cannot_be_saved_is_never_shown_as_saved(page: Page, serve: Serve, tmp_path: Path) -> None:
    """When the file is gone or the program ended, the page says NOT SAVED, stays where it is, and can try again."""
    lan = desk(tmp_path)
    page.open(serve(lan))
    path, aside = lan.store.path, tmp_path / "aside"
    path.rename(aside)
    page.press("c")
    page.wait(lambda: "NOT SAVED" in page.text("#alert"))
    assert page.text("#done") == "0 of 6 done"
    page.at("f1")
    aside.rename(path)
    page.click("#alert button")
    page.done(1, 6)
    assert page.js("return document.getElementById('alert').hidden")
    page.console()
