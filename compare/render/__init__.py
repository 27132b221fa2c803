"""Comparison -> Markdown, HTML, JSON, CSV.

A format is one file in this folder with a ``FORMAT``; it is found by walking, so a new one needs no other edit.
"""

from __future__ import annotations

import os
import pkgutil
import tempfile
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

from compare.errors import ClaimCompareError, SettingsError
from compare.render.decisions import Decision, Decisions
from compare.render.format import Format
from compare.types import Comparison

__all__ = ["Decision", "Decisions", "Format", "format_of", "formats", "render", "write"]


@cache
def registry() -> dict[str, Format]:
    """Every format of this folder by name, in alphabetical order."""
    modules = (import_module(f"{__name__}.{one.name}") for one in pkgutil.iter_modules(__path__))
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {one.name: one for one in sorted(found, key=lambda one: one.name)}


def formats() -> tuple[str, ...]:
    """Names of all formats."""
    return tuple(registry())


def render(comparison: Comparison, format: str, *, language: str = "en", decisions: Decisions | None = None) -> str:
    """The report as text in one of ``formats()``; ``language`` is that of the report's own words ("en" or "vi").

    ``decisions`` maps finding ids to what editors decided. The same arguments give the same text. Raises
    ``SettingsError`` for an unknown format or language.
    """
    return _format(format).render(comparison, language, decisions or {})


def format_of(path: str | os.PathLike[str]) -> str:
    """The format that a file's suffix asks for; ``SettingsError`` where no format has that suffix."""
    suffix = Path(path).suffix.lower()
    for one in registry().values():
        if suffix in one.suffixes:
            return one.name
    known = ", ".join(suffix for one in registry().values() for suffix in one.suffixes)
    wrong = f"no report format has the suffix {suffix}" if suffix else "a suffix is needed, it chooses the format"
    raise SettingsError(f"{os.fspath(path)}: {wrong}; give one of {known}")


def write(
    comparison: Comparison,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    language: str = "en",
    decisions: Decisions | None = None,
) -> Path:
    """Write the report to a file, in the format of its suffix unless told, and return the path.

    Folders are made; the file appears whole or not at all. Raises ``SettingsError`` for an unknown suffix, format or
    language and ``ClaimCompareError`` where the file cannot be written.
    """
    chosen = _format(format or format_of(path))
    content = render(comparison, chosen.name, language=language, decisions=decisions)
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _put(target.resolve(), content.encode(chosen.encoding, errors="replace"))
    except OSError as error:
        raise ClaimCompareError(f"{target}: cannot write the report ({error.strerror or error})") from error
    return target


def _format(name: str) -> Format:
    if name not in registry():
        raise SettingsError(f"report format {name!r}: choose one of {', '.join(formats())}")
    return registry()[name]


def _put(target: Path, content: bytes) -> None:
    if target.exists() and not target.is_file():  # a pipe or /dev/stdout: nothing to put in its place
        target.write_bytes(content)
    else:
        _replace(target, content)


def _replace(target: Path, content: bytes) -> None:
    handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(scratch, _mode(target))
        os.replace(scratch, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(scratch)
        raise


def _mode(target: Path) -> int:
    """Permissions for the new file: those of the one it replaces, else what the umask leaves."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
