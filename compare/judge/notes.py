"""The sentences that give a difference's reason, in the language of the report."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from compare.judge.evidence import Evidence
from compare.judge.sides import Pair
from compare.types import Relation

LONGEST = 60


def note_for(evidence: Evidence, pair: Pair, relation: Relation, language: str) -> str:
    """One plain sentence that says why the two spans differ; languages without a catalogue get English."""
    catalogue = _catalogue()
    own = catalogue.get(language, catalogue["en"])
    sentence = own.get(f"{evidence.note}_{relation}", own[evidence.note])
    words = {name: f"“{_short(value)}”" for name, value in evidence.words.items()}
    return sentence.format(a=_source(pair, 0), b=_source(pair, 1), **words)


def doubt_note(left: str, right: str, language: str) -> str:
    """What is said of clashing words whose articles may tell of two happenings."""
    catalogue = _catalogue()
    sentence = catalogue.get(language, catalogue["en"])["doubted"]
    return sentence.format(left=f"“{_short(left)}”", right=f"“{_short(right)}”")


def _source(pair: Pair, side: int) -> str:
    article = pair.sides[side].article
    return article.source or article.publisher or article.id


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST else one_line[: LONGEST - 1].rstrip() + "…"


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("compare.judge").joinpath("notes.toml").read_text(encoding="utf-8"))
