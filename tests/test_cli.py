"""The command: options, exit codes, settings from environment and files, errors without tracebacks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from compare.cli import main

SEEDS = str(Path(__file__).parents[1] / "seeds" / "us-iraq-talks")
FIRST = "Sáng 5/9, bão số 3 đổ bộ vào Quảng Ninh. Ít nhất 12 người bị thương. Điện bị cắt ở nhiều phường."
SECOND = "Bão số 3 đổ bộ vào Quảng Ninh sáng 5/9. Ít nhất 31 người bị thương. Trường học đóng cửa hai ngày."


def run(*arguments: str, given: str | None = None) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, list(arguments), input=given)


@pytest.fixture
def two(tmp_path: Path) -> list[str]:
    """Two small articles on one storm."""
    for name, text in (("mot.txt", FIRST), ("hai.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "mot.txt"), str(tmp_path / "hai.txt")]


def test_report_goes_to_stdout_and_the_summary_to_stderr(two: list[str]) -> None:
    """A report can be piped: nothing but the report is on stdout."""
    done = run("report", *two)
    assert done.exit_code == 0
    assert done.stdout.startswith("# ")
    assert "2 sources:" in done.stderr
    assert "2 sources:" not in done.stdout


def test_output_files_choose_their_format_by_suffix(two: list[str], tmp_path: Path) -> None:
    """One run writes any number of formats."""
    names = [str(tmp_path / name) for name in ("a.md", "a.json", "a.html", "a.csv")]
    done = run("report", *two, *(word for name in names for word in ("-o", name)))
    assert done.exit_code == 0
    assert done.stdout == ""
    assert json.loads(Path(names[1]).read_text(encoding="utf-8"))["schema_version"] == "1.0"
    assert Path(names[2]).read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_a_report_in_json_renders_to_the_same_markdown(two: list[str], tmp_path: Path) -> None:
    """JSON holds all that a report says, so rendering it again loses nothing."""
    run("report", *two, "-o", str(tmp_path / "a.json"), "-o", str(tmp_path / "a.md"))
    again = run("report", str(tmp_path / "a.json"))
    assert again.stdout == (tmp_path / "a.md").read_text(encoding="utf-8")


def test_options_of_comparing_are_refused_where_a_report_is_rendered_again(two: list[str], tmp_path: Path) -> None:
    """A threshold would change nothing in a report that is made; a title is the report's own."""
    run("report", *two, "-o", str(tmp_path / "a.json"))
    done = run("report", str(tmp_path / "a.json"), "--threshold", "0.9", "--event", "bão")
    assert (done.exit_code, "--event, --threshold changes nothing" in done.stderr) == (2, True)
    assert run("report", str(tmp_path / "a.json"), "--title", "Bão số 3").stdout.startswith("# Bão số 3\n")
    assert "stay as they were written (en)" in run("report", str(tmp_path / "a.json"), "--report-language", "vi").stderr


def test_the_same_input_gives_the_same_bytes(two: list[str]) -> None:
    """Nothing in a report depends on the clock or on chance."""
    assert run("report", *two, "--format", "json").stdout == run("report", *two, "--format", "json").stdout


def test_json_lines_come_in_on_stdin() -> None:
    """A dash reads one article a line."""
    lines = "\n".join(json.dumps({"text": text, "source": name}) for name, text in (("A", FIRST), ("B", SECOND)))
    done = run("report", "-", "--format", "json", given=lines)
    assert [one["source"] for one in json.loads(done.stdout)["articles"]] == ["A", "B"]


def test_offsets_count_in_the_text_as_given() -> None:
    """For JSON lines the article's text is exactly the one given, and sentences are slices of it."""
    text = "  " + FIRST + "\n\n" + "Theo TTXVN"
    lines = "\n".join(json.dumps({"text": one, "id": name}) for name, one in (("x", text), ("y", SECOND)))
    record = json.loads(run("report", "-", "--format", "json", given=lines).stdout)
    first = record["articles"][0]
    assert (first["id"], first["text"]) == ("x", text)
    assert [text[one["start"] : one["end"]] for one in first["sentences"]][1] == "Ít nhất 12 người bị thương."


def test_several_events_in_one_table_are_a_question(tmp_path: Path) -> None:
    """Articles of different events are never mixed silently."""
    rows = [{"text": FIRST, "event": "bao"}, {"text": SECOND, "event": "bao"}, {"text": SECOND[:60], "event": "lu"}]
    table = tmp_path / "bang.jsonl"
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = run("report", str(table))
    assert (done.exit_code, "--event" in done.stderr) == (2, True)
    assert run("report", str(table), "--event", "bao").exit_code == 0
    assert "'song'" in run("report", str(table), "--event", "song").stderr


def test_articles_without_a_command_are_reported_on(two: list[str], tmp_path: Path) -> None:
    """`claim-compare a.txt b.txt` is the report that it looks like, options first or last."""
    wanted = run("report", *two).stdout
    assert run(*two).stdout == wanted
    assert run("-o", str(tmp_path / "a.md"), *two).exit_code == 0
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize(
    ("word", "hint"), [("reprot", "did you mean 'report'?"), ("khongco.txt", "commands: decisions")]
)
def test_what_is_neither_a_command_nor_a_file_gets_a_hint(word: str, hint: str) -> None:
    """A slip of the finger is answered with what there is."""
    done = run(word)
    assert (done.exit_code, hint in done.stderr) == (2, True)


def test_a_folder_of_articles_and_their_report_compares_the_articles(two: list[str], tmp_path: Path) -> None:
    """The reports of an earlier run are listed as skipped, in every format."""
    names = [str(tmp_path / name) for name in ("r.md", "r.html", "r.json", "r.csv")]
    first = run("report", str(tmp_path), *(word for name in names for word in ("-o", name)))
    again = run("report", str(tmp_path))
    assert "2 sources" in first.stderr
    assert "2 sources" in again.stderr
    assert again.stderr.count("a report of claim-compare, not an article") == 4


def test_a_format_that_the_suffix_contradicts_is_wrong_usage(two: list[str], tmp_path: Path) -> None:
    """Nothing is written in another format than asked for."""
    done = run("report", *two, "--format", "html", "-o", str(tmp_path / "a.md"))
    assert (done.exit_code, "as its suffix says" in done.stderr, (tmp_path / "a.md").exists()) == (2, True, False)
    assert run("report", *two, "--format", "html", "-o", str(tmp_path / "a.html")).exit_code == 0


def test_an_editor_without_decisions_is_wrong_usage(two: list[str]) -> None:
    """An option that would be ignored is an error."""
    assert run("report", *two, "--editor", "Lan").exit_code == 2


@pytest.mark.parametrize("table", ["", "[claim-compare]\n", "[tool.claim-compare]\n"])
def test_the_own_file_takes_its_settings_with_or_without_a_table(
    two: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    """claim-compare.toml may look like the section of pyproject.toml."""
    (tmp_path / "claim-compare.toml").write_text(f'{table}title = "Bão số 3"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("report", *two).stdout.startswith("# Bão số 3\n")


def test_one_article_is_not_enough(two: list[str]) -> None:
    """The error says how many articles are needed."""
    done = run("report", two[0])
    assert done.exit_code == 2
    assert "two articles" in done.stderr


def test_a_skipped_article_is_reported_and_the_run_goes_on(two: list[str], tmp_path: Path) -> None:
    """An empty file among good ones costs a line, not the run."""
    (tmp_path / "rong.txt").write_text("", encoding="utf-8")
    done = run("report", *two, str(tmp_path / "rong.txt"))
    assert done.exit_code == 0
    assert "skipped" in done.stderr
    assert "rong.txt" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["report"],
        ["report", "nowhere.txt"],
        ["report", SEEDS, "-o", "report.docx"],
        ["report", SEEDS, "--format", "pdf"],
        ["report", SEEDS, "--threshold", "7"],
        ["report", SEEDS, "--report-language", "fr"],
        ["report", SEEDS, "--model", "no-such-folder/no-such-model", "--offline"],
        ["evaluate", "nowhere.jsonl"],
        ["nonsense"],
    ],
    ids=lambda arguments: " ".join(arguments)[-40:],
)
def test_wrong_usage_is_one_line_and_exit_code_2(arguments: list[str]) -> None:
    """No traceback reaches a user."""
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "Error: " in done.stderr


def test_fail_on_sets_the_exit_code(two: list[str]) -> None:
    """A newsroom's script can stop at what it does not want to publish."""
    assert run("report", *two, "--fail-on", "one-sided").exit_code == 1
    assert run("report", two[0], two[0].replace("mot", "hai"), "--fail-on", "unclear").exit_code in {0, 1}


def test_settings_come_from_options_then_environment_then_file(
    two: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearer word wins."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claim-compare.toml").write_text('title = "Từ tệp"\n', encoding="utf-8")
    assert run("report", *two).stdout.startswith("# Từ tệp")
    monkeypatch.setenv("CLAIM_COMPARE_TITLE", "Từ môi trường")
    assert run("report", *two).stdout.startswith("# Từ môi trường")
    assert run("report", *two, "--title", "Từ dòng lệnh").stdout.startswith("# Từ dòng lệnh")


def test_a_broken_configuration_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which file to mend."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claim-compare.toml").write_text("model = [", encoding="utf-8")
    done = run("report", SEEDS)
    assert (done.exit_code, "claim-compare.toml" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("claim-compare.toml", "keep_furniture = 1"),
        ("claim-compare.toml", "threshold = [1]"),
        ("claim-compare.toml", "threshold = true"),
        ("claim-compare.toml", "threshold = 7"),
        ("claim-compare.toml", "title = 5"),
        ("pyproject.toml", "[tool]\nclaim-compare = 3"),
    ],
)
def test_a_setting_of_the_wrong_kind_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str
) -> None:
    """A wrong value in a file is one clear line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(content, encoding="utf-8")
    done = run("report", SEEDS)
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: ")


def test_a_report_never_overwrites_an_article(two: list[str]) -> None:
    """An output that is also an input is refused, and so is the same output twice."""
    before = Path(two[0]).read_text(encoding="utf-8")
    md = two[0].replace(".txt", ".md")
    Path(md).write_text(before, encoding="utf-8")
    assert run("report", md, two[1], "-o", md).exit_code == 2
    assert Path(md).read_text(encoding="utf-8") == before
    assert run("report", *two, "-o", md + ".json", "-o", md + ".json").exit_code == 2


def test_a_report_never_overwrites_an_article_of_a_folder(two: list[str], tmp_path: Path) -> None:
    """Nor one that is read with its folder; an earlier report there is replaced."""
    assert run("report", str(tmp_path), "-o", str(tmp_path / "r.md")).exit_code == 0
    assert run("report", str(tmp_path), "-o", str(tmp_path / "r.md")).exit_code == 0
    (tmp_path / "ba.md").write_text(FIRST + " Mưa to.", encoding="utf-8")
    done = run("report", str(tmp_path), "-o", str(tmp_path / "ba.md"))
    assert (done.exit_code, "not written" in done.stderr) == (2, True)
    assert (tmp_path / "ba.md").read_text(encoding="utf-8").startswith(FIRST)


def test_reasons_are_told_even_when_too_little_is_left(two: list[str], tmp_path: Path) -> None:
    """When one article remains, the error says why the others were skipped."""
    (tmp_path / "rong.txt").write_text("", encoding="utf-8")
    done = run("report", two[0], str(tmp_path / "rong.txt"))
    assert (done.exit_code, "rong.txt: empty" in done.stderr) == (2, True)


def test_articles_without_an_event_are_listed_when_one_is_chosen(two: list[str], tmp_path: Path) -> None:
    """Choosing an event loses nothing silently."""
    rows = [{"text": FIRST + " Một.", "event": "bao"}, {"text": SECOND + " Hai.", "event": "bao"}]
    table = tmp_path / "bang.jsonl"
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = run("report", str(table), two[0], "--event", "bao")
    assert "mot.txt: it names no event" in done.stderr


def test_a_gold_file_without_events_is_an_error(tmp_path: Path) -> None:
    """A table of zeros would look like a result."""
    (tmp_path / "gold.jsonl").write_text("\n", encoding="utf-8")
    assert run("evaluate", str(tmp_path / "gold.jsonl")).exit_code == 2


def test_an_unknown_setting_in_a_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt setting is not silently ignored."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claim-compare.toml").write_text("modle = 'builtin'", encoding="utf-8")
    done = run("report", SEEDS)
    assert (done.exit_code, "modle" in done.stderr) == (2, True)


@pytest.mark.parametrize("name", ["x", "x.foo", "folder.md/x"])
def test_an_output_without_a_known_suffix_names_those_that_work(two: list[str], tmp_path: Path, name: str) -> None:
    """An output that no format takes is refused with every suffix that one does, before anything is written."""
    done = run("report", *two, "-o", str(tmp_path / name))
    assert done.exit_code == 2
    assert all(suffix in done.stderr for suffix in (".md", ".markdown", ".html", ".htm", ".json", ".csv"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hai.txt", "mot.txt"]


@pytest.mark.parametrize("code", ["vi", "en", "fr"])
def test_a_known_language_is_taken_for_every_article(two: list[str], code: str) -> None:
    """A language that is given is every article's, whatever detection would say."""
    record = json.loads(run("report", *two, "--language", code, "--format", "json").stdout)
    assert [one["language"] for one in record["articles"]] == [code, code]


@pytest.mark.parametrize("command", ["report", "evaluate"])
@pytest.mark.parametrize("code", ["vn", "VI", "Vietnamese", "und", " "])
def test_an_unknown_language_is_a_usage_error_that_lists_the_known(command: str, code: str) -> None:
    """A language the tool does not know is refused, and those it knows are listed, Vietnamese and English first."""
    done = run(command, SEEDS, "--language", code)
    assert done.exit_code == 2
    assert "'--language'" in done.stderr
    assert f"{code!r} is not one of vi, en, ar, de, " in done.stderr


def test_an_unknown_language_in_the_environment_or_a_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A language from a file or the environment is held to the same list as one from the command line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claim-compare.toml").write_text("language = 'vn'", encoding="utf-8")
    assert "'vn' is not one of vi, en" in run("report", SEEDS).stderr
    monkeypatch.setenv("CLAIM_COMPARE_LANGUAGE", "xx")
    assert "'xx' is not one of vi, en" in run("report", SEEDS).stderr


@pytest.mark.parametrize("name", ["report", "evaluate", "models"])
def test_every_command_shows_an_example(name: str) -> None:
    """Help ends with something to type."""
    assert "claim-compare " + name in run(name, "--help").stdout.split("Example", 1)[-1]


def test_no_name_commands_the_terminal(tmp_path: Path) -> None:
    """Control characters in a source's name do not reach the terminal as such."""
    lines = [
        json.dumps({"text": text, "source": "\x1b]0;PWNED\x07Bao"})
        for text in ("", "Cầu Triều đã thông xe sáng nay ở xã Hòa Lâm.", "Sáng nay cầu Triều ở xã Hòa Lâm thông xe.")
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines) + "\n" + json.dumps({"text": "0:00", "source": "\x1b[2Jx"}), encoding="utf-8")
    outcome = CliRunner().invoke(main, ["report", str(path), "-o", str(tmp_path / "r.md")])
    assert "skipped" in outcome.output
    assert "\x1b" not in outcome.output


@pytest.mark.parametrize(("name", "encoding"), [("r.json", "utf-8"), ("R.JSON", "utf-8"), ("r.json", "utf-16")])
def test_a_report_is_rendered_however_other_tools_have_written_it(tmp_path: Path, name: str, encoding: str) -> None:
    """Sorted keys, a suffix in capitals and another encoding leave a report a report: nothing is compared again."""
    made = tmp_path / "made.json"
    CliRunner().invoke(main, ["report", SEEDS, "--threshold", "0.95", "--title", "Ghi lại", "-o", str(made)])
    record = json.loads(made.read_text(encoding="utf-8"))
    path = tmp_path / "other" / name
    path.parent.mkdir()
    path.write_text(json.dumps(record, sort_keys=True, ensure_ascii=False), encoding=encoding)
    outcome = CliRunner().invoke(main, ["report", str(path)])
    assert outcome.output.startswith("# Ghi lại")


def test_a_finding_fails_the_run_also_where_nobody_reads_on(two: list[str]) -> None:
    """`--fail-on one-sided | head` tells the shell of the finding, however little of the report is read."""
    command = [sys.executable, "-m", "compare", "report", *two, "--model", "builtin", "--fail-on", "one-sided"]
    done = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.stdout is not None
    done.stdout.close()
    _, errors = done.communicate()
    assert (done.returncode, b"Traceback" in errors) == (1, False)


@pytest.mark.parametrize("encoding", ["cp1258", "latin-1", "ascii"])
def test_a_report_in_a_pipe_is_utf8_whatever_the_console_speaks(two: list[str], encoding: str) -> None:
    """Where the system writes an encoding without Vietnamese letters, a redirected report keeps them all the same."""
    command = [sys.executable, "-m", "compare", "report", *two, "--model", "builtin"]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert (done.returncode, "Quảng Ninh" in done.stdout.decode()) == (0, True)


def test_a_closed_stderr_costs_nothing(two: list[str], tmp_path: Path) -> None:
    """A run without anybody to read its messages writes its report and ends well."""
    file = tmp_path / "a.md"
    words = [sys.executable, "-m", "compare", "report", *two, "--model", "builtin", "-o", str(file)]
    done = subprocess.run(["sh", "-c", 'exec "$@" 2>&-', "sh", *words], check=False)
    assert (done.returncode, file.is_file()) == (0, True)


def test_ctrl_c_is_no_finding(two: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that somebody stops ends with the shell's code for that, not with that of `--fail-on`."""

    def stop(*ignored: object, **also: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("compare.commands.report.comparison_from", stop)
    assert run("report", *two).exit_code == 130
