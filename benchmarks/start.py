"""How long a report takes from a cold start: a new process each time, for each of our own encoders.

    python -m benchmarks.start [PATH ...] [--runs 10]

The seeds by default. Byte code is written beforehand, as an installed package has it; the first run of each encoder
is not counted, so that the files are in the system's cache, as they are for anyone's second report of the day.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import click

from compare.encode import names

SEEDS = Path(__file__).parents[1] / "seeds" / "us-iraq-talks"


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--runs", default=10, help="Counted runs of each encoder.")
def main(paths: Sequence[str], runs: int) -> None:
    """Print the fastest, median and slowest of the runs, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names():
            _, *counted = (once(paths or (str(SEEDS),), name, Path(folder)) for _ in range(runs + 1))
            seconds = sorted(counted)
            click.echo(f"{name}: {seconds[0]:.2f} to {seconds[-1]:.2f} s, median {median(seconds):.2f} s")


def once(paths: Sequence[str], model: str, folder: Path) -> float:
    """Seconds that one report takes, from the start of its process to its end."""
    command = [sys.executable, "-m", "compare", "report", *paths, "--model", model, "-o", str(folder / "report.md")]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, env=environment | {"PYTHONPYCACHEPREFIX": str(folder)}, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
