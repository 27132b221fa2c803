"""Names that stand in the same slot: near-identical ones, and ones that replace each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from compare.judge.phrases import section_of
from compare.judge.sides import Pair, Side
from compare.judge.slots import Slot, slots
from compare.judge.spelling import alike_names, comparable_names, fold
from compare.judge.surroundings import surroundings
from compare.judge.words import Word, around
from compare.types import Name, Span

ACRONYM = 4  # fewer letters begin words in a row by chance


@dataclass(frozen=True, slots=True)
class Rival:
    """Two names that may stand for one another.

    ``likeness`` (0 to 1) compares their letters; ``permuted`` says that they hold the same words in another order.
    """

    left: Name
    right: Name
    slot: Slot | None
    likeness: float
    permuted: bool
    rivals: int


def rival_names(pair: Pair, kinds: Sequence[str]) -> Iterator[Rival]:
    """Yield names of the given kinds that only their own sentence holds and that fill a slot of the other's."""
    left = _own_names(pair.left, pair.right, kinds)
    right = _own_names(pair.right, pair.left, kinds)
    left, right = _without_alike(left, pair.right.names), _without_alike(right, pair.left.names)
    if not left or not right:
        return
    found = list(slots(pair))
    for one in left:
        for other in right:
            if one.kind != other.kind or not comparable_names(one.span.text, other.span.text):
                continue
            if _stands_for(one, other, pair.right_words) or _stands_for(other, one, pair.left_words):
                continue
            slot = _shared_slot(pair, one.span, other.span, found)
            likeness = fuzz.ratio(fold(one.span.text), fold(other.span.text)) / 100.0
            yield Rival(one, other, slot, likeness, _permuted(one, other), len(left) * len(right))


def exclusive(pair: Pair, rival: Rival) -> bool:
    """Whether neither name's last word stands in a name of the other article, so that one may be told for the other."""
    names = pair.context.names
    return _last(rival.left) not in names.get(pair.right.article.id, ()) and _last(rival.right) not in names.get(
        pair.left.article.id, ()
    )


def rival_features(pair: Pair, rival: Rival) -> dict[str, float]:
    """What tells two rivals for one slot from names of two things; the checks add what titles and levels say."""
    slot = rival.slot
    return {
        **surroundings(pair, rival.left.span, rival.right.span),
        "slot": float(slot is not None),
        "slot_before": min(slot.before, 20.0) / 20.0 if slot else 0.0,
        "slot_after": min(slot.after, 20.0) / 20.0 if slot else 0.0,
        "likeness": rival.likeness,
        "exclusive": float(exclusive(pair, rival)),
        "rivals": float(rival.rivals),
    }


def _last(name: Name) -> str:
    return fold(name.span.text.split()[-1])


def _own_names(side: Side, other: Side, kinds: Sequence[str]) -> list[Name]:
    """Names of these kinds of which no word stands in the other sentence's names, but for capitals that open a phrase
    ("... làm vợ Mới đây"): words that the article writes small elsewhere.
    """
    text = fold(other.sentence.text)
    known = {name.canonical for name in other.names}
    return [
        name
        for name in side.names
        if name.kind in kinds
        and name.canonical not in known
        and fold(name.span.text) not in text
        and not (name.kind in ("unknown", "person") and _opens_a_phrase(side, name))
    ]


def _opens_a_phrase(side: Side, name: Name) -> bool:
    """Whether a name of one word is no name: the article has it in lower case too, and nobody is called by it."""
    text, word = side.article.text, name.span.text.lower()
    if " " in word or not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text):
        return False
    before = text[side.sentence.start : name.span.start].lower().split()[-1:]
    roles = [section_of(language, "roles") for language in ("vi", "en")]
    return not any(one in role[key] for one in before for role in roles for key in ("men", "women", "children"))


def _stands_for(name: Name, long: Name, words: Sequence[Word]) -> bool:
    """Whether the last word of a name is the initials of words of the other sentence that its name is among:
    "ĐHĐCĐ", "Đại hội đồng cổ đông".
    """
    short = name.span.text.split()[-1]
    if len(short) < ACRONYM or not (short.isupper() and short.isalpha()):
        return False
    initials = fold("".join(word.form[0] for word in words))
    first, last = around(words, long.span.start, long.span.end)
    start = initials.find(fold(short), max(0, first - len(short)))
    return 0 <= start < last and first < start + len(short)


def _without_alike(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """The names that the other sentence does not hold in another spelling."""
    return [name for name in names if not any(alike_names(name.span.text, other.span.text) for other in others)]


def _permuted(left: Name, right: Name) -> bool:
    words = fold(left.span.text).split(), fold(right.span.text).split()
    return len(words[0]) > 1 and words[0] != words[1] and sorted(words[0]) == sorted(words[1])


def _shared_slot(pair: Pair, left: Span, right: Span, found: Sequence[Slot]) -> Slot | None:
    """The slot that both names fill, if any."""
    a, b = around(pair.left_words, left.start, left.end), around(pair.right_words, right.start, right.end)
    for slot in found:
        if _meets(a, slot.left) and _meets(b, slot.right):
            return slot
    return None


def _meets(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def other_offices(left: Name, right: Name) -> bool:
    """Whether both names come with an office and neither office is part of the other."""
    first, second = fold(left.title), fold(right.title)
    return bool(first and second) and first not in second and second not in first


def of_two_sexes(left: str, right: str) -> bool:
    """Whether of two words before names one is a man's and the other a woman's ("anh", "chị")."""
    roles = [section_of(language, "roles") for language in ("vi", "en")]
    men, women = ({one for role in roles for one in role[key]} for key in ("men", "women"))
    return (left in men and right in women) or (left in women and right in men)


def title_before(words: Sequence[Word], span: Span) -> str:
    """The word right before a name ("bà", "phường"), "" at the start of the sentence."""
    first, _ = around(words, span.start, span.end)
    return words[first - 1].form if first > 0 else ""
