"""An editor's decisions on a comparison: kept in an append-only file, made on a local page, shown in the report.

``decisions_for`` and ``reviewed`` give a report what was decided; ``desk`` holds the page's actions, ``serve`` runs it,
``exchange`` carries decisions to other files and back.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.render import Decisions
    from compare.types import Comparison

__all__ = ["decisions_for", "reviewed"]


def decisions_for(
    comparison: Comparison, path: str | Path, *, editor: str | None = None, language: str = "en"
) -> Decisions:
    """What a file says of a comparison's own findings, for ``compare.render``; see ``reviewed`` for those made by hand.

    ``ReviewError`` where the file cannot be read.
    """
    return reviewed(comparison, path, editor=editor, language=language)[1]


def reviewed(
    comparison: Comparison, path: str | Path, *, editor: str | None = None, language: str = "en"
) -> tuple[Comparison, Decisions]:
    """The comparison with the editors' joins, splits and restored furniture, and the decisions on its findings.

    Decisions whose words no longer stand are listed among the comparison's skips. ``editor`` asks for one editor's
    decisions only. ``ReviewError`` where the file cannot be read.
    """
    from compare.review.state import review
    from compare.review.store import open_store
    from compare.review.verdicts import decisions, skips

    state = review(comparison, open_store(Path(path), create=False).entries())
    listed = (*state.comparison.skipped, *skips(state.orphans))
    return replace(state.comparison, skipped=listed), decisions(state, editor=editor, language=language)
