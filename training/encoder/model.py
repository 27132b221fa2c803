"""The static model while it is trained: a direction and a weight per token, of which a step touches a few rows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

LONGEST = 128
RAREST = 20
MOST_RARE = 9.0
OWN_PART = 0.5


@dataclass(frozen=True, slots=True)
class Store:
    """Sentences as distinct tokens: sentence i is `tokens[starts[i]:starts[i + 1]]`."""

    tokens: np.ndarray
    starts: np.ndarray

    def bags(self, rows: np.ndarray, drop: float, rng: Any) -> tuple[np.ndarray, np.ndarray]:
        """(tokens, offsets) of the sentences `rows`, cut at LONGEST tokens; on average a share `drop` of them lost."""
        begin = self.starts[rows]
        lengths = np.minimum(self.starts[rows + 1] - begin, LONGEST)
        offsets = np.cumsum(lengths) - lengths
        places = np.repeat(begin - offsets, lengths) + np.arange(int(lengths.sum()))
        tokens = self.tokens[places].astype(np.int64)
        if not drop:
            return tokens, offsets
        chances = np.repeat(rng.random(len(rows)) * 2 * drop, lengths)
        kept = rng.random(len(tokens)) >= chances
        kept[offsets[lengths > 0]] = True
        before = np.concatenate([[0], np.cumsum(kept)])
        return tokens[kept], before[offsets]


def join(stores: list[Store]) -> Store:
    """One store after another; sentence numbers of a later one move up by the sentences before it."""
    moved, total = [np.zeros(1, np.int64)], 0
    for one in stores:
        moved.append(one.starts[1:] + total)
        total += len(one.tokens)
    return Store(np.concatenate([one.tokens for one in stores]), np.concatenate(moved))


class Table:
    """Token directions (v, d) and log weights (v, 1) with Adam's moments."""

    def __init__(self, vectors: Any, weights: Any) -> None:
        import torch

        self.vectors, self.weights = vectors, weights
        self.moments = [torch.zeros_like(one) for one in (vectors, vectors, weights, weights)]
        self.seen = torch.zeros(len(vectors), 1)

    def rows(self) -> np.ndarray:
        """Weighted token vectors (v, d) float32."""
        return np.asarray((self.vectors * self.weights.exp()).numpy())

    def gather(self, tokens: np.ndarray) -> tuple[Any, Any, Any, Any]:
        """(touched rows, their vectors, their weights, each token's place among them); the two inner ones learn."""
        import torch

        touched, places = np.unique(tokens, return_inverse=True)
        rows = torch.from_numpy(touched)
        vectors = self.vectors[rows].requires_grad_()
        weights = self.weights[rows].requires_grad_()
        return rows, vectors, weights, torch.from_numpy(places.reshape(-1))

    def step(self, rows: Any, vectors: Any, weights: Any, rate: float, weight_rate: float) -> None:
        """One Adam step on the touched rows, its bias corrected by each row's own number of steps."""
        import torch

        with torch.no_grad():
            self.seen[rows] += 1
            count = self.seen[rows]
            for value, own, first, second, speed in (
                (vectors, self.vectors, self.moments[0], self.moments[1], rate),
                (weights, self.weights, self.moments[2], self.moments[3], weight_rate),
            ):
                gradient = value.grad
                mean = first[rows].mul_(0.9).add_(gradient, alpha=0.1)
                square = second[rows].mul_(0.99).addcmul_(gradient, gradient, value=0.01)
                first[rows], second[rows] = mean, square
                scale = (square / (1 - 0.99**count)).sqrt_().add_(1e-8)
                own[rows] = value.detach() - speed * (mean / (1 - 0.9**count)) / scale

    def save(self, path: Path, step: int) -> None:
        """Everything needed to go on from `step`."""
        import torch

        names = ("vectors", "weights", "moments", "seen")
        torch.save({**{name: getattr(self, name) for name in names}, "step": step}, path)


def restore(path: Path) -> tuple[Table, int]:
    """The table that `Table.save` wrote, and its step."""
    import torch

    state = torch.load(path)
    table = Table(state["vectors"], state["weights"])
    table.moments, table.seen = state["moments"], state["seen"]
    return table, int(state["step"])


def fresh(counts: np.ndarray, parts: dict[int, list[int]], dimension: int, seed: int) -> Table:
    """Random directions weighted by rarity; a compound begins as the sum of its syllables and a part of its own.

    Random directions keep words apart, so that the untrained model already measures rare-word overlap; the sum lets a
    compound match its own parts. `counts` (v,) says how often each token was seen, `parts` which tokens make up which.
    """
    import torch

    maker = torch.Generator().manual_seed(seed)
    vectors = torch.randn(len(counts), dimension, generator=maker) / dimension**0.5
    seen = counts.astype(np.float64).copy()
    for whole, some in parts.items():
        np.add.at(seen, some, counts[whole])
    rarity = np.minimum(-np.log(np.maximum(seen, RAREST) / seen.sum()), MOST_RARE) ** 0.75 / 10
    weights = torch.tensor(rarity, dtype=torch.float32)
    single = vectors * weights.unsqueeze(1)
    for whole, some in parts.items():
        summed = single[some].sum(0) + OWN_PART * single[whole]
        weights[whole] = summed.norm()
        vectors[whole] = summed / weights[whole]
    return Table(vectors, weights.log().unsqueeze(1))


def embed(rows: np.ndarray, store: Store, sentences: np.ndarray, batch: int = 8192) -> np.ndarray:
    """Unit vectors (n, d) of stored sentences under weighted token vectors `rows`; an empty sentence gives zeros."""
    import torch

    table = torch.from_numpy(rows)
    out = [np.zeros((0, rows.shape[1]), np.float32)]
    for start in range(0, len(sentences), batch):
        tokens, offsets = store.bags(sentences[start : start + batch], 0.0, None)
        sums = torch.nn.functional.embedding_bag(torch.from_numpy(tokens), table, torch.from_numpy(offsets), mode="sum")
        out.append(torch.nn.functional.normalize(sums, dim=1).numpy())
    return np.concatenate(out)
