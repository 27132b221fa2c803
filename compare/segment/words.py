"""The word lists of ``lexicon/*/segment.toml`` as sets, one record per language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from compare.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """Abbreviations by what they do (without their last full stop), words that open sentences, and others.

    ``lettered`` are words that a letter completes ("vitamin K"), so that it is no initial; ``saying`` are verbs that
    tie a speaker to the quotation before ("Why?" Mr. Smith asked); ``months`` are names of months in languages that
    write the day with a full stop (24. Januar); ``openers`` are word pairs that open sentences and stand in none;
    ``hours`` ("a.m") end a sentence but before the days, months and zones of ``after_hours``.
    """

    before_name: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    lettered: frozenset[str]
    saying: frozenset[str]
    months: frozenset[str]
    openers: frozenset[str]
    hours: frozenset[str]
    after_hours: frozenset[str]


@cache
def words(language: str) -> Words:
    """The lists of a language, or the English ones for one without; verbs and months are shared by all."""
    table, english = lexicon(language, "segment"), lexicon("en", "segment")
    return Words(
        before_name=frozenset(table["before_name"]) | frozenset(one.upper() for one in table["before_name"]),
        before_number=frozenset(table["before_number"]),
        may_end=frozenset(table["may_end"]),
        starters=frozenset(table["starters"].split()),
        lettered=frozenset(table["lettered"]),
        saying=frozenset(english["saying"].split()),
        months=frozenset(english["months"].split()),
        hours=frozenset(english["hours"]),
        after_hours=frozenset(english["after_hours"].split()),
        openers=frozenset(" ".join(table.get("openers", "").split()).split(", ")),
    )
