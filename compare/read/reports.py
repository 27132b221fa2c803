"""Reports that this tool wrote: in a folder beside the articles they are no articles."""

from __future__ import annotations

BOM = b"\xef\xbb\xbf"
# How each format begins, and what stands in its first lines.
MARKS = (
    (b"# ", b'\n## <a id="sources"></a>'),
    (b"<!DOCTYPE html>", b'<meta name="generator" content="claim-compare">'),
    (b"{", b'"created_with"'),
    (b'"finding","verdict","sources",', b',"salience",'),
    (b"finding,verdict,sources,", b",salience,"),  # as written by earlier versions
    (b"# ", b"<!-- finding: "),
)
HEAD = 4000


def is_report(content: bytes) -> bool:
    """Whether a file's bytes are a report in Markdown, HTML, JSON or CSV, or a checklist of one."""
    head = content[:HEAD].removeprefix(BOM).lstrip()
    # other tools sort the keys of JSON, so that its mark may stand anywhere
    found = any(head.startswith(begins) and mark in (content if begins == b"{" else head) for begins, mark in MARKS)
    return found and (head[:1] != b"{" or b'"schema_version"' in content)
