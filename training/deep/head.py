"""The pair head: how likely two sentences tell of one thing, and how likely they clash, read side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from compare.encode.deep import FOLDER, Network, Vectors, has_words, open_network
from training.deep.matching import directions, match_types

if TYPE_CHECKING:
    from tokenizers import Encoding

COLUMNS = ("link", "conflict")
MOST_TOKENS = 192


@dataclass(frozen=True, slots=True)
class PairHead:
    """A transformer that reads two sentences at once, with two independent outputs."""

    network: Network

    @property
    def name(self) -> str:
        """`pair-` and the fingerprint of the weights."""
        return self.network.name

    def score(self, lefts: Sequence[str], rights: Sequence[str]) -> Vectors:
        """Probabilities (n, 2) float32, `COLUMNS`, that do not depend on which text is left and which right.

        The sigmoid of the mean of both orders' logits, as in training. A pair is cut to 192 tokens, the longer text
        first; one with a text without a known token scores zeros. Raises ValueError where the texts are not as many
        on both sides.
        """
        if len(lefts) != len(rights):
            raise ValueError(f"{len(lefts)} texts on the left, {len(rights)} on the right")
        alone = [self.network.tokenizer.encode_batch(list(side)) for side in (lefts, rights)]
        known = [row for row, both in enumerate(zip(*alone, strict=True)) if all(map(has_words, both))]
        forward = [(lefts[row], rights[row]) for row in known]
        backward = [(right, left) for left, right in forward]
        logits = self.network.rows(self.network.tokenizer.encode_batch([*forward, *backward]))
        mean = (logits[: len(known)].astype(np.float64) + logits[len(known) :]) / 2
        scores = np.zeros((len(lefts), len(COLUMNS)), np.float32)
        scores[known] = 1 / (1 + np.exp(-mean))
        return scores


def types(encoding: Encoding) -> Sequence[int]:
    """The types of one pair's tokens: their side, and whether the other sentence has the word or one near it."""
    found = match_types(np.array([encoding.ids]), np.array([encoding.type_ids]), directions())[0]
    return [int(one) for one in found]


@cache
def load_pair(folder: Path = FOLDER) -> PairHead:
    """Open the pair head of a model folder, once in a process. Raises EncoderError where it cannot be."""
    return PairHead(open_network(folder, "pair.onnx", MOST_TOKENS, types))
