"""What a check yields: one typed, located clash that argues for a relation, with the features that weigh it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from compare.types import Kind, Relation, Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Two spans that may clash. ``relation`` is what they argue for if they speak of the same thing.

    ``note`` is a key of ``notes.toml``, ``words`` its parameters; ``features`` are weighed by the learned model.
    """

    kind: Kind
    left: Span
    right: Span
    relation: Relation
    note: str
    words: Mapping[str, str] = field(default_factory=dict)
    features: Mapping[str, float] = field(default_factory=dict)
