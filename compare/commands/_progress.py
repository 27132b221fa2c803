"""A progress bar on stderr, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from compare.pipeline import Progress


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Yield a function to be told (stage, done, total); it draws nothing where stderr is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    shown: dict[str, str] = {"stage": ""}

    def tell(stage: str, done: int, total: int) -> None:
        """Draw the bar over the last one."""
        filled = 30 * done // max(total, 1)
        line = f"\r{stage:8} [{'#' * filled}{'.' * (30 - filled)}] {done}/{total}"
        click.echo(line, nl=False, err=True)
        shown["stage"] = stage

    try:
        yield tell
    finally:
        if shown["stage"]:
            click.echo("\r" + " " * 60 + "\r", nl=False, err=True)
