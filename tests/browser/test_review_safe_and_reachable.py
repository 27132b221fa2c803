from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers_render import hostile
from tests.helpers_review import confirm, desk, overrule

pytest.importorskip("selenium", reason="no selenium here: pip install -e '.[dev]'")
from pages import Keys, Page

from compare.review.desk import Desk

Serve = Callable[[Desk], str]

HOSTILE = [
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    "javascript:window.hit=1",
    "</script><script>window.hit=1</script>",
    "\"' onfocus=window.hit=1 autofocus x='",
    "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "\u202etxt.exe\u2066<b>\u2069",
    "{{constructor.constructor('window.hit=1')()}}",
    "<a href=javascript:window.hit=1>x</a><style>*{display:none}</style>",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_articles_stay_words(page: Page, serve: Serve, tmp_path: Path, words: str) -> None:
    """Nothing in an article runs, fetches, styles, links or turns the reading order around; it is there to read."""
    of = desk(tmp_path, "Lan", of=hostile(words))
    page.open(serve(of)).press("j", "t", "k", "c", "?")
    page.escape()
    page.done(1, 3)
    assert page.js("return window.hit ?? null") is None
    assert (
        page.js("return document.querySelectorAll('img, iframe, svg, style, [onerror], [onload], [onfocus]').length")
        == 0
    )
    assert page.js("return [...document.links].filter(a => !/^https?:$/.test(a.protocol)).length") == 0
    assert page.js("return [...document.scripts].length") == 2
    shown = page.text("#texts")
    assert words.replace("\u202e", "").replace("\u2066", "").replace("\u2069", "") in shown
    assert not set("\u202e\u2066\u2069") & set(page.text("body"))
    assert page.console() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(page: Page, serve: Serve, axe: str, tmp_path: Path, theme: str, width: int) -> None:
    """The page, its menu and its dialogs have no fault that axe-core knows of (names, roles, contrast)."""
    lan, minh = desk(tmp_path), desk(tmp_path, "Minh")
    lan.decide("gesture-1", [confirm("f1", "ghi chú")])
    minh.decide("gesture-2", [overrule("f1", "update")])
    page.size(width, 800, phone=width < 800)
    page.open(serve(lan)).press("g", *"f1", Keys.ENTER)
    page.at("f1")
    page.js(f"document.documentElement.dataset.theme = '{theme}'; document.querySelector('.menu').open = true")
    page.js("document.getElementById('queue-fold').open = true")
    assert faults(page, axe) == []
    page.js("document.querySelector('.menu').open = false")
    for key in ("?", "l", "b"):
        page.press(key)
        page.wait(lambda: page.js("return document.getElementById('dialog').open"), "the dialog")
        assert faults(page, axe) == []
        page.escape()
    assert page.js("return document.documentElement.scrollWidth <= window.innerWidth")


def faults(page: Page, axe: str) -> list[str]:
    """What axe-core objects to, a line each."""
    page.js(f"if (!window.axe) {{ {axe} }}")
    script = "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations))"
    found = page.driver.execute_async_script(script)
    return [f"{one['id']}: {node['target']} {node['failureSummary'][:200]}" for one in found for node in one["nodes"]]


def test_the_whole_page_is_reached_by_tab(page: Page, serve: Serve, tmp_path: Path) -> None:
    """Tab alone reaches the tools, the filter, the list, the finding and the texts, in that order."""
    page.open(serve(desk(tmp_path)))
    seen: list[str] = []
    parts = "header, #filter, #list, #finding, #texts"
    script = f"const part = document.activeElement.closest('{parts}'); return part?.id || part?.tagName"
    for _ in range(60):
        page.press(Keys.TAB)
        part = page.js(script)
        if part and (not seen or seen[-1] != part):
            seen.append(str(part))
        if part == "texts":
            break
    assert seen == ["HEADER", "filter", "list", "finding", "texts"]


def test_a_screen_reader_is_told(page: Page, serve: Serve, tmp_path: Path) -> None:
    """What was saved and how far the review is goes to the live region, in the page's language."""
    address = serve(desk(tmp_path))
    page.open(address).press("c")
    page.done(1, 6)
    assert page.text("#live") == "f1: confirmed, saved. 1 of 6 done."
    page.open(f"{address}?lang=vi").press("d")
    page.wait(lambda: page.text("#live") == "f2: đã bỏ qua, đã lưu. Xong 2/6.")
    assert page.js("return document.documentElement.lang") == "vi"
