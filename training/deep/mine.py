"""Sentence pairs that tell the same matter, across articles on one event."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from compare.encode.builtin import Builtin
from training.deep.corpus import Sequences
from training.encoder.groups import near_articles

HEAD = 10
LEADING = 12
ACROSS = (0.5, 0.97)


def static_vectors(encoder: Builtin, sequences: Sequences, rows: np.ndarray, block: int = 20_000) -> np.ndarray:
    """Unit vectors (n, d) float16 of the sentences `rows` by the built-in encoder, repeats of a token counted."""
    import torch
    from torch.nn.functional import embedding_bag, normalize

    table = torch.from_numpy(encoder.codes.astype(np.float32) * encoder.scales[:, None]).to(torch.float32)
    found = np.zeros((len(rows), encoder.dimension), np.float16)
    for start in range(0, len(rows), block):
        part = rows[start : start + block]
        lengths = sequences.starts[part + 1] - sequences.starts[part]
        offsets = np.cumsum(lengths) - lengths
        places = np.repeat(sequences.starts[part] - offsets, lengths) + np.arange(int(lengths.sum()))
        tokens = torch.from_numpy(sequences.tokens[places].astype(np.int64))
        summed = embedding_bag(tokens, table, torch.from_numpy(offsets), mode="sum")
        found[start : start + len(part)] = normalize(summed, dim=1).numpy()
    return found


def leading(sequences: Sequences, most: int, first: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """(sentences (n,), bounds (articles + 1,)): of each article those from its `first`, `most` at most."""
    low = np.minimum(sequences.articles[:-1] + first, sequences.articles[1:])
    sizes = np.minimum(sequences.articles[1:] - low, most)
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    return np.repeat(low - bounds[:-1], sizes) + np.arange(int(bounds[-1])), bounds


def article_pairs(encoder: Builtin, sequences: Sequences) -> np.ndarray:
    """(n, 2) articles that may tell one event and are no copies, by the mean of their first sentences."""
    rows, bounds = leading(sequences, HEAD)
    vectors = static_vectors(encoder, sequences, rows).astype(np.float32)
    means = np.add.reduceat(vectors, np.minimum(bounds[:-1], len(rows) - 1), axis=0)
    means /= np.linalg.norm(means, axis=1, keepdims=True) + 1e-9
    means -= means.mean(0)
    means /= np.linalg.norm(means, axis=1, keepdims=True) + 1e-9
    found = {(min(own, one), max(own, one)) for own, others in near_articles(means) for one in others}
    return np.array(sorted(found), np.int64).reshape(-1, 2)


def across(encoder: Builtin, sequences: Sequences, articles: np.ndarray) -> np.ndarray:
    """(n, 2) sentences of near articles that are each other's best match and no copies."""
    rows, bounds = leading(sequences, LEADING, 1)
    vectors = static_vectors(encoder, sequences, rows)
    found = []
    for left, right in articles:
        own, other = np.arange(*bounds[left : left + 2]), np.arange(*bounds[right : right + 2])
        if not len(own) or not len(other):
            continue
        similar = vectors[own].astype(np.float32) @ vectors[other].astype(np.float32).T
        best = similar.argmax(1)
        mutual = similar.argmax(0)[best] == np.arange(len(own))
        value = similar[np.arange(len(own)), best]
        kept = mutual & (value > ACROSS[0]) & (value < ACROSS[1])
        found.append(np.stack([rows[own[kept]], rows[other[best[kept]]]], 1))
    return np.concatenate(found) if found else np.zeros((0, 2), np.int64)


def across_pairs(name: str, encoder: Builtin, sequences: Sequences, folder: Path) -> np.ndarray:
    """Pairs across the articles of one news source, made on the first run."""
    path = folder / f"across.{name}.npy"
    if not path.is_file():
        np.save(path, across(encoder, sequences, article_pairs(encoder, sequences)))
    return np.asarray(np.load(path))
