"""Other figures, scores and days than a sentence has: of plausible size, written alike, far from the true ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random


def is_rounding(one: float, other: float) -> bool:
    """Whether two figures of 10 or more may be the same one rounded: to 1-3 digits, or within an eighth of it."""
    if min(one, other) < 10:
        return False
    close = max(one, other) >= 100 and abs(one - other) < max(one, other) / 8
    return close or any(_round(one, digits) == other or _round(other, digits) == one for digits in (1, 2, 3))


def _round(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")


def other_score(match: re.Match[str], rng: Random) -> str | None:
    """Another score of the same side's win, or another draw."""
    left, right = int(match[1]), int(match[3])
    more = rng.choice([1, 2])
    if left == right:
        return f"{left + more}{match[2]}{right + more}"
    return f"{left + more * (left > right)}{match[2]}{right + more * (right > left)}" if max(left, right) < 12 else None


def other_figure(text: str, hedged: bool, most: float, rng: Random) -> str | None:
    """A figure written like `text` ("2.487", "5,5", "30") well away from it, further if hedged; None if not found."""
    parts = re.split(r"[.,]", text)
    grouped = len(parts) > 1 and all(len(part) == 3 for part in parts[1:])
    if len(parts) > 2 and not grouped:
        return None
    sign = text[len(parts[0])] if len(parts) > 1 else ""
    decimals = 0 if grouped or len(parts) == 1 else len(parts[1])
    if decimals > 2:
        return None
    value = float("".join(parts) if grouped else ".".join(parts))
    for _ in range(12):
        new = _draw(value, decimals, hedged, rng)
        if 0 < new <= max(most, value) and new != value and not is_rounding(value, new):
            shown = f"{new:,.{decimals}f}".replace(",", "").replace(".", sign or ".")
            return f"{int(new):,}".replace(",", sign) if grouped else shown
    return None


def _draw(value: float, decimals: int, hedged: bool, rng: Random) -> float:
    """A figure at random around a value, as round as that one is."""
    if hedged or value >= 100 or decimals:
        low, high = ((0.3, 0.6), (1.7, 2.9)) if hedged else ((0.4, 0.85), (1.18, 2.2))
        new = value * rng.uniform(*rng.choice([low, high]))
    else:
        near = 3 if value <= 12 else 15
        return value + rng.choice([-1, 1]) * rng.randint(1, near)
    if decimals:
        return round(new, decimals)
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
    step = 10 ** max(0, zeros - (str(int(value)).rstrip("0") in "1234"))
    return float(round(new / step) * step)


def other_item(one: str, items: Sequence[str], rng: Random) -> str | None:
    """Another item near this one in an ordered list."""
    if one.lower() not in items:
        return None
    place = items.index(one.lower())
    near = [item for item in items[max(0, place - 2) : place + 3] if item != one.lower()]
    return rng.choice(near)


def shifted(number: str, most: int, rng: Random) -> str | None:
    """Another number from 1 to `most`, some steps away, as wide as it was."""
    value = int(number) + rng.choice([-5, -3, -2, -1, 1, 2, 3, 5])
    return str(value).zfill(len(number) if number[0] == "0" else 1) if 1 <= value <= most else None


def other_day(day: str, rng: Random) -> str | None:
    """Another day of the month, or the same of another month; None for what is no day ("3/20")."""
    sign = "/" if "/" in day else "-"
    first, second = day.split(sign)
    if not (1 <= int(first) <= 31 and 1 <= int(second) <= 12):
        return None
    if rng.random() < 0.7:
        new = shifted(first, 28, rng)
        return new and f"{new}{sign}{second}"
    new = shifted(second, 12, rng)
    return new and f"{first}{sign}{new}"
