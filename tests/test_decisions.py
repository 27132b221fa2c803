from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.cli import main
from compare.errors import ReviewError
from compare.render import write
from compare.review.desk import Choice, Desk
from compare.review.exchange import checklist, lines, table
from compare.review.exchange.intake import take
from compare.review.records import Value
from compare.review.state import review
from compare.review.store import open_store
from tests.helpers_render import fire
from tests.helpers_review import confirm, desk, overrule, states


def busy(folder: Path) -> Desk:
    """A desk where something of every kind was decided, some of it undone."""
    lan = desk(folder)
    lan.decide("gesture-1", [confirm("f1", "dòng một\ndòng hai"), overrule("f2", "conflict")])
    lan.decide("gesture-2", [Choice("f3", Value("dismissed", "", "=1+1"))])
    lan.undo("gesture-3")
    lan.redo("gesture-4")
    lan.join("gesture-5", "a1.s5", "a3.s3", "agree", "f5")
    lan.restore("gesture-6", "a1", 0, 11)
    minh = desk(folder, "Minh")
    minh.decide("gesture-7", [overrule("f1", "update")])
    return lan


def run(*arguments: str | Path, code: int = 0) -> Result:
    """The command's result, with the expected exit code."""
    result = CliRunner().invoke(main, ["decisions", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


def test_the_whole_log_round_trips_as_json_lines(tmp_path: Path) -> None:
    """A log exported and imported elsewhere gives the same state, undo included, and importing again adds nothing."""
    lan = busy(tmp_path)
    file, target = tmp_path / "a.jsonl", tmp_path / "other" / "b.review.db"
    file.write_text(lines.dumps(lan.entries()), encoding="utf-8")
    assert take(file, target).added == len(lan.entries())
    assert take(file, target).added == 0
    other = Desk(fire(), open_store(target), "Lan")
    assert states(other) == states(lan)
    assert other.state().comparison == lan.state().comparison
    assert other.stacks() == lan.stacks()


def test_two_copies_merge_by_time(tmp_path: Path) -> None:
    """An older decision that arrives later by import does not overrule a newer one."""
    early = desk(tmp_path / "early")
    early.decide("gesture-1", [confirm("f1"), confirm("f2")])
    late = desk(tmp_path / "late")
    late.clock = lambda: "2026-03-06T08:00:00.000000Z"
    late.decide("gesture-2", [overrule("f1", "agree")])
    file = tmp_path / "early.jsonl"
    file.write_text(lines.dumps(early.entries()), encoding="utf-8")
    take(file, late.store.path)
    assert states(late) == {"f1": "overruled agree", "f2": "confirmed"}


@pytest.mark.parametrize("line", ["{}", "[]", "x", '{"id": "1"}', "null", '{"id": "1", "on": {"passages": []}}'])
def test_what_is_no_log_is_refused_by_its_line(tmp_path: Path, line: str) -> None:
    """A broken line is named, and nothing of the file is imported."""
    file = tmp_path / "a.jsonl"
    file.write_text(lines.dumps(busy(tmp_path).entries()) + line + "\n", encoding="utf-8")
    with pytest.raises(ReviewError, match="line 9"):
        take(file, tmp_path / "b.review.db")
    assert not (tmp_path / "b.review.db").exists()


def test_what_stands_round_trips_as_csv(tmp_path: Path) -> None:
    """A table imported into an empty store gives the same words; importing it where they stand adds nothing."""
    lan = busy(tmp_path)
    file = tmp_path / "a.csv"
    file.write_text("\ufeff" + table.dumps(lan.entries()), encoding="utf-8")
    assert take(file, lan.store.path).added == 0
    take(file, tmp_path / "b.review.db")
    other = Desk(fire(), open_store(tmp_path / "b.review.db"), "Lan")
    assert states(other) == states(lan)
    assert other.state().comparison == lan.state().comparison
    word = other.state().word("f1", "Lan")
    assert word
    assert word.value.note == "dòng một\ndòng hai"


def test_an_unchanged_row_does_not_undo_a_later_decision(tmp_path: Path) -> None:
    """A table that comes back as it went out changes nothing that was decided meanwhile."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1")])
    file = tmp_path / "a.csv"
    file.write_text(table.dumps(lan.entries()), encoding="utf-8")
    lan.clock = lambda: "2026-03-06T08:00:00.000000Z"
    lan.decide("gesture-2", [overrule("f1", "agree")])
    assert take(file, lan.store.path).added == 0
    assert states(lan)["f1"] == "overruled agree"


def test_a_row_changed_in_a_spreadsheet_is_taken(tmp_path: Path) -> None:
    """State and note changed in the table become a decision of that editor, which undo takes back."""
    lan = busy(tmp_path)
    rows = list(csv.DictReader(io.StringIO(table.dumps(lan.entries()))))
    for row in rows:
        if row["editor"] == "Lan" and row["tool_verdict"] == "conflict":
            row["state"], row["note"] = "dismissed", "không đáng"
    stream = io.StringIO()
    writer = csv.DictWriter(stream, table.COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    file = tmp_path / "a.csv"
    file.write_text(stream.getvalue(), encoding="utf-8")
    assert take(file, lan.store.path).added == 1
    assert states(lan)["f1"] == "dismissed"
    lan.undo("gesture-9")
    assert states(lan)["f1"] == "confirmed"


def test_a_verdict_that_there_is_none_of_is_refused(tmp_path: Path) -> None:
    """A changed table cannot bring in a verdict that no report has."""
    file = tmp_path / "a.csv"
    written = table.dumps(busy(tmp_path).entries())
    assert '""verdict"": ""conflict""' in written
    file.write_text(written.replace('""verdict"": ""conflict""', '""verdict"": ""=1+1""'), encoding="utf-8")
    with pytest.raises(ReviewError, match="verdict that there is none of"):
        take(file, tmp_path / "b.review.db")


def test_a_cell_of_a_table_may_be_as_long_as_an_article(tmp_path: Path) -> None:
    """The words that a decision hangs on may fill more than the csv module takes by itself."""
    written = table.dumps(busy(tmp_path).entries())
    head, row = written.split("\n")[:2]
    with pytest.raises(ReviewError, match="row 2 is no decision"):
        table.loads(f'{head}\n{row[:-1]}{"x" * 200_000}"\n')


@pytest.mark.parametrize("note", ["=1+1", "'=1+1", "@SUM(A1)", "'", "''a", "+84", "-", "\t=x", "a"])
def test_no_note_is_a_formula_in_a_spreadsheet(tmp_path: Path, note: str) -> None:
    """A note that a spreadsheet would compute is written as text, and comes back as it was."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1", note)])
    text = table.dumps(lan.entries())
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["note"][:1] not in ("=", "+", "-", "@", "\t")
    (wanted,) = table.loads(text)
    assert wanted.value.note == note.strip()


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "editor,state\nLan,confirmed\n"])
def test_another_table_is_refused(text: str) -> None:
    """A table without the columns is refused with their names."""
    with pytest.raises(ReviewError, match="columns"):
        table.loads(text)


def ticked(text: str, finding: str, code: str) -> str:
    """The list with one more box ticked under a finding."""
    start = text.index(f"## {finding} ")
    box = text.index(f"`{code}`", start)
    place = text.rindex("- [ ]", start, box)
    return text[:place] + "- [x]" + text[place + 5 :]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_an_untouched_checklist_changes_nothing(tmp_path: Path, language: str) -> None:
    """A list written and read back says what stands already, in both languages."""
    lan = busy(tmp_path)
    text = checklist.dumps(lan.state(), "Lan", language)
    changes, strangers = checklist.wanted(checklist.loads(text), lan.state(), "Lan")
    assert (changes, strangers) == ((), ())


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_ticked_checklist_round_trips(tmp_path: Path, language: str) -> None:
    """Ticks and notes made in a text editor arrive as decisions, and the next list shows them."""
    lan = desk(tmp_path)
    text = checklist.dumps(lan.state(), "Lan", language)
    for finding, code in (("f1", "confirm"), ("f2", "conflict"), ("f3", "dismiss"), ("f4", "undecided")):
        text = ticked(text, finding, code)
    note = "Note:" if language == "en" else "Ghi chú:"
    text = text.replace(f"- {note}", f"- {note} gọi *lại*\n  hai lần", 1)
    changes, _ = checklist.wanted(checklist.loads(text), lan.state(), "Lan")
    from compare.review.exchange.wanted import entries_for

    lan.store.append(entries_for(changes, lan.entries(), lan.clock()))
    assert states(lan) == {"f1": "confirmed", "f2": "overruled conflict", "f3": "dismissed", "f4": "undecided"}
    word = lan.state().word("f1", "Lan")
    assert word
    assert word.value.note == "gọi *lại*\nhai lần"
    again = checklist.dumps(lan.state(), "Lan", language)
    assert checklist.wanted(checklist.loads(again), lan.state(), "Lan") == ((), ())


def test_an_old_unticked_list_withdraws_nothing(tmp_path: Path) -> None:
    """A list printed before the decisions were made says nothing about them."""
    lan = desk(tmp_path)
    old = checklist.dumps(lan.state(), "Lan")
    lan.decide("gesture-1", [confirm("f1", "chắc chắn")])
    assert checklist.wanted(checklist.loads(old), lan.state(), "Lan") == ((), ())


def changed_list(**lines: str) -> str:
    """The list of a report with other lines for f4: for the box of ``confirm``, its ``finding`` or its ``Note``."""
    written = checklist.dumps(review(fire(), ()), "")
    head, part = written.split("## f4", 1)
    for mark, new in lines.items():
        old = next(one for one in part.splitlines() if mark in one and one.startswith(("- ", "<!--")))
        part = part.replace(old, new, 1)
    return f"{head}## f4{part}"


@pytest.mark.parametrize("mark", ["[v]", "[ x ]", "[✓]", "[X]"])
@pytest.mark.parametrize("start", ["- ", "-", "* "])
def test_a_tick_is_read_however_it_is_made(mark: str, start: str) -> None:
    """People tick with an x, a v or a check mark, with or without blanks."""
    (one,) = [one for one in checklist.loads(changed_list(confirm=f"{start}{mark} Confirm `confirm`")) if one.codes]
    assert one.codes == ("confirm",)


@pytest.mark.parametrize(
    "lines",
    [
        {"confirm": "- [?] Confirm `confirm`"},
        {"confirm": "- [x] Confirm"},
        {"finding": "", "dismiss": "- [x] Dismiss `dismiss`"},
    ],
)
def test_a_tick_that_cannot_be_read_is_an_error(lines: dict[str, str]) -> None:
    """No tick is lost, and none goes to the finding above because a comment is gone."""
    with pytest.raises(ReviewError, match="line"):
        checklist.loads(changed_list(**lines))


@pytest.mark.parametrize("first", ["Note: ", "- Note: ", "Ghi chú: "])
@pytest.mark.parametrize("indent", ["", "  "])
def test_a_note_keeps_its_paragraphs(first: str, indent: str) -> None:
    """A note without its dash, and what follows a blank line, belong to the note."""
    (one,) = [
        one for one in checklist.loads(changed_list(Note=f"{first}Gọi VOV.\n{indent}\n{indent}Hỏi RT.")) if one.note
    ]
    assert one.note == "Gọi VOV.\n\nHỏi RT."


def test_two_ticks_are_a_question(tmp_path: Path) -> None:
    """Two boxes under one finding are refused with the line."""
    lan = desk(tmp_path)
    text = ticked(ticked(checklist.dumps(lan.state(), "Lan"), "f1", "confirm"), "f1", "dismiss")
    with pytest.raises(ReviewError, match="two boxes"):
        checklist.wanted(checklist.loads(text), lan.state(), "Lan")


NOTES = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n`*_[]<>#-"), max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NOTES)
def test_any_note_survives_the_checklist(tmp_path_factory: pytest.TempPathFactory, note: str) -> None:
    """Whatever is typed into a note, the list neither loses it nor takes it for a box or a finding."""
    from compare.review.exchange.checklist import _tidy

    lan = desk(tmp_path_factory.mktemp("notes"))
    lan.decide("gesture-1", [confirm("f1", note), confirm("f2")])
    found = checklist.loads(checklist.dumps(lan.state(), "Lan"))
    word = lan.state().word("f1", "Lan")
    assert word
    assert len(found) == 6
    assert found[0].codes == ("confirm",)
    assert found[0].note == _tidy(word.value.note).strip()


def test_hostile_articles_cannot_tick_boxes(tmp_path: Path) -> None:
    """An article that carries boxes, comments and notes adds none to the list."""
    from tests.helpers_render import hostile

    for words in ("- [x] yes `dismiss`", "<!-- finding: 000000000000000000000000 -->", "- Note: sai"):
        of = hostile(words)
        found = checklist.loads(checklist.dumps(review(of, ()), "Lan"))
        assert [(one.codes, one.note) for one in found] == [((), "")] * len(of.findings)


def test_the_command_exports_and_imports(tmp_path: Path) -> None:
    """Export, import, checklist and show work from the command line on a report and its file of decisions."""
    report = tmp_path / "fire.json"
    write(fire(), report)
    busy(tmp_path)
    run("export", tmp_path / "fire.review.db", "-o", tmp_path / "a.jsonl")
    run("export", tmp_path / "fire.review.db", "-o", tmp_path / "a.CSV")
    assert "added to" in run("import", tmp_path / "a.jsonl", "--into", tmp_path / "c.review.db").output
    assert "added to" in run("import", tmp_path / "a.CSV", "--into", tmp_path / "d.review.db").output
    shown = run("show", report).output
    assert "Lan: 3 of 6 done" in shown
    assert "Lan and Minh: 0 of 1 alike (0%)" in shown
    assert "f1: Lan: conflict, Minh: update" in shown
    listed = run("checklist", report, "--editor", "Lan").output
    assert "- [x] Confirm: conflict `confirm`" in listed
    todo = tmp_path / "todo.md"
    todo.write_text(ticked(checklist.dumps(review(fire(), ()), ""), "f4", "dismiss"), encoding="utf-8")
    run("import", todo, "--report", report, "--editor", "Hoa")
    assert states(desk(tmp_path, "Hoa")) == {"f4": "dismissed"}


def test_nothing_that_is_read_is_written_over(tmp_path: Path) -> None:
    """A list or an export never takes the place of an article, of the decisions, or of a report."""
    report, decided = tmp_path / "fire.json", tmp_path / "fire.dat"
    write(fire(), report)
    busy(tmp_path)
    (tmp_path / "fire.review.db").rename(decided)
    folder = tmp_path / "talks"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Cầu Triều đã thông xe sáng nay ở xã Hòa Lâm.", encoding="utf-8")
    before = {path: path.read_bytes() for path in (report, decided, folder / "a.txt")}
    run("checklist", folder, "-o", folder / "a.txt", code=2)
    run("checklist", report, "--decisions", decided, "-o", decided, code=2)
    run("export", decided, "-o", report, code=2)
    outcome = CliRunner().invoke(main, ["report", str(report), "--decisions", str(decided), "-o", str(decided)])
    assert outcome.exit_code == 2
    assert {path: path.read_bytes() for path in before} == before


def test_settings_reach_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment and the configuration file set the language of a checklist as they do for reports."""
    report = tmp_path / "fire.json"
    write(fire(), report)
    monkeypatch.chdir(tmp_path)
    english = run("checklist", report).output
    monkeypatch.setenv("CLAIM_COMPARE_REPORT_LANGUAGE", "vi")
    vietnamese = run("checklist", report).output
    monkeypatch.delenv("CLAIM_COMPARE_REPORT_LANGUAGE")
    (tmp_path / "claim-compare.toml").write_text('report_language = "vi"\n', encoding="utf-8")
    assert run("checklist", report).output == vietnamese != english


def test_a_damaged_or_empty_file_of_decisions_is_named(tmp_path: Path) -> None:
    """A log with a broken row, and a file without anything, are told of in one line."""
    import sqlite3

    busy(tmp_path)
    file = tmp_path / "fire.review.db"
    database = sqlite3.connect(file)
    for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {trigger}")
    database.execute("UPDATE log SET words = '{' WHERE seq = 2")
    database.commit()
    database.close()
    assert "the file is damaged" in run("export", file, code=2).output
    file.write_bytes(b"")
    assert "an empty file" in run("export", file, code=2).output


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    """Wrong files and missing options are one line and exit code 2, and no empty store is left behind."""
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.md").write_text("x")
    run("export", tmp_path / "none.review.db", code=2)
    run("import", tmp_path / "a.txt", "--into", tmp_path / "b.review.db", code=2)
    run("import", tmp_path / "a.md", code=2)
    run("import", tmp_path / "a.md", "--into", tmp_path / "b.review.db", code=2)
    assert not (tmp_path / "b.review.db").exists()


def test_a_list_of_another_report_names_what_it_cannot_place(tmp_path: Path) -> None:
    """Ticks under findings that the report does not have are told of, with exit code 1, and the rest is taken."""
    report = tmp_path / "fire.json"
    write(fire(), report)
    text = ticked(ticked(checklist.dumps(review(fire(), ()), ""), "f1", "confirm"), "f2", "confirm")
    first = text.index("<!-- finding: ") + 14
    todo = tmp_path / "todo.md"
    todo.write_text(text[:first] + "0" * 24 + text[first + 24 :], encoding="utf-8")
    told = run("import", todo, "--report", report, "--editor", "Lan", code=1)
    assert "not in this report" in told.output
    assert states(desk(tmp_path)) == {"f2": "confirmed"}
