"""The report as one self-contained HTML page: no script, nothing fetched, light and dark, readable on a phone."""

from __future__ import annotations

from functools import cache
from html import escape as html_escape
from importlib.resources import files

from compare.render.decisions import Decisions
from compare.render.document import (
    Block,
    Bullets,
    Card,
    Details,
    Document,
    Heading,
    Paragraph,
    Quote,
    Quotes,
    Run,
    Runs,
    Table,
    clean,
)
from compare.render.format import Format
from compare.render.links import address
from compare.render.report import document
from compare.types import Comparison

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def inline(runs: Runs) -> str:
    """Runs as HTML; every word is escaped."""
    return "".join(_run(one) for one in runs)


def _run(run: Run) -> str:
    body = html_escape(clean(run.text))
    if run.mark and body.strip():
        body = f"<mark>{body}</mark>"
    elif run.strong and body.strip():
        body = f"<strong>{body}</strong>"
    elif run.quiet and body.strip():
        body = f"<small>{body}</small>"
    target = address(run.href)
    if target and body.strip():
        outward = "" if target.startswith("#") else ' rel="noopener noreferrer nofollow"'
        body = f'<a href="{html_escape(target)}"{outward}>{body}</a>'
    return (f'<a id="{html_escape(run.anchor)}"></a>' if run.anchor else "") + body


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return _heading(level, runs)
        case Paragraph(runs, quiet):
            return f"<p{' class=quiet' if quiet else ''}>{inline(runs)}</p>"
        case Bullets(items):
            return "<ul>\n" + "\n".join(f"<li>{inline(one)}</li>" for one in items) + "\n</ul>"
        case Table():
            return _table(block)
        case Quotes(items):
            return "<div class=passages>\n" + "\n".join(_quote(one) for one in items) + "\n</div>"
        case Details(summary, blocks, language):
            inner = f"<div{_language(language)}>\n{_blocks(blocks)}\n</div>"
            return f"<details>\n<summary>{inline(summary)}</summary>\n{inner}\n</details>"
        case Card(tone, blocks):
            return f'<section class="finding {html_escape(tone)}">\n{_blocks(blocks)}\n</section>'


def _heading(level: int, runs: Runs) -> str:
    """A heading that is its own anchor."""
    anchor = next((one.anchor for one in runs if one.anchor), "")
    bare = tuple(Run(one.text, one.strong, one.mark, one.quiet, one.href) for one in runs)
    target = f' id="{html_escape(anchor)}"' if anchor else ""
    return f"<h{level}{target}>{inline(bare)}</h{level}>"


def _table(table: Table) -> str:
    head = "".join(f"<th scope=col>{inline(one)}</th>" for one in table.head)
    rows = "\n".join(_row(one) for one in table.rows)
    inner = f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>"
    return f"<div class=table tabindex=0><table>\n{inner}\n</table></div>"


def _row(cells: tuple[Runs, ...]) -> str:
    first, *rest = (inline(one) for one in cells)
    return f"<tr><th scope=row>{first}</th>{''.join(f'<td>{one}</td>' for one in rest)}</tr>"


def _quote(quote: Quote) -> str:
    words = f"<blockquote{_language(quote.language)}>{inline(quote.words)}</blockquote>"
    return f"<figure><figcaption>{inline(quote.who)}</figcaption>{words}</figure>"


def _language(language: str) -> str:
    return f' lang="{html_escape(language)}"' if language.isascii() and language.isalpha() else ""


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "\n".join(_block(one) for one in blocks)


@cache
def _style() -> str:
    return files("compare.render").joinpath("report.css").read_text(encoding="utf-8").strip()


def write(made: Document) -> str:
    """A document as a whole HTML page; its own policy forbids scripts and anything fetched."""
    return f"""<!DOCTYPE html>
<html lang="{html_escape(made.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="claim-compare">
<meta name="referrer" content="no-referrer">
<title>{html_escape(clean(made.title))}</title>
<style>
{_style()}
</style>
</head>
<body>
<main>
{_blocks(made.blocks)}
</main>
</body>
</html>
"""


def _render(comparison: Comparison, language: str, decisions: Decisions) -> str:
    return write(document(comparison, language, decisions))


FORMAT = Format("html", (".html", ".htm"), _render)
