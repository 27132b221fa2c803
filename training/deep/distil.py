"""First stage: sentences of both languages to where the English teacher has the English one of a translated pair."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.deep.corpus import Sequences
from training.deep.model import WORDS, Shape, padded, pooled
from training.deep.optim import Training, ramp

LONGEST = 64
WINDOW = 8192
SCALE = 20.0
SAME = 0.9999
Report = Callable[[int, dict[str, float], Any], None]


@dataclass(frozen=True, slots=True)
class Lessons:
    """Sentences `rows` (n,) of `sequences`, and the vector of `wanted` (v, d) that each has to give: `targets` (n,)."""

    sequences: Sequences
    rows: np.ndarray
    targets: np.ndarray
    wanted: np.ndarray


@dataclass(frozen=True, slots=True)
class Plan:
    """How to learn from the teacher: `tokens` a step, padding counted; words move five times as fast as the rest."""

    steps: int
    tokens: int = 6000
    rate: float = 2e-4
    words: float = 5.0
    warm: int = 100
    contrast: float = 0.1
    every: int = 300
    seed: int = 0


def lessons_of(sequences: Sequences, pairs: np.ndarray, wanted: np.ndarray, english: float, seed: int) -> Lessons:
    """Each Vietnamese sentence of the pairs (n, 2), a share of the English ones; `wanted` (n, d) are the teacher's."""
    count = len(pairs)
    chosen = np.random.default_rng(seed).permutation(count)[: int(count * english)]
    rows, targets = np.append(pairs[:, 0], pairs[chosen, 1]), np.append(np.arange(count), chosen)
    return Lessons(sequences, rows, targets, wanted)


def losses(vectors: Any, wanted: np.ndarray) -> tuple[Any, Any]:
    """(mean of one less the cosine to one's own teacher vector, finding it among the batch's) of vectors (n, d).

    Both sides of a pair, and a sentence told twice, have one teacher vector: they are no rivals of each other.
    """
    import torch
    from torch.nn.functional import cross_entropy, normalize

    taught = normalize(torch.from_numpy(wanted.astype(np.float32)).to(vectors.device), dim=1)
    apart = (1 - (vectors * taught).sum(1)).mean()
    own = torch.arange(len(taught), device=vectors.device)
    same = (taught @ taught.T > SAME) & (own[:, None] != own[None, :])
    return apart, cross_entropy((vectors @ taught.T * SCALE).masked_fill(same, float("-inf")), own)


def batches(lessons: Lessons, tokens: int, seed: int, step: int) -> Iterator[np.ndarray]:
    """Places (n,) in the lessons for the next steps: sentences of like length together, in random order."""
    rng = np.random.default_rng((seed, step))
    drawn = rng.permutation(len(lessons.rows))[:WINDOW]
    rows = lessons.rows[drawn]
    sizes = np.minimum(lessons.sequences.starts[rows + 1] - lessons.sequences.starts[rows], LONGEST) + 2
    order = np.argsort(sizes, kind="stable")
    parts, begin = [], 0
    for end in range(1, len(order) + 1):
        if end == len(order) or (end + 1 - begin) * sizes[order[end]] > tokens:
            parts.append(drawn[order[begin:end]])
            begin = end
    for place in rng.permutation(len(parts)):
        yield parts[place]


def distil(model: Any, lessons: Lessons, shape: Shape, plan: Plan, state: Path, report: Report) -> Any:
    """Train the model; the state is kept in `state` and `report` called every `plan.every` steps.

    Raises ValueError where there is nothing to learn from.
    """
    if not len(lessons.rows):
        raise ValueError("no translated sentences to learn from")
    training = Training({"model": model}, {WORDS: plan.words})
    training.restore(state)
    sums, count, began = np.zeros(2), 0, time.monotonic()
    while training.step < plan.steps:
        for part in batches(lessons, plan.tokens, plan.seed, training.step):
            texts = [lessons.sequences.sentence(row, LONGEST) for row in lessons.rows[part]]
            apart, contrast = losses(pooled(model, padded(shape, texts)), lessons.wanted[lessons.targets[part]])
            training.update(apart + plan.contrast * contrast, plan.rate * ramp(training.step, plan.steps, plan.warm))
            sums, count = sums + np.array([apart.item(), contrast.item()]), count + 1
            if training.step % plan.every == 0 or training.step == plan.steps:
                training.save(state)
                found = {"apart": sums[0] / count, "contrast": sums[1] / count, "seconds": time.monotonic() - began}
                report(training.step, found, model)
                sums, count = np.zeros(2), 0
            if training.step == plan.steps:
                break
    return model
