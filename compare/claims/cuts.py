"""Every place where a sentence might be cut into claims, with the sign that stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from compare.claims.words import Words, match_at, phrases, word_set
from compare.lexicon import lexicon

Strength = Literal["start", "hard", "colon", "joint", "comma"]

_FULL_STOP = re.compile(r"[.!?…]+[\"”’»)]*\s+[\"“‘«(]*$|[.!?…]+[\"”»]+\s*$|[\"“”«»]\s*[.]\s")
_SUBJECT = 5


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of the words of a sentence, by word number.

    No cut falls before a ``blocked`` word (inside a name, a figure, a date, a few quoted words); a ``covered`` one
    (of a name, figure or date) is no verb; ``cue_ends`` come right after a verb of saying; at ``people`` a person's
    title or name begins.
    """

    blocked: frozenset[int] = frozenset()
    covered: frozenset[int] = frozenset()
    cue_ends: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words ``first`` to ``after - 1``; ``drop`` connectives at its head, ``strength`` of the sign before it."""

    first: int
    after: int
    drop: int
    strength: Strength


def find_pieces(words: Words, language: str, marks: Marks) -> list[Piece]:
    """The sentence at every place where it might be cut."""
    short = len(words) <= lexicon(language, "clauses")["keep_words"]
    cuts: list[tuple[int, int, Strength]] = [(0, _drop_first(words, language), "start")]
    depth = 0
    triggers = _triggers(language)
    for index in range(1, len(words)):
        gap = words.gaps[index]
        if gap == " " and words.lower[index] not in triggers:
            continue
        depth = max(0, depth + gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]"))
        if depth or index in marks.blocked or _between_names(words, index, language, marks):
            continue
        cut = _cut(words, index, language)
        if cut is not None and (cut[2] == "hard" or not short):
            cuts.append(cut)
    ends = [*(cut[0] for cut in cuts[1:]), len(words)]
    return [Piece(cut[0], end, cut[1], cut[2]) for cut, end in zip(cuts, ends, strict=True)]


@cache
def _triggers(language: str) -> frozenset[str]:
    """Words before which a sentence may be cut though no sign stands there."""
    return frozenset(
        word for key in ("joining", "coordinating", "opening") for word in phrases(language, "clauses", key)
    )


def _between_names(words: Words, index: int, language: str, marks: Marks) -> bool:
    """Whether "và" joins two names rather than two clauses."""
    if words.lower[index] not in word_set(language, "clauses", "coordinating"):
        return False
    return index - 1 in marks.covered and index + 1 in marks.covered and "," not in words.gaps[index]


def _drop_first(words: Words, language: str) -> int:
    """A connective at the head of the sentence joins it to the one before and says nothing itself."""
    size = match_at(words, 0, phrases(language, "clauses", "joining"))
    if len(words) - size < 2:
        return 0
    return size if "," in words.gaps[size] or words.lower[0] in word_set(language, "clauses", "always_joining") else 0


def _cut(words: Words, index: int, language: str) -> tuple[int, int, Strength] | None:
    gap = words.gaps[index]
    sign = gap.strip()
    if ";" in sign or _ends_sentence(words, index, language):
        return index, _joining(words, index, language, after_comma=True), "hard"
    if ":" in sign:
        return index, 0, "colon"
    dash = sign in ("-", "–", "—") and not (words.text[index - 1][0].isupper() and words.text[index][0].isupper())
    comma = "," in sign or dash
    if not comma and match_at(words, index - 1, phrases(language, "clauses", "strong_markers")):
        return None
    drop = _joining(words, index, language, comma)
    if drop:
        return index, drop, "joint"
    if match_at(words, index, phrases(language, "clauses", "opening")):
        return index, 0, "joint"
    if comma:
        opens = match_at(words, index, phrases(language, "clauses", "after_comma"))
        return index, 0, "joint" if opens else "comma"
    return None


def _ends_sentence(words: Words, index: int, language: str) -> bool:
    """Whether a sentence ends before ``index``, and not merely an abbreviation ("Rep.", "TS.")."""
    if not _FULL_STOP.search(words.gaps[index]) or words.text[index][0].islower():
        return False
    before = words.text[index - 1]
    short = before[0].isupper() and (len(before) <= 3 or before.lower() in phrases(language, "names", "titles"))
    return not (short and words.gaps[index] == ". ")


def _joining(words: Words, index: int, language: str, after_comma: bool) -> int:
    """Length of the connective at ``index``; "và" without a comma joins clauses only when a predicate follows
    at once.
    """
    size = match_at(words, index, phrases(language, "clauses", "joining"))
    if not size and after_comma:
        size = match_at(words, index, phrases(language, "clauses", "joining_after_comma"))
    if not size and words.lower[index] in word_set(language, "clauses", "coordinating"):
        size = int(_predicate_near(words, index + 1, language))
    return size


def _predicate_near(words: Words, index: int, language: str) -> bool:
    """Whether a mark of a predicate comes within few words after "và", no comma between: "và các tổ chuyên môn
    cũng sẽ".
    """
    strong = phrases(language, "clauses", "strong_markers")
    for place in range(index, min(index + _SUBJECT, len(words))):
        if place > index and words.gaps[place].strip():
            return False
        if match_at(words, place, strong):
            return True
    return False
