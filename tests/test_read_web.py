"""Reading: pages behind addresses, fetched from a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from compare.read import read_articles

STORY = "Tỉnh Hòa Lâm mở cầu mới hôm 3/5, dài 250 mét, sau hai năm thi công liên tục của ba đội thợ."


class Pages(BaseHTTPRequestHandler):
    """Serves one story, whatever is asked, except what is not there."""

    def do_GET(self) -> None:
        """Answer with a page, or with 404 for ``/gone``."""
        paragraphs = "".join(
            f"<p>{STORY} Đoạn {number} kể thêm về những người dân ở hai bờ sông.</p>" for number in range(6)
        )
        page = f"<html><head><title>Cầu mới</title></head><article><h1>Cầu mới</h1>{paragraphs}</article></html>"
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *ignored: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a running server."""
    server = HTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_offline_runs_ask_no_server(site: str) -> None:
    """Offline, an address is skipped even where it could be reached."""
    articles, (skip,) = read_articles([f"{site}/a"])
    assert articles == ()
    assert "offline" in skip.reason


def test_a_page_is_fetched_and_read(site: str) -> None:
    """Online, the story of the page becomes an article that knows its address."""
    (article,), skipped = read_articles([f"{site}/a"], offline=False)
    assert STORY in article.text
    assert (article.url, article.path, skipped) == (f"{site}/a", f"{site}/a", ())


@pytest.mark.parametrize("address", ["/tin-tức/thế-giới", "/a b?q=bão số 3", "/đã%20mã"])
def test_an_address_in_vietnamese_letters_is_fetched(site: str, address: str) -> None:
    """Letters and blanks that no server is sent as they are get escaped; what is escaped already stays."""
    (article,), skipped = read_articles([site + address], offline=False)
    assert (STORY in article.text, skipped) == (True, ())


@pytest.mark.parametrize("address", ["/gone", ":bad", "\x00"])
def test_an_address_that_fails_is_skipped(site: str, address: str) -> None:
    """Missing pages and impossible addresses are skips with the reason; the run goes on."""
    articles, skipped = read_articles([site + address, f"{site}/b"], offline=False)
    assert len(articles) == 1
    assert len(skipped) == 1
