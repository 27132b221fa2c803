"""What a third article knows of two sentences: where one of its own goes with both, they likelier go together.

Each probability of the first round is moved by a small forest over signals that read the event as a whole: how strong
the best path through a third article is, and whether both sentences have partners there that are not the same. No
signal depends on which article comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from compare.align.forest import Forest
from compare.align.matrices import Matrix

Links = Mapping[tuple[int, int], Matrix]

# Below FLOOR nothing is moved; below FAINT a sentence of a third article is no go-between.
FLOOR = 0.003
FAINT = 0.02
LEAST = 1e-5


def log_odds(probability: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Logarithm of the odds, of probabilities kept a little away from 0 and 1."""
    kept = np.clip(probability, LEAST, 1 - LEAST)
    return np.asarray(np.log(kept / (1 - kept)))


def moved(links: Links, forest: Forest) -> dict[tuple[int, int], Matrix]:
    """Second-round probabilities of all pairs of articles; those of an event of two articles stay as they are.

    ``links`` holds the first-round probabilities (n, m) of articles number ``left`` and ``right``, left before right.
    """
    found = dict(links)
    for place, signals in between_signals(links):
        first = links[place]
        chosen = first >= FLOOR
        rows = np.stack([signals[name][chosen] for name in forest.signals], axis=-1)
        odds = log_odds(first[chosen]) + forest.raw(rows)
        found[place] = first.copy()
        found[place][chosen] = 1.0 / (1.0 + np.exp(-(forest.slope * odds + forest.offset)))
    return found


def between_signals(links: Links) -> Iterator[tuple[tuple[int, int], dict[str, Matrix]]]:
    """Signals (n, m) by name for every pair of articles that a third article can tell something of."""
    both_ways = dict(links) | {(right, left): matrix.T for (left, right), matrix in links.items()}
    articles = sorted({one for pair in links for one in pair})
    for left, right in links:
        others = [one for one in articles if one not in (left, right) and both_ways[left, one].size]
        if others and links[left, right].size:
            through = [_through(both_ways[left, one], both_ways[one, right]) for one in others]
            yield (left, right), _joined(links[left, right], through)


def _through(to: Matrix, on: Matrix) -> dict[str, Matrix]:
    """What one third article of k sentences says: ``to`` (n, k) and ``on`` (k, m) are the links on both sides of it."""
    shape = (len(to), on.shape[1])
    left_best, right_best = to.max(axis=1), on.max(axis=0)
    likely = np.flatnonzero((to.max(axis=0) >= FAINT) & (on.max(axis=1) >= FAINT))
    path, weakest, none = np.zeros(shape), np.zeros(shape), np.ones(shape)
    for place in likely:
        both = to[:, place, None] * on[None, place, :]
        path = np.maximum(path, both)
        weakest = np.maximum(weakest, np.minimum(to[:, place, None], on[None, place, :]))
        none *= 1.0 - both
    return {
        "path": path,
        "weakest": weakest,
        "any": 1.0 - none,
        "left_best": np.broadcast_to(left_best[:, None], shape),
        "right_best": np.broadcast_to(right_best[None, :], shape),
        "left_partner": left_best[:, None] * on[to.argmax(axis=1)],
        "right_partner": right_best[None, :] * to[:, on.argmax(axis=0)],
    }


def _joined(first: Matrix, through: list[dict[str, Matrix]]) -> dict[str, Matrix]:
    """The signals over all third articles: the best of each, and sums where several paths count for more."""

    def best(name: str) -> Matrix:
        """The strongest that any third article has of one signal."""
        return np.asarray(np.maximum.reduce([one[name] for one in through]))

    apart = [np.minimum(one["left_best"], one["right_best"]) - one["weakest"] for one in through]
    left_best, right_best = best("left_best"), best("right_best")
    left_partner, right_partner = best("left_partner"), best("right_partner")
    return {
        "first": log_odds(first),
        "path": np.sqrt(best("path")),
        "paths": np.asarray(sum(one["path"] for one in through)),
        "weakest": best("weakest"),
        "apart": np.asarray(np.maximum.reduce(apart)),
        "any": np.asarray(sum(one["any"] for one in through)),
        "best_low": np.minimum(left_best, right_best),
        "best_high": np.maximum(left_best, right_best),
        "partner_low": np.minimum(left_partner, right_partner),
        "partner_high": np.maximum(left_partner, right_partner),
        "articles": np.full(first.shape, float(len(through) + 2)),
    }
