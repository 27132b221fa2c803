"""Numerals and number words of Vietnamese and English, read as floats.

"2.500" is 2500 in Vietnamese and 2.5 in English; "hai nghìn năm trăm" and "4 triệu rưỡi" are read as they are spoken.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from compare.lexicon import lexicon

_STRAY = r"\.\s\d{3}(?![.,/]?\d)"  # a blank strayed into the last group: "1.955. 500"
NUMERAL = rf"\d+(?:[.,]\d+)*(?:(?<=\d\.\d{{3}}){_STRAY})?"
_DIGIT = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_LAST = "một|mốt|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín"  # "năm" after a ten means years: fifteen is "mười lăm"


SIZES = ("hundred", "scale")


@dataclass(frozen=True, slots=True)
class Numbers:
    """How one language writes numbers.

    ``words`` maps a number word to its role and value; ``spoken`` and ``scale`` are the regular expressions of a
    group below a thousand and of a scale word; ``letters`` stand for a scale where ``number`` says so ("$5m").
    """

    grammar: str
    decimal: str
    words: dict[str, tuple[str, float]]
    scale: str
    spoken: str
    number: str
    letters: frozenset[str] = frozenset()


@cache
def numbers(language: str) -> Numbers:
    """The number grammar of a language; other languages than Vietnamese get the English one."""
    table = lexicon(language, "quantities")
    words: dict[str, tuple[str, float]] = {}
    for role, entries in table["words"].items():
        words.update({word: (role, float(value)) for word, value in entries.items()})
    scales = sorted((word for word, (role, _) in words.items() if role == "scale"), key=len, reverse=True)
    scale = rf"(?:{'|'.join(scales)})(?!\w|\s(?:{'|'.join(table['not_scale_before'])})\b)"
    if table["grammar"] == "vi":
        return Numbers("vi", ",", words, scale, *_vietnamese(scale))
    spoken, number = _english(words, scale, table["letters"])
    letters = {word: ("scale", float(value)) for word, value in table["letters"]["words"].items()}
    return Numbers("en", ".", words | letters, scale, spoken, number, frozenset(letters))


def _vietnamese(scale: str) -> tuple[str, str]:
    """Regular expressions of a spoken group and of a whole number."""
    tens = rf"(?:mười(?:\s(?:{_LAST})\b)?|(?:{_DIGIT})\smươi(?:\s(?:{_LAST})\b)?|(?:{_DIGIT})\s(?:mốt|tư|lăm|nhăm)\b)"
    hundreds = rf"(?:(?:{_DIGIT}|không)\străm(?:\s(?:(?:linh|lẻ)\s(?:{_LAST}|năm)\b|{tens}))?)"
    rest = rf"(?:{hundreds}|{tens}|(?:linh|lẻ)\s(?:{_LAST}|năm)\b)"
    spoken = rf"(?:{hundreds}|{tens}|(?:{_DIGIT})\b)"
    atom = rf"(?:{NUMERAL}|{spoken})"
    scaled = rf"(?:\s?{scale})+(?:\s{atom}(?:\s{scale})+)*(?:\s{rest})?(?:\srưỡi\b)?"
    return spoken, rf"(?:{atom}(?:{scaled})?)"


def _english(words: dict[str, tuple[str, float]], scale: str, letters: dict[str, Any]) -> tuple[str, str]:
    """Regular expressions of a spoken number and of a whole number.

    "and" goes on after hundreds and scales alone ("three and six million" are two); a letter for a scale stands behind
    figures of money ("$3.2b") or before what is counted ("3m passengers"): "3m" alone is a length.
    """
    plain = "|".join(
        sorted((word for word, (role, _) in words.items() if role not in ("link", "half")), key=len, reverse=True)
    )
    goes_on = "|".join(rf"(?<={word})" for word, (role, _) in words.items() if role in SIZES)
    again = rf"(?!\sand\s(?:{plain})[\s-](?:{'|'.join(w for w, (role, _) in words.items() if role in SIZES)})\b)"
    link = rf"(?:(?:{goes_on}){again}\sand)?"  # "two hundred and three hundred" are two
    spoken = rf"(?:(?:an?\s(?={scale}|hundred|dozen))?(?:{plain})\b(?:{link}[\s-](?:{plain})\b)*)"
    letter, signs = "|".join(letters["words"]), "".join(map(re.escape, letters["signs"]))
    low_end = "|".join(rf"(?<=[{signs}]{digits}[-–])" for digits in (r"\d", r"\d\d", r"\d\d\d", r"\d\.\d"))
    money = rf"(?:(?<=[{signs}])|{low_end}){NUMERAL}\s?(?:{letter})(?!\w)"
    counted = rf"{NUMERAL}(?:{letter})(?=\s(?:{'|'.join(letters['counted'])})\b)"
    half = rf"(?:\sand\sa\shalf(?:\s{scale})?(?!\w))?"
    return spoken, rf"(?:{money}|{counted}|(?:{NUMERAL}(?:[\s-]?{scale})*|{spoken}){half})"


def read_numeral(text: str, language: str, fraction: bool = False) -> float | None:
    """The value of a written numeral, or None for what is none ("1.2.3", "12.34.567").

    A single group of three digits after the separator that usually means decimals ("113,888" in Vietnamese) is read
    as thousands, unless ``fraction`` says that the place wants a decimal ("2,125 triệu").
    """
    decimal = numbers(language).decimal
    group = "." if decimal == "," else ","
    if text.isdigit():
        return float(text)
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:\{group}\d{{3}})+(?:\{decimal}\d+)?", text):
        return float(text.replace(group, "").replace(decimal, "."))
    swapped = re.fullmatch(rf"[1-9]\d{{0,2}}((?:\{decimal}\d{{3}})+)(\{group}\d+)?", text)
    if swapped and (swapped[2] or len(swapped[1]) > 4 or not fraction):
        return float(text.replace(decimal, "").replace(group, "."))
    if re.fullmatch(r"\d+[.,]\d+", text):
        return float(text.replace(",", "."))
    return None


def read_number(text: str, language: str, fraction: bool = False) -> float | None:
    """The value of lower-case ``text`` in figures, words or both; None when it is no number.

    Raises nothing. Example: ``read_number("hai nghìn năm trăm", "vi")`` is 2500.
    """
    grammar = numbers(language)
    chunks: list[tuple[float, float]] = []  # (scale, value), such as (1e6, 4e6) for "4 triệu"
    group = last = 0.0
    role = ""
    for word in re.split(r"[\s-]+", _spaced(text.strip())):
        previous = role
        if word[:1].isdigit():
            numeral = read_numeral(word, language, fraction or _has_scale(text, grammar))
            if numeral is None:
                return None
            group, last, role = group + numeral, numeral, "numeral"
            continue
        if word not in grammar.words:
            return None
        role, value = grammar.words[word]
        group, last, chunks = _take(role, value, previous, group, last, chunks)
    total = sum(value for _, value in chunks) + group
    return round(total, 6) if math.isfinite(total) else None  # a numeral of 309 digits is no quantity


def _spaced(text: str) -> str:
    """Figures set apart from a word glued to them ("3bn", "50triệu"), without a blank inside a number."""
    return re.sub(r"(?<=\d)(?=[^\W\d_])", " ", re.sub(r"(?<=\d\.)\s(?=\d{3}(?!\d))", "", text))


def _has_scale(text: str, grammar: Numbers) -> bool:
    return re.search(grammar.scale, text) is not None


def _take(
    role: str, value: float, previous: str, group: float, last: float, chunks: list[tuple[float, float]]
) -> tuple[float, float, list[tuple[float, float]]]:
    """One more number word: the group below the next scale, the last digit and the finished chunks."""
    if role == "digit" and previous == "digit":  # "hai mốt" is 21
        return group - last + last * 10 + value, value, chunks
    if role in ("digit", "add"):
        return group + value, value, chunks
    if role == "tens":
        return group + last * 9, last * 10, chunks
    if role == "hundred":
        counted = previous in ("digit", "add", "numeral")  # "không trăm linh hai" has no hundreds
        return (group if counted else 1.0) * 100, 0.0, chunks
    if role == "half":
        size = chunks[-1][0] if chunks else 1.0
        return group + size / 2, 0.0, chunks
    if role == "scale":
        smaller = sum(amount for size, amount in chunks if size < value)
        whole = group + smaller if group or smaller else 1.0
        kept = [(size, amount) for size, amount in chunks if size >= value]
        return 0.0, 0.0, [*kept, (value, whole * value)]
    return group, last, chunks  # a linking word: "linh", "lẻ", "and"
