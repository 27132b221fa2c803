"""Claims and vectors to link probabilities: every pair of sentences of different articles gets one.

Signals of several kinds (``signals.py``) are weighed by a forest of small trees (``forest.py``). They include how a
pair stands against its rivals and neighbours, so that a link must hold its own against the rest of both articles.
A second round then asks what the other articles of the event know (``between.py``).
"""

from compare.align.scorer import Scored, Scorer, load_scorer, score
from compare.align.signals import read_in_context

__all__ = ["Scored", "Scorer", "load_scorer", "read_in_context", "score"]
