"""Any sentence-transformers model, by hub id or folder."""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from compare.encode import builtin
from compare.errors import EncoderError

Vectors = NDArray[np.float32]
OFFLINE_VARIABLES = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
PROXY_VARIABLES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


@dataclass(frozen=True, slots=True)
class SentenceTransformers:
    """A loaded sentence-transformers model behind the `Encoder` contract."""

    name: str
    dimension: int
    model: Any

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (n, d) float32."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        found = self.model.encode(list(texts), convert_to_numpy=True, show_progress_bar=False)
        vectors = np.nan_to_num(np.asarray(found, np.float32), copy=True)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, lengths, out=vectors, where=lengths > 1e-12)
        return vectors

    def tokens(self, text: str) -> tuple[list[tuple[int, int]], Vectors]:
        """Offsets and weighted vectors of words as the built-in encoder has them: the scorer was fitted on those."""
        return builtin.load().tokens(text)


def offline() -> bool:
    """Whether the environment forbids the network to model libraries."""
    return any(os.environ.get(name, "").lower() in {"1", "true", "yes", "on"} for name in OFFLINE_VARIABLES)


def reachable(seconds: float = 4.0) -> bool:
    """Whether the model hub answers at all: the libraries would retry for a minute before they give up."""
    if any(os.environ.get(name) for name in PROXY_VARIABLES):
        return True
    hub = urlsplit(os.environ.get("HF_ENDPOINT", "https://huggingface.co"))
    port = hub.port or (80 if hub.scheme == "http" else 443)
    try:
        with socket.create_connection((hub.hostname or "", port), timeout=seconds):
            return True
    except OSError:
        return False


def advice(name: str) -> str:
    """How to get a model that is not on this machine."""
    return (
        f"fetch it once with network access (`huggingface-cli download {name}`), or copy its folder here and give "
        "the folder's path as --model; `builtin` needs neither"
    )


def load(name: str, *, forbidden: bool = False) -> SentenceTransformers:
    """Load a model from a folder, from the local cache, or from the hub, in that order.

    The hub is left out where the network is `forbidden` or the environment says offline.
    Raises EncoderError when the library or the model is missing; never falls back to another encoder.
    """
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EncoderError(f"--model {name} needs sentence-transformers: pip install sentence-transformers") from error
    folder = Path(name).expanduser()
    if folder.is_dir():
        return wrapped(name, _attempt(SentenceTransformer, str(folder), local=True))
    if name.startswith((".", "/", "~")):
        raise EncoderError(f"encoder folder {name} does not exist")
    try:
        return wrapped(name, _attempt(SentenceTransformer, name, local=True))
    except EncoderError:
        if forbidden or offline():
            raise EncoderError(f"encoder {name} is not on this machine and offline is set: {advice(name)}") from None
        if not reachable():
            raise EncoderError(
                f"encoder {name} is not on this machine and its hub cannot be reached: {advice(name)}"
            ) from None
    return wrapped(name, _attempt(SentenceTransformer, name, local=False))


def _attempt(maker: Any, place: str, local: bool) -> Any:
    """One try at loading, every failure of the libraries told as an EncoderError."""
    try:
        return maker(place, device="cpu", local_files_only=local)
    except Exception as error:  # the libraries raise OSError, ValueError, connection errors and their own
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise EncoderError(f"encoder {place} cannot be loaded ({reason}): {advice(place)}") from error


def wrapped(name: str, model: Any) -> SentenceTransformers:
    """The model with its name and the width of its vectors."""
    newest = getattr(model, "get_embedding_dimension", None)  # its name since sentence-transformers 5.2
    width = newest() if newest else model.get_sentence_embedding_dimension()
    return SentenceTransformers(name, int(width), model)
