"""Second stage: sentences of one event, by how likely they share a claim; sentence vectors and pair head in one.

The cosine of two sentences, and how far their words find each other (``late.py``), learn the odds that the teacher's
trees give to pairs of mined groups, and our own labels; the pair head, where there is one to be, learns beside them on
the same layers; translated pairs keep both languages where the first stage left them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np

from training.deep.corpus import Sequences
from training.deep.distil import Lessons, Report
from training.deep.distil import losses as taught_losses
from training.deep.late import late_scores
from training.deep.model import WORDS, Shape, mean_of, padded, states
from training.deep.optim import Training, ramp
from training.deep.pairs import Examples, logits, loss_of, pair_batches
from training.encoder.groups import Groups
from training.encoder.train import draw_groups

LONGEST = 80
TOGETHER = 64
LINES = {f"{line}.{part}": 100.0 for line in ("line", "late") for part in ("weight", "bias")}
BEGUN = {"line": (12.0, -6.0), "late": (16.0, -7.0)}


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
    """Sentences `rows` (n,) of `groups` (n,), their judged pairs (`left`, `right`, `odds`), lessons by place (m,)."""

    rows: np.ndarray
    groups: np.ndarray
    left: np.ndarray
    right: np.ndarray
    odds: np.ndarray
    lessons: np.ndarray


def draw(material: Material, plan: Plan, rng: Any) -> Batch:
    """One step's groups and lessons."""
    drawn = [draw_groups(material.mined, 1, rng) for _ in range(plan.mined)]
    drawn += [draw_groups(material.labelled, 1, rng) for _ in range(plan.labelled)]
    sizes = [len(one[0]) for one in drawn]
    before = np.cumsum(sizes) - sizes
    lessons = rng.choice(len(material.lessons.rows), min(plan.lessons, len(material.lessons.rows)), replace=False)
    return Batch(
        np.concatenate([rows for rows, *_ in drawn]),
        np.repeat(np.arange(len(drawn)), sizes),
        np.concatenate([one[1] + start for one, start in zip(drawn, before, strict=True)]),
        np.concatenate([one[2] + start for one, start in zip(drawn, before, strict=True)]),
        np.concatenate([one[3] for one in drawn]),
        lessons,
    )


def read(model: Any, shape: Shape, texts: list[np.ndarray]) -> tuple[Any, list[Any]]:
    """Unit vectors (n, width) of token sequences, taken together in batches of like length, and of their tokens."""
    import torch
    from torch.nn.functional import normalize

    order = np.argsort([len(one) for one in texts], kind="stable")
    parts = np.array_split(order, max(1, len(order) // TOGETHER))
    vectors, tokens = [], [torch.empty(0)] * len(texts)
    for part in parts:
        batch = padded(shape, [texts[place] for place in part])
        found = states(model, batch)
        vectors.append(mean_of(found, batch))
        unit = normalize(found, dim=2)
        for row, place in enumerate(part):
            tokens[place] = unit[row, 1 : len(texts[place]) + 1]
    return torch.cat(vectors)[torch.from_numpy(np.argsort(order)).to(model.device)], tokens


def late_of(tokens: list[Any], texts: list[np.ndarray], batch: Batch) -> Any:
    """Late interaction (p,) of the batch's pairs, group by group, in the order of the pairs."""
    import torch

    scores = []
    for group in np.unique(batch.groups[batch.left]):
        rows, pairs = np.flatnonzero(batch.groups == group), batch.groups[batch.left] == group
        own = [[many[row] for row in rows] for many in (tokens, texts)]
        scores.append(late_scores(own[0], own[1], batch.left[pairs] - rows[0], batch.right[pairs] - rows[0]))
    return torch.cat(scores)


def judged_loss(scores: Any, odds: np.ndarray, line: Any) -> Any:
    """Cross entropy of the odds (p,) against a straight line of scores (p,), per link."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits

    wanted = torch.sigmoid(torch.from_numpy(odds).to(scores.device).float())
    found = line.weight[0, 0].float() * scores + line.bias[0].float()
    return binary_cross_entropy_with_logits(found, wanted, reduction="sum") / wanted.sum().clamp(min=3)


def sentence_losses(
    model: Any, lines: dict[str, Any], material: Material, shape: Shape, plan: Plan, rng: Any
) -> dict[str, float]:
    """The losses of one step by name: pairs judged by cosine and by late interaction, lessons; adds their gradients."""
    batch = draw(material, plan, rng)
    texts = [material.sequences.sentence(row, LONGEST) for row in batch.rows]
    texts = [one[rng.random(len(one)) >= 2 * plan.drop * rng.random()] if len(one) > 4 else one for one in texts]
    lessons = material.lessons
    texts += [lessons.sequences.sentence(row, LONGEST) for row in lessons.rows[batch.lessons]]
    vectors, tokens = read(model, shape, texts)
    apart, contrast = taught_losses(vectors[len(batch.rows) :], lessons.wanted[lessons.targets[batch.lessons]])
    cosines = (vectors[batch.left] * vectors[batch.right]).sum(1)
    judged = judged_loss(cosines, batch.odds, lines["line"])
    late = judged_loss(late_of(tokens, texts, batch), batch.odds, lines["late"])
    taught = apart + plan.contrast * contrast
    (judged + late + taught).backward()
    return {"judged": judged.item(), "late": late.item(), "taught": taught.item()}


def tune(
    model: Any, head: Any, material: Material, shape: Shape, plan: Plan, state: Path, report: Report
) -> tuple[Any, Any]:
    """Train the model, and the head where it is not None; the state is kept in `state`, `report` called as planned."""
    import torch

    lines = {name: torch.nn.Linear(1, 1).to(model.device) for name in BEGUN}
    with torch.no_grad():
        for name, line in lines.items():
            line.weight.fill_(BEGUN[name][0])
            line.bias.fill_(BEGUN[name][1])
    faster = {WORDS: plan.words, **LINES}
    if head is not None:
        faster |= {f"head.{name}": plan.head for name, _ in head.named_parameters()}
    training = Training({"model": model, **lines, **({} if head is None else {"head": head})}, faster)
    training.restore(state)
    pairs = pair_steps(model, head, material, shape, plan, training.step)
    sums: dict[str, float] = {}
    last, began = training.step, time.monotonic()
    while training.step < plan.steps:
        rng = np.random.default_rng((plan.seed, training.step))
        for name, loss in (sentence_losses(model, lines, material, shape, plan, rng) | next(pairs)).items():
            sums[name] = sums.get(name, 0.0) + loss
        training.step_down(plan.rate * ramp(training.step, plan.steps, plan.warm))
        if training.step % plan.every == 0 or training.step == plan.steps:
            training.save(state)
            told = {name: total / (training.step - last) for name, total in sums.items()}
            report(training.step, {**told, "seconds": time.monotonic() - began}, model)
            sums, last = {}, training.step
    return model, head


def pair_steps(
    model: Any, head: Any, material: Material, shape: Shape, plan: Plan, step: int
) -> Iterator[dict[str, float]]:
    """The pair head's losses of every step to come, each after its gradients have been added; none without a head."""
    if head is None:
        yield from repeat({})
    for both, wanted, weights in pair_batches(
        material.sequences, material.pairs, shape, plan.tokens, plan.steps, plan.seed, step
    ):
        link, conflict = loss_of(logits(model, head, both), wanted, weights)
        (plan.pairs * (link + conflict)).backward()
        yield {"link": link.item(), "conflict": conflict.item()}
