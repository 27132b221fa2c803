"""Third stage, the pair head: whether two sentences share a claim, and whether what they share cannot both be true."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from compare.encode.matching import KINDS, directions, match_types
from training.deep.corpus import Sequences
from training.deep.model import Padded, Shape, configuration, freeze_words, inputs, padded
from training.deep.optim import Training, ramp

LONGEST = 72
WINDOW = 16
LABELS = ("link", "conflict")


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentence pairs (n, 2) with what they should give: `wanted` (n, 2) for link and conflict, NaN where not known.

    `shares` are this set's parts of what is drawn at the first and at the last step; `weights` (n,) the examples' own.
    """

    pairs: np.ndarray
    wanted: np.ndarray
    shares: tuple[float, float]
    weights: np.ndarray


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train the pair head: `tokens` a step, learning `rate` at its peak."""

    steps: int
    tokens: int = 6144
    rate: float = 3e-4
    warm: int = 200
    every: int = 250
    seed: int = 0


def begun(shape: Shape, trunk: Any, seed: int) -> Any:
    """A two-way BertForSequenceClassification on a copy of the pretrained trunk, where that one is."""
    import torch
    from transformers import BertForSequenceClassification

    torch.manual_seed(seed)
    options = configuration(shape, trunk.device.type)
    options.num_labels = len(LABELS)
    options.type_vocab_size = 2 * KINDS
    options.problem_type = "multi_label_classification"
    options.id2label = dict(enumerate(LABELS))
    options.label2id = {label: place for place, label in enumerate(LABELS)}
    model: Any = BertForSequenceClassification(options)
    weights = trunk.state_dict()
    sides = "embeddings.token_type_embeddings.weight"
    weights[sides] = weights[sides].repeat(KINDS, 1)
    model.bert.load_state_dict(weights, strict=False)
    freeze_words(model.bert)
    return model.to(trunk.device)


def logits(model: Any, batch: Padded) -> Any:
    """(n, 2) float32 for link and conflict."""
    types = match_types(batch.ids, batch.types, directions())
    return model(**inputs(model, batch, types)).logits.float()


def score(model: Any, shape: Shape, sequences: Sequences, pairs: np.ndarray, size: int = 128) -> np.ndarray:
    """Logits (n, 2) of sentence pairs, the mean of both orders, without gradients."""
    import torch

    lengths = np.minimum(sequences.starts[pairs + 1] - sequences.starts[pairs], LONGEST).sum(1)
    order = np.argsort(lengths, kind="stable")
    found = np.zeros((len(pairs), len(LABELS)), np.float32)
    with torch.no_grad():
        for start in range(0, len(pairs), size):
            part = order[start : start + size]
            sides = [[sequences.sentence(row, LONGEST) for row in pairs[part, side]] for side in (0, 1)]
            both = logits(model, padded(shape, *sides)) + logits(model, padded(shape, *sides[::-1]))
            found[part] = both.cpu().numpy() / 2
    return found


def batches(
    sequences: Sequences, sets: list[Examples], shape: Shape, plan: Plan, step: int
) -> Iterator[tuple[Padded, np.ndarray, np.ndarray]]:
    """(input, wanted, weights) of the steps of one window: pairs of like length together, in random order."""
    rng = np.random.default_rng((plan.seed, step))
    along = step / plan.steps
    shares = np.array([one.shares[0] * (1 - along) + one.shares[1] * along for one in sets])
    count = plan.tokens * WINDOW // 40
    pairs, wanted, weights = [], [], []
    for one, part in zip(sets, rng.multinomial(count, shares / shares.sum()), strict=True):
        chosen = rng.integers(0, len(one.pairs), part)
        turned = rng.random(part) < 0.5
        pairs.append(np.where(turned[:, None], one.pairs[chosen][:, ::-1], one.pairs[chosen]))
        wanted.append(one.wanted[chosen])
        weights.append(one.weights[chosen])
    every, targets, heavy = np.concatenate(pairs), np.concatenate(wanted), np.concatenate(weights)
    sizes = np.minimum(sequences.starts[every + 1] - sequences.starts[every], LONGEST).sum(1) + 3
    order = np.argsort(sizes, kind="stable")
    edges = np.searchsorted(np.cumsum(sizes[order]), np.arange(1, WINDOW) * (sizes.sum() / WINDOW))
    parts = np.split(order, edges)
    for place in rng.permutation(len(parts)):
        part = parts[place]
        if len(part):
            sides = [[sequences.sentence(row, LONGEST) for row in every[part, side]] for side in (0, 1)]
            yield padded(shape, *sides), targets[part], heavy[part]


def loss_of(found: Any, wanted: np.ndarray, weights: np.ndarray) -> tuple[Any, Any]:
    """Weighted mean cross entropy of (link, conflict) where they are known."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits

    known = ~np.isnan(wanted)
    share = torch.from_numpy((known * weights[:, None]).astype(np.float32)).to(found.device)
    target = torch.from_numpy(np.where(known, wanted, 0).astype(np.float32)).to(found.device)
    each = binary_cross_entropy_with_logits(found, target, reduction="none") * share
    link, conflict = each.sum(0) / share.sum(0).clamp(min=1.0)
    return link, conflict


def train(
    model: Any, sequences: Sequences, sets: list[Examples], shape: Shape, plan: Plan, state: Path,
    report: Callable[[int, dict[str, float], Any], None],
) -> Any:  # fmt: skip
    """Train the pair head; the state is kept in `state` and `report` called every `plan.every` steps."""
    training = Training({"model": model})
    training.restore(state)
    sums, count, began = np.zeros(2), 0, time.monotonic()
    while training.step < plan.steps:
        for batch, wanted, weights in batches(sequences, sets, shape, plan, training.step):
            link, conflict = loss_of(logits(model, batch), wanted, weights)
            training.update(link + conflict, plan.rate * ramp(training.step, plan.steps, plan.warm))
            sums, count = sums + np.array([link.item(), conflict.item()]), count + 1
            if training.step % plan.every == 0 or training.step == plan.steps:
                training.save(state)
                found = {"link": sums[0] / count, "conflict": sums[1] / count, "seconds": time.monotonic() - began}
                report(training.step, found, model)
                sums, count = np.zeros(2), 0
            if training.step == plan.steps:
                break
    return model
