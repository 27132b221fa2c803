"""Numbers, ranges and vague amounts of a sentence, with hedge, unit and counted noun; dates are masked beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from compare.claims._identifiers import counts_something
from compare.claims._kinds import Figure, special
from compare.claims._measures import Reading, unit_of
from compare.claims._nouns import head_at, noun_after, noun_before
from compare.claims._numbers import NUMERAL, numbers, read_number
from compare.claims._units import Table, Unit, alternatives, scanner, table, widen
from compare.lexicon import lexicon

SPANS, FEW = ("minute", "day", "year"), 10
_RANGE = re.compile(r"\s?[-–—]\s?|\s(?:đến|tới|to|and|và)\s(?:dưới\s|hơn\s|gần\s|hết\s|khoảng\s)?")
_GAP = re.compile(r"(?:kém|chênh|lệch|cách|hơn kém)(?:\s(?:nhau|đến|tới|anh|cô|chồng|vợ|hơn|gần))*\s$")
_MINUS = re.compile(r"(?:^|[\s(])([-−]|âm\s|minus\s)\Z")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…\"“”'‘(\-–])\s*$")


def figures(low: str, text: str, language: str) -> Iterator[Figure]:
    """Every figure of a sentence in reading order; ``low`` is ``text`` in lower case with "#" over dates and labels."""
    end = 0
    for match in scanner(language).finditer(low):
        if match.start() < end:
            continue
        figure = special(low, text, match, language)
        if figure is None:
            figure = _figure(low, text, match, language)
        elif figure.kind not in ("ordinal", "score"):
            figure = _hedged(low, figure, figure.value or 0.0, table(language))
        if figure is not None and figure.start >= end:
            yield figure
            end = figure.end


def _figure(low: str, text: str, match: re.Match[str], language: str) -> Figure | None:
    """The figure at a match, or None where the words are no quantity."""
    reading = _read_vague(match, language) or _read(low, match.start(), match.end(), language)
    if reading is None:
        return None
    own = table(language)
    second = _second(low, reading, language)
    last = second or reading
    unit, end, first_unit = unit_of(low, reading, last, own)
    if not _is_quantity(low, text, reading, last, unit, language):
        return None
    if unit is not None and unit.kind == "age" and _GAP.search(low, max(0, reading.start - 20), reading.start):
        unit = Unit(unit.name, "measure", unit.factor)  # "kém 10 tuổi" is a difference
    figure = _bare(reading, second, unit, end, first_unit)
    figure = _below_zero(low, _compound(low, figure, unit, language))
    figure = _hedged(low, figure, reading.value, own)
    noun = noun_after(low, text, figure.end, own) or noun_before(low, reading.start, own)
    return figure if figure.kind == "age" else replace(figure, noun=noun)


def _read(low: str, start: int, end: int, language: str) -> Reading | None:
    words = low[start:end]
    unit = table(language).unit.match(low, end)
    fraction = unit is not None and unit[1] not in ("đồng", "vnd")
    value = read_number(words, language, fraction)
    if value is None:
        return None
    numeral = re.match(NUMERAL, words)
    rest = 1.0
    spoken = re.fullmatch(rf"(.+?)(?:[\s-]{numbers(language).scale})+", words)
    written = numeral[0] if numeral else spoken[1] if spoken else None
    if written:
        plain = read_number(written, language, (numeral is not None and len(written) < len(words)) or fraction)
        rest = value / plain if plain else 1.0
    return Reading(start, end, value, rest, numeral is None)


def _read_vague(match: re.Match[str], language: str) -> Reading | None:
    """The range of "hàng chục nghìn", a thousand times that of "hàng chục"; two to nine for "hàng" decades."""
    if match["several"]:
        return Reading(*match.span(), 0.0, 1.0, True, (2.0, 9.9))
    words = match["vague"]
    if not words:
        return None
    amounts = table(language).vague
    key = max((amount for amount in amounts if re.match(rf"{re.escape(amount)}(?!\w)", words)), key=len)
    scale = read_number("1" + words[len(key) :], language) or 1.0
    low, high = amounts[key]
    return Reading(*match.span(), 0.0, scale, True, (low * scale, high * scale))


def _second(low: str, first: Reading, language: str) -> Reading | None:
    """The upper end of a range ("25-30", "từ 400 đến 900", "2-3 triệu")."""
    own = table(language)
    end = first.end
    unit = own.unit.match(low, end)
    if unit:
        end = unit.end()
    connector = _RANGE.match(low, end)
    if connector is None or first.vague:
        return None
    match = re.compile(numbers(language).number).match(low, connector.end())
    if match is None or (connector[0].split()[:1] in (["and"], ["và"]) and not _opens_range(low, first.start)):
        return None
    second = _read(low, match.start(), match.end(), language)
    other = own.unit.match(low, second.end) if second else None
    if second is None or (unit and not other):
        return None
    lowest = first.value if unit else _lower_end(first, second)
    return second if lowest * _factor(unit, own) < second.value * _factor(other if unit else None, own) else None


def _lower_end(first: Reading, second: Reading) -> float:
    """The lower end of a range, with the upper one's scale where it fits: "2-3 triệu", not "500.000 đến 1,6 triệu"."""
    shared = first.value * second.rest if first.rest == 1.0 else first.value
    return shared if shared < second.value else first.value


def _factor(unit: re.Match[str] | None, own: Table) -> float:
    return own.units[re.sub(r"\s+", " ", unit[1])].factor if unit else 1.0


def _opens_range(low: str, start: int) -> bool:
    return re.search(r"\b(?:giữa|between)\s(?:\w+\s)?$", low[max(0, start - 25) : start]) is not None


def _is_quantity(low: str, text: str, first: Reading, last: Reading, unit: Unit | None, language: str) -> bool:
    """Whether a number counts or measures something, rather than being a year, a name's number or a lone word."""
    if first.vague or unit is not None:
        return not _capital_word(text, first) and not (first.words and _single(language).never.match(low, first.start))
    if first.words:
        return _spelled_counts(low, text, first, last, language)
    counted = counts_something(low, last.end, language)
    written = text[first.start : last.end]
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", written) and not (counted and language == "vi"):
        return False
    return counted or not _named(text, first.start, written)


def _capital_word(text: str, first: Reading) -> bool:
    """Whether a spelled number is a name ("Ba", "chị Hai") rather than the start of a sentence."""
    return first.words and text[first.start].isupper() and not _SENTENCE_START.search(text[: first.start])


def _spelled_counts(low: str, text: str, first: Reading, last: Reading, language: str) -> bool:
    """Whether a number word counts: always in a group ("hai mươi"), alone only before a head such as "người"."""
    if _capital_word(text, first):
        return False
    words = low[first.start : last.end]
    rules = _single(language)
    if rules.never.match(low, first.start):
        return False
    if words in rules.plain or " " in words or "-" in words:
        return True
    head = head_at(low, last.end)
    if words not in rules.careful:
        return head in table(language).heads
    before = re.search(r"(cuối cùng|[^\W\d_]+)\s$", low[: first.start])
    return head in rules.careful_heads and not (before and before[1] in rules.careful_after)


@dataclass(frozen=True, slots=True)
class Single:
    """When a number word that stands alone counts something: see ``[single]`` in the lexicon."""

    never: re.Pattern[str]
    plain: frozenset[str]
    careful: frozenset[str]
    careful_heads: frozenset[str]
    careful_after: frozenset[str]


@cache
def _single(language: str) -> Single:
    rules = lexicon(language, "quantities")["single"]
    names = ("plain", "careful", "careful_heads", "careful_after")
    never = re.compile(rf"(?:{alternatives(rules['not_number'])})(?!\w)")
    return Single(never, *(frozenset(rules[name]) for name in names))


def _named(text: str, start: int, written: str) -> bool:
    """Whether a short figure belongs to the name before it ("Tân Lập 1", "Than Quảng Ninh 2")."""
    before = re.search(r"(\w+)\s$", text[:start])
    return bool(
        before
        and len(written) <= 5
        and written.isdigit()
        and before[1] != before[1].lower()
        and not _SENTENCE_START.search(text[: before.start()])
    )


def _bare(first: Reading, second: Reading | None, unit: Unit | None, end: int, first_unit: Unit | None) -> Figure:
    """Value, range and unit without hedge."""
    name, kind, factor = (unit.name, unit.kind, unit.factor) if unit else ("", "count", 1.0)
    if first.vague:
        low, high = first.vague
        value = low * factor if low == high else None
        return Figure(first.start, end, value, low * factor, high * factor, name, "", "", kind)  # type: ignore[arg-type]
    if second:
        lowest = first.value if first_unit else _lower_end(first, second)
        lowest *= first_unit.factor if first_unit else factor
        return Figure(first.start, end, None, lowest, second.value * factor, name, "", "", kind)  # type: ignore[arg-type]
    value = first.value * factor
    return Figure(first.start, end, value, value, value, name, "", "", kind)  # type: ignore[arg-type]


def _below_zero(low: str, figure: Figure) -> Figure:
    """A temperature with the sign before it: "-1 độ C", "âm 1 độ"."""
    sign = _MINUS.search(low, max(0, figure.start - 5), figure.start) if figure.unit == "degree" else None
    if sign is None or figure.value is None:
        return figure
    return replace(figure, start=sign.start(1), value=-figure.value, low=-figure.value, high=-figure.value)


def _compound(low: str, figure: Figure, unit: Unit | None, language: str) -> Figure:
    """ "2 giờ 30 phút", "5 năm 6 tháng" and "2 năm rưỡi" as one duration."""
    if unit is None or unit.kind != "measure" or figure.value is None:
        return figure
    half = re.compile(r"\srưỡi(?!\w)").match(low, figure.end)
    if half:
        value = figure.value + unit.factor / 2
        return replace(figure, end=half.end(), value=value, low=value, high=value)
    match = re.compile(rf"\s(?:và\s|and\s)?({NUMERAL})").match(low, figure.end)
    if match is None or unit.name not in ("minute", "year", "m", "kg"):
        return figure
    own = table(language)
    other = own.unit.match(low, match.end())
    if other is None or own.units[other[1]].name != unit.name or own.units[other[1]].factor >= unit.factor:
        return figure
    part = read_number(match[1], language, True)
    if part is None:
        return figure
    value = figure.value + part * own.units[other[1]].factor
    return replace(figure, end=other.end(), value=value, low=value, high=value)


def _hedged(low: str, figure: Figure, written: float, own: Table) -> Figure:
    """The figure with the hedge before it or behind it; its range is widened as written, then brought to the base."""
    sign = own.money_before.search(low, max(0, figure.start - 4), figure.start)
    start = sign.start() if sign else figure.start
    before = own.hedge.search(low, max(0, start - 25), start)
    after = own.hedge_after.match(low, figure.end)
    hedge = re.sub(r"\s+", " ", before[1]) if before else after[1] if after else ""
    end = after.end() if after else figure.end
    figure = replace(figure, start=before.start() if before else start, end=end, hedge=hedge)
    if not hedge or figure.value is None:
        return figure
    effect = own.hedges.get(hedge) or own.hedges_after[hedge]
    factor = figure.value / written if written else 1.0
    lowest, highest = widen(written or figure.value, effect)
    if effect == "near" and figure.unit in SPANS and 0 < written < FEW:
        lowest = min(lowest, written - 0.25)  # "gần một thập kỷ" reaches back to seven and a half years
    return replace(figure, low=lowest * factor, high=highest * factor)
