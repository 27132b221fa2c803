"""``claim-compare report``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.commands._comparison import comparison_from
from compare.commands._options import settings_from, settings_options
from compare.commands._terminal import printable
from compare.errors import SettingsError
from compare.types import VERDICTS, Comparison

if TYPE_CHECKING:
    from compare.render import Decisions
    from compare.render.view import View

EXAMPLES = """
\b
Examples:
  claim-compare report seeds/us-iraq-talks
  claim-compare report rt.txt vov.html -o talks.md -o talks.json
  claim-compare report articles.csv --event floods --report-language vi
  claim-compare report talks.json --decisions talks.review.db -o talks.md
  claim-compare report *.txt --fail-on conflict > diff.md
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", "outputs", multiple=True, help="File to write; its suffix chooses the format.")
@click.option("--format", "format_name", help="Format on stdout: markdown, html, json or csv.  [default: markdown]")
@click.option("--event", help="Compare the articles of this event only (tables with an event column).")
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(["conflict", "unclear", "one-sided"]),
    help="Exit with 1 when a finding has this verdict; may repeat.",
)
@click.option(
    "--decisions", type=click.Path(exists=True, dir_okay=False), help="NAME.review.db: show what editors decided."
)
@click.option("--editor", help="Show this editor's decisions only.")
@settings_options
@click.pass_context
def report(
    context: click.Context,
    /,
    paths: Sequence[str],
    outputs: Sequence[str],
    format_name: str | None,
    event: str | None,
    **options: Any,
) -> None:
    """Compare articles and write the report.

    PATHS are articles (.txt, .md, .html), tables (.csv, .jsonl, .json, .parquet), folders of them, URLs, "-" for
    JSON lines on stdin, or one report in JSON to render again.
    """
    from compare import render
    from compare.render.view import view

    settings = settings_from(options)
    read = [*paths, *filter(None, [options["decisions"]])]
    _check_outputs(read, outputs, format_name)
    if options["editor"] and not options["decisions"]:
        raise SettingsError("--editor chooses among --decisions, and none are given")
    comparison, decided = _reviewed(comparison_from(paths, event, settings), settings.report_language, options)
    seen = view(comparison, decided)
    code = int(any(one.verdict in options["fail_on"] for one in seen.findings))
    context.find_root().obj = code  # for where the report's reader stops reading
    for name in outputs:
        render.write(comparison, name, language=settings.report_language, decisions=decided)
    if not outputs:
        text = render.render(
            comparison, format_name or "markdown", language=settings.report_language, decisions=decided
        )
        click.echo(text, nl=False)
    _summarise(seen, outputs)
    if decided and "json" in {format_name, *map(render.format_of, outputs)}:
        click.echo("decisions stay in their file: JSON holds the comparison as editors joined and split it", err=True)
    context.exit(code)


def _check_outputs(paths: Sequence[str], outputs: Sequence[str], format_name: str | None) -> None:
    """Refuse unknown formats, wrong suffixes, another format than the suffix says, and outputs that would overwrite an
    input or each other, before any work is done.
    """
    from compare.render import format_of, formats

    if format_name not in (None, *formats()):
        raise SettingsError(f"report format {format_name!r}: choose one of {', '.join(formats())}")
    taken = {Path(path).resolve(): "is an input" for path in paths if Path(path).is_file()}
    for name in outputs:
        own = format_of(name)
        if format_name not in (None, own):
            raise SettingsError(f"--format {format_name}: {name} is written as {own}, as its suffix says")
        place = Path(name).resolve()
        if is_article_of(place, paths):
            raise SettingsError(f"{name}: not written, it is an article of the folder that is read")
        if place in taken:
            raise SettingsError(f"{name}: not written, it {taken[place]}")
        taken[place] = "is given twice"


def is_article_of(place: Path, paths: Sequence[str | Path]) -> bool:
    """Whether a file that is there stands in a folder that is read, and is no report of ours."""
    from compare.read.reports import is_report

    inside = any(Path(path).is_dir() and place.is_relative_to(Path(path).resolve()) for path in paths)
    return inside and place.is_file() and not is_report(place.read_bytes())


def _reviewed(comparison: Comparison, language: str, options: dict[str, Any]) -> tuple[Comparison, Decisions]:
    """The comparison as editors left it, and what they decided."""
    if not options["decisions"]:
        return comparison, {}
    from compare.review import reviewed

    return reviewed(comparison, options["decisions"], editor=options["editor"], language=language)


def _summarise(seen: View, outputs: Sequence[str]) -> None:
    """Counts as the report has them, skips and written files, to stderr."""
    counts = Counter("less sure" if one.less_sure else one.verdict for one in seen.findings)
    shown = [name for verdict in VERDICTS for name in ((verdict, "less sure") if verdict == "agree" else (verdict,))]
    parts = ", ".join(f"{counts[name]} {name}" for name in shown if name != "less sure" or counts[name])
    click.echo(f"{len(seen.sources)} sources: {parts}", err=True)
    for skip in seen.comparison.skipped:
        click.echo(printable(f"skipped {skip.what}: {skip.reason}"), err=True)
    for name in outputs:
        click.echo(f"wrote {name}", err=True)
