"""First stage: hidden words of one sentence guessed from it and from another sentence that tells the same matter.

Masked language modelling (Devlin et al. 2019) over pairs; pairs across articles on one event teach where two tellings
meet, as in cross-document language modelling (Caciularu et al. 2021).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from training.deep.corpus import Sequences
from training.deep.model import Padded, Shape, padded, states
from training.deep.optim import Training, ramp

LONGEST = 48
WINDOW = 16
RANDOM = 0.1


@dataclass(frozen=True, slots=True)
class Plan:
    """How to pretrain: `tokens` a step, learning `rate` at its peak, `negatives` words to tell a hidden one from."""

    steps: int
    tokens: int = 8192
    rate: float = 8e-4
    warm: int = 300
    negatives: int = 8192
    every: int = 250
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Stream:
    """Sentence pairs (n, 2) of one kind and their share of what is drawn."""

    pairs: np.ndarray
    share: float


def batches(sequences: Sequences, streams: list[Stream], shape: Shape, plan: Plan, window: int) -> Iterator[Padded]:
    """The batches of one window of WINDOW steps: pairs of like length together, in random order."""
    rng = np.random.default_rng((plan.seed, window))
    shares = np.array([one.share for one in streams])
    wanted = plan.tokens * WINDOW
    drawn, total = [], 0
    while total < wanted:
        kinds = rng.choice(len(streams), 2000, p=shares / shares.sum())
        for kind, chance in zip(kinds, rng.random(2000), strict=True):
            pair = streams[kind].pairs[int(chance * len(streams[kind].pairs))]
            size = int(np.minimum(sequences.starts[pair + 1] - sequences.starts[pair], LONGEST).sum()) + 3
            if size > 10:
                drawn.append((size, *(pair if rng.random() < 0.5 else pair[::-1])))
                total += size
    drawn.sort()
    cuts, filled = [0], 0
    for place, (size, _, _) in enumerate(drawn):
        filled += size
        if filled > plan.tokens:
            cuts.append(place)
            filled = size
    spans = list(pairwise(cuts))[-WINDOW:]
    for span in rng.permutation(len(spans)):
        part = drawn[slice(*spans[span])]
        yield padded(shape, *([sequences.sentence(one[side], LONGEST) for one in part] for side in (1, 2)))


def hide(batch: Padded, shape: Shape, rng: Any) -> tuple[Padded, np.ndarray]:
    """(the batch with words hidden, where (n, t) bool): a few on both sides, or many on one side only."""
    shown = batch.ids.shape
    rates = np.full((shown[0], 2), 0.15)
    one_sided = rng.random(shown[0]) < 0.5
    side = rng.integers(0, 2, shown[0])
    rates[one_sided] = 0.0
    rates[one_sided, side[one_sided]] = 0.35
    chance = np.take_along_axis(rates, batch.types, 1)
    hidden = (rng.random(shown) < chance) & (batch.ids < shape.pieces)
    ids = np.where(hidden, shape.mask, batch.ids)
    noise = hidden & (rng.random(shown) < RANDOM)
    ids[noise] = rng.integers(1, shape.pieces, int(noise.sum()))
    return Padded(ids, batch.mask, batch.types), hidden


def guess_head(shape: Shape) -> Any:
    """What turns a token state into the vector that is compared with the words' own."""
    from torch import nn

    return nn.Sequential(nn.Linear(shape.width, shape.width), nn.GELU(), nn.LayerNorm(shape.width))


class Guesses:
    """Cross entropy of hidden words against a sample of the vocabulary, drawn by the words' own frequency."""

    def __init__(self, counts: np.ndarray, sample: int) -> None:
        share = (counts + 1.0) ** 0.75
        self.share = share / share.sum()
        self.sample = sample

    def loss(self, found: Any, words: np.ndarray, table: Any, rng: Any) -> Any:
        """Mean loss of the guesses `found` (m, d) of `words` (m,); `table` (v, d) holds the words' vectors."""
        import torch
        from torch.nn.functional import cross_entropy

        drawn = np.unique(np.searchsorted(np.cumsum(self.share), rng.random(self.sample)).clip(0, len(self.share) - 1))
        candidates, places = np.unique(np.concatenate([words, drawn]), return_inverse=True)
        expected = torch.from_numpy(np.log(-np.expm1(-self.sample * self.share[candidates]) + 1e-9)).float()
        rivals = table[torch.from_numpy(candidates).to(table.device)]
        scores = (found @ rivals.T).float() - expected.to(table.device)
        return cross_entropy(scores, torch.from_numpy(places[: len(words)]).to(table.device))


def pretrain(
    model: Any, sequences: Sequences, streams: list[Stream], shape: Shape, plan: Plan, state: Path,
    report: Callable[[int, dict[str, float], Any], None],
) -> Any:  # fmt: skip
    """Train the model; the state is kept in `state` and `report` called every `plan.every` steps."""
    import torch

    head = guess_head(shape).to(model.device)
    training = Training({"model": model, "head": head})
    training.restore(state)
    guesses = Guesses(np.bincount(sequences.tokens, minlength=shape.pieces), plan.negatives)
    total, count, began = 0.0, 0, time.monotonic()
    while training.step < plan.steps:
        for batch in batches(sequences, streams, shape, plan, training.step):
            rng = np.random.default_rng((plan.seed, training.step, 1))
            shown, hidden = hide(batch, shape, rng)
            found = head(states(model, shown)[torch.from_numpy(hidden).to(model.device)])
            table = model.embeddings.word_embeddings.weight
            loss = guesses.loss(found, batch.ids[hidden], table, rng)
            training.update(loss, plan.rate * ramp(training.step, plan.steps, plan.warm))
            total, count = total + loss.item(), count + 1
            if training.step % plan.every == 0 or training.step == plan.steps:
                training.save(state)
                report(training.step, {"guess": total / count, "seconds": time.monotonic() - began}, model)
                total, count = 0.0, 0
            if training.step == plan.steps:
                break
    return model
