"""Quality floors: the whole pipeline measured end to end against gold (floors in ``floors.toml``)."""

import os
import tomllib
from pathlib import Path

import pytest

from compare.evaluate import Report, evaluate, read_gold
from compare.settings import Settings
from tests.own_gold import write_gold
from training.labelled import MIXED

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
REAL = Path(os.environ.get("CLAIM_COMPARE_GOLD") or Path(__file__).parents[2] / "shared" / "data" / "gold_dev.jsonl")


def reached(report: Report) -> dict[str, float]:
    """The figures that floors are set on."""
    return {
        "link_f1": report.links.f1,
        "link_average_precision": report.average_precision,
        "conflict_precision": report.conflicts.precision,
        "conflict_f1": report.conflicts.f1,
        "calibration_error": report.calibration_error,
    }


def fallen(report: Report, floors: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Figures that miss their floor (for an error: exceed it), beside it."""
    figures = reached(report)
    return {
        name: (round(figures[name], 3), floor)
        for name, floor in floors.items()
        if (figures[name] > floor if name.endswith("error") else figures[name] < floor)
    }


def test_our_own_events_stay_above_their_floors(tmp_path: Path) -> None:
    """Vietnamese and English events of our own sentences keep their links and conflicts."""
    events = list(read_gold([write_gold(tmp_path / "own.jsonl")]))
    assert fallen(evaluate(events, Settings()), FLOORS["own"]) == {}


def test_events_in_two_languages_stay_above_their_floors() -> None:
    """Invented events, each told by a Vietnamese and an English article, keep their links and conflicts."""
    assert fallen(evaluate(list(read_gold([MIXED])), Settings()), FLOORS["mixed"]) == {}


@pytest.mark.skipif(not REAL.is_file(), reason="no gold file at hand (CLAIM_COMPARE_GOLD names one)")
def test_real_events_stay_above_their_floors() -> None:
    """Real Vietnamese events keep their links, conflicts and calibration."""
    events = list(read_gold([REAL]))
    assert fallen(evaluate(events, Settings()), FLOORS["gold_dev"]) == {}
