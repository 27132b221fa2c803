"""How quick the review page is with many findings: `python benchmarks/review.py [--findings 500]`.

Prints medians in milliseconds: the program's own part (reading the log, the page's data, saving a decision) and, where
Chromium, chromedriver and selenium are there, what an editor waits for in the browser.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from compare.review.desk import Desk
from compare.review.payload import whole
from compare.types import Comparison
from tests.helpers_review import confirm, desk, wide

TOKEN = "t" * 32


def timed(action: Callable[[int], object], times: int) -> float:
    """The median time of an action in milliseconds."""
    spent = []
    for number in range(times):
        start = time.perf_counter()
        action(number)
        spent.append((time.perf_counter() - start) * 1000)
    return median(spent)


def program(folder: Path, report: Comparison) -> None:
    """The program's own part, with half of the findings decided already."""
    lan = desk(folder, of=report)
    names = [one.id for one in report.findings]
    half = len(names) // 2
    lan.decide("gesture-half", [confirm(one) for one in names[:half]])
    print(f"open: log read and state derived {timed(lambda _: desk(folder, of=report).state(), 5):8.1f} ms")
    print(f"start: the page's data, made once {timed(lambda _: anew(lan), 5):7.1f} ms")
    print(f"open: the page's data            {timed(lambda _: whole(lan, 'en'), 5):8.1f} ms")
    times = min(40, half)
    one_key = timed(lambda n: lan.decide(f"gesture-{n}", [confirm(names[half + n])]), times)
    print(f"one decision, on disk            {one_key:8.1f} ms")
    print(f"undo, on disk                    {timed(lambda n: lan.undo(f'undo-{n}'), times):8.1f} ms")


def anew(of: Desk) -> None:
    """The page's data as at the program's start."""
    of.kept.clear()
    whole(of, "en")


def browser(folder: Path, report: Comparison) -> None:
    """What an editor waits for: from the address to a page that takes keys, and from a key to the next finding."""
    driver = opened()
    if driver is None:
        print("in the browser: not measured, Chromium, chromedriver or selenium is missing")
        return
    try:
        address = served(desk(folder, of=report))
        driver.set_script_timeout(120)
        driver.get(address)  # once, so that starting Chromium's own parts does not count
        print(f"in the browser, until keys work  {timed(lambda _: ready(driver, address), 5):8.1f} ms")
        keys = driver.execute_async_script(KEYS, 60)
        print(f"in the browser, key to next one  {median(keys):8.1f} ms (slowest of {len(keys)}: {max(keys):.1f})")
        moves = driver.execute_async_script(MOVES, 200)
        print(f"in the browser, moving on        {median(moves):8.1f} ms (slowest of {len(moves)}: {max(moves):.1f})")
    finally:
        driver.quit()


KEYS = """
const [times, done] = arguments, spent = [];
const press = () => document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "c", code: "KeyC", bubbles: true}));
const step = () => {
  const before = document.getElementById("done").textContent, start = performance.now();
  press();
  const look = () => {
    if (document.getElementById("done").textContent === before) return requestAnimationFrame(look);
    spent.push(performance.now() - start);
    if (spent.length < times) step(); else done(spent);
  };
  requestAnimationFrame(look);
};
step();
"""
MOVES = """
const [times, done] = arguments, spent = [];
const step = () => {
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "j", code: "KeyJ", bubbles: true}));
  requestAnimationFrame(() => setTimeout(() => {
    spent.push(performance.now() - start);
    if (spent.length < times) step(); else done(spent);
  }));
};
step();
"""


def ready(driver: Any, address: str) -> None:
    """Open the page anew and wait until it takes keys."""
    driver.get(address)
    while not driver.execute_script("return document.body.dataset.ready === 'true'"):
        time.sleep(0.002)


def opened() -> Any:
    """A headless Chromium, None where something is missing."""
    chromium, chromedriver = shutil.which("chromium"), shutil.which("chromedriver")
    try:
        from selenium import webdriver
    except ImportError:
        return None
    if not chromium or not chromedriver:
        return None
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))


def served(of: Desk) -> str:
    """The desk's page, served from a thread for as long as this program runs."""
    import uvicorn

    from compare.review.app import application
    from compare.review.serve import bound

    listener = bound(0)
    port = listener.getsockname()[1]
    app = application(of, token=TOKEN, port=port, home=of.store.path.parent)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none", lifespan="off"))
    threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
    return f"http://127.0.0.1:{port}/{TOKEN}/"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Speed of the review page.")
    parser.add_argument("--findings", type=int, default=500)
    wanted = parser.parse_args().findings
    report = wide(wanted)
    with tempfile.TemporaryDirectory() as folder:
        print(f"{wanted} findings, {len(report.articles)} articles")
        (Path(folder) / "program").mkdir()
        program(Path(folder) / "program", report)
        (Path(folder) / "browser").mkdir()
        browser(Path(folder) / "browser", report)


if __name__ == "__main__":
    main()
