"""The unit of a figure: its own, that of a rate, or the one that the words before it imply."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.claims._units import Table, Unit
from compare.lexicon import lexicon

_WHOLE = r"(?:cổ phần|cổ phiếu|tín chỉ|sản phẩm|hợp đồng|học sinh|năm học|[^\W\d_]+[23]?)"
_PER = re.compile(rf"(?:\s?/\s?1?\s?{_WHOLE})+|\s(?:một|mỗi|per|an?)\s{_WHOLE}")
_PART = re.compile(rf"(?:/\s?1?\s?|\s(?:một|mỗi|per|an?)\s)({_WHOLE})")
_SIZE = re.compile(r"(?:\s(?:loại\s)?)?(\d+(?:[.,]\d+)?)\s?(kg|g|gr|lít|ml)(?![\w/])")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number at its place: ``rest`` is the factor of its scale words, ``words`` whether it is spelled out."""

    start: int
    end: int
    value: float
    rest: float = 1.0
    words: bool = False
    vague: tuple[float, float] | None = None


def unit_of(low: str, first: Reading, last: Reading, own: Table) -> tuple[Unit | None, int, Unit | None]:
    """Unit and end of a figure, and the unit of a range's lower end when it has its own ("500 m đến 1 km")."""
    before = own.money_before.search(low, max(0, first.start - 4), first.start)
    if before:
        return own.units[before[1]], last.end, None
    match = own.unit.match(low, last.end)
    own_first = own.unit.match(low, first.end) if last is not first else None
    if match is None or _is_word(low, match, last, own):
        return _named_unit(low, first.start, own), last.end, None
    unit = own.units[re.sub(r"\s+", " ", match[1])]
    first_unit = own.units[re.sub(r"\s+", " ", own_first[1])] if own_first else None
    if unit.name == "degree" and match[1] in own.plain_degrees and own.tremor.search(low):
        unit = own.units[own.tremor_unit]
    rated, end = _rate(low, match.end(), unit, own)
    return rated, end, first_unit


def _rate(low: str, end: int, unit: Unit, own: Table) -> tuple[Unit, int]:
    """The unit with what it is divided by ("đồng/kg", "USD một ounce", "đồng/người/tháng").

    Weights, areas and the like come in their base, times as written: a wage by the month stays one.
    """
    match = _PER.match(low, end)
    words = _PART.findall(match[0]) if match else []
    if match is None or not words or any(word in own.stop and word not in own.units for word in words):
        return unit, end
    if "/" not in match[0] and (unit.kind != "money" or words[0] not in own.units):
        return unit, end
    name, factor = unit.name, unit.factor
    for word in (own.per.get(word, word) for word in words):
        divisor = own.units.get(word)
        timely = divisor is None or divisor.name in ("minute", "day", "year")
        name += f"/{word if timely or divisor is None else divisor.name}"
        factor /= 1.0 if timely or divisor is None else divisor.factor
    size = _SIZE.match(low, match.end()) if words[-1] not in own.units else None
    if size is None:
        return Unit(name, unit.kind, factor), match.end()
    return Unit(f"{name} {size[1].replace(',', '.')} {size[2]}", unit.kind, factor), size.end()  # "đồng/bình 12 kg"


def _named_unit(low: str, start: int, own: Table) -> Unit | None:
    """The unit that the words before a bare figure imply ("độ lớn 6,1")."""
    match = own.unit_before.search(low, max(0, start - 25), start)
    return Unit(own.units_before[match[1]], "measure", 1.0) if match else None


def _is_word(low: str, match: re.Match[str], last: Reading, own: Table) -> bool:
    """Whether what looks like a unit begins another word ("đồng chí", "năm học", "quý khách", "4 bảng đấu")."""
    following = re.compile(r"\s([^\W\d_]+)").match(low, match.end())
    traps: dict[str, list[str]] = lexicon(own.language, "quantities").get("not_unit_before", {})
    if following and following[1] in traps.get(match[1], ()):
        return True
    glued = match.start(1) == last.end
    return len(match[1]) == 1 and match[1].isalpha() and not glued and match[1] not in ("m", "g", "h", "v", "đ")
