"""A headless Chromium on the review page. Where there is none, these tests are skipped with a word."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from compare.review.desk import Desk

ROOT = Path(__file__).parent.parent.parent
AXE = Path(os.environ.get("AXE_CORE", ROOT / ".venv/axe/node_modules/axe-core/axe.min.js"))


@pytest.fixture(scope="session")
def driver() -> Iterator[object]:
    """One browser for all tests."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    chromedriver = shutil.which("chromedriver")
    if not chromium or not chromedriver:
        pytest.skip("no browser here: install chromium and chromium-driver (Debian)")
    webdriver = pytest.importorskip("selenium.webdriver", reason="no selenium here: pip install -e '.[dev]'")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.set_capability("unhandledPromptBehavior", "ignore")
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))
    yield opened
    opened.quit()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Desk], str]]:
    """Serves a desk from a thread; gives its address. Preferences live in the test's folder."""
    import uvicorn

    from compare.review.app import application
    from compare.review.serve import bound

    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(desk: Desk) -> str:
        listener = bound(0)
        port = listener.getsockname()[1]
        app = application(desk, token="t" * 32, port=port, home=tmp_path / "home")
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        running.append((server, thread))
        return f"http://127.0.0.1:{port}/{'t' * 32}/"

    yield start
    for server, thread in running:
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def page(driver: object) -> Iterator[object]:
    """The review page in the browser, at 1280 by 800; afterwards nothing may have gone wrong in its console."""
    from pages import Page

    shown = Page(driver)
    shown.size(1280, 800)
    yield shown
    shown.leave()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, the accessibility checker."""
    if not AXE.is_file():
        pytest.skip("no axe-core here: npm install --no-save --prefix .venv/axe axe-core@4, or set AXE_CORE")
    return AXE.read_text(encoding="utf-8")
