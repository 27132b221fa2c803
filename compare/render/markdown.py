"""The report as Markdown that looks right on GitHub and in a plain editor.

Every character of an article passes ``escape``; nothing an article holds can become a link, image, tag, heading, list,
table cell, mention or formula (a property test parses what comes out). A word joiner (U+2060) after "@" keeps
GitHub from notifying people and from making mail links; nothing else is added to the words.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape as html_escape
from string import punctuation

from compare.render.decisions import Decisions
from compare.render.document import (
    Block,
    Bullets,
    Card,
    Details,
    Document,
    Heading,
    Paragraph,
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

_SPECIAL = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<!\S)#|(?<=\S)\$|\$(?=[$`])")
_SCHEME = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)")
_WWW = re.compile(r"(?i)(www)(\.)")
_AT = re.compile(r"@(?=\w)")
_LINE_START = re.compile(r"^(?:([-+>=])|(\d{1,9})([.)])(?=\s|$))")


def escape(text: str) -> str:
    """Words with all that Markdown (CommonMark, GitHub's tables, autolinks, mentions) would read as markup disarmed."""
    safe = _SPECIAL.sub(r"\\\g<0>", clean(text))
    safe = _SCHEME.sub(r"\1\\\2", safe)
    safe = _WWW.sub(r"\1\\\2", safe)
    return _AT.sub("@\u2060", safe)


def inline(runs: Runs) -> str:
    """Runs as one line of Markdown, safe at the start of a line too."""
    line = ""
    joined = _joined(runs)
    for place, one in enumerate(joined):
        line += _inline(one, line[-1:], _first(joined[place + 1 :]))
    return _LINE_START.sub(_disarm, line.strip())


def _first(runs: list[Run]) -> str:
    """The first character that the runs write, "" for none."""
    for one in runs:
        shown = "<" if one.anchor else "[" if one.href else escape(one.text)[:1]
        if shown:
            return shown
    return ""


def _disarm(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _joined(runs: Runs) -> list[Run]:
    """Neighbours of one style as a single run, so that no two delimiter runs touch."""
    joined: list[Run] = []
    for one in runs:
        last = joined[-1] if joined else None
        if last and not one.anchor and not one.href and not last.href and _style(last) == _style(one):
            joined[-1] = Run(last.text + one.text, last.strong, last.mark, last.quiet, "", last.anchor)
        elif one.text or one.anchor:
            joined.append(one)
    return joined


def _style(run: Run) -> bool:
    return run.strong or run.mark


def _inline(run: Run, before: str, after: str) -> str:
    body = escape(run.text)
    anchor = f'<a id="{html_escape(run.anchor)}"></a>' if run.anchor else ""
    if not body.strip():
        return anchor + body
    if _style(run):
        body = _bold(body, anchor[-1:] or before, after)
    target = address(run.href)
    if target:
        body = f"[{body.strip()}]({target})"
    return anchor + body


def _bold(body: str, before: str, after: str) -> str:
    """Bold words: ``**`` where CommonMark's flanking rules surely read it so beside these neighbours, else the tag."""
    inner = body.strip()
    lead, tail = body[: len(body) - len(body.lstrip())], body[len(body.rstrip()) :]
    opens = before != "*" and (inner[0].isalnum() or bool(lead) or _edge(before))
    closes = after != "*" and (inner[-1].isalnum() or bool(tail) or _edge(after))
    return f"{lead}**{inner}**{tail}" if opens and closes else f"{lead}<strong>{inner}</strong>{tail}"


def _edge(character: str) -> bool:
    """Whether a neighbour is a line's end, a blank or punctuation for every parser (symbols are for some only)."""
    if not character or character.isspace():
        return True
    return character in punctuation or unicodedata.category(character).startswith("P")


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return f"{'#' * level} {inline(runs)}"
        case Paragraph(runs, quiet):
            line = inline(runs)
            return f"*{line}*" if quiet and _plain(runs) else line
        case Bullets(items):
            return "\n".join(f"- {inline(one)}" for one in items)
        case Table(head, rows):
            return "\n".join([_row(head), "|" + " --- |" * len(head), *(_row(one) for one in rows)])
        case Quotes(items):
            return "\n>\n".join(f"> {inline((*one.who, Run(': '), *one.words))}" for one in items)
        case Details(summary, blocks, _):
            text = html_escape("".join(clean(one.text) for one in summary), quote=False)
            return f"<details>\n<summary>{_mentions(text)}</summary>\n\n{_blocks(blocks)}\n\n</details>"
        case Card(_, blocks):
            return _blocks(blocks)


def _plain(runs: Runs) -> bool:
    """Whether emphasis around the whole line is sure to close: one run of our own words, ending in a full stop."""
    return len(runs) == 1 and not runs[0].href and not runs[0].strong and runs[0].text[:1].isalpha()


def _mentions(text: str) -> str:
    return _AT.sub("@\u2060", text)


def _row(cells: tuple[Runs, ...]) -> str:
    return "| " + " | ".join(inline(one) for one in cells) + " |"


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "\n\n".join(_block(one) for one in blocks)


def write(made: Document) -> str:
    """A document as Markdown text with a newline at its end."""
    return _blocks(made.blocks) + "\n"


def _render(comparison: Comparison, language: str, decisions: Decisions) -> str:
    return write(document(comparison, language, decisions))


FORMAT = Format("markdown", (".md", ".markdown"), _render)
