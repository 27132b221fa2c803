"""Reports that this tool wrote: in a folder beside the articles they are no articles."""

from __future__ import annotations

MARKS = (
    b'<a id="sources"></a>',
    b'<meta name="generator" content="claim-compare">',
    b'"schema_version"',
    b"finding,verdict,sources,",
)
HEAD = 4000


def is_report(content: bytes) -> bool:
    """Whether a file's bytes are a report in Markdown, HTML, JSON or CSV."""
    head = content[:HEAD]
    return any(mark in head for mark in MARKS)
