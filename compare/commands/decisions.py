"""``claim-compare decisions``: export, import, checklist, show."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from compare.commands._comparison import comparison_from
from compare.commands._options import DEFAULTS, settings_from, settings_options
from compare.commands._terminal import printable
from compare.commands.report import is_article_of
from compare.commands.review import beside
from compare.settings import Settings

FILE = click.Path(dir_okay=False, path_type=Path)

EXAMPLES = """
\b
Examples:
  claim-compare decisions export talks.review.db -o lan.jsonl
  claim-compare decisions import lan.jsonl --into talks.review.db
  claim-compare decisions checklist talks.json -o talks.todo.md
  claim-compare decisions import talks.todo.md --report talks.json --editor Minh
  claim-compare decisions show talks.json
"""


@click.group(epilog=EXAMPLES)
@click.pass_context
def decisions(context: click.Context) -> None:
    """Take editors' decisions out of their file, and back in."""
    context.default_map = dict.fromkeys(decisions.list_commands(context), context.default_map or {})


@decisions.command("export")
@click.argument("file", type=FILE)
@click.option("-o", "--output", type=FILE, help="File to write; .csv for a table, anything else for JSON lines.")
@click.option("--format", "format_name", type=click.Choice(["jsonl", "csv"]), help="Format, whatever the file's name.")
def export(file: Path, output: Path | None, format_name: str | None) -> None:
    """Write the decisions of FILE (NAME.review.db): JSON lines hold the whole log, CSV what stands."""
    from compare.review.exchange import lines, table
    from compare.review.store import open_store

    entries = open_store(file, create=False).entries()
    as_table = (format_name or (output.suffix[1:].lower() if output else "")) == "csv"
    _put(("\ufeff" + table.dumps(entries)) if as_table else lines.dumps(entries), output, file)
    click.echo(f"{len(entries)} entries of the log read", err=True)


@decisions.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=FILE, help="File of decisions to add to.  [default: beside --report]")
@click.option("--report", "report", type=FILE, help="Report in JSON that a checklist was made for.")
@click.option("--editor", default="", help="Whose checklist it is.")
def import_(file: Path, into: Path | None, report: Path | None, editor: str) -> None:
    """Add the decisions in FILE: .jsonl, .csv or a .md checklist. What is there already is not added again."""
    from compare.review.exchange.intake import take

    target = into or (beside([str(report)]) if report else None)
    if target is None:
        raise click.UsageError("say where to with --into NAME.review.db")
    comparison = comparison_from([str(report)], None, DEFAULTS) if report else None
    taken = take(file, target, comparison, editor)
    click.echo(f"{taken.added} entries added to {target}", err=True)
    for one in taken.strangers:
        click.echo(f"not in this report, so not imported: {one}", err=True)
    if taken.strangers:
        sys.exit(1)


@decisions.command("checklist")
@click.argument("report", type=click.Path(exists=True))
@click.option("--decisions", "file", type=FILE, help="File of decisions to tick from.  [default: beside the report]")
@click.option("--editor", default="", help="Whose decisions to tick.")
@click.option("-o", "--output", type=FILE, help="File to write instead of stdout.")
@settings_options
def checklist(report: str, file: Path | None, editor: str, output: Path | None, **options: Any) -> None:
    """Write a REPORT's findings as a Markdown checklist, to be filled in and imported."""
    from compare.review.exchange.checklist import dumps

    settings = settings_from(options)
    state = _state(report, file, settings)
    _put(dumps(state, editor, settings.report_language), output, report, _decisions(report, file))


@decisions.command("show")
@click.argument("report", type=click.Path(exists=True))
@click.option("--decisions", "file", type=FILE, help="File of decisions.  [default: beside the report]")
@settings_options
def show(report: str, file: Path | None, **options: Any) -> None:
    """Say how far the review of a REPORT is, where editors disagree, and which decisions lost their words."""
    from compare.review.summary import summary

    click.echo(printable(summary(_state(report, file, settings_from(options)))), nl=False)


def _decisions(report: str, file: Path | None) -> Path:
    return file or beside([report])


def _state(report: str, file: Path | None, settings: Settings):  # type: ignore[no-untyped-def]
    from compare.review.state import review
    from compare.review.store import open_store

    path = _decisions(report, file)
    entries = open_store(path, create=False).entries() if file or path.is_file() else ()
    return review(comparison_from([report], None, settings), entries)


def _is_report(path: Path) -> bool:
    """Whether a report in JSON stands there, on which decisions may hang."""
    from compare.read.reports import is_report

    return path.suffix.lower() == ".json" and path.is_file() and is_report(path.read_bytes())


def _put(text: str, output: Path | None, *read: Path | str) -> None:
    """Write a text, but never over a file that it was made from, an article of a folder that is read, or a report."""
    if output is None:
        click.echo(text, nl=False)
        return
    taken = output.resolve() in {Path(one).resolve() for one in read} or is_article_of(output.resolve(), list(read))
    if output.suffix == ".db" or taken or _is_report(output):
        raise click.UsageError(f"{output}: not written, it would replace what is read")
    from compare.review.exchange.intake import write

    write(output, text)
    click.echo(f"wrote {output}", err=True)
