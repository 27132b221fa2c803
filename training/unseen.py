"""Figures end to end on events that nothing learned from: ``python -m training.unseen``.

The shipped scorer and judge on 60 groups of articles of 2017 (``training/labels/unseen.jsonl``), which came together
automatically as ``mined.jsonl``'s did: some of them hold two happenings. One annotator each, a language model.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from compare.encode import DEFAULT
from compare.evaluate import to_text
from compare.evaluate.gold import parse_event
from compare.evaluate.runner import predict
from compare.evaluate.scoring import judged_pairs, summarise
from compare.settings import Settings
from training.common import default_data
from training.labelled import UNSEEN, more_records


def main() -> None:
    """Run the pipeline over the events and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--model", default=DEFAULT, help="encoder")
    parser.add_argument("--show", type=int, default=0, help="show the worst mistakes")
    options = parser.parse_args()
    events = [parse_event(record) for record in more_records(options.data, (UNSEEN,))]
    judged = [one for event in events for one in judged_pairs(event, predict(event, Settings(model=options.model)))]
    print(to_text(summarise(len(events), judged), options.show))


if __name__ == "__main__":
    main()
