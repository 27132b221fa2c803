"""Whether the parts that one sentence tells add up to a total that the other tells."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import combinations

from compare.judge.figures import noun_groups
from compare.judge.owners import fate_of
from compare.judge.sides import Pair
from compare.types import Quantity

NO_CHANCE = 20.0
CLEAR_FATES = ("dead", "missing")  # "thương vong" are the dead and the hurt


def is_sum(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether two or three of the parts, each of a thing that the total's noun may cover, add up to the total.

    So do all parts of its noun ("3 nhát": "một nhát vào ngực, 2 nhát vào lưng"), and where the total is no small
    count, some that have its noun, or one without a noun, among theirs ("40 tập thể và cá nhân": 14 and 26; 23 people
    hit: 1 dead, 22 hurt).
    """
    if total.value is None:
        return False
    covered = [part for part in parts if part.value is not None and _covers(total.noun, part.noun)]
    if any(_add_up(total.value, chosen) for size in (2, 3) for chosen in combinations(covered, size)):
        return True
    alike = [part for part in parts if part.value is not None and part.noun and _one_head(part.noun, total.noun)]
    if len(alike) > 1 and _add_up(total.value, alike):
        return True
    return total.value >= NO_CHANCE and any(
        {total.noun, ""} & {part.noun for part in chosen} and _add_up(total.value, chosen)
        for size in (2, 3)
        for chosen in combinations([part for part in parts if part.value is not None], size)
    )


def _one_head(left: str, right: str) -> bool:
    """Whether two nouns begin with one word: "nhát", "nhát dao"."""
    return left.split()[:1] == right.split()[:1]


def _add_up(total: float, parts: Iterable[Quantity]) -> bool:
    return math.isclose(sum(part.value or 0.0 for part in parts), total)


def _covers(whole: str, part: str) -> bool:
    """Whether things called ``part`` may be among those called ``whole``; its very own noun is no part of it."""
    if not whole or not part:
        return True
    return part != whole and bool(noun_groups(whole) & noun_groups(part))


def of_another_fate(pair: Pair, total: Quantity, part: Quantity) -> bool:
    """Whether a figure of the left sentence counts the dead or the missing and one of the right people of another fate:
    9 dead and 4 missing are not 13 dead.
    """
    fates = fate_of(pair.left_words, total.span), fate_of(pair.right_words, part.span)
    return bool(all(fates) and fates[0] in CLEAR_FATES and fates[0] != fates[1])


def is_part_of(
    pair: Pair, part: Quantity, mates: Sequence[Quantity], total: Quantity, others: Sequence[Quantity]
) -> bool:
    """Whether a figure and its mates add up to a total of the other sentence, which does not itself tell what that is
    the sum of: "20 năm và 6 năm, tổng hợp 26 năm" is not "19 năm và 7 năm".
    """
    rest = [one for one in others if one is not total]
    if of_another_fate(pair.mirrored(), total, part) or any(
        of_another_fate(pair.mirrored(), total, one) for one in mates
    ):
        return False
    return is_sum(total, [part, *mates]) and _is_less(part, total) and not is_sum(total, rest)


def _is_less(part: Quantity, total: Quantity) -> bool:
    return part.value is not None and total.value is not None and part.value < total.value
