"""Run the pipeline over gold events and score it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from compare.errors import InputError
from compare.evaluate.gold import GoldEvent
from compare.evaluate.scoring import Judged, Prediction, Report, judged_pairs, summarise
from compare.pipeline import analyse
from compare.settings import Settings


def evaluate(
    events: Sequence[GoldEvent], settings: Settings, *, progress: Callable[[int, int], None] | None = None
) -> Report:
    """Figures of the whole pipeline, end to end, over gold events."""
    judged: list[Judged] = []
    for done, event in enumerate(events, start=1):
        judged += judged_pairs(event, predict(event, settings))
        if progress:
            progress(done, len(events))
    return summarise(len(events), judged)


def predict(event: GoldEvent, settings: Settings) -> Prediction:
    """What the pipeline makes of one gold event; an event with too little text predicts nothing."""
    try:
        done = analyse(event.articles, settings)
    except InputError:
        return Prediction(event.articles, (), ())
    scores = tuple((one.left, one.right, one.probability) for one in done.scored)
    return Prediction(done.articles, scores, done.links)
