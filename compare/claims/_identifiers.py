"""Figures that count nothing: number plates, document and telephone numbers, roads, models, labels, birth years."""

from __future__ import annotations

import re
from functools import cache

from compare.claims._numbers import numbers
from compare.claims._units import alternatives, table
from compare.lexicon import lexicon
from compare.types import Quantity, Span

PLATE = r"(?<!\w)\d{2}[A-ZĐ]{1,2}\d?\s?[-–—.]?\s?(?:[\dxX*]{3}[.]?[\dxX*]{2}|[\dxX*]{4})(?![\w*])"
_NUMBERED = r"/(?:\d{4}/)?[A-ZĐ]{2,}[\w-]*(?:[-/][A-ZĐ\d]+)*(?:\s[-–]\s[A-ZĐ]{2,5}(?!\w|\s[A-ZĐ]))?"
DOCUMENT = rf"(?<!\w)\d+[a-z]?(?:{_NUMBERED}|[-–][A-ZĐ]{{2,}}/[A-ZĐ]{{2,}})"
TELEPHONE = r"(?<![\w.,/])(?:\+84|0\d|1[89]00)[\d. ]{6,12}\d(?!\w)"
_LETTER = r"[^\W\d_]"
_MODEL_START = rf"(?:{_LETTER}{{1,12}}-\d|{_LETTER}{{1,2}}\.\d|{_LETTER}{{1,7}}\d)"
MODEL = rf"(?<![\w.,/])(?![IVX]+[-.]\d{{4}}){_MODEL_START}(?:[\w-]|[./](?=\w))*"
SUFFIXED = r"(?<![\w.,/])\d+(?:[.,]\d+)*[^\W\d_]\w*(?:-\d+)?"
FORMATION = r"(?<![\w.,/:-])(?:\d(?:-\d){2,4}|\d{1,2}:\d)(?![\w:-])"
_DATES = ("ngày ", "hôm ", "sáng ", "trưa ", "chiều ", "tối ", "đêm ", "từ ", "đến ", "[(]")
_DATED = "".join(f"(?<!{word})" for word in _DATES)
HOURS = rf"{_DATED}(?<![\w/-])24/(?:7|24)(?:h|/7)?(?![\w/-])"
FLIGHT = r"(?!A3\d\d|B7\d\d)[A-Z][A-Z0-9]\s?\d{2,4}(?!\w|[/.,]\d)"  # A321, B787 are types of aircraft
BOAT = r"(?<!\w)[A-Z]{2}[A-Za-z]?\s?[-–]\s?\d{3,5}(?!\w)"
_FIXED = {
    "plate": f"{PLATE}|{BOAT}",
    "document": DOCUMENT,
    "telephone": TELEPHONE,
    "formation": FORMATION,
    "hours": HOURS,
}
_GLUED = {"vi": re.compile(r"(?:m|kg)\d*"), "en": re.compile(r"(?:m|kg|th|st|nd|rd|am|pm|s|mph)\d*")}
_DATE = re.compile(r"\s+\d{1,2}[/.-]\d")
_NETWORK = re.compile(r"(?:[2-6][GK]|[23]D)(?:-\d)?")
_CLOCK = re.compile(r"[hg](?:\d\d)?p?(?:-\d+)?")
_DIGIT = re.compile(r"\d")


_SHAPES = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in _FIXED.items()))
_MODELS = re.compile(f"{MODEL}|{SUFFIXED}")


@cache
def _births(language: str) -> re.Pattern[str]:
    words = alternatives(lexicon(language, "quantities")["age"]["birth"])
    return re.compile(rf"(?<!\w)(?:{words})[\s:]*((?:18|19|20)\d\d)(?!\w)")


@cache
def _flights(language: str) -> re.Pattern[str]:
    cues = alternatives(lexicon(language, "quantities")["flight"]["cues"])
    return re.compile(rf"(?<!\w)(?i:{cues})\s({FLIGHT})")


@cache
def _labelled(language: str) -> re.Pattern[str]:
    labels = lexicon(language, "quantities")["labels"]
    words, prefixes = alternatives(labels["words"]), alternatives(labels["prefixes"])
    figure = r"\d{1,5}(?:\.\d{1,2})?(?:/\d+)*[a-zđ]?(?:-\d+)?"
    end = r"(?![\w%/]|[.,]\d|\s?[-–]\s?\d)"
    start = r"(?<![\w-])(?<!tỷ )(?<!tỉ )(?<!tổng )(?<!trong )(?<!con )"  # "tỷ số 3", "trong số 6"
    return re.compile(rf"{start}(?:(?:{words})(?:\s+số)?|{prefixes})[\s-]{{1,2}}{figure}{end}")


def identifiers(text: str, low: str, language: str) -> list[Quantity]:
    """Identifiers and birth years of a sentence in reading order of their kinds; offsets are local to ``text``."""
    found: list[Quantity] = []
    if not _DIGIT.search(low):
        return found
    for match in _births(language).finditer(low):
        value = float(match[1])
        found.append(Quantity(_span(text, *match.span()), value, value, value, "year", "", "", "birth-year"))
    for match in _flights(language).finditer(text):
        _add(found, _identifier(text, *match.span(1), "flight"))
    for match in _SHAPES.finditer(text):
        _add(found, _identifier(text, *match.span(), match.lastgroup or ""))
    for match in _labelled(language).finditer(low):
        if not counts_something(low, match.end(), language, places=True):
            _add(found, _identifier(text, *match.span(), "label"))
    for match in _MODELS.finditer(text):
        scaled = _scaled(language).match(low, match.start())
        if scaled and scaled.end() >= match.end():
            continue  # "£528m", "3m passengers"
        if _NETWORK.fullmatch(match[0]) or not _is_measure(match[0].lower(), language):
            _add(found, _identifier(text, *match.span(), "model"))
    return found


@cache
def _scaled(language: str) -> re.Pattern[str]:
    return re.compile(numbers(language).number)


def counts_something(low: str, end: int, language: str, places: bool = False) -> bool:
    """Whether a unit, a scale or the head of a counted thing stands right after ``end`` ("nhóm 5 người").

    With ``places``, the head of a place does not count ("xóm 7 xã Phú Phúc").
    """
    own = table(language)
    following = re.compile(r"\s+([^\W\d_]+)").match(low, end)
    if following and following[1] in own.heads:
        return not (places and following[1] in own.places)
    unit = own.unit.match(low, end)
    if unit is not None and _DATE.match(low, unit.end()):  # "số 2379 ngày 19/5"
        return False
    return unit is not None or re.compile(rf"\s?{numbers(language).scale}").match(low, end) is not None


def _is_measure(word: str, language: str) -> bool:
    """Whether a figure with letters glued to it is a measure, a clock time or a scaled number ("9km", "19h30")."""
    own = table(language)
    if not word[0].isdigit():
        return word in own.units  # "43.000 m2"
    letters = word.lstrip("0123456789.,")
    if numbers(language).grammar == "vi":
        letters = re.sub(r"-\d+$", "", letters)  # "100.000đ-150" begins a range
    grammar = numbers(language)
    if (
        letters in own.units
        or _CLOCK.fullmatch(letters)
        or (letters in grammar.words and letters not in grammar.letters)
    ):
        return True
    return own.unit.fullmatch(letters) is not None or _GLUED[numbers(language).grammar].fullmatch(letters) is not None


def _identifier(text: str, start: int, end: int, category: str) -> Quantity:
    span = _span(text, start, end)
    name = re.sub(r"[\s.–—-]+", " " if category == "label" else "", span.text.lower())
    if category == "flight":
        name = name[:2] + name[2:].lstrip("0")
    return Quantity(span, None, 0.0, 0.0, category, name, "", "identifier")


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _add(found: list[Quantity], one: Quantity) -> None:
    if all(one.span.end <= other.span.start or one.span.start >= other.span.end for other in found):
        found.append(one)
