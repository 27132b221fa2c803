"""The word lists of ``lexicon/*/segment.toml`` as sets, one record per language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from compare.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """Abbreviations by what they do (without their last full stop), words that open sentences, and others.

    ``saying`` are verbs that tie a speaker to the quotation before ("Why?" Mr. Smith asked); ``months`` are
    names of months in languages that write the day with a full stop (24. Januar).
    """

    before_name: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    saying: frozenset[str]
    months: frozenset[str]


@cache
def words(language: str) -> Words:
    """The lists of a language joined to the English ones, since names and titles travel between texts."""
    tables = [lexicon(language, "segment"), lexicon("en", "segment")]
    return Words(
        before_name=_spellings([one for table in tables for one in table["before_name"]]),
        before_number=frozenset(one for table in tables for one in table["before_number"]),
        may_end=frozenset(one for table in tables for one in table["may_end"]),
        starters=frozenset(one for table in tables for one in table["starters"].split()),
        saying=frozenset(lexicon("en", "segment")["saying"].split()),
        months=frozenset(lexicon("en", "segment")["months"].split()),
    )


def _spellings(entries: list[str]) -> frozenset[str]:
    """The entries as they stand and in capitals ("MR", "THS")."""
    return frozenset(entries) | frozenset(one.upper() for one in entries)
