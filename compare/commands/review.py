"""``claim-compare review``."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from compare.commands._comparison import comparison_from
from compare.commands._options import settings_from, settings_options

EXAMPLES = """
\b
Examples:
  claim-compare review talks.json
  claim-compare review seeds/us-iraq-talks --editor Lan --report-language vi
  claim-compare report talks.json --decisions talks.review.db -o talks.md
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--editor",
    envvar="CLAIM_COMPARE_EDITOR",
    show_envvar=True,
    help="Your name in the log.  [default: your login name]",
)
@click.option("--decisions", type=click.Path(dir_okay=False, path_type=Path), help="File of decisions to use.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port of 127.0.0.1; 0 takes a free one.")
@click.option("--no-browser", is_flag=True, help="Print the address and leave opening it to you.")
@click.option("--event", help="Compare the articles of this event only (tables with an event column).")
@settings_options
def review(
    paths: Sequence[str],
    editor: str | None,
    decisions: Path | None,
    port: int,
    no_browser: bool,
    event: str | None,
    **options: Any,
) -> None:
    """Work through the findings on a local page.

    PATHS are a report in JSON, or articles as for `report`. Decisions are kept in NAME.review.db beside the report; the
    page is served to this machine alone, at an address that holds a secret of this run. Stop with Ctrl+C.
    """
    from compare.review.desk import Desk
    from compare.review.serve import serve
    from compare.review.store import open_store

    settings = settings_from(options)
    comparison = comparison_from(paths, event, settings)  # first: a failed run should leave no file behind
    store = open_store(decisions or beside(paths))
    desk = Desk(comparison, store, _name(editor))
    desk.state()  # a damaged file should be told of before a page opens
    click.echo(f"decisions of {desk.editor} go to {store.path}", err=True)
    serve(desk, port=port, language=settings.report_language, browser=not no_browser, tell=click.echo)


def beside(paths: Sequence[str]) -> Path:
    """Where decisions on these inputs are kept: beside a report in JSON, else in the current folder."""
    first = Path(paths[0])
    if len(paths) == 1 and first.suffix.lower() == ".json":
        return first.with_suffix(".review.db")
    name = first.resolve().name if first.is_dir() else first.stem
    return Path(f"{name.strip('-') or 'claim-compare'}.review.db")


def _name(given: str | None) -> str:
    """The editor's name as the log keeps it: on one line, without characters that nobody sees."""
    from compare.render.document import clean

    try:
        name = given or getpass.getuser()
    except (OSError, KeyError):  # no such user is known to the system
        name = ""
    return clean(name).strip()[:80] or "editor"
