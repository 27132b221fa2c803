"""The review page as a person uses it: keys, clicks, what is to be read."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By

PATIENCE = 20.0  # seconds; only ever spent when something is wrong


class Page:
    """A review page in a browser."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def size(self, width: int, height: int, phone: bool = False) -> None:
        """The size of what is seen, and whether it is a phone's."""
        told = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", told)

    def open(self, address: str) -> Page:
        """Go to an address and wait until the review stands there."""
        self.driver.get(address)
        self.wait(lambda: self.js("return document.body.dataset.ready") == "true")
        return self

    def leave(self) -> None:
        """Close what is open, so that the next test starts from nothing."""
        self.js("window.onbeforeunload = null")
        self.driver.get("about:blank")

    def console(self) -> list[str]:
        """What the console complained of since the last look."""
        return [one["message"] for one in self.driver.get_log("browser") if one["level"] in ("SEVERE", "WARNING")]

    def js(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns."""
        return self.driver.execute_script(script, *arguments)

    def wait(self, fits: Callable[[], object], what: str = "") -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not fits():
            assert time.monotonic() < end, (
                f"{what or 'it'} never came; done: {self.text('#done')}, {self.text('#alert')}"
            )
            time.sleep(0.02)

    def text(self, selector: str) -> str:
        """The words of an element, as a screen reader has them."""
        return str(self.js("return document.querySelector(arguments[0])?.textContent ?? ''", selector)).strip()

    def texts(self, selector: str) -> list[str]:
        """The words of all such elements that are not hidden."""
        shown = "[...document.querySelectorAll(arguments[0])].filter(one => !one.closest('[hidden]'))"
        return [str(one) for one in self.js(f"return {shown}.map(one => one.textContent)", selector)]

    def press(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def escape(self) -> None:
        """Wait for the dialog, close it, and wait until it is closed: keys pressed before that are not for the page."""
        is_open = "return document.getElementById('dialog').open"
        self.wait(lambda: self.js(is_open), "the dialog")
        self.press(Keys.ESCAPE)
        self.wait(lambda: not self.js(is_open), "the dialog's end")

    def hold(self, modifier: str, key: str) -> None:
        """Press a key while holding another."""
        ActionChains(self.driver).key_down(modifier).send_keys(key).key_up(modifier).perform()

    def click(self, selector: str) -> None:
        """Click an element."""
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def choose(self, selector: str, value: str) -> None:
        """Choose an option of a select, as a person's choice."""
        script = "const s = document.querySelector(arguments[0]); s.value = arguments[1];"
        self.js(script + "s.dispatchEvent(new Event('input', {bubbles: true}));", selector, value)
        self.js("document.querySelector(arguments[0]).dispatchEvent(new Event('change', {bubbles: true}))", selector)

    def done(self, n: int, total: int) -> None:
        """Wait until the page says how much is done."""
        self.wait(lambda: self.text("#done") == f"{n} of {total} done", f"{n} of {total} done")

    def at(self, name: str) -> None:
        """Wait until a finding is shown."""
        self.wait(lambda: self.text(".head .quiet").startswith(f"{name} "), name)


__all__ = ["Keys", "Page"]
