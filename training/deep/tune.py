"""Second stage: sentences of one event, by how likely they share a claim; sentence vectors and pair head in one.

The cosine of two sentences learns the odds that the teacher's trees give to pairs of mined groups, and our own labels;
the pair head learns beside it on the same layers; translated pairs keep both languages where the first stage left them.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.deep.corpus import Sequences
from training.deep.distil import Lessons, Report
from training.deep.distil import losses as taught_losses
from training.deep.model import WORDS, Shape, padded, pooled
from training.deep.optim import Training, ramp
from training.deep.pairs import Examples, logits, loss_of, pair_batches
from training.encoder.groups import Groups
from training.encoder.train import draw_groups

LONGEST = 80
TOGETHER = 64
LINE = {"line.weight": 100.0, "line.bias": 100.0}


@dataclass(frozen=True, slots=True)
class Plan:
    """How to tune: mined and labelled groups and `lessons` of the teacher a step, and `tokens` of sentence pairs."""

    steps: int
    mined: int = 2
    labelled: int = 2
    lessons: int = 56
    tokens: int = 3072
    rate: float = 1.2e-4
    words: float = 3.0
    head: float = 4.0
    warm: int = 50
    contrast: float = 0.1
    pairs: float = 0.5
    drop: float = 0.1
    every: int = 200
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Material:
    """All `sequences`, the groups mined and labelled, the teacher's lessons, and what the pair head draws from."""

    sequences: Sequences
    mined: Groups
    labelled: Groups
    lessons: Lessons
    pairs: list[Examples]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of groups `rows` (n,), their judged pairs (`left`, `right`, `odds`), lessons by place (m,)."""

    rows: np.ndarray
    left: np.ndarray
    right: np.ndarray
    odds: np.ndarray
    lessons: np.ndarray


def draw(material: Material, plan: Plan, rng: Any) -> Batch:
    """One step's groups and lessons."""
    rows, left, right, odds = draw_groups(material.mined, plan.mined, rng)
    more, *also = draw_groups(material.labelled, plan.labelled, rng)
    lessons = rng.choice(len(material.lessons.rows), min(plan.lessons, len(material.lessons.rows)), replace=False)
    return Batch(
        np.append(rows, more),
        np.append(left, also[0] + len(rows)),
        np.append(right, also[1] + len(rows)),
        np.append(odds, also[2]),
        lessons,
    )


def vectors_of(model: Any, shape: Shape, texts: list[np.ndarray]) -> Any:
    """Unit vectors (n, width) of token sequences, taken together in batches of like length."""
    import torch

    order = np.argsort([len(one) for one in texts], kind="stable")
    parts = np.array_split(order, max(1, len(order) // TOGETHER))
    found = [pooled(model, padded(shape, [texts[place] for place in part])) for part in parts]
    return torch.cat(found)[torch.from_numpy(np.argsort(order)).to(model.device)]


def judged_loss(vectors: Any, batch: Batch, line: Any) -> Any:
    """Cross entropy of the odds against a straight line of the cosine, per link."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits

    left, right, odds = (torch.from_numpy(one).to(vectors.device) for one in (batch.left, batch.right, batch.odds))
    cosine = (vectors[left] * vectors[right]).sum(1)
    wanted = torch.sigmoid(odds.float())
    found = line.weight[0, 0].float() * cosine + line.bias[0].float()
    return binary_cross_entropy_with_logits(found, wanted, reduction="sum") / wanted.sum().clamp(min=3)


def sentence_loss(model: Any, line: Any, material: Material, shape: Shape, plan: Plan, rng: Any) -> tuple[Any, Any]:
    """(judged, taught) of one step."""
    batch = draw(material, plan, rng)
    texts = [material.sequences.sentence(row, LONGEST) for row in batch.rows]
    texts = [one[rng.random(len(one)) >= 2 * plan.drop * rng.random()] if len(one) > 4 else one for one in texts]
    lessons = material.lessons
    texts += [lessons.sequences.sentence(row, LONGEST) for row in lessons.rows[batch.lessons]]
    vectors = vectors_of(model, shape, texts)
    apart, contrast = taught_losses(vectors[len(batch.rows) :], lessons.wanted[lessons.targets[batch.lessons]])
    return judged_loss(vectors, batch, line), apart + plan.contrast * contrast


def tune(
    model: Any, head: Any, material: Material, shape: Shape, plan: Plan, state: Path, report: Report
) -> tuple[Any, Any]:
    """Train model and head together; the state is kept in `state`, `report` called every `plan.every` steps."""
    import torch

    line = torch.nn.Linear(1, 1)
    with torch.no_grad():
        line.weight.fill_(12.0)
        line.bias.fill_(-6.0)
    modules = {"model": model, "head": head, "line": line.to(model.device)}
    faster = {WORDS: plan.words, **LINE, **{f"head.{name}": plan.head for name, _ in head.named_parameters()}}
    training = Training(modules, faster)
    training.restore(state)
    pairs = pair_batches(material.sequences, material.pairs, shape, plan.tokens, plan.steps, plan.seed, training.step)
    sums, count, began = np.zeros(4), 0, time.monotonic()
    while training.step < plan.steps:
        rng = np.random.default_rng((plan.seed, training.step))
        judged, taught = sentence_loss(model, line, material, shape, plan, rng)
        (judged + taught).backward()
        both, wanted, weights = next(pairs)
        link, conflict = loss_of(logits(model, head, both), wanted, weights)
        (plan.pairs * (link + conflict)).backward()
        training.step_down(plan.rate * ramp(training.step, plan.steps, plan.warm))
        sums, count = sums + [one.item() for one in (judged, taught, link, conflict)], count + 1
        if training.step % plan.every == 0 or training.step == plan.steps:
            training.save(state)
            told = dict(zip(("judged", "taught", "link", "conflict"), sums / count, strict=True))
            report(training.step, {**told, "seconds": time.monotonic() - began}, model)
            sums, count = np.zeros(4), 0
    return model, head
