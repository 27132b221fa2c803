"""``claim-compare evaluate``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click

from compare.commands._options import settings_from, settings_options
from compare.commands._progress import progress_bar
from compare.errors import GoldError


@click.command(epilog="\b\nExample:\n  claim-compare evaluate gold.jsonl --show 5")
@click.argument("gold", nargs=-1, required=True)
@click.option("--show", type=click.IntRange(0), default=0, help="Show this many of the worst misses and false alarms.")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@settings_options
def evaluate(gold: Sequence[str], show: int, format_name: str, **options: Any) -> None:
    """Measure links, conflicts and updates against GOLD files.

    A gold file holds one event a line: articles with sentence boundaries, and sentence pairs labelled agree, conflict
    or update by one or more annotators.
    """
    from compare.evaluate import evaluate as run
    from compare.evaluate import read_gold, to_record, to_text

    events = list(read_gold(gold))
    if not events:
        raise GoldError(f"{', '.join(gold)}: no events in it")
    with progress_bar() as tell:
        report = run(events, settings_from(options), progress=lambda done, total: tell("evaluate", done, total))
    if format_name == "json":
        click.echo(json.dumps(to_record(report, show), ensure_ascii=False, indent=2))
    else:
        click.echo(to_text(report, show))
