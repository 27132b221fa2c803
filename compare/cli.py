"""The ``claim-compare`` command: finds commands in ``compare.commands``, reads configuration, reports errors."""

from __future__ import annotations

import io
import os
import sys
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import click

from compare import __version__, commands
from compare.commands._terminal import printable
from compare.errors import ClaimCompareError, SettingsError
from compare.settings import Settings

CONFIGURATION_FILES = ("claim-compare.toml", "pyproject.toml")
INTERRUPTED = 130  # as shells have it
OWN_OPTIONS = ("-h", "--help", "--version")


class LateCommands(click.Group):
    """A group whose commands are the files of ``compare/commands``, imported when they are asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Names of all commands, in alphabetical order."""
        return sorted(module.name for module in iter_modules(commands.__path__) if not module.name.startswith("_"))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command called ``name``, or None."""
        if name not in self.list_commands(context):
            return None
        command: click.Command = getattr(import_module(f"compare.commands.{name}"), name)
        return command

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Articles, or options of a report, without a command before them are for `report`."""
        if args and _is_for_report(args[0], self.list_commands(context)):
            args = ["report", *args]
        return super().parse_args(context, args)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command asked for; what is neither a command nor there to be read gets the commands listed."""
        known = self.list_commands(context)
        if args[0] not in known:
            near = get_close_matches(args[0], known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"commands: {', '.join(known)}"
            raise click.UsageError(f"no command and no file is called {args[0]!r}; {hint}", context)
        return super().resolve_command(context, args)

    def main(self, *arguments: Any, **keywords: Any) -> Any:
        """Run from the command line, with streams that take any letter."""
        _take_any_letter()
        return super().main(*arguments, **keywords)

    def invoke(self, context: click.Context) -> Any:
        """Run, and turn every error of ours into one line and exit code 2, Ctrl+C into 130."""
        try:
            result = super().invoke(context)
            if sys.stdout is not None:  # a closed one is no error of ours
                sys.stdout.flush()
            return result
        except ClaimCompareError as error:
            click.echo(f"Error: {printable(str(error))}", err=True)
        except BrokenPipeError:  # the reader has seen enough (`| head`); nothing is wrong
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            context.exit(context.obj or 0)
        except KeyboardInterrupt:
            click.echo("\nstopped", err=True)
            context.exit(INTERRUPTED)
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            with suppress(OSError):  # where the errors themselves cannot be written
                click.echo(f"Error: {printable(str(where))}{error.strerror or error}", err=True)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return context.exit(2)


def _take_any_letter() -> None:
    """Let stdout and stderr take every letter: files and pipes get UTF-8, as every other report of ours is written; a
    terminal that has no such letter shows a question mark. A closed stderr is one that nobody reads.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # for as long as the run lasts
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _is_for_report(first: str, commands: Sequence[str]) -> bool:
    """Whether the first word of a command line is an article or an option of `report`, rather than a command."""
    if first in commands or first in OWN_OPTIONS:
        return False
    return first.startswith(("-", "http://", "https://")) or _exists(first)


def _exists(name: str) -> bool:
    try:
        return bool(name) and Path(name).exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def configuration(folder: Path) -> dict[str, Any]:
    """Settings from ``claim-compare.toml``, with or without a table of that name around them, else from
    ``[tool.claim-compare]`` of ``pyproject.toml``, in ``folder``.

    Raises :class:`SettingsError` when such a file cannot be read.
    """
    for name in CONFIGURATION_FILES:
        path = folder / name
        if not path.is_file():
            continue
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"{name}: cannot be read ({error})") from error
        own = _section(table)
        if own is None and name != "pyproject.toml":
            inner = table.pop("claim-compare", {})
            own = table | inner if isinstance(inner, dict) else inner
        if own is not None:
            return _checked(own, name)
    return {}


def _section(table: dict[str, Any]) -> Any:
    tool = table.get("tool")
    return tool.get("claim-compare") if isinstance(tool, dict) else None


def _checked(own: Any, name: str) -> dict[str, Any]:
    """Settings by name, each of the kind that its default has; anything else names the file in the error."""
    if not isinstance(own, dict):
        raise SettingsError(f"{name}: [tool.claim-compare] is not a table")
    found = {key.replace("-", "_"): value for key, value in own.items()}
    defaults = {one.name: one.default for one in fields(Settings)}
    unknown = sorted(set(found) - set(defaults))
    if unknown:
        raise SettingsError(f"{name}: no setting is called {', '.join(unknown)}")
    for key, value in found.items():
        wanted = (int, float) if defaults[key] is None else (type(defaults[key]),)
        if type(value) not in wanted:
            kind = {bool: "true or false", str: "text in quotes"}.get(wanted[0], "a number")
            raise SettingsError(f"{name}: {key} = {value!r}, but {kind} is wanted")
    Settings(**found)
    return found


@click.group(cls=LateCommands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="claim-compare")
@click.pass_context
def main(context: click.Context) -> None:
    """Line up what several articles on one event claim.

    Where they agree, conflict, moved on in time or stand alone, and how each frames the story.

    \b
    Try:
      claim-compare report seeds/us-iraq-talks
    """
    found = configuration(Path.cwd())
    context.default_map = dict.fromkeys(LateCommands.list_commands(context.command, context), found)  # type: ignore[arg-type]
