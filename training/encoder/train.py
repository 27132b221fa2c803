"""The training loop: contrast of true pairs against a batch, and the teacher's judgement within an event."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.encoder.groups import Groups
from training.encoder.model import Store, Table
from training.encoder.pairs import Stream

Report = Callable[[int, dict[str, float], Table], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: sizes of a batch, rates, and the weight of the contrast beside the teacher (weight 1).

    `scale` multiplies cosines in the contrast; `drop` and `group_drop` are the shares of tokens lost.
    """

    steps: int
    pairs: int = 384
    groups: int = 12
    rate: float = 0.003
    weight_rate: float = 0.01
    contrast: float = 0.3
    scale: float = 20.0
    drop: float = 0.1
    group_drop: float = 0.05
    every: int = 200
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentence numbers of one step: anchors and positives (b,), negatives, the groups' sentences and their pairs."""

    anchors: np.ndarray
    positives: np.ndarray
    negatives: np.ndarray
    grouped: np.ndarray
    left: np.ndarray
    right: np.ndarray
    judged: np.ndarray


def draw_groups(groups: Groups, size: int, rng: Any) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """(sentences, left, right, judged) of some groups; left and right are places among those sentences."""
    chosen = rng.integers(0, len(groups.bounds) - 1, size)
    sentences, left, right, judged, before = [], [], [], [], 0
    for group in chosen:
        low, high = groups.pairs[group], groups.pairs[group + 1]
        sentences.append(groups.sentences[groups.bounds[group] : groups.bounds[group + 1]])
        left.append(groups.left[low:high].astype(np.int64) + before)
        right.append(groups.right[low:high].astype(np.int64) + before)
        judged.append(groups.judged[low:high].astype(np.float32))
        before += len(sentences[-1])
    return np.concatenate(sentences), np.concatenate(left), np.concatenate(right), np.concatenate(judged)


def draw(streams: list[Stream], groups: Groups | None, plan: Plan, rng: Any) -> Batch:
    """One step's sentences."""
    total = sum(stream.share for stream in streams)
    drawn = [stream.draw(int(plan.pairs * stream.share / total), rng) for stream in streams]
    pairs = np.concatenate([pair for pair, _ in drawn])
    negatives = np.concatenate([negative for _, negative in drawn])
    none = np.zeros(0, np.int64)
    found = draw_groups(groups, plan.groups, rng) if groups is not None else (none, none, none, np.zeros(0, np.float32))
    return Batch(pairs[:, 0], pairs[:, 1], negatives, *found)


def contrast_loss(anchors: Any, others: Any, scale: float) -> Any:
    """Each anchor must find its positive among all `others` (positives first), each positive its anchor."""
    import torch
    from torch.nn.functional import cross_entropy

    with torch.autocast("cpu", dtype=torch.bfloat16):
        similar = anchors @ others.T
    similar = similar.float() * scale
    own = torch.arange(len(anchors))
    return cross_entropy(similar, own) + 0.5 * cross_entropy(similar[:, : len(anchors)].T, own)


def teacher_loss(vectors: Any, batch: Batch, line: Any) -> Any:
    """Cross entropy of the teacher's odds against a straight line of the cosine, per judged link."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits

    cosine = (vectors[torch.from_numpy(batch.left)] * vectors[torch.from_numpy(batch.right)]).sum(1)
    wanted = torch.sigmoid(torch.from_numpy(batch.judged))
    return binary_cross_entropy_with_logits(line[0] * cosine + line[1], wanted, reduction="sum") / wanted.sum()


def bags(store: Store, batch: Batch, plan: Plan, rng: Any) -> tuple[np.ndarray, np.ndarray]:
    """(tokens, offsets) of anchors, positives, negatives and grouped sentences, in that order."""
    contrasted = np.concatenate([batch.anchors, batch.positives, batch.negatives])
    tokens, offsets = store.bags(contrasted, plan.drop, rng)
    more, places = store.bags(batch.grouped, plan.group_drop, rng)
    return np.concatenate([tokens, more]), np.concatenate([offsets, places + len(tokens)])


def losses(vectors: Any, batch: Batch, plan: Plan, line: Any) -> tuple[Any, Any]:
    """(contrast, teacher) of one batch; the teacher's is 0 without groups."""
    size, end = len(batch.anchors), len(batch.anchors) * 2 + len(batch.negatives)
    contrast = contrast_loss(vectors[:size], vectors[size:end], plan.scale)
    judged = teacher_loss(vectors[end:], batch, line) if len(batch.grouped) else contrast * 0
    return contrast, judged


def train(
    table: Table, store: Store, streams: list[Stream], groups: Groups | None, plan: Plan, state: Path, report: Report,
    start: int = 0,
) -> Table:  # fmt: skip
    """Train from step `start`; the state is saved and `report` called every `plan.every` steps and at the end.

    Each step draws from its own seed, so that a run taken up again sees what an unbroken one would have seen.
    """
    import torch
    from torch.nn.functional import embedding_bag, normalize

    line = torch.tensor([12.0, -6.0], requires_grad=True)
    slow = torch.optim.Adam([line], lr=0.05)
    began, sums = time.monotonic(), np.zeros(2)
    for step in range(start, plan.steps):
        rng = np.random.default_rng((plan.seed, step))
        batch = draw(streams, groups, plan, rng)
        tokens, offsets = bags(store, batch, plan, rng)
        rows, directions, weights, places = table.gather(tokens)
        summed = embedding_bag(places, directions * weights.exp(), torch.from_numpy(offsets), mode="sum")
        contrast, judged = losses(normalize(summed, dim=1), batch, plan, line)
        slow.zero_grad()
        (plan.contrast * contrast + judged).backward()
        slow.step()
        share = min(1.0, (step + 1) / 50) * max(0.02, 1 - step / plan.steps)
        table.step(rows, directions, weights, plan.rate * share, plan.weight_rate * share)
        sums += contrast.item(), judged.item()
        if (step + 1) % plan.every == 0 or step + 1 == plan.steps:
            table.save(state, step + 1)
            passed = step % plan.every + 1
            found = {"contrast": sums[0] / passed, "teacher": sums[1] / passed}
            report(step + 1, {**found, "seconds": time.monotonic() - began}, table)
            sums[:] = 0
    return table
