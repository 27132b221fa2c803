from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.review.app import application
from compare.review.desk import Desk
from compare.review.guard import BODY_LIMIT
from tests.helpers_render import fire, hostile
from tests.helpers_review import desk, states

TOKEN = "t" * 32
HERE = "http://127.0.0.1:8000"


def client(of: Desk, home: Path, **headers: str) -> TestClient:
    """A browser on the page of a desk."""
    app = application(of, token=TOKEN, port=8000, home=home)
    return TestClient(app, base_url=f"{HERE}/{TOKEN}/", headers={"Origin": HERE, **headers})


def act(page: TestClient, action: str, **record: Any) -> Any:
    """What the page is told after an action."""
    answer = page.post(f"act/{action}", json={"request": f"request-{action}", "place": 0, **record})
    return {**answer.json(), "status": answer.status_code}


CHOICE = {"finding": "f1", "state": "confirmed", "note": "", "seen": 0}


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 404),
        (f"/{'x' * 32}/", {}, 404),
        (f"/{TOKEN[:-1]}/review", {}, 404),
        (f"/{TOKEN}/", {"Host": "example.org"}, 403),
        (f"/{TOKEN}/review", {"Host": "127.0.0.1:9999"}, 403),
        (f"/{TOKEN}/static/../app.py", {}, 404),
        (f"/{TOKEN}/download/nothing.md", {}, 409),
    ],
)
def test_strangers_get_nothing(tmp_path: Path, path: str, headers: dict[str, str], status: int) -> None:
    """Without the token, or by another host name, nothing of the review is told; every answer has the policy."""
    answer = client(desk(tmp_path), tmp_path).get(f"{HERE}{path}", headers=headers)
    assert answer.status_code == status
    assert "Bến Lành" not in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://example.org"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Host": "example.org"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_another_page_cannot_decide(tmp_path: Path, headers: dict[str, str], status: int) -> None:
    """A form or fetch from elsewhere, even with the token, changes nothing."""
    lan = desk(tmp_path)
    body = json.dumps({"request": "request-1", "choices": [CHOICE]})
    sent = {"Content-Type": "application/json", **headers}
    answer = client(lan, tmp_path).post("act/decide", content=body, headers=sent)
    assert answer.status_code == status
    assert lan.entries() == ()


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_a_post_changes_anything(tmp_path: Path, method: str) -> None:
    """No other method reaches an action or the preferences."""
    lan = desk(tmp_path)
    page = client(lan, tmp_path)
    for path in ("act/decide", "act/undo", "preferences"):
        assert page.request(method, path).status_code == 405
    assert lan.entries() == ()


def test_an_endless_body_is_refused(tmp_path: Path) -> None:
    """A body beyond the limit, or one without a length, is not read."""
    lan = desk(tmp_path)
    page = client(lan, tmp_path, **{"Content-Type": "application/json"})
    assert page.post("act/decide", content=b" " * (BODY_LIMIT + 1)).status_code == 413
    assert page.post("act/decide", content=iter([b"{}"])).status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        "null",
        '{"request": "short"}',
        '{"request": 5}',
        '{"request": "request-1", "choices": []}',
        '{"request": "request-1", "choices": [7]}',
        '{"request": "request-1", "choices": [{"finding": 1, "state": "confirmed"}]}',
        '{"request": "request-1", "choices": [{"finding": "f99", "state": "confirmed"}]}',
        '{"request": "request-1", "choices": [{"finding": "f1", "state": "approved"}]}',
        '{"request": "request-\\ud800", "choices": [{"finding": "f1", "state": "confirmed"}]}',
    ],
)
def test_nonsense_is_answered_in_words(tmp_path: Path, body: str) -> None:
    """A malformed request gets a 4xx with a reason, never a crash, and changes nothing."""
    lan = desk(tmp_path)
    answer = client(lan, tmp_path).post("act/decide", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 409)
    assert answer.json()["error"]
    assert lan.entries() == ()


def test_the_page_itself_holds_no_script_of_its_own(tmp_path: Path) -> None:
    """The page has only scripts and styles from files, nothing inline, and no outside address."""
    answer = client(desk(tmp_path), tmp_path).get("")
    assert answer.status_code == 200
    assert re.findall(r"<script(?![^>]*(src=|application/json))", answer.text) == []
    assert re.findall(r"\s(?:on\w+|style)=", answer.text) == []
    assert "://" not in re.sub(r"http://www\.w3\.org/\S+", "", answer.text)
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</script><b>", "{{ 7*7 }}", "\u202egnp.exe"],
)
def test_words_of_articles_never_reach_the_page_as_markup(tmp_path: Path, words: str) -> None:
    """Hostile words are escaped in the page and plain JSON text in the data; bidi controls are taken out."""
    page = client(desk(tmp_path, words, of=hostile(words)), tmp_path)
    html = page.get("").text
    if "<" in words:
        assert words not in html
    assert "{{ 7*7 }}" in html or "7*7" not in words
    for one in page.get("review").json()["findings"]:  # an id is a key that is never shown; its name is
        assert "\u202e" not in json.dumps({**one, "id": ""}, ensure_ascii=False)
    assert page.get("review").headers["Content-Type"] == "application/json"


def test_a_decision_comes_back_with_progress(tmp_path: Path) -> None:
    """After a decision the page is told what changed, how far the review is, and what can be undone."""
    lan = desk(tmp_path)
    page = client(lan, tmp_path)
    whole = page.get("review").json()
    assert [one["verdict"] for one in whole["findings"]][:3] == ["conflict", "update", "unclear"]
    told = act(page, "decide", choices=[CHOICE])
    assert (told["done"], told["total"], told["undo"], told["touched"]) == (1, 6, 1, ["f1"])
    assert told["words"]["f1"]["mine"]["state"] == "confirmed"
    assert page.get(f"changes?since={told['place']}").json()["touched"] == []
    told = act(page, "undo")
    assert (told["done"], told["redo"], told["words"]["f1"]["mine"]) == (0, 1, None)


def test_relinking_asks_the_page_to_load_anew(tmp_path: Path) -> None:
    """Joins, splits and restored pieces change the findings themselves, so the page is told to reload."""
    page = client(desk(tmp_path), tmp_path)
    assert act(page, "split", finding="f4", sentence="a2.s3")["reload"]
    assert act(page, "join", left="a1.s5", right="a3.s3", relation="agree", finding="f5")["reload"]
    assert act(page, "restore", article="a1", start=0, end=11)["reload"]
    assert len(page.get("review").json()["findings"]) == 7
    assert act(page, "undo")["reload"]


def test_the_page_sees_what_another_editor_saved(tmp_path: Path) -> None:
    """Decisions of another program on the same file arrive with the next look, as the other editor's."""
    lan, minh = client(desk(tmp_path), tmp_path), client(desk(tmp_path, "Minh"), tmp_path)
    place = lan.get("review").json()["place"]
    act(minh, "decide", choices=[CHOICE])
    told = lan.get(f"changes?since={place}").json()
    assert told["words"]["f1"]["mine"] is None
    assert [one["editor"] for one in told["words"]["f1"]["others"]] == ["Minh"]


def test_a_stale_view_is_told_so(tmp_path: Path) -> None:
    """A decision on an outdated view is refused and marked as stale, so that the page can load anew."""
    page = client(desk(tmp_path), tmp_path)
    act(page, "decide", choices=[CHOICE])
    told = act(page, "decide", request="request-2", choices=[{**CHOICE, "state": "dismissed"}])
    assert (told["status"], told["stale"]) == (409, True)


def test_preferences_are_kept_and_checked(tmp_path: Path) -> None:
    """A remapped key is kept with the person; doubled keys and unknown actions are refused."""
    page = client(desk(tmp_path), tmp_path)
    assert (
        page.post("preferences", json={"keys": {"confirm": "Enter"}, "theme": "dark"}).json()["keys"]["confirm"]
        == "Enter"
    )
    assert page.post("preferences", json={"keys": {"confirm": "d"}}).status_code == 409
    assert page.post("preferences", json={"keys": {"explode": "e"}}).status_code == 409
    assert page.post("preferences", json={"theme": "pink"}).status_code == 409
    html = client(desk(tmp_path), tmp_path).get("").text
    assert '"confirm": "Enter"' in html
    assert 'data-theme="dark"' in html


def test_damaged_preferences_do_no_harm(tmp_path: Path) -> None:
    """A broken preferences file gives the first keys again."""
    (tmp_path / "review.json").write_text('{"keys": {"confirm": 5}}')
    assert client(desk(tmp_path), tmp_path).get("").status_code == 200


def test_downloads_hold_the_decisions(tmp_path: Path) -> None:
    """Every file that the page hands out can be read and carries what was decided."""
    lan = desk(tmp_path)
    page = client(lan, tmp_path)
    act(page, "decide", choices=[{**CHOICE, "note": "đã gọi bệnh viện"}])
    for name in ("report.md", "report.html", "decisions.jsonl", "decisions.csv", "checklist.md"):
        answer = page.get(f"download/{name}?lang=vi")
        assert answer.status_code == 200
        assert "đã gọi bệnh viện" in answer.text
        assert f'filename="{name}"' in answer.headers["Content-Disposition"]
    assert states(lan) == {"f1": "confirmed"}


def test_a_locked_file_reaches_the_page_as_words(tmp_path: Path) -> None:
    """What the store refuses is an answer that the page can show."""
    import sqlite3

    page = client(desk(tmp_path, of=fire()), tmp_path)
    holder = sqlite3.connect(tmp_path / "fire.review.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    told = act(page, "decide", choices=[CHOICE])
    holder.close()
    assert told["status"] == 409
    assert "not saved" in told["error"]


def test_both_languages_say_everything() -> None:
    """English and Vietnamese hold the same keys, filled in with the same names."""
    from compare.review.labels import tables

    def leaves(table: Any, path: str = "") -> dict[str, set[str]]:
        if isinstance(table, str):
            return {path: set(re.findall(r"\{\w+\}", table))}
        return {key: value for name, one in table.items() for key, value in leaves(one, f"{path}.{name}").items()}

    assert leaves(tables()["en"]) == leaves(tables()["vi"])
