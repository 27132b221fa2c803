"""Markdown files: the words that a reader sees, without the marks around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

MARKS = re.compile(r"[*_`#\[<|~\\&]|^\s*(?:[-+>=]|\d+[.)])|^ {4}|\t", re.MULTILINE)  # no text without has any
WORDS = ("text", "code_inline")
BREAKS = ("softbreak", "hardbreak")
PLAIN = {"paragraph_open", "paragraph_close", "inline"}


def plain(text: str) -> tuple[str, tuple[str, ...]]:
    """The words of a CommonMark text, block by block with blank lines between, and a reason for each thing left out:
    pictures by their descriptions, and tables, whose figures say nothing without their head.

    A text without any marks comes back letter for letter.
    """
    if not MARKS.search(text):
        return text, ()
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [child.type for one in tokens for child in one.children or ()]
    if {one.type for one in tokens} <= PLAIN and {*inline} <= {*WORDS[:1], *BREAKS[:1]}:
        return text, ()
    blocks, left_out = [], []
    within = 0
    for one in tokens:
        within += (one.type == "table_open") - (one.type == "table_close")
        if one.type == "table_open":
            left_out.append("a table left out of the text")
        elif one.type in ("fence", "code_block") and not within:
            blocks.append(one.content.strip())
        elif one.type == "inline" and not within:
            blocks.append(_words(one.children or ()).strip())
            left_out += [
                f"a picture left out of the text: {child.content or '-'}"
                for child in one.children or ()
                if child.type == "image"
            ]
    return "\n\n".join(filter(None, blocks)), tuple(left_out)


def _words(children: Sequence[Token]) -> str:
    """The text of a block's pieces; line breaks stay, marks, addresses and pictures do not."""
    return "".join(one.content if one.type in WORDS else "\n" if one.type in BREAKS else "" for one in children)
