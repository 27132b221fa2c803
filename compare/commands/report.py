"""``claim-compare report``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from compare.commands._options import settings_from, settings_options
from compare.commands._progress import progress_bar
from compare.errors import InputError
from compare.settings import Settings
from compare.types import VERDICTS, Article, Comparison

EXAMPLES = """
\b
Examples:
  claim-compare report seeds/us-iraq-talks
  claim-compare report rt.txt vov.html -o talks.md -o talks.json
  claim-compare report articles.csv --event floods --report-language vi
  claim-compare report *.txt --fail-on conflict > diff.md
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", "outputs", multiple=True, help="File to write; its suffix chooses the format.")
@click.option("--format", "format_name", help="Format on stdout: markdown, html, json or csv.", default="markdown")
@click.option("--event", help="Compare the articles of this event only (tables with an event column).")
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(["conflict", "unclear", "one-sided"]),
    help="Exit with 1 when a finding has this verdict; may repeat.",
)
@settings_options
def report(paths: Sequence[str], outputs: Sequence[str], format_name: str, event: str | None, **options: Any) -> None:
    """Compare articles and write the report.

    PATHS are articles (.txt, .md, .html), tables (.csv, .jsonl, .json, .parquet), folders of them, URLs, "-" for
    JSON lines on stdin, or one report in JSON to render again.
    """
    from compare import render

    settings = settings_from(options)
    for name in outputs:
        render.format_of(name)  # a wrong suffix should not cost a whole run
    comparison = _record(paths) or _compared(paths, event, settings)
    for name in outputs:
        render.write(comparison, name, language=settings.report_language)
    if not outputs:
        click.echo(render.render(comparison, format_name, language=settings.report_language), nl=False)
    _summarise(comparison, outputs)
    if any(finding.verdict in options["fail_on"] for finding in comparison.findings):
        sys.exit(1)


def _record(paths: Sequence[str]) -> Comparison | None:
    """The comparison in a report's own JSON, when that is the one input."""
    from compare.render.json_reader import load

    if len(paths) != 1 or not paths[0].endswith(".json") or not Path(paths[0]).is_file():
        return None
    text = Path(paths[0]).read_text(encoding="utf-8", errors="replace")
    return load(text) if '"schema_version"' in text[:1000] else None


def _compared(paths: Sequence[str], event: str | None, settings: Settings) -> Comparison:
    from compare.pipeline import compare
    from compare.read import read_articles

    articles, skipped = read_articles(paths, stdin=sys.stdin.buffer, offline=settings.offline)
    chosen = _one_event(articles, event)
    with progress_bar() as tell:
        return compare(chosen, settings, skipped=skipped, progress=tell)


def _one_event(articles: Sequence[Article], event: str | None) -> Sequence[Article]:
    """Articles of one event; several events in one input are a question to the user, not one comparison."""
    known = sorted({article.event for article in articles if article.event})
    if event is not None:
        chosen = [article for article in articles if article.event == event]
        if not chosen:
            raise InputError(f"no article of event {event!r}; there are: {', '.join(known[:10]) or 'none'}")
        return chosen
    if len(known) > 1:
        more = ", ..." if len(known) > 5 else ""
        raise InputError(f"{len(known)} events in the input ({', '.join(known[:5])}{more}); choose one with --event")
    return articles


def _summarise(comparison: Comparison, outputs: Sequence[str]) -> None:
    """Counts, skips and written files, to stderr."""
    counts = Counter(finding.verdict for finding in comparison.findings)
    parts = ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS)
    click.echo(f"{len(comparison.articles)} sources: {parts}", err=True)
    for skip in comparison.skipped:
        click.echo(f"skipped {skip.what}: {skip.reason}", err=True)
    for name in outputs:
        click.echo(f"wrote {name}", err=True)
