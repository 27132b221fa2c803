"""Second stage, the sentence encoder: true pairs against the batch, and the teacher's odds within an event.

The contrast is InfoNCE over in-batch negatives (van den Oord et al. 2018) with hard negatives from the same articles;
the teacher and its groups are those of the built-in encoder (`training/encoder`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.deep.corpus import Sequences
from training.deep.model import Shape, freeze_words, padded, pooled
from training.deep.optim import Training, ramp
from training.deep.pretrain import Stream
from training.encoder.groups import Groups
from training.encoder.train import draw_groups

LONGEST = 64


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train the cosine: true `pairs` and `groups` of articles a step, the contrast's weight by the teacher's."""

    steps: int
    pairs: int = 96
    groups: int = 6
    rate: float = 3e-4
    warm: int = 100
    contrast: float = 0.3
    scale: float = 20.0
    drop: float = 0.1
    every: int = 200
    seed: int = 0


def draw_pairs(streams: list[Stream], size: int, sequences: Sequences, rng: Any) -> tuple[np.ndarray, np.ndarray]:
    """(pairs (n, 2), one neighbour (n,) of each second sentence as a hard negative)."""
    total = sum(one.share for one in streams)
    drawn = [one.pairs[rng.integers(0, len(one.pairs), max(1, round(size * one.share / total)))] for one in streams]
    pairs = np.concatenate(drawn)
    near = pairs[:, 1] + rng.choice([-2, -1, 1, 2], len(pairs))
    near = near.clip(0, len(sequences.starts) - 2)
    return pairs, near[(near != pairs[:, 0]) & (near != pairs[:, 1])]


def vectors_of(model: Any, shape: Shape, sequences: Sequences, rows: np.ndarray, drop: float, rng: Any) -> Any:
    """Unit vectors (n, width) of sentences some of whose tokens are dropped, in batches of like length."""
    import torch

    order = np.argsort(sequences.starts[rows + 1] - sequences.starts[rows], kind="stable")
    found = []
    for part in np.array_split(order, max(1, len(order) // 160)):
        own = [sequences.sentence(row, LONGEST) for row in rows[part]]
        kept = [one[rng.random(len(one)) >= drop * rng.random() * 2] if len(one) > 4 else one for one in own]
        found.append(pooled(model, padded(shape, kept)))
    return torch.cat(found)[torch.from_numpy(np.argsort(order)).to(model.device)]


def losses(
    vectors: Any, size: int, rest: int, judged: tuple[np.ndarray, ...], scale: float, line: Any
) -> tuple[Any, Any]:
    """(contrast, teacher): `vectors` holds anchors and positives (`size` each), `rest` negatives, then the groups'."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

    end = 2 * size + rest
    similar = vectors[:size] @ vectors[size:end].T * scale
    own = torch.arange(size, device=vectors.device)
    contrast = cross_entropy(similar, own) + 0.5 * cross_entropy(similar[:, :size].T, own)
    grouped, (left, right, odds) = vectors[end:], (torch.from_numpy(one).to(vectors.device) for one in judged)
    cosine = (grouped[left] * grouped[right]).sum(1)
    wanted = torch.sigmoid(odds)
    teacher = binary_cross_entropy_with_logits(line[0] * cosine + line[1], wanted, reduction="sum") / wanted.sum()
    return contrast, teacher


def train(
    model: Any, sequences: Sequences, streams: list[Stream], groups: Groups, shape: Shape, plan: Plan, state: Path,
    report: Callable[[int, dict[str, float], Any], None],
) -> Any:  # fmt: skip
    """Train the cosine; the state is kept in `state` and `report` called every `plan.every` steps."""
    import torch

    line = torch.nn.ParameterList([torch.tensor([12.0, -6.0], device=model.device)])
    slow = torch.optim.Adam(line.parameters(), lr=0.02)
    freeze_words(model)
    training = Training({"model": model})
    training.restore(state)
    sums, count, began = np.zeros(2), 0, time.monotonic()
    while training.step < plan.steps:
        rng = np.random.default_rng((plan.seed, training.step))
        pairs, negatives = draw_pairs(streams, plan.pairs, sequences, rng)
        sentences, *judged = draw_groups(groups, plan.groups, rng)
        rows = np.concatenate([pairs[:, 0], pairs[:, 1], negatives, sentences])
        vectors = vectors_of(model, shape, sequences, rows, plan.drop, rng)
        contrast, teacher = losses(vectors, len(pairs), len(negatives), tuple(judged), plan.scale, line[0])
        slow.zero_grad()
        training.update(plan.contrast * contrast + teacher, plan.rate * ramp(training.step, plan.steps, plan.warm))
        slow.step()
        sums, count = sums + np.array([contrast.item(), teacher.item()]), count + 1
        if training.step % plan.every == 0 or training.step == plan.steps:
            training.save(state)
            found = {"contrast": sums[0] / count, "teacher": sums[1] / count, "seconds": time.monotonic() - began}
            report(training.step, found, model)
            sums, count = np.zeros(2), 0
    return model
