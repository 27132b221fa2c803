"""Judgement: from a link to ``agree``, ``conflict``, ``update`` or ``unclear``, with typed and located differences.

    sides.py         what a check is given: two sides, their words, and what the whole event says
    number.py ...    one file per check: anything with a function ``check(pair)`` that yields ``Evidence``
    likeness.py      how much two articles have in common as wholes
    surroundings.py  how alike the surroundings of two places are; slots.py aligns the sentences word by word
    weighing.py      how likely a clash is a real one (weights in ``compare/data/judge.json``)
    timing.py        which clashes time alone explains
    verdict.py       evidence -> relation and differences; nli.py adds a cross-encoder's word
    doubt.py         second thoughts over all links of two articles

A new check is one new file here and, once ``training/judge`` has run, its weights.
"""

from compare.judge.doubt import doubted, without_borne_out
from compare.judge.sides import EventContext, Side
from compare.judge.verdict import event_context, judge

__all__ = ["EventContext", "Side", "doubted", "event_context", "judge", "without_borne_out"]
