"""Which versions of one detail there are, and who holds each: differences of several links joined into slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from compare.types import Link, Sentence, Span

_Node = tuple[str, int, int]
_BARE = {"outcome", "polarity", "certainty"}  # kinds whose clashing word ("đã") says nothing without what follows it
_HOUR = re.compile(r"(?<!\d)(\d{1,2})\s?(?:giờ|h|g|:)\s?(\d{1,2})?(?:\s?phút|'|ph)?(?!\w)")
_DAY = re.compile(r"(?<=\d)[-.](?=\d)")
_BILLION = re.compile(r"(?<!\w)tỉ(?!\w)")
_UNIT = re.compile(r"(\d)(?=[^\W\d_])")
SAID, MOST = 5, 4
_FOLLOWING = re.compile(r"(?:[^\S\n]+(?:[^\s,.;:!?()/\"“”]|(?<=\d)[.,](?=\d))+)+")


class _Placed(Protocol):
    @property
    def source(self) -> _Labelled:
        """The column it stands in."""
        ...

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        ...


class _Labelled(Protocol):
    @property
    def label(self) -> str:
        """The name the column carries."""
        ...

    @property
    def index(self) -> int:
        """The number of the column, from 1."""
        ...


@dataclass(frozen=True, slots=True)
class Version:
    """Words for one detail, and the labels of the sources that hold them; ``shown`` has the words that follow too."""

    text: str
    holders: tuple[str, ...]
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """One detail at odds: its kind, its versions in the order of the sources, and the reason given first."""

    kind: str
    versions: tuple[Version, ...]
    note: str = ""


def slots(links: list[Link], places: Mapping[str, _Placed], others: Iterable[str] = ()) -> tuple[Slot, ...]:
    """The details that the links' differences are about; ``others`` are further sentences on the same matter, whose
    sources hold the one version that they tell.

    Clashing words are joined into one slot along the differences (A against B, B against C: one slot, three versions),
    so that the dead of one source are never listed among the injured of another. The first link's reason stands for
    the slot.
    """
    parent: dict[_Node, _Node] = {}
    texts: dict[_Node, tuple[str, str]] = {}
    reasons: dict[_Node, tuple[str, str]] = {}

    def root(node: _Node) -> _Node:
        """The node that stands for its group (union-find)."""
        while parent[node] != node:
            node = parent[node]
        return node

    for link in links:
        for one in link.differences:
            left = (link.left, one.left.start, one.left.end)
            right = (link.right, one.right.start, one.right.end)
            for node, span in ((left, one.left), (right, one.right)):
                parent.setdefault(node, node)
                texts.setdefault(node, (span.text, _telling(one.kind, span, places[node[0]].sentence)))
                reasons.setdefault(node, (one.kind, one.note))
            parent[root(right)] = root(left)
    groups: dict[_Node, list[_Node]] = {}
    for node in parent:
        groups.setdefault(root(node), []).append(node)
    found = (_slot(reasons[nodes[0]], nodes, texts, places) for nodes in groups.values())
    further = [places[name] for name in others]
    return tuple(replace(one, versions=_with_holders(one.versions, further)) for one in found)


def _with_holders(versions: tuple[Version, ...], further: Sequence[_Placed]) -> tuple[Version, ...]:
    """The versions with the sources of further sentences, where such a source has none yet and tells just one."""
    held = {label for version in versions for label in version.holders}
    order = {one.source.label: one.source.index for one in further}
    added: dict[str, list[str]] = {}
    for one in further:
        told = [
            version.text
            for version in versions
            if any(_tells(one.sentence.text, words) for words in _wordings(version))
        ]
        if len(told) == 1 and one.source.label not in held:
            added.setdefault(told[0], []).append(one.source.label)
    return tuple(replace(one, holders=_ordered((*one.holders, *added.get(one.text, ())), order)) for one in versions)


def _wordings(version: Version) -> tuple[str, str]:
    """The words of a version alone, and with those that follow them in a report."""
    return version.text, version.shown.removesuffix("…").rstrip()


def _ordered(labels: Sequence[str], order: Mapping[str, int]) -> tuple[str, ...]:
    """Labels once each, in the order of the sources."""
    return tuple(sorted(dict.fromkeys(labels), key=lambda label: order.get(label, 0)))


def _tells(sentence: str, words: str) -> bool:
    """Whether a sentence has words of some length as they stand; a short figure may be of anything there."""
    if len(words) < SAID or not any(letter.isalpha() for letter in words):
        return False
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", sentence.casefold()) is not None


def _telling(kind: str, span: Span, sentence: Sentence) -> str:
    """The clashing words; a bare cue ("chuẩn bị", "đã") or figure with the few words that follow it."""
    words = span.text.split()
    bare = kind in _BARE and len(words) <= 2
    figure = kind == "number" and words and words[-1][-1].isdigit()
    after = min(max(span.end - sentence.start, 0), len(sentence.text))
    following = _FOLLOWING.match(sentence.text, after)
    if not following or not (bare or figure):
        return span.text
    added = following.group().split()
    return " ".join([span.text, *added[:MOST], *(["…"] if len(added) > MOST else [])])


def _slot(
    reason: tuple[str, str], nodes: list[_Node], texts: dict[_Node, tuple[str, str]], places: Mapping[str, _Placed]
) -> Slot:
    """One slot: words that differ only in case or spacing, or in how an hour is written, are one version."""
    versions: dict[str, list[_Node]] = {}
    for node in sorted(nodes, key=lambda node: (places[node[0]].source.index, node[1], node[2])):
        versions.setdefault(_one_way(texts[node][0], reason[0]), []).append(node)
    made = [
        Version(texts[own[0]][0], tuple(dict.fromkeys(places[one[0]].source.label for one in own)), texts[own[0]][1])
        for own in versions.values()
    ]
    return Slot(reason[0], tuple(made), reason[1])


def _one_way(words: str, kind: str) -> str:
    """Words as they are compared: "Khoảng 16 giờ ngày 19-5" as "khoảng 16:00 ngày 19/5", "12 tỉ" as "12 tỷ",
    "37kg" as "37 kg".
    """
    folded = _BILLION.sub("tỷ", _UNIT.sub(r"\1 ", " ".join(words.casefold().split())))
    return _HOUR.sub(_as_clock, _DAY.sub("/", folded)) if kind == "date" else folded


def _as_clock(hour: re.Match[str]) -> str:
    """ "16h", "16 giờ" and "16 giờ 00" as "16:00"."""
    return f"{int(hour[1])}:{int(hour[2] or 0):02}"
