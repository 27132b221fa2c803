from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from compare.render import render
from compare.render.csv import cell
from compare.render.document import Run, clean
from compare.render.links import address
from compare.render.markdown import escape, inline
from tests.helpers_render import fire, hostile

FRAGMENTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details>",
    "</summary>",
    "<details>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?php",
    "[x](javascript:alert(1))",
    "![x](http://x.vn/a.png)",
    "[^1]",
    "[x]: http://x.vn",
    "http://x.vn/a",
    "<http://x.vn>",
    "www.x.vn",
    "a@x.vn",
    "@ten",
    "| a | b |",
    "|---|",
    "```",
    "~~~",
    "`",
    "**",
    "__",
    "*",
    "_",
    "~~",
    "$x$",
    "$$",
    "# ",
    "- ",
    "+ ",
    "1. ",
    "1) ",
    "> ",
    "---",
    "===",
    "\n",
    "\n\n",
    "\r",
    "\t",
    "    ",
    "\u2028",
    "\u202e",
    "\u2066",
    "\x00",
    "\x1b[31m",
    "\\",
    "&lt;",
    "&#60;",
    "&",
    '"',
    "'",
    "- [ ] ",
    "<a id=t1-1>",
    "“",
    "”",
    "kỷ",
    "2.500",
    " ",
    "\ud800",
]
NASTY = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), min_size=1, max_size=7).map("".join)
NASTY = NASTY.filter(lambda words: len(words) < 60 and bool(clean(words).strip()) and not address(words))


def markdown(words: str) -> list[Token]:
    """The blocks and inline parts of the Markdown report on words, as a parser with HTML switched on sees them."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    flat: list[Token] = []
    for token in parser.parse(render(hostile(words), "markdown")):
        flat += [token, *(token.children or [])]
    return flat


def shape(tokens: list[Token]) -> list[str]:
    """What the tokens are and where they lead, without the words themselves."""
    shown = []
    for token in tokens:
        if token.type == "html_block":
            shown.append("".join(part for part in token.content.partition("<summary>") if part)[:18])
        elif token.type == "html_inline":
            shown.append({"<strong>": "strong_open", "</strong>": "strong_close"}.get(token.content, token.content))
        elif token.type not in ("text", "text_special"):
            shown.append(f"{token.type} {token.tag} {token.attrGet('href') or ''}".replace(" strong ", ""))
    return shown


def words_of(tokens: list[Token]) -> str:
    """The words that a reader sees, blanks where blocks or styles change."""
    return "".join(token.content if token.type in ("text", "text_special") else " " for token in tokens)


@settings(max_examples=150, deadline=None)
@given(NASTY)
@example("</summary></details><script>alert(1)</script>")
@example("\n\n# Tiêu đề\n\n```\n")
@example("a|b\\|c`d")
@example("**")
def test_no_words_change_the_shape_of_a_markdown_report(words: str) -> None:
    """Whatever an article holds, a parser sees the same blocks, links and tags as with plain words in its place."""
    assert shape(markdown(words)) == shape(markdown("chữ"))


@settings(max_examples=80, deadline=None)
@given(NASTY)
def test_words_come_out_of_markdown_as_they_are(words: str) -> None:
    """What a reader sees are the article's own words: nothing lost, nothing added but the joiner after "@"."""
    shown = " ".join(words_of(markdown(words)).replace("\u2060", "").split())
    assert " ".join(clean(words).replace("\u2060", "").split()) in shown


@given(NASTY)
def test_no_autolink_or_mention_survives(words: str) -> None:
    """GitHub also links bare addresses and notifies names; neither form is left in escaped words."""
    shown = escape(words).lower()
    assert "http:" not in shown
    assert "www." not in shown
    assert not any(after[:1].isalnum() for after in shown.split("@")[1:])


class _Tags(HTMLParser):
    """The tags of a page with their attributes, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", ()))


def page(words: str) -> _Tags:
    """The HTML report on words, parsed."""
    parser = _Tags()
    parser.feed(render(hostile(words), "html"))
    parser.close()
    return parser


@settings(max_examples=80, deadline=None)
@given(NASTY)
@example("</title><script>alert(1)</script>")
def test_no_words_change_the_tags_of_a_page(words: str) -> None:
    """The page has the same tags and attributes whatever the article holds, and shows the words as they are."""
    seen = page(words)
    assert seen.tags == page("chữ").tags
    assert " ".join(clean(words).split()) in " ".join(seen.words.split())


def test_a_page_holds_no_script_and_fetches_nothing() -> None:
    """One file: no script, no outside style or image, and a policy that forbids them."""
    parser = _Tags()
    parser.feed(render(fire(), "html"))
    names = {tag for tag, _ in parser.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert not [
        name for _, attributes in parser.tags for name, _ in attributes if name.startswith("on") or name == "src"
    ]
    assert "default-src 'none'" in render(fire(), "html")


def test_every_link_of_a_report_leads_somewhere() -> None:
    """Each #link of the Markdown and HTML reports has its anchor, each anchor stands once."""
    for format in ("markdown", "html"):
        parser = _Tags()
        parser.feed(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(render(fire(), format)))
        values = [pair for _, attributes in parser.tags for pair in attributes]
        anchors = [value for name, value in values if name == "id"]
        targets = {str(value)[1:] for name, value in values if name == "href" and str(value).startswith("#")}
        assert targets
        assert targets <= set(anchors)
        assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//x.vn",
        "http://",
        "http://user:word@x.vn",
        "http://[x",
        "#a b",
        "#<x>",
        "",
    ],
)
def test_only_web_addresses_and_own_anchors_become_links(href: str) -> None:
    """Any other scheme, a missing host or a hidden user name makes no link."""
    assert address(href) == ""


def test_an_address_cannot_end_its_own_link() -> None:
    """Brackets, quotes, blanks and line breaks in an address are percent-encoded."""
    assert address('https://x.vn/a(b)"c\n<d> e') == "https://x.vn/a%28b%29%22c%0A%3Cd%3E%20e"


@pytest.mark.parametrize(
    "words", ["=1+1", " =1", "+84 24", "-5 độ", "@SUM(A1)", "\t=1", "\n=1", '"=1', "＝1", "\u202e=1"]
)
def test_a_cell_is_never_a_formula(words: str) -> None:
    """Words that a spreadsheet would take for a formula get an apostrophe before them."""
    assert cell(words).startswith("'")


@given(NASTY | st.text())
def test_no_cell_begins_like_a_formula(words: str) -> None:
    """No words at all lead to a cell that begins with a formula's sign."""
    assert cell(words)[:1] not in tuple("=+-@\t\r")


def test_a_semicolon_opens_no_cell() -> None:
    """Where a spreadsheet parts cells at ";", words behind one stand inside their quotes still."""
    words = "Giá tăng;=1+1;hết"
    lines = render(hostile(words), "csv")
    assert ";=1+1" in lines
    assert all(one.count('"') % 2 for one in lines.split(";=1+1")[:1])


@settings(max_examples=40, deadline=None)
@given(NASTY)
def test_a_table_keeps_its_rows(words: str) -> None:
    """Separators, quotes and line breaks in an article add no row or column."""
    rows = list(csv.reader(io.StringIO(render(hostile(words), "csv"))))
    assert len(rows) == 4
    assert {len(row) for row in rows} == {11}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FRAGMENTS) | st.text(max_size=3), st.booleans()), min_size=1, max_size=6))
@example([("số ", False), ("12 (hai)", True), ("người", False)])
@example([("a", False), ("(b)", True), ("\x00", False), ("c", False)])
@example([("*", True), ("*", False)])
@example([("€", False), ("(1)", True), ("€", False)])
def test_bold_words_are_exactly_those_meant(pieces: list[tuple[str, bool]]) -> None:
    """Whatever stands beside and inside them, the bold words and no others come out bold."""
    line = inline(tuple(Run(words, mark=bold) for words, bold in pieces))
    depth, seen = 0, {True: "", False: ""}
    for token in MarkdownIt("commonmark", {"html": True}).parseInline(line)[0].children or []:
        if token.type in ("strong_open", "strong_close") or token.content in ("<strong>", "</strong>"):
            depth += 1 if token.content == "<strong>" or token.type == "strong_open" else -1
        else:
            assert token.type in ("text", "text_special")
            seen[depth > 0] += token.content
    for bold in (True, False):
        meant = "".join(clean(words) for words, one in pieces if one == bold)
        assert "".join(seen[bold].replace("\u2060", "").split()) == "".join(meant.replace("\u2060", "").split())
