"""The house rules: who may import whom, and what must not be loaded before it is needed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "compare"
BASE = {"types", "errors", "settings", "lexicon", "summary"}
STAGES = {
    "clean", "segment", "claims", "encode", "align", "judge", "group", "prominence", "framing",
}  # fmt: skip
HEAVY = ("torch", "transformers", "sentence_transformers", "pandas", "trafilatura", "starlette", "sklearn")
FETCHES_MODELS = {"sbert.py"}  # --model NAME may download NAME; the built-in encoder never does
SIDE_EFFECTS = {
    "random",
    "socket",
    "urllib.request",
    "time",
    "sqlite3",
    "subprocess",
    "numpy.random",
    "secrets",
    "uuid",
}
CLOCKS = {"now", "today", "utcnow"}  # of datetime and date


def imports_of(path: Path) -> set[str]:
    """Dotted names that a module imports, anywhere in it, each with those of the modules that it lies in; relative ones
    spelt out, and of ``from a import b`` both ``a`` and ``a.b``.
    """
    found: set[str] = set()
    home = (
        path.relative_to(PACKAGE.parent).with_suffix("").parts
        if path.is_relative_to(PACKAGE)
        else ("compare", "a", "b")
    )
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join((*home[: -node.level], *filter(None, [node.module]))) if node.level else str(node.module)
            found |= {base} | {f"{base}.{alias.name}" for alias in node.names}
    return found


def clocks_of(path: Path) -> set[str]:
    """The methods that read the clock among those that a module calls on ``date`` and ``datetime``, and the random
    numbers of numpy.
    """
    calls = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    named = [ast.unparse(call) for call in calls if isinstance(call, ast.Attribute)]
    dates = {one for one in named if one.split(".")[-1] in CLOCKS and one.split(".")[-2] in ("date", "datetime")}
    return dates | {one for one in named if one.startswith(("np.random.", "numpy.random."))}


def files_of(part: str) -> list[Path]:
    """Every module of a stage, be it one file or a folder."""
    return sorted((PACKAGE / part).rglob("*.py")) if (PACKAGE / part).is_dir() else [PACKAGE / f"{part}.py"]


def parts_used(path: Path) -> set[str]:
    """The parts of our own package that a module imports; its version is no part."""
    names = {name.split(".")[1] for name in imports_of(path) if name.startswith("compare.")}
    return {name for name in names if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()}


def test_no_way_of_importing_or_reading_the_clock_escapes(tmp_path: Path) -> None:
    """Each spelling of a forbidden import or call is seen, so that the rules below can fail."""
    module = tmp_path / "sly.py"
    module.write_text(
        "from compare import render\nfrom ..review import desk\nimport numpy as np\nfrom datetime import datetime\n"
        "np.random.seed(1)\ndatetime.now()\n"
    )
    assert parts_used(module) == {"render", "review"}
    assert clocks_of(module) == {"np.random.seed", "datetime.now"}


@pytest.mark.parametrize("part", sorted(BASE - {"settings", "summary"}))
def test_base_modules_import_nothing_of_ours(part: str) -> None:
    """Records, errors and the lexicon stand on their own."""
    assert [path for path in files_of(part) if parts_used(path) - {part}] == []


def test_a_summary_knows_only_records() -> None:
    """What a finding says is told by its links alone."""
    assert parts_used(PACKAGE / "summary.py") == {"types"}


def test_settings_know_only_errors() -> None:
    """Settings may raise our errors and need nothing else."""
    assert parts_used(PACKAGE / "settings.py") <= {"errors"}


@pytest.mark.parametrize("part", sorted(STAGES))
def test_a_stage_imports_no_other_stage(part: str) -> None:
    """A stage uses the base and its own folder (``data`` holds its weights)."""
    strangers = {str(path.name): parts_used(path) - BASE - {part, "data"} for path in files_of(part)}
    assert {name: used for name, used in strangers.items() if used} == {}


@pytest.mark.parametrize("part", sorted(STAGES))
def test_a_stage_has_no_network_clock_or_randomness(part: str) -> None:
    """The same input gives the same bytes because nothing in a stage can differ between runs."""
    assert {path.name for path in files_of(part) if imports_of(path) & SIDE_EFFECTS} <= FETCHES_MODELS
    assert [(path.name, clocks_of(path)) for path in files_of(part) if clocks_of(path)] == []


@pytest.mark.parametrize("part", ["render", "review"])
def test_formats_and_review_see_only_the_comparison(part: str) -> None:
    """Rendering and review work from records, never from a stage."""
    used = set().union(*(parts_used(path) for path in files_of(part)))
    assert used & STAGES == set()


@pytest.mark.parametrize(
    "command",
    [
        ["--help"],
        ["report", "--help"],
        ["report", str(PACKAGE.parent / "seeds" / "us-iraq-talks")],
        ["report", str(PACKAGE.parent / "seeds" / "us-iraq-talks"), "--model", "builtin"],
    ],
    ids=["help", "report help", "report", "report with the built-in encoder"],
)
def test_default_path_loads_no_heavy_library(command: list[str]) -> None:
    """Help and a report with either of our own encoders import no torch, transformers, pandas or web server."""
    code = (
        "import sys\nfrom compare.cli import main\n"
        f"main({command!r}, standalone_mode=False)\n"
        f"print('HEAVY', [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "HEAVY []" in done.stderr, done.stderr[-500:]
