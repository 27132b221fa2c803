"""Which models there are: the ones that come with the package, and well-known ones that `--model` and `--nli` take."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.encode import names

DATA = Path(__file__).resolve().parent.parent / "data"
FIGURES = "figures.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One model: `role` is "encoder" or "judge", `size` its bytes (None: not known), `figures` (measure, value)."""

    name: str
    role: str
    size: int | None
    origin: str
    figures: tuple[tuple[str, float], ...]
    published: bool


# Figures as their authors or the MTEB leaderboard publish them, not measured here: XNLI-vi average precision and
# NTREX vi->en retrieval of the encoders, XNLI-vi accuracy of the judge. Sizes are of the float32 weights.
PUBLISHED = (
    Entry("minishlab/potion-multilingual-128M", "encoder", 512_000_000, "model2vec, MIT",
          (("XNLI-vi", 0.61), ("NTREX vi->en", 0.72)), True),
    Entry("sentence-transformers/static-similarity-mrl-multilingual-v1", "encoder", 433_000_000, "Apache-2.0",
          (("XNLI-vi", 0.65), ("NTREX vi->en", 0.91)), True),
    Entry("intfloat/multilingual-e5-small", "encoder", 471_000_000, "MIT",
          (("XNLI-vi", 0.72), ("NTREX vi->en", 0.98)), True),
    Entry("BAAI/bge-m3", "encoder", 2_270_000_000, "MIT",
          (("XNLI-vi", 0.80), ("NTREX vi->en", 0.99)), True),
    Entry("MoritzLaurer/mDeBERTa-v3-base-xnli-multilingual-nli-2mil7", "judge", 558_000_000, "MIT",
          (("XNLI-vi accuracy", 0.79),), True),
)  # fmt: skip


def folder_size(folder: Path) -> int:
    """Bytes of all files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def own_folder(name: str) -> Path:
    """Where the weights of an encoder of this package lie."""
    return DATA / ("encoder" if name == "builtin" else name)


def measured(path: Path) -> tuple[tuple[str, float], ...]:
    """Figures of an encoder as `benchmarks/encoder.py` wrote them; empty where there are none."""
    if not path.is_file():
        return ()
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return tuple((measure, float(value)) for measure, value in record.items())


def entries() -> tuple[Entry, ...]:
    """Every known model, those of the package that are here first."""
    own = []
    for name in names():
        folder = own_folder(name)
        if not folder.is_dir():
            continue  # an encoder whose weights this installation does not have
        figures = measured(folder / FIGURES)
        own.append(Entry(name, "encoder", folder_size(folder), "trained for this package, in it", figures, False))
    return (*own, *PUBLISHED)
