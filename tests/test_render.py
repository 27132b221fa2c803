from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

import compare
from compare.errors import ClaimCompareError, SettingsError
from compare.render import format_of, formats, render, write
from compare.render.labels import tables, words
from compare.review.verdicts import _WHY
from compare.types import KINDS, VERDICTS, Comparison
from tests.helpers_render import article, comparison, comparisons, fire, large

ROOT = Path(__file__).parents[1]
ALL = ("csv", "html", "json", "markdown")


def test_an_unknown_format_names_the_known_ones() -> None:
    """A format nobody wrote is refused with the list of those there are."""
    with pytest.raises(SettingsError, match="csv, html, json, markdown"):
        render(fire(), "docx")


def test_an_unknown_language_is_refused() -> None:
    """A report language without labels is refused before anything is written."""
    with pytest.raises(SettingsError, match="en, vi"):
        render(fire(), "markdown", language="fr")


@pytest.mark.parametrize("path", ["report", "report.docx", "report.md.gz", ".md"])
def test_an_unknown_suffix_is_refused(path: str) -> None:
    """A file whose suffix no format has is refused, with the suffixes that are known."""
    with pytest.raises(SettingsError, match=r"\.markdown"):
        format_of(path)


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("a.md", "markdown"),
        ("a.MARKDOWN", "markdown"),
        ("b/c.html", "html"),
        ("a.htm", "html"),
        ("a.json", "json"),
        ("a.csv", "csv"),
    ],
)
def test_the_suffix_chooses_the_format(path: str, format: str) -> None:
    """Each suffix of the contract leads to its format, in any case."""
    assert format_of(path) == format


def test_formats_are_found_by_walking() -> None:
    """The registry lists every format of the folder in order."""
    assert formats() == ALL


def test_the_same_comparison_gives_the_same_text() -> None:
    """Rendering gives the same text in another interpreter with another hash seed, whatever format and language."""
    code = (
        "import json, sys; sys.path.insert(0, 'tests')\n"
        "from helpers_render import fire\n"
        "from compare.render import formats, render\n"
        "print(json.dumps([render(fire(), one, language=word) for one in formats() for word in ('en', 'vi')]))"
    )
    other = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    )
    assert json.loads(other.stdout) == [render(fire(), one, language=word) for one in ALL for word in ("en", "vi")]


@pytest.mark.parametrize("format", ALL)
def test_an_empty_comparison_still_makes_a_report(format: str) -> None:
    """No articles, no links, no findings: every format still writes something."""
    assert render(comparison([], title=""), format)


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_an_article_without_sentences_is_said_to_be_empty(format: str) -> None:
    """An article that cleaning emptied keeps its place and its line."""
    shown = render(comparison([article("a1", [], "0:00", source="Rỗng"), article("a2", [["Một câu."]])]), format)
    assert "No sentences remain after cleaning." in shown
    assert "Rỗng" in shown


@pytest.mark.parametrize("format", ALL)
def test_every_finding_of_a_large_comparison_is_there(format: str) -> None:
    """Ten articles and 500 findings: long lists are folded, but no passage is missing."""
    shown = render(large(), format)
    for source in range(1, 11):
        assert f"Nguồn {source}" in shown
    if format in ("markdown", "html"):
        assert all(f'id="f{n}"' in shown for n in range(1, 501))


@settings(max_examples=40, deadline=None)
@given(comparisons())
def test_any_comparison_can_be_rendered(made: Comparison) -> None:
    """Whatever a comparison holds, no format and no language fails."""
    for format in ALL:
        for language in ("en", "vi"):
            assert render(made, format, language=language)


def test_both_languages_have_the_same_labels() -> None:
    """English and Vietnamese hold the same keys, pairs and blanks."""

    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {key: shape(one) for key, one in value.items()}
        if isinstance(value, list):
            return [shape(one) for one in value]
        return sorted(part.split("}")[0] for part in str(value).split("{")[1:])

    english, vietnamese = shape(tables()["en"]), shape(tables()["vi"])
    assert isinstance(english, dict)
    assert isinstance(vietnamese, dict)
    english.pop("date"), vietnamese.pop("date")
    english["decision"].pop("by"), vietnamese["decision"].pop("by")
    assert english == vietnamese


def reasons_in_code() -> set[str]:
    """The constant beginnings of all reasons that a stage gives a ``Skip``, errors of reading among them."""
    found = set(_WHY.values())
    for path in Path(compare.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if named and node.func.id == "Skip" and len(node.args) == 3:
                found.update(beginnings(node.args[2]))
            elif named and node.func.id == "InputError" and path.parent.name == "read" and path.stem != "__init__":
                found.update(beginnings(node.args[0]))
    return found


def beginnings(given: ast.expr) -> Iterator[str]:
    """What a text in the code begins with, whichever way a condition goes."""
    if isinstance(given, ast.IfExp):
        yield from (*beginnings(given.body), *beginnings(given.orelse))
    elif isinstance(given, ast.JoinedStr):
        yield from beginnings(given.values[0])
    elif isinstance(given, ast.Constant):
        yield str(given.value)


def test_every_reason_to_skip_is_told_in_vietnamese() -> None:
    """A Vietnamese report gives no English reason, but for what a library says behind it."""
    told = {reason: words("vi").reason(reason) for reason in reasons_in_code()}
    assert len(told) > 20
    assert {reason for reason, vietnamese in told.items() if vietnamese == reason} == set()


def test_what_follows_the_reason_stays() -> None:
    """File names, columns and messages of libraries are kept as they are; English reports keep all."""
    assert words("vi").reason("same text as vov.txt") == "trùng nội dung với vov.txt"
    assert words("en").reason("same text as vov.txt") == "same text as vov.txt"


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_verdict_and_kind_has_a_name(language: str) -> None:
    """All verdicts and kinds of difference are named in both languages."""
    table = tables()[language]
    assert set(table["verdict"]) == set(VERDICTS)
    assert set(table["kind"]) == set(KINDS)


def test_a_name_nobody_foresaw_stands_for_itself() -> None:
    """A new rule or category is shown by its own name rather than dropped."""
    assert words("vi").name("rule", "brand-new_rule") == "brand new rule"


def test_a_share_is_only_whole_when_it_is() -> None:
    """99.9% is not rounded up to certainty."""
    assert [words("en").share(one) for one in (0.0, 0.125, 0.999, 1.0)] == ["0%", "12%", "99%", "100%"]


def test_a_file_is_written_whole_into_new_folders(tmp_path: Path) -> None:
    """Folders are made, the file holds exactly the rendered text, nothing else is left behind."""
    path = write(fire(), tmp_path / "new" / "báo cáo.md", language="vi")
    assert path.read_bytes().decode() == render(fire(), "markdown", language="vi")
    assert [one.name for one in path.parent.iterdir()] == ["báo cáo.md"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """Where rendering fails, the report of the last run stands untouched."""
    path = tmp_path / "report.md"
    path.write_text("old")
    with pytest.raises(SettingsError):
        write(fire(), path, language="fr")
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_in_the_way_is_a_clear_error(tmp_path: Path) -> None:
    """A place that cannot be written to is named in the message."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ClaimCompareError, match="cannot write the report"):
        write(fire(), tmp_path / "file" / "report.md")


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    """Writing through a symbolic link replaces what it points to, not the link."""
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write(fire(), tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text().startswith("# ")


def test_rendering_imports_nothing_heavy() -> None:
    """Markdown, HTML and JSON need neither pandas nor torch."""
    code = (
        "import sys; sys.path.insert(0, 'tests'); import compare.render;"
        "from compare.types import Comparison, Provenance;"
        "made = Comparison('', Provenance('', '', ''), (), (), ());"
        "[compare.render.render(made, one) for one in ('markdown', 'html', 'json')];"
        "assert not {'pandas', 'numpy', 'torch'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
