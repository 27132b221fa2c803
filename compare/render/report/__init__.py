"""Comparison -> Document: what the report says and in which order, before any format."""

from __future__ import annotations

from compare.render.decisions import Decisions
from compare.render.document import Document
from compare.render.labels import words
from compare.render.report.appendix import made, removed, texts
from compare.render.report.findings import agreements, dismissed, one_sided, section
from compare.render.report.framing import framing
from compare.render.report.matrix import matrix
from compare.render.report.overview import overview, title
from compare.render.view import view
from compare.types import Comparison


def document(comparison: Comparison, language: str, decisions: Decisions) -> Document:
    """The whole report in reading order, in the report's own language."""
    seen, say = view(comparison, decisions), words(language)
    blocks = (
        *overview(seen, say),
        *section(seen, say, "conflict"),
        *section(seen, say, "update"),
        *section(seen, say, "unclear"),
        *agreements(seen, say),
        *one_sided(seen, say),
        *dismissed(seen, say),
        *framing(seen, say),
        *matrix(seen, say),
        *removed(seen, say),
        *texts(seen, say),
        *made(seen, say),
    )
    return Document(title(seen, say), language, blocks)
