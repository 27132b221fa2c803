"""Line up what several articles on one event claim: where they agree, conflict, moved on in time or stand alone.

    from compare import Settings, compare, read_articles

    articles, skipped = read_articles(["seeds/us-iraq-talks"])
    comparison = compare(articles, Settings(report_language="vi"), skipped=skipped)

The map of the package, in the way of the data: ``read`` -> ``clean`` -> ``segment`` -> ``claims`` -> ``encode`` ->
``align`` -> ``judge`` -> ``group`` -> ``framing`` -> ``render``, joined in ``pipeline``; ``types`` holds every record,
``evaluate`` measures, ``review`` takes an editor's decisions, ``cli`` is the command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compare.errors import ClaimCompareError
from compare.settings import Settings
from compare.types import Article, Comparison, Skip

if TYPE_CHECKING:
    from compare.pipeline import compare
    from compare.read import read_articles

__version__ = "0.1.0"

__all__ = ["Article", "ClaimCompareError", "Comparison", "Settings", "Skip", "compare", "read_articles"]

_LATE = {"compare": "compare.pipeline", "read_articles": "compare.read"}


def __getattr__(name: str) -> Any:
    """Load the stages on first use, so that ``--help`` stays quick."""
    if name not in _LATE:
        raise AttributeError(f"module 'compare' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATE[name]), name)
