"""Text to vectors. `load(name)` gives an `Encoder`: one of the package's own, or any sentence-transformers model.

A new built-in kind of encoder is one new file in this folder that defines `NAME` and `load() -> Encoder`;
nothing else needs to change.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from compare.errors import EncoderError

DEFAULT = "deep"
Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """What every encoder offers: `name` goes into the report, `dimension` is the width of its vectors."""

    @property
    def name(self) -> str:
        """What to call this encoder in a report."""

    @property
    def dimension(self) -> int:
        """Width d of the vectors."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (n, d), float32; a text without a known word gives a zero row, no texts give (0, d)."""


def _modules() -> dict[str, Any]:
    """Name of each encoder of this package with the module that loads it."""
    found = {}
    for module in iter_modules(__path__):
        loaded = import_module(f"{__name__}.{module.name}")
        if hasattr(loaded, "NAME"):
            found[str(loaded.NAME)] = loaded
    return found


def names() -> tuple[str, ...]:
    """Names of the encoders that come with the package, the default first."""
    return tuple(sorted(_modules(), key=lambda name: (name != DEFAULT, name)))


def opening(name: str = DEFAULT) -> Future[Encoder] | None:
    """`load` begun on a thread of its own, for a caller who has other work to do meanwhile.

    None for another encoder than `names()`: it may have to be fetched, which can wait and be broken off.
    """
    if name.strip().lower() not in names():
        return None
    beside = ThreadPoolExecutor(1)
    begun = beside.submit(load, name)
    beside.shutdown(wait=False)
    return begun


def load(name: str = DEFAULT, *, offline: bool = False) -> Encoder:
    """The encoder called `name`: one of `names()`, else a sentence-transformers hub id or folder.

    ``offline`` forbids fetching it. Raises EncoderError when it is not on this machine and cannot be fetched; never
    falls back to another.
    """
    own = _modules().get(name.strip().lower())
    if own is not None:
        encoder: Encoder = own.load()
        return encoder
    if not name.strip():
        raise EncoderError("the encoder has no name: give 'deep', 'builtin', a hub id or a folder")
    other: Encoder = import_module(f"{__name__}.sbert").load(name, forbidden=offline)
    return other
