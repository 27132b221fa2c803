"""One comparison out of a command's PATHS: a report in JSON read back, or articles compared."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click
from click.core import ParameterSource

from compare.commands._progress import progress_bar
from compare.errors import InputError, SettingsError
from compare.settings import Settings
from compare.types import Article, Comparison, Skip

# What shapes a comparison, and says nothing to one that is made.
OF_COMPARING = ("event", "model", "nli", "threshold", "language", "keep_furniture")


def comparison_from(paths: Sequence[str], event: str | None, settings: Settings) -> Comparison:
    """The comparison in a report's own JSON when that is the one input, else one made from the articles.

    Raises ``SettingsError`` for options on the command line that would change nothing in such a report.
    """
    known = recorded(paths)
    if known is None:
        return compared(paths, event, settings)
    unused = [f"--{name.replace('_', '-')}" for name in OF_COMPARING if _is_given(name)]
    if unused:
        raise SettingsError(f"{paths[0]} is a report already, in which {', '.join(unused)} changes nothing")
    written = dict(known.created_with.settings).get("report_language", settings.report_language)
    if written != settings.report_language:
        click.echo(f"the reasons in {paths[0]} stay as they were written ({written})", err=True)
    return replace(known, title=settings.title) if settings.title else known


def _is_given(option: str) -> bool:
    """Whether an option stands on the command line that is being run."""
    context = click.get_current_context(silent=True)
    return context is not None and context.get_parameter_source(option) == ParameterSource.COMMANDLINE


def recorded(paths: Sequence[str]) -> Comparison | None:
    """The comparison in a report's own JSON, when that is the one input."""
    from compare.render.json_reader import load

    if len(paths) != 1 or not paths[0].lower().endswith(".json") or not Path(paths[0]).is_file():
        return None
    text = _written(Path(paths[0]).read_bytes())
    keys = ('"schema_version"', '"created_with"')  # anywhere: other tools sort them
    return load(text) if text.lstrip().startswith("{") and all(key in text for key in keys) else None


def _written(content: bytes) -> str:
    """The text of a file as it is; only what is no UTF-8 is decoded by its looks. Empty where nothing explains it."""
    from compare.read.decode import decode

    with suppress(UnicodeDecodeError):
        return content.decode("utf-8-sig")
    with suppress(InputError):
        return decode(content)
    return ""


def compared(paths: Sequence[str], event: str | None, settings: Settings) -> Comparison:
    """The articles of the paths, compared."""
    from compare.encode import opening

    encoder = opening(settings.model)  # it opens while the rest is imported and the articles are read

    from compare.pipeline import compare
    from compare.read import read_articles

    articles, skipped = read_articles(paths, stdin=getattr(sys.stdin, "buffer", None), offline=settings.offline)
    chosen = one_event(articles, event)
    eventless = [Skip("read", one.path or one.id, "it names no event") for one in articles if event and not one.event]
    with progress_bar() as tell:
        return compare(chosen, settings, skipped=(*skipped, *eventless), progress=tell, encoder=encoder)


def one_event(articles: Sequence[Article], event: str | None) -> Sequence[Article]:
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
