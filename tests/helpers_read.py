"""Files to read, and what reading makes of them."""

from __future__ import annotations

from pathlib import Path

from compare.read import read_articles
from compare.types import Article, Skip

STORY = "Tỉnh Hòa Lâm mở cầu mới hôm 3/5. Cây cầu dài 250 mét, theo ban quản lý dự án."
OTHER = "Cầu Hòa Lâm thông xe sáng 3/5 sau hai năm thi công."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(*inputs: Path | str) -> tuple[tuple[Article, ...], tuple[Skip, ...]]:
    """What reading makes of some inputs."""
    return read_articles(inputs)
