"""The pair head: whether two sentences share a claim, and whether what they share cannot both be true.

It reads both at once on the sentence encoder's own layers, and adds types of tokens and two small layers to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from training.deep.corpus import Sequences
from training.deep.matching import KINDS, directions, match_types
from training.deep.model import Padded, Shape, inputs, padded

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


def begun(model: Any, seed: int) -> Any:
    """The head of a sentence encoder: `types` of tokens that begin as the encoder's two, `dense` and `out`."""
    import torch

    torch.manual_seed(seed)
    width = model.config.hidden_size
    head = torch.nn.ModuleDict(
        {
            "types": torch.nn.Embedding(2 * KINDS, width),
            "dense": torch.nn.Linear(width, width),
            "out": torch.nn.Linear(width, len(LABELS)),
        }
    )
    sides = model.embeddings.token_type_embeddings.weight.detach().float().cpu()
    with torch.no_grad():
        head["types"].get_parameter("weight").copy_(sides.repeat(KINDS, 1))
    return head.to(model.device)


def logits(model: Any, head: Any, batch: Padded) -> Any:
    """(n, 2) float32 for link and conflict."""
    import torch

    types = torch.from_numpy(match_types(batch.ids, batch.types, directions())).to(model.device)
    given = inputs(model, batch)
    begin = model.embeddings.token_type_embeddings.weight[0]  # what the model adds to every token by itself
    words = model.embeddings.word_embeddings(given["input_ids"]) + head["types"](types) - begin
    states = model(inputs_embeds=words, attention_mask=given["attention_mask"]).last_hidden_state
    return head["out"](torch.tanh(head["dense"](states[:, 0]))).float()


def score(model: Any, head: Any, shape: Shape, sequences: Sequences, pairs: np.ndarray, size: int = 128) -> np.ndarray:
    """Logits (n, 2) of sentence pairs, the mean of both orders, without gradients."""
    import torch

    lengths = np.minimum(sequences.starts[pairs + 1] - sequences.starts[pairs], LONGEST).sum(1)
    order = np.argsort(lengths, kind="stable")
    found = np.zeros((len(pairs), len(LABELS)), np.float32)
    with torch.no_grad():
        for start in range(0, len(pairs), size):
            part = order[start : start + size]
            sides = [[sequences.sentence(row, LONGEST) for row in pairs[part, side]] for side in (0, 1)]
            both = logits(model, head, padded(shape, *sides)) + logits(model, head, padded(shape, *sides[::-1]))
            found[part] = both.cpu().numpy() / 2
    return found


def window(
    sequences: Sequences, sets: list[Examples], shape: Shape, tokens: int, along: float, rng: Any
) -> Iterator[tuple[Padded, np.ndarray, np.ndarray]]:
    """(input, wanted, weights) of some steps: pairs of like length together, in random order.

    `along` is the part of the training that is over, `tokens` the size of one step.
    """
    shares = np.array([one.shares[0] * (1 - along) + one.shares[1] * along for one in sets])
    count = tokens * WINDOW // 40
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


def pair_batches(
    sequences: Sequences, sets: list[Examples], shape: Shape, tokens: int, steps: int, seed: int, step: int
) -> Iterator[tuple[Padded, np.ndarray, np.ndarray]]:
    """What `window` gives for every step from `step` on, without end."""
    while True:
        rng = np.random.default_rng((seed, step, 1))
        for one in window(sequences, sets, shape, tokens, min(1.0, step / steps), rng):
            yield one
            step += 1


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
