"""The mean of several models' weights, tuned on from the same ones (a "model soup", Wortsman et al., 2022).

Each run settles elsewhere and learns some of its batches by heart; the mean keeps what they have in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def average(model: Any, others: Sequence[Any]) -> Any:
    """Set the model's weights to the mean of its own and the others', which have the same shape; returns it.

    Raises ValueError where names or shapes of their weights differ.
    """
    import torch

    own, *states = (one.state_dict() for one in (model, *others))
    shapes = [{name: weights.shape for name, weights in one.items()} for one in (own, *states)]
    if any(one != shapes[0] for one in shapes):
        raise ValueError("models of different shapes have no mean")
    with torch.no_grad():
        for name, weights in own.items():
            every = torch.stack([weights.float(), *(one[name].float() for one in states)])
            weights.copy_(every.mean(0).to(weights.dtype))
    return model
