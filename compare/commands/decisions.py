"""``claim-compare decisions``: export, import, checklist, show."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from compare.commands._comparison import comparison_from
from compare.commands._options import DEFAULTS, report_language_option
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
    as_table = (format_name or (output.suffix[1:] if output else "")) == "csv"
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
@report_language_option("Language of the list.")
def checklist(report: str, file: Path | None, editor: str, output: Path | None, report_language: str) -> None:
    """Write a REPORT's findings as a Markdown checklist, to be filled in and imported."""
    from compare.review.exchange.checklist import dumps

    state = _state(report, file, report_language)
    _put(dumps(state, editor, report_language), output, report)


@decisions.command("show")
@click.argument("report", type=click.Path(exists=True))
@click.option("--decisions", "file", type=FILE, help="File of decisions.  [default: beside the report]")
def show(report: str, file: Path | None) -> None:
    """Say how far the review of a REPORT is, where editors disagree, and which decisions lost their words."""
    from compare.review.summary import summary

    click.echo(summary(_state(report, file, "en")), nl=False)


def _state(report: str, file: Path | None, language: str):  # type: ignore[no-untyped-def]
    from compare.review.state import review
    from compare.review.store import open_store

    path = file or beside([report])
    entries = open_store(path, create=False).entries() if file or path.is_file() else ()
    return review(comparison_from([report], None, Settings(report_language=language)), entries)


def _put(text: str, output: Path | None, *read: Path | str) -> None:
    """Write a text, but never over a file that it was made from."""
    if output is None:
        click.echo(text, nl=False)
        return
    if output.suffix == ".db" or output.resolve() in {Path(one).resolve() for one in read}:
        raise click.UsageError(f"{output}: not written, it would replace what is read")
    from compare.review.exchange.intake import write

    write(output, text)
    click.echo(f"wrote {output}", err=True)
