"""Run the pipeline over gold events and score it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future

from compare.encode import Encoder
from compare.errors import InputError
from compare.evaluate.gold import GoldEvent
from compare.evaluate.scoring import Judged, Prediction, Report, judged_pairs, summarise
from compare.pipeline import analyse, opened
from compare.settings import Settings


def evaluate(
    events: Sequence[GoldEvent], settings: Settings, *, progress: Callable[[int, int], None] | None = None
) -> Report:
    """Figures of the whole pipeline, end to end, over gold events; models are opened once for all of them."""
    judged: list[Judged] = []
    encoder = opened(settings)
    for done, event in enumerate(events, start=1):
        judged += judged_pairs(event, predict(event, settings, encoder))
        if progress:
            progress(done, len(events))
    return summarise(len(events), judged)


def predict(event: GoldEvent, settings: Settings, encoder: Future[Encoder] | None = None) -> Prediction:
    """What the pipeline makes of one gold event, with an encoder that is open already if given; an event with too
    little text predicts nothing.
    """
    try:
        done = analyse(event.articles, settings, encoder=encoder)
    except InputError:
        return Prediction(event.articles, (), ())
    scores = tuple((one.left, one.right, one.probability) for one in done.scored)
    return Prediction(done.articles, scores, done.links)
