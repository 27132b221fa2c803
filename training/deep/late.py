"""Late interaction in training: the scores that ``compare/align/late.py`` reads, so that they can be learned."""

from __future__ import annotations

from typing import Any

import numpy as np


def rarities(texts: list[np.ndarray]) -> list[np.ndarray]:
    """Weight (t,) of each token of each text of one event: the logarithm of how few of the texts have it."""
    numbers, counts = np.unique(np.concatenate([np.unique(one) for one in texts]), return_counts=True)
    weights = np.log((len(texts) + 1.0) / (counts + 0.5)).astype(np.float32)
    return [weights[np.searchsorted(numbers, one)] for one in texts]


def late_scores(states: list[Any], texts: list[np.ndarray], left: np.ndarray, right: np.ndarray) -> Any:
    """Scores (p,) of pairs of texts of one event: the mean of how far either's words find like ones in the other.

    `states` are unit rows (t, d) of each text's tokens, `left` and `right` (p,) places in `texts`.
    """
    import torch

    sizes = [len(one) for one in texts]
    own = torch.from_numpy(np.repeat(np.arange(len(texts)), sizes)).to(states[0].device)
    weights = torch.from_numpy(np.concatenate(rarities(texts))).to(own.device)
    joined = torch.cat(states)
    alike = joined @ joined.T
    alike = torch.cat([alike, torch.full_like(alike[:, :1], -1.0)], 1)  # the last column stands for no token
    columns = np.full((len(texts), max(sizes)), len(joined))
    for row, (end, size) in enumerate(zip(np.cumsum(sizes), sizes, strict=True)):
        columns[row, :size] = np.arange(end - size, end)
    best = alike[:, torch.from_numpy(columns).to(own.device)].amax(2).float().clamp(0, 1) ** 2
    total = torch.zeros(len(texts), device=own.device).index_add(0, own, weights)
    found = torch.zeros(len(texts), len(texts), device=own.device).index_add(0, own, best * weights[:, None])
    shares = found / total.clamp(min=1e-6)[:, None]  # a text whose words were all dropped is found nowhere
    return torch.sqrt(shares[left, right] * shares[right, left] + 1e-6)
