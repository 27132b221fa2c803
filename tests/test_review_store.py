from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from compare.errors import ReviewError
from compare.review.store import StaleError, open_store
from tests.helpers_review import confirm, desk, states


def test_an_unchanged_decision_is_not_logged_again(tmp_path: Path) -> None:
    """Confirming what is confirmed already adds nothing to the log."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1")])
    assert lan.decide("gesture-2", [confirm("f1")]) == ()
    assert len(lan.entries()) == 1


def test_the_same_request_twice_is_saved_once(tmp_path: Path) -> None:
    """A page that never saw the answer may ask again without deciding twice."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1")])
    lan.undo("gesture-2")
    lan.undo("gesture-2")
    lan.decide("gesture-1", [confirm("f1")])
    assert [one.kind for one in lan.entries()] == ["do", "undo"]


def test_the_log_refuses_changes_and_deletions(tmp_path: Path) -> None:
    """No line of the log can be changed or deleted, not even by hand."""
    desk(tmp_path).decide("gesture-1", [confirm("f1")])
    with sqlite3.connect(tmp_path / "fire.review.db") as database:
        for attempt in ("DELETE FROM log", "UPDATE log SET editor = 'Minh'"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                database.execute(attempt)
    database.close()


def test_entries_say_who_when_and_on_which_words(tmp_path: Path) -> None:
    """An entry carries editor, time, from, to, and the very words with their article's hash."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1", "gọi lại bệnh viện")])
    (entry,) = open_store(tmp_path / "fire.review.db").entries()
    assert (entry.editor, entry.at, entry.before) == ("Lan", "2026-03-05T08:00:00.000000Z", None)
    assert entry.after
    assert (entry.after.state, entry.after.note) == ("confirmed", "gọi lại bệnh viện")
    assert next(one.words for one in entry.subject.passages) == "Vụ cháy làm 12 người bị thương."
    assert {one.sha256 for one in entry.subject.passages} == {"ab" * 32}


def test_decisions_survive_a_new_start(tmp_path: Path) -> None:
    """A desk opened again on the same file shows what was decided, and can undo it."""
    desk(tmp_path).decide("gesture-1", [confirm("f1")])
    again = desk(tmp_path)
    assert states(again) == {"f1": "confirmed"}
    again.undo("gesture-2")
    assert states(again) == {}


def test_time_never_runs_backwards_in_the_log(tmp_path: Path) -> None:
    """A clock set back does not make an earlier decision outlive a later one."""
    lan = desk(tmp_path)
    lan.clock = lambda: "2026-03-05T09:00:00.000000Z"
    lan.decide("gesture-1", [confirm("f1")])
    lan.clock = lambda: "2026-03-05T07:00:00.000000Z"
    lan.undo("gesture-2")
    assert states(lan) == {}


def test_two_windows_of_one_editor_do_not_overwrite_each_other(tmp_path: Path) -> None:
    """A decision made on an outdated view is refused with a word, and nothing is saved."""
    lan, other = desk(tmp_path), desk(tmp_path)
    choice = confirm("f1")
    lan.decide("gesture-1", [choice])
    late = [type(choice)("f1", None, seen=0), type(choice)("f2", choice.value, seen=0)]
    with pytest.raises(StaleError, match="in the meantime"):
        other.decide("gesture-2", late)
    assert states(lan) == {"f1": "confirmed"}


@pytest.mark.parametrize("content", [b"", b"x" * 5000, b"SQLite format 3\0" + b"\0" * 4000])
def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    """A file that is no store of ours is never written to; an empty one may become a store."""
    path = tmp_path / "a.review.db"
    path.write_bytes(content)
    if not content:
        assert open_store(path).entries() == ()
        return
    with pytest.raises(ReviewError):
        open_store(path)
    assert path.read_bytes() == content


def test_another_database_is_refused(tmp_path: Path) -> None:
    """A database with other tables is not taken for a store."""
    path = tmp_path / "a.review.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE stories (text)")
    database.close()
    with pytest.raises(ReviewError, match="not one of decisions"):
        open_store(path)


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    """A store of a newer version asks for an update instead of being misread."""
    path = open_store(tmp_path / "a.review.db").path
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(ReviewError, match="newer"):
        open_store(path)


def test_a_locked_file_is_a_clear_message(tmp_path: Path) -> None:
    """While another program holds the file, the decision is refused in words and can be made again afterwards."""
    lan = desk(tmp_path)
    holder = sqlite3.connect(tmp_path / "fire.review.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ReviewError, match="another program holds the file; not saved"):
        lan.decide("gesture-1", [confirm("f1")])
    holder.execute("ROLLBACK")
    holder.close()
    lan.decide("gesture-1", [confirm("f1")])
    assert states(lan) == {"f1": "confirmed"}


def test_a_deleted_file_is_not_silently_begun_anew(tmp_path: Path) -> None:
    """When the file vanishes under a running review, the next decision says so."""
    lan = desk(tmp_path)
    lan.decide("gesture-1", [confirm("f1")])
    (tmp_path / "fire.review.db").unlink()
    with pytest.raises(ReviewError, match="is gone"):
        lan.decide("gesture-2", [confirm("f2")])
    assert not (tmp_path / "fire.review.db").exists()


FULL = """
import resource, signal, sys
from pathlib import Path
from tests.helpers_review import confirm, desk, states
from compare.errors import ReviewError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path(sys.argv[1])
lan = desk(folder)
lan.decide("gesture-1", [confirm("f1")])
size = (folder / "fire.review.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
try:
    lan.decide("gesture-2", [confirm("f2", "x" * 9000)])
except ReviewError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(states(lan))
lan.decide("gesture-2", [confirm("f2", "x" * 9000)])
print(sorted(states(desk(folder))))
"""


def test_a_full_disk_is_a_clear_message_and_loses_nothing(tmp_path: Path) -> None:
    """Where the file cannot grow, the decision is refused in words, earlier ones stand, and later it can be made."""
    assert hasattr(resource, "RLIMIT_FSIZE")
    found = subprocess.run(
        [sys.executable, "-c", FULL, tmp_path],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    refusal, kept, after = found.stdout.splitlines()
    assert "not saved" in refusal
    assert "full" in refusal
    assert kept == "{'f1': 'confirmed'}"
    assert after == "['f1', 'f2']"


def test_a_file_that_cannot_be_written_is_a_clear_message(tmp_path: Path) -> None:
    """A folder that does not exist and cannot be made is told of by name."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ReviewError, match="cannot be made"):
        open_store(tmp_path / "file" / "a.review.db")
    with pytest.raises(ReviewError, match="no such file of decisions"):
        open_store(tmp_path / "none.review.db", create=False)
