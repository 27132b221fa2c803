"""Which module reads which kind of file, found by walking the folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from compare.read.record import Draft

Reader = Callable[[bytes, str], Iterable[Draft]]


@cache
def _readers() -> dict[str, Reader]:
    """Reader by file ending, from every module of this folder that names ``SUFFIXES``."""
    found: dict[str, Reader] = {}
    for module in iter_modules([str(Path(__file__).parent)]):
        loaded = import_module(f"{__package__}.{module.name}")
        for suffix in getattr(loaded, "SUFFIXES", ()):
            found[suffix] = loaded.articles
    return found


def reader_for(suffix: str) -> Reader | None:
    """The function that turns the bytes of such a file into articles; None for an unknown ending."""
    return _readers().get(suffix.lower())


def known_suffixes() -> tuple[str, ...]:
    """All file endings that can be read, sorted."""
    return tuple(sorted(_readers()))
