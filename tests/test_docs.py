"""The documents' examples: every ``console`` block is run, and shows what really comes out.

A line ``...`` in a block stands for any lines. ``UPDATE_DOCS=1 pytest tests/test_docs.py`` writes the real output
into blocks that have no ``...``.
"""

import os
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = ["README.md", "CONTRIBUTING.md"]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAM = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> list[tuple[str, str, str]]:
    """(document, command, expected output) of every example."""
    found = []
    for name in DOCUMENTS:
        for block in BLOCK.findall((ROOT / name).read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append((name, command, output))
    return found


def run(command: str) -> str:
    """Output of a command typed in the repository's root, stderr among stdout as a terminal shows them."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("CLAIM_COMPARE_")}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={**environment, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(("document", "command", "expected"), examples(), ids=lambda one: one[:50])
def test_the_example_shows_real_output(document: str, command: str, expected: str) -> None:
    """What a reader sees in the document is what the command prints."""
    printed = run(command)
    if os.environ.get("UPDATE_DOCS") and "..." not in expected.splitlines():
        path = ROOT / document
        path.write_text(
            path.read_text(encoding="utf-8").replace(f"$ {command}\n{expected}", f"$ {command}\n{printed}"),
            encoding="utf-8",
        )
        expected = printed
    if "..." in expected.splitlines():
        escaped = re.sub(r"([\[\]?*])", r"[\1]", expected)
        pattern = "\n".join("*" if line == "..." else line for line in escaped.splitlines())
        assert fnmatch(printed.strip(), pattern.strip()), printed
    else:
        assert printed == expected


def test_the_programs_run() -> None:
    """Each program of the README runs as it stands, and prints a report."""
    programs = PROGRAM.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert programs
    for program in programs:
        done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("# ")


def test_there_are_examples() -> None:
    """A document whose examples are no longer recognised would pass without being checked."""
    assert {name for name, _, _ in examples()} == set(DOCUMENTS)


def test_every_setting_is_documented() -> None:
    """Each setting of the library has its row in the README."""
    from dataclasses import fields

    from compare.settings import Settings

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [one.name for one in fields(Settings) if f"`{one.name}`" not in readme] == []
