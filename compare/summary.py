"""What a finding says on the whole: its verdict and one line, from its links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.types import Link, Verdict

# Gravest first: a finding has the verdict of its gravest link.
PRECEDENCE: tuple[Verdict, ...] = ("conflict", "update", "unclear", "agree")

# From this probability of a link on two passages are taken to tell of one matter; an agreement below it is "less sure".
SURE = 0.6


def summary_of(verdict: Verdict, links: Sequence[Link], texts: Mapping[str, str]) -> str:
    """What a finding says in one line: the first reason of its likeliest link of that verdict, else that link's shorter
    sentence; ``texts`` are the sentences by id.
    """
    of_verdict = (one for one in links if one.relation == verdict)
    deciding = max(of_verdict, key=lambda one: (one.probability, sorted((texts[one.left], texts[one.right]))))
    shorter = min((texts[end] for end in (deciding.left, deciding.right)), key=lambda one: (len(one), one))
    return deciding.differences[0].note if deciding.differences else shorter
