"""The counted noun beside a number, without a tagger: words up to the first one that cannot go on a noun phrase."""

from __future__ import annotations

import re

from compare.claims._units import Table

_WORD = re.compile(r"\s+([^\W\d_]+(?:[-'’][^\W\d_]+)*)")
_TOTAL = re.compile(
    r"(?<![/\w])(?:số|tổng số|lượng)\s((?:[^\W\d_]+\s){1,5}?)"
    r"(?:đã\s|được\s|hiện\s|cả nước\s|nay\s|tăng\s|vọt\s)*(?:là|lên|lên tới|lên đến|đạt|còn|xuống|ở mức|tới|đến)\s"
    r"(?:\w+\s){0,2}$"
)
LONGEST = 4


def noun_after(low: str, text: str, end: int, own: Table) -> str:
    """The noun phrase right after ``end``, lower case, at most four words; "" when there is none."""
    words: list[str] = []
    while len(words) < LONGEST:
        match = _WORD.match(low, end)
        if match is None or "\n" in match[0] or _ends(match[1], words, text[match.start(1)], own):
            break
        if not words and match[1] in own.skip:
            end = match.end()
            continue
        if not words and not _begins(match[1], head_at(low, match.end()), own):
            break
        words.append(match[1])
        end = match.end()
    return " ".join(words)


def _begins(word: str, following: str, own: Table) -> bool:
    """Whether a noun phrase can start with ``word``."""
    if f"{word} {following}" in own.compounds:
        return True
    return word not in own.never_first and (word not in own.stop or word in own.heads)


def _ends(word: str, words: list[str], first_letter: str, own: Table) -> bool:
    """Whether the noun phrase cannot go on with ``word``."""
    if first_letter.isupper() and own.language == "vi" and not (word == "việt" or words[-1:] == ["việt"]):
        return True
    if own.language != "vi" and word.endswith("ly"):
        return True
    return bool(words) and f"{words[-1]} {word}" not in own.compounds and word in own.stop


def noun_before(low: str, start: int, own: Table) -> str:
    """The noun of "số ca mắc là 43.092" for a figure that nothing follows; "" when there is none."""
    match = _TOTAL.search(low[max(0, start - 80) : start])
    if match is None:
        return ""
    words: list[str] = []
    for word in match[1].split():
        if _ends(word, words, "", own):
            break
        words.append(word)
    return " ".join(words[:LONGEST])


def head_at(low: str, end: int) -> str:
    """The word right after ``end``, "" when punctuation or a figure follows."""
    match = _WORD.match(low, end)
    return match[1] if match else ""
