from __future__ import annotations

import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from compare.cli import main
from compare.commands.review import beside
from compare.errors import ReviewError
from compare.render import write
from compare.review.desk import Desk
from compare.review.serve import bound
from compare.review.store import open_store
from tests.helpers_render import fire
from tests.helpers_review import confirm, desk, states

ROOT = Path(__file__).parent.parent


def test_help_loads_no_server() -> None:
    """Asking for help imports neither the web server nor anything heavy."""
    script = (
        "import sys; from click.testing import CliRunner; from compare.cli import main\n"
        "for name in ('review', 'decisions'): assert CliRunner().invoke(main, [name, '--help']).exit_code == 0\n"
        "print([one for one in ('starlette', 'uvicorn', 'jinja2', 'torch', 'pandas') if one in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["reports/talks.json"], "reports/talks.review.db"),
        (["seeds/us-iraq-talks"], "us-iraq-talks.review.db"),
        (["a.txt", "b.txt"], "a.review.db"),
        (["-"], "claim-compare.review.db"),
    ],
)
def test_decisions_lie_beside_the_report(paths: list[str], expected: str) -> None:
    """A report's decisions are kept beside it, those on articles in the current folder."""
    assert beside(paths) == Path(expected)


def test_a_taken_port_is_a_clear_message() -> None:
    """A port that is in use is told of with the option that helps."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(ReviewError, match="--port"):
            bound(other.getsockname()[1])


def test_what_cannot_be_reviewed_is_one_line(tmp_path: Path) -> None:
    """A damaged file of decisions stops the command before a page opens."""
    report = write(fire(), tmp_path / "fire.json")
    (tmp_path / "fire.review.db").write_text("not a database, but long enough to look at" * 50)
    told = CliRunner().invoke(main, ["review", str(report), "--no-browser"])
    assert told.exit_code == 2
    assert "not a file of decisions" in told.output


def test_the_command_serves_this_machine_only(tmp_path: Path) -> None:
    """The printed address works, holds a secret that differs from run to run, and listens on loopback alone."""
    report = write(fire(), tmp_path / "fire.json")
    addresses = []
    for _ in range(2):
        script = [sys.executable, "-m", "compare", "review", str(report), "--no-browser"]
        with subprocess.Popen(
            script, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as program:
            assert program.stdout
            address = program.stdout.readline().strip()
            addresses.append(address)
            assert address.startswith("http://127.0.0.1:")
            with urllib.request.urlopen(address) as page:
                assert page.status == 200
            with pytest.raises(urllib.error.HTTPError, match="404") as refused:
                urllib.request.urlopen(address.rsplit("/", 2)[0] + "/")
            refused.value.close()
            program.terminate()
            assert program.wait(10) in (0, 1, -15)
    assert len({one.split("/")[3] for one in addresses}) == 2
    assert all(len(one.split("/")[3]) >= 32 for one in addresses)


def test_editors_at_once_lose_nothing(tmp_path: Path) -> None:
    """Four editors deciding at the same time on one file all find their decisions saved."""
    path = open_store(tmp_path / "fire.review.db").path
    names = ("Hoa", "Lan", "Minh", "Tú")

    def work(name: str) -> None:
        one = Desk(fire(), open_store(path, wait=30), name)
        for turn in range(8):
            one.decide(f"gesture-{name}-{turn}", [confirm(f"f{turn % 6 + 1}", f"{turn}")])

    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    for name in names:
        assert len(states(desk(tmp_path, name))) == 6
    assert len(open_store(path).entries()) == 32
