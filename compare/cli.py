"""The ``claim-compare`` command: finds commands in ``compare.commands``, reads configuration, reports errors."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import click

from compare import commands
from compare.errors import ClaimCompareError, SettingsError
from compare.settings import Settings

CONFIGURATION_FILES = ("claim-compare.toml", "pyproject.toml")


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

    def invoke(self, context: click.Context) -> Any:
        """Run, and turn every error of ours into one line and exit code 2."""
        try:
            return super().invoke(context)
        except ClaimCompareError as error:
            click.echo(f"Error: {error}", err=True)
            context.exit(2)


def configuration(folder: Path) -> dict[str, Any]:
    """Settings from ``claim-compare.toml``, else from ``[tool.claim-compare]`` of ``pyproject.toml``, in ``folder``.

    Raises :class:`SettingsError` when such a file cannot be read.
    """
    for name in CONFIGURATION_FILES:
        path = folder / name
        if not path.is_file():
            continue
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"{name}: cannot be read ({error})") from error
        own = table.get("tool", {}).get("claim-compare") if name == "pyproject.toml" else table
        if own is not None:
            return _known({key.replace("-", "_"): value for key, value in own.items()}, name)
    return {}


def _known(found: dict[str, Any], name: str) -> dict[str, Any]:
    unknown = sorted(set(found) - {one.name for one in fields(Settings)})
    if unknown:
        raise SettingsError(f"{name}: no setting is called {', '.join(unknown)}")
    return found


@click.group(cls=LateCommands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="claim-compare", prog_name="claim-compare")
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
