"""Figures end to end on events that nothing learned from: ``python -m training.unseen``.

The shipped scorer and judge on 60 groups of articles of 2017 (``training/labels/unseen.jsonl``), which came together
automatically as ``mined.jsonl``'s did, and on 210 pairs of three outlets' articles of 2013 to 2019 (``outlets.jsonl``):
in both some hold two happenings. One annotator each, a language model. The first 144 pairs were read for what the tool
makes of them, and some of its rules come from there; the last 66 were only measured.

So are two sets whose links a few parameters were fitted on (``training.scorer.corrections``, which has honest figures
of them): 45 events of three US outlets (``english.jsonl``, the first 30 read), and 20 invented events with a Vietnamese
and an English article (``mixed.jsonl``, read).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from compare.encode import DEFAULT
from compare.evaluate import to_text
from compare.evaluate.gold import parse_event
from compare.evaluate.runner import predict
from compare.evaluate.scoring import judged_pairs, summarise
from compare.settings import Settings
from training.common import default_data
from training.labelled import ENGLISH, MIXED, OUTLETS, UNSEEN, more_records

READ, ENGLISH_READ = 144, 30


def main() -> None:
    """Run the pipeline over the events and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--model", default=DEFAULT, help="encoder")
    parser.add_argument("--show", type=int, default=0, help="show the worst mistakes")
    options = parser.parse_args()
    outlets, english = more_records(options.data, (OUTLETS,)), more_records(options.data, (ENGLISH,))
    for title, records in {
        "groups of 2017": more_records(options.data, (UNSEEN,)),
        "other outlets, read": outlets[:READ],
        "other outlets, only measured": outlets[READ:],
        "English outlets, read": english[:ENGLISH_READ],
        "English outlets, only measured": english[ENGLISH_READ:],
        "two languages, invented": more_records(options.data, (MIXED,)),
    }.items():
        print(f"== {title}\n{_figures(records, options.model, options.show)}\n", flush=True)


def _figures(records: Sequence[dict[str, Any]], model: str, show: int) -> str:
    events = [parse_event(record) for record in records]
    judged = [one for event in events for one in judged_pairs(event, predict(event, Settings(model=model)))]
    return to_text(summarise(len(events), judged), show)


if __name__ == "__main__":
    main()
