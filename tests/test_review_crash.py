from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.helpers_review import desk

ROUNDS = 200
PAGE_ROUNDS = 40
ROOT = Path(__file__).parent.parent

# One process forks a child a round, so that a round costs milliseconds and not the start of an interpreter. The child
# decides as fast as it can and writes one byte to a pipe after each decision that it was told is saved.
DESK = """
import os, random, signal, sys, time
from pathlib import Path
from compare.review.desk import Choice
from compare.review.records import Value
from tests.helpers_review import desk
folder, rounds, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
desk(folder)
dice = random.Random(seed)
for number in range(rounds):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        lan = desk(folder, f"editor-{number}")
        for turn in range(10_000):
            state = "confirmed" if turn % 2 else "dismissed"
            lan.decide(f"gesture-{number}-{turn}", [Choice("f1", Value(state)), Choice("f2", Value(state))])
            os.write(writing, b".")
    os.close(writing)
    os.read(reading, 1)
    time.sleep(dice.random() * 0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    saved = 1
    while told := os.read(reading, 65536):
        saved += len(told)
    os.close(reading)
    print(number, saved, flush=True)
"""


def test_kill_9_while_deciding_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    """Killed at a random moment, hundreds of times, the log holds every decision that was said to be saved, whole."""
    script = [sys.executable, "-c", DESK, str(tmp_path), str(ROUNDS), "6"]
    told = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    by_editor: dict[str, list[str]] = {}
    for one in desk(tmp_path).entries():
        by_editor.setdefault(one.editor, []).append(one.gesture)
    assert len(told.splitlines()) == ROUNDS
    for line in told.splitlines():
        number, saved = line.split()
        own = by_editor[f"editor-{number}"]
        gestures = set(own)
        assert len(gestures) in (int(saved), int(saved) + 1)  # the last may be saved without the word getting out
        assert len(own) == 2 * len(gestures)  # a batch is there whole or not at all


PAGE = """
import os, random, signal, sys, time
from pathlib import Path
import httpx, uvicorn
import compare.review.app
from compare.review.serve import serve
from tests.helpers_review import desk
folder, rounds, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
desk(folder)
dice = random.Random(seed)

def decide_until_killed(child, address, number, after):
    told, end = 0, time.monotonic() + 60
    with httpx.Client(base_url=address, headers={"Origin": address[:address.index("/", 7)]}) as page:
        try:
            while True:
                choice = {"finding": "f1", "state": "confirmed" if told % 2 else "dismissed"}
                page.post("act/decide", json={"request": f"request-{number}-{told}", "choices": [choice]})
                told += 1
                if told == 1:
                    end = time.monotonic() + after
                if time.monotonic() > end:
                    os.kill(child, signal.SIGKILL)
        except httpx.TransportError:
            return told

for number in range(rounds):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        tell = lambda address: os.write(writing, address.encode())
        serve(desk(folder, f"editor-{number}"), browser=False, tell=tell)
    address = os.read(reading, 1000).decode()
    print(number, decide_until_killed(child, address, number, dice.random() * 0.05), flush=True)
    os.waitpid(child, 0)
"""


def test_kill_9_of_the_server_loses_nothing_that_the_page_was_told(tmp_path: Path) -> None:
    """Killed while a page decides as fast as it can, the server has on disk whatever it answered for."""
    script = [sys.executable, "-c", PAGE, str(tmp_path), str(PAGE_ROUNDS), "6"]
    told = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    saved = Counter(one.editor for one in desk(tmp_path).entries())
    assert len(told.splitlines()) == PAGE_ROUNDS
    for line in told.splitlines():
        number, answered = line.split()
        assert int(answered) > 0
        assert saved[f"editor-{number}"] in (int(answered), int(answered) + 1)


def test_the_log_left_behind_is_sound(tmp_path: Path) -> None:
    """After kills, SQLite finds nothing wrong with the file, and every line reads."""
    import sqlite3

    script = [sys.executable, "-c", DESK, str(tmp_path), "20", "7"]
    subprocess.run(script, cwd=ROOT, capture_output=True, check=True)
    with sqlite3.connect(tmp_path / "fire.review.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for (words,) in database.execute("SELECT words FROM log"):
            assert json.loads(words)["passages"]
    database.close()
