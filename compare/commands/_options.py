"""Options that several commands share, with the library's own defaults (``compare.settings``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

import click

from compare.settings import REPORT_LANGUAGES, Settings

Command = TypeVar("Command", bound=Callable[..., Any])
PREFIX = "CLAIM_COMPARE_"
DEFAULTS = Settings()


def _option(name: str, *declarations: str, **how: Any) -> Callable[[Command], Command]:
    """An option named after a setting: its default, and its environment variable."""
    return click.option(
        *(declarations or (f"--{name.replace('_', '-')}",)),
        name,
        default=getattr(DEFAULTS, name),
        envvar=PREFIX + name.upper(),
        show_envvar=True,
        **how,
    )


def _known_language(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """The language as given, or a usage error that lists those there are."""
    from compare.clean.language import known_languages

    if value and value not in known_languages():
        raise click.BadParameter(f"{value!r} is not one of {', '.join(known_languages())}")
    return value


def settings_options(command: Command) -> Command:
    """Add one option per setting to a command."""
    stack = [
        _option(
            "model",
            help="Encoder: deep, builtin (knows no word order, faster), a sentence-transformers id, or a folder.",
            show_default=True,
        ),
        _option("nli", help="Cross-encoder NLI model whose evidence joins the judgement: an id or a folder."),
        _option("threshold", type=click.FloatRange(0, 1), help="Probability from which sentences count as linked."),
        _option(
            "report_language",
            type=click.Choice(REPORT_LANGUAGES, case_sensitive=False),
            help="Language of the report's own words.",
        ),
        _option(
            "language",
            callback=_known_language,
            help="Language of the articles (vi, en, ...) instead of detecting it.",
        ),
        _option("title", help="Title of the report."),
        _option("keep_furniture", is_flag=True, help="Leave bylines, captions and boxes in the story."),
        _option("offline", is_flag=True, help="Never reach for the network, for pages or for models."),
    ]
    for option in reversed(stack):
        command = option(command)
    return command


def settings_from(options: dict[str, Any]) -> Settings:
    """The settings among a command's options."""
    return Settings(**{one.name: options[one.name] for one in fields(Settings)})
