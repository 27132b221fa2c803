"""Passages told in the same words: whoever repeats a text word for word is no second witness of what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import combinations

WORD = re.compile(r"\w+")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
FEWEST, SHARE = 12, 0.6  # words in one run, and their share of the shorter passage


def told_alike(passages: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Groups of labels, in their order, whose passages share one long run of words outside quotations.

    A quotation has to be the same in all papers; a sentence around it has not.
    """
    words = {label: _words(text) for label, text in passages.items()}
    groups: list[list[str]] = []
    for left, right in combinations(words, 2):
        if _alike(words[left], words[right]):
            touched = [one for one in groups if left in one or right in one]
            merged = {left, right}.union(*touched)
            groups = [one for one in groups if one not in touched] + [[label for label in words if label in merged]]
    return tuple(map(tuple, groups))


def _words(text: str) -> list[str]:
    return [match[0].casefold() for match in WORD.finditer(QUOTED.sub(" . ", text))]


def _alike(left: list[str], right: list[str]) -> bool:
    shorter = min(len(left), len(right))
    if shorter < FEWEST:
        return False
    run = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    return run.size >= max(FEWEST, SHARE * shorter)
