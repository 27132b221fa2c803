"""Kinds of figures that have a form of their own: ordinals, scores, fractions, shares, ages named before the number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from compare.claims._identifiers import counts_something
from compare.claims._nouns import noun_after
from compare.claims._numbers import read_number
from compare.claims._units import Table, alternatives, table
from compare.lexicon import lexicon

Kind = Literal["count", "measure", "money", "percent", "age", "birth-year", "ordinal", "score", "identifier"]
_FRACTION = re.compile(r"(\d{1,4})\s?/\s?(\d{1,4})(?![\w/])")
_OUT_OF = re.compile(
    r"(\d{1,3}(?:\.\d{3})*)\s(?:trong|(?:trong|trên)\s(?:tổng\s)?số)\s(\d{1,3}(?:\.\d{3})*)(?![\w.,/%]?\d|%)"
)
_MINUTE = re.compile(r"(\d{1,3})(?:\+\d{1,2})?['’′](?![\w'’′])")
_BEFORE_MINUTE = re.compile(r"(?:\((?:[^()]*,)?\s?|(?<!\w)[^\W\d_a-z]\w*\s)$")
_LONGEST_MATCH = 130
_GLUED = re.compile(r"(\d{1,3})(m|kg)(\d\d?)(?!\w|[.,]\d)(?<!m2)(?<!m3)")
_ORDERED = ("lần", "năm", "ngày", "tháng", "người", "vị", "hạng", "phút", "tuần")
_AGE = re.compile(r"\(\d{1,2},\s(?:ngụ|trú|tạm trú|thường trú|quê|ở|nghề)(?!\w)")  # "Trần Văn A (41, ngụ quận 2)"
_RANGE_ON = re.compile(r"\s?[-–]\s?\d")
_SCORE = re.compile(r"(\d{1,2})\s?[-–]\s?(\d{1,2})(?![\w/%-]|[.,]\d|\s?[-–]\s?\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with offsets local to its sentence; see ``compare.types.Quantity``."""

    start: int
    end: int
    value: float | None
    low: float
    high: float
    unit: str = ""
    noun: str = ""
    hedge: str = ""
    kind: Kind = "count"


def special(low: str, text: str, match: re.Match[str], language: str) -> Figure | None:
    """The figure at a match of ``scanner`` when it is of such a kind, else None."""
    start, end = match.span()
    if match["ordinal"]:
        return _ordinal(low, text, start, end, language)
    own = table(language)
    if match["part"]:
        share = own.parts[match["part"]] * 100
        return Figure(start, end, share, share, share, "%", noun_after(low, text, end, own), "", "percent")
    if match["times"]:
        times = own.times[match["times"]]
        return Figure(start, end, times, times, times, "", "lần")
    if not match["number"]:
        return None
    if _AGE.match(low, max(0, start - 1)):
        value = float(match["number"])
        return Figure(start, end, value, value, value, "year", "", "", "age")
    return (
        _glued(low, start)
        or _minute(text, start, language)
        or _out_of(low, text, start, language)
        or _fraction(low, text, start, language)
        or _score(low, start, language)
        or _after_label(low, text, match, language)
    )


def _glued(low: str, start: int) -> Figure | None:
    """A height or weight as spoken: "1m75" is 1.75 m, "3kg2" 3.2 kg."""
    match = _GLUED.match(low, start)
    if match is None:
        return None
    value = float(f"{match[1]}.{match[3]}")
    return Figure(start, match.end(), value, value, value, match[2], "", "", "measure")


def _minute(text: str, start: int, language: str) -> Figure | None:
    """A minute of play, in brackets or after a name: "(72')", "Văn Nam 45+2'"; added time is left out.

    After an odd number of the same marks it is a closing quotation mark.
    """
    match = _MINUTE.match(text, start)
    if match is None or int(match[1]) > _LONGEST_MATCH:
        return None
    before = _BEFORE_MINUTE.search(text, 0, start)
    named = before is not None and before[0][0] != "("
    if before is None or (named and (not before[0][0].isupper() or text.count("'", 0, start) % 2)):
        return None
    value = float(match[1])
    return Figure(start, match.end(), value, value, value, "", "phút" if language == "vi" else "minute", "", "ordinal")


def _out_of(low: str, text: str, start: int, language: str) -> Figure | None:
    """So many of so many in words: "8 trong số 10 người" and "8 trong 10 người" count eight people."""
    match = _OUT_OF.match(low, start)
    part, whole = (read_number(match[1], language), read_number(match[2], language)) if match else (None, None)
    if match is None or part is None or whole is None or part >= whole:
        return None
    return Figure(start, match.end(), part, part, part, "", noun_after(low, text, match.end(), table(language)))


def _ordinal(low: str, text: str, start: int, end: int, language: str) -> Figure:
    words = low[start:end]
    rules = lexicon(language, "quantities")["ordinal"]
    number = re.search(r"\d+(?:\.\d{3})*", words)
    value = float(number[0].replace(".", "")) if number else rules["words"].get(words)
    if value is None:
        value = read_number(words.split(" ", 1)[-1], language) or 0.0
    own = table(language)
    noun = _ordered(text[:start], own) if own.language == "vi" else noun_after(low, text, end, own)
    return Figure(start, end, value, value, value, "", noun, "", "ordinal")


def _ordered(before: str, own: Table) -> str:
    """The one or two words before an ordinal: what it orders ("lần", "tân binh")."""
    match = re.search(r"(?:([^\W\d_]+)\s)?([^\W\d_]+)\s$", before)
    if match is None:
        return ""
    first, second = match[1] and match[1].lower(), match[2].lower()
    if match[2] != second:
        return ""
    if f"{first} {second}" in own.compounds:
        return f"{first} {second}"
    if second in own.stop and second not in _ORDERED:
        return ""
    alone = first is None or match[1] != first or first in own.stop or second in _ORDERED
    return second if alone else f"{first} {second}"


def _fraction(low: str, text: str, start: int, language: str) -> Figure | None:
    """A share ("2/3 số phiếu"), a part of a vessel ("1/2 xô") or so many out of so many ("7/10 trận")."""
    match = _FRACTION.match(low, start)
    if match is None or not int(match[2]):
        return None
    own = table(language)
    part, whole = float(match[1]), float(match[2])
    noun = noun_after(low, text, match.end(), own)
    if part < whole <= 5:
        if noun.split(" ")[0] in own.containers:
            return Figure(start, match.end(), part / whole, part / whole, part / whole, "", noun)
        share = part / whole * 100
        return Figure(start, match.end(), share, share, share, "%", noun, "", "percent")
    return Figure(start, match.end(), part, part, part, "", noun)


def _score(low: str, start: int, language: str) -> Figure | None:
    """ "3-1" in a sentence about a match; its noun is the score without blanks, its range the smaller to the larger."""
    match = _SCORE.match(low, start)
    if match is None or counts_something(low, match.end(), language):
        return None
    one, other = float(match[1]), float(match[2])
    if one < other and not _cues(language).search(low):
        return None
    noun = f"{int(one)}-{int(other)}"
    return Figure(start, match.end(), None, min(one, other), max(one, other), "", noun, "", "score")


@cache
def _cues(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(lexicon(language, 'quantities')['score']['cues'])})(?!\w)")


@cache
def _labels(language: str) -> re.Pattern[str]:
    entries = lexicon(language, "quantities")
    ages, labels = alternatives(entries["age"]["before"]), alternatives(entries["ordinal"]["labels"])
    return re.compile(rf"(?<!\w)(?:(?P<age>{ages})|(?P<label>{labels}))\s$")


def _after_label(low: str, text: str, match: re.Match[str], language: str) -> Figure | None:
    """ "tuổi 24" as an age, "vòng 4" and "phút 85" as ordinals."""
    start, end = match.span()
    label = _labels(language).search(low, max(0, start - 20), start)
    value = read_number(match[0], language) if match[0].isdigit() and len(match[0]) <= 3 else None
    if label is None or value is None or counts_something(low, end, language) or _RANGE_ON.match(low, end):
        return None
    if label["age"]:
        return Figure(start, end, value, value, value, "year", "", "", "age")
    return Figure(start, end, value, value, value, "", label["label"], "", "ordinal")
