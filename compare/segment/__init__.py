"""Sentence segmentation: ``Article -> Article`` with sentences, and plain boundaries of any text.

A boundary is decided at every sentence mark by looking at the word before it and the word after it; the words
live in ``lexicon/*/segment.toml``. Sentences inside a quotation are sentences of their own, as annotators of
Vietnamese news cut them.
"""

from __future__ import annotations

from compare.segment.article import segment
from compare.segment.sentences import boundaries

__all__ = ["boundaries", "segment"]
