"""Honest figures end to end: ``python -m training.crossval``.

Every gold event goes through the whole pipeline with link trees and judge weights that were fitted without it (five
folds by event; the two numbers of the calibration are fitted on all of the gold); all are scored together, as
``claim-compare evaluate`` does.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from compare.align.forest import forest_from
from compare.align.scorer import Scorer, load_scorer
from compare.encode import DEFAULT, load
from compare.evaluate import to_text
from compare.evaluate.gold import GoldEvent
from compare.evaluate.runner import predict
from compare.evaluate.scoring import Judged, judged_pairs, summarise
from compare.judge.weighing import Weighing, load_weighing, weighing_from
from compare.settings import Settings
from training.common import default_data
from training.judge import examples
from training.judge.figures import timed
from training.judge.fit import fit as fit_judge
from training.labelled import gold_events, more_events
from training.scorer.__main__ import DEV_EVENTS
from training.scorer.dataset import labelled_pairs
from training.scorer.fit import FOLDS
from training.scorer.rounds import Part, fit_rounds


def main() -> None:
    """Run the folds and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--model", default=DEFAULT, help="encoder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="show the worst mistakes")
    options = parser.parse_args()
    events, encoder = gold_events(options.data), load(options.model)
    gold = list(labelled_pairs(enumerate(events), encoder))
    more = list(labelled_pairs(more_events(options.data), encoder))
    disputes = Disputes.of(options.data)
    judged: list[list[Judged]] = [[] for _ in events]
    for fold, part in enumerate(fit_rounds(gold, more, options.seed).parts, start=1):
        held = sorted(number for number in part.events if number < len(events))
        scorer = _scorer(load_scorer(encoder), part)
        for number, found in _judged(events, held, options.model, scorer, disputes.weighing_without(held)):
            judged[number] = found
        print(f"fold {fold} of {FOLDS} done", flush=True)
    _report("all gold events", judged, options.show)
    _report("gold_dev", judged[:DEV_EVENTS], 0)
    _report("set-aside third", judged[2::3], 0)


@dataclass(frozen=True, slots=True)
class Disputes:
    """What the checks find in the gold and in our own labels, from which the judge's weights are fitted."""

    pairs: list[examples.Labelled]
    clashes: list[examples.Clash]
    equal: list[examples.Clash]

    @classmethod
    def of(cls, data: Path) -> Disputes:
        """Run the checks over all labelled pairs once."""
        pairs, words = [*examples.labelled_pairs(data), *examples.more_pairs(data)], load_weighing().words
        clashes = timed(pairs, list(examples.clashes(pairs, words)), load_weighing())
        return cls(pairs, clashes, list(examples.agreeing(pairs, words)))

    def weighing_without(self, held: Sequence[int]) -> Weighing:
        """Weights fitted without these events."""
        known = [
            [one for one in found if self.pairs[one.pair].event not in held] for found in (self.clashes, self.equal)
        ]
        return weighing_from(fit_judge(self.pairs, known[0], known[1], load_weighing().words))


def _scorer(shipped: Scorer, part: Part) -> Scorer:
    """A scorer whose trees did not see the events of this part; the shipped threshold is kept."""
    return replace(shipped, one_language=forest_from(part.one_language), between=forest_from(part.between))


def _judged(
    events: Sequence[GoldEvent], held: Sequence[int], model: str, scorer: Scorer, weighing: Weighing
) -> Iterator[tuple[int, list[Judged]]]:
    """Judged pairs of the held-out events, by trees and weights that did not see them."""
    with (
        patch("compare.pipeline.load_scorer", lambda encoder: scorer),
        patch("compare.judge.verdict.load_weighing", lambda: weighing),
    ):
        for number in held:
            yield number, judged_pairs(events[number], predict(events[number], Settings(model=model)))


def _report(title: str, judged: Sequence[Sequence[Judged]], show: int) -> None:
    flat = [one for event in judged for one in event]
    print(f"\n== {title}, cross-validated\n{to_text(summarise(len(judged), flat), show)}")


if __name__ == "__main__":
    main()
