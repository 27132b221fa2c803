"""A cross-encoder for natural language inference, given by ``--nli MODEL``: one more piece of evidence.

Any sequence classifier of three classes that names them in its config will do (sentence-transformers cross-encoders
are such). The order of the labels differs from model to model, so it is read from ``id2label`` and never assumed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from compare.errors import JudgeError

CLASSES = ("entailment", "neutral", "contradiction")
LONGEST = 256


@dataclass(frozen=True, slots=True)
class Inference:
    """Probabilities that two texts entail, do not touch, or contradict each other, averaged over both directions."""

    entailment: float
    neutral: float
    contradiction: float


@dataclass(frozen=True, slots=True)
class NliJudge:
    """A loaded classifier; ``columns`` are the outputs that stand for entailment, neutral and contradiction."""

    name: str
    tokenizer: Any
    model: Any
    columns: tuple[int, int, int]

    def infer(self, left: str, right: str) -> Inference:
        """Read the two texts as premise and hypothesis, both ways round."""
        forward, backward = self._probabilities([(left, right), (right, left)])
        return Inference(*(0.5 * (one + other) for one, other in zip(forward, backward, strict=True)))

    def _probabilities(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, ...]]:
        import torch

        batch = self.tokenizer(
            [one for one, _ in pairs],
            [other for _, other in pairs],
            padding=True,
            truncation=True,
            max_length=LONGEST,
            return_tensors="pt",
        )
        with torch.no_grad():
            rows = torch.softmax(self.model(**batch).logits.float(), dim=-1).tolist()
        return [tuple(row[column] for column in self.columns) for row in rows]


@lru_cache(maxsize=1)  # one model for all events of a run
def load_nli(name: str, *, offline: bool = True) -> NliJudge:
    """Load a model by folder or hub name; offline, only what is already on this machine is used.

    Raises :class:`JudgeError` when it is not there or its labels do not say which class is which.
    """
    from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer

    try:
        config = AutoConfig.from_pretrained(name, local_files_only=offline)
        columns = label_columns(config.id2label, name)
        tokenizer = AutoTokenizer.from_pretrained(name, local_files_only=offline)
        model = AutoModelForSequenceClassification.from_pretrained(name, local_files_only=offline)
    except (OSError, ValueError, ImportError) as error:
        where = "on this machine" if offline else "here or on the model hub"
        raise JudgeError(f"judge model {name!r} cannot be loaded {where}: {_first_line(error)}") from error
    return NliJudge(name, tokenizer, model.eval(), columns)


def label_columns(labels: Mapping[Any, str], name: str) -> tuple[int, int, int]:
    """Outputs for entailment, neutral and contradiction, by the model's own label names in any order and case."""
    known: dict[str, int] = {}
    for number, label in labels.items():
        for wanted in CLASSES:
            if str(label).strip().lower().replace("_", " ").startswith(wanted[:6]):
                known[wanted] = int(number)
    if len(known) != len(CLASSES) or len(labels) != len(CLASSES):
        raise JudgeError(
            f"judge model {name!r}: its labels {list(labels.values())} do not name "
            "entailment, neutral and contradiction"
        )
    return known["entailment"], known["neutral"], known["contradiction"]


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
