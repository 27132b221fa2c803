"""Spellings of one name: without accents, transliterated, abbreviated."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz

SAME_SOUND, SAME_WORD = 75, 80
LONG_WORD = 5
SOUNDS = (
    ("ph", "f"),
    ("kh", "k"),
    ("ch", "k"),
    ("th", "t"),
    ("qu", "k"),
    ("c", "k"),
    ("q", "k"),
    ("x", "s"),
    ("z", "s"),
    ("y", "i"),
    ("w", "v"),
    ("u", "v"),
)
TONED = re.compile("([\u0300\u0301\u0303\u0309\u0323])((?:[^\\W\\d_]|[\u0302\u0306\u031b])*)")
# A Vietnamese syllable without its marks: at most one run of vowels, and what may end it.
SYLLABLE = re.compile("(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?")
FOREIGN = re.compile("[\u0308\u0327\u030a\u030c]|n\u0303|g\u0306|[fjwz]")
VOWELS = re.compile("[aeio]")
LATE_Y = re.compile("(?<=[bcdghklmnpqrstvx])y|(?<=qu)y")  # "Mây" is no "Mai"


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower case without accents or marks, for comparing spellings."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 16)
def toned(text: str) -> str:
    """Lower case with each syllable's tone behind it and a late "y" as "i": "Hoà" and "Hòa", "Sĩ" and "Sỹ" are one."""
    plain = TONED.sub(r"\2\1", unicodedata.normalize("NFD", text.lower()))
    return LATE_Y.sub("i", plain)


def alike_names(left: str, right: str) -> bool:
    """Whether two different spellings may be of one name: much the same sounds, or one the initials of the other.

    Near-identical Vietnamese names (Phú Mỹ, Phú Hữu) are names apart: only foreign names are judged by sound.
    """
    if _letters(left) == _letters(right):
        return True
    if _initials(left, right) or _initials(right, left) or _within(left, right) or _within(right, left):
        return True
    by_sound = _foreign(left) != _foreign(right) or not (_marked(left) or _marked(right))
    return by_sound and fuzz.ratio(_sound(left), _sound(right)) >= SAME_SOUND


def _letters(name: str) -> str:
    """Letters without marks, "y" as "i" and "k" as "c": "Hoa Kỳ" and "Hoa Kì", "Đắk Lắk" and "Đắc Lắc" are one."""
    return LATE_Y.sub("i", re.sub(r"\W", "", fold(name))).replace("k", "c")


def is_vietnamese(name: str) -> bool:
    """Whether a name is written with the marks of Vietnamese and with none of another language ("Peña", "Erdoğan").

    Each of its words is one syllable.
    """
    letters = unicodedata.normalize("NFD", name.lower())
    return _marked(name) and not FOREIGN.search(letters) and all(map(SYLLABLE.fullmatch, fold(name).split()))


def _within(short: str, long: str) -> bool:
    """Whether a foreign name of some length ("Nimiz", "Nimitz USS Carl Vinson") is a longer one cut short, each word
    much as it is spelled there.
    """
    words, others = fold(short).split(), fold(long).split()
    if len(words) >= len(others) or len(fold(short)) < LONG_WORD or _marked(short) or _marked(long):
        return False
    return all(any(fuzz.ratio(word, other) >= SAME_WORD for other in others) for word in words)


def comparable_names(left: str, right: str) -> bool:
    """Whether two names are written in one way: a foreign spelling and its Vietnamese rendering cannot be compared.

    Nor can a name cut to an initial ("Bùi Văn D"), unless that is a foreign first name ("A. Tkachyov") and no word of
    the other name is much like one of this.
    """
    return _spelled_out(left, right) and _marked(left) == _marked(right) and _foreign(left) == _foreign(right)


def _spelled_out(left: str, right: str) -> bool:
    """Whether neither name is cut to initials, or what is left of both can be told apart all the same."""
    first, second = ([piece for piece in re.split(r"[.\s]+", fold(name)) if piece] for name in (left, right))
    if not any(len(piece) == 1 for piece in (*first, *second)):
        return True
    if _marked(left) or _marked(right) or not all(pieces and _is_word(pieces[-1]) for pieces in (first, second)):
        return False
    words = product(*([piece for piece in pieces if len(piece) > 1] for pieces in (first, second)))
    return not any(fuzz.ratio(_sound(one), _sound(other)) >= SAME_SOUND for one, other in words)


def _is_word(piece: str) -> bool:
    """Whether a piece of a name is neither an initial nor a number ("Q.12")."""
    return len(piece) > 1 and not piece.isdigit()


def _marked(name: str) -> bool:
    """Whether a name carries Vietnamese marks."""
    return fold(name) != name.lower()


def _initials(short: str, long: str) -> bool:
    """Whether the words that differ in the shorter name are initials or cuts of those in the longer.

    A "w" may be one ("AWD") or stand for "ư" ("TW", Trung ương).
    """
    tail = re.findall(r"\w+", fold(long))
    letters = "".join(word[0] for word in tail)
    pieces = [piece for piece in re.findall(r"\w+", fold(short)) if len(piece) > 1 and piece not in tail]
    return any(piece in letters or piece.replace("w", "u") in letters for piece in pieces)


def _foreign(name: str) -> bool:
    """Whether a name is transliterated with hyphens, as older Vietnamese newspapers write foreign names."""
    return "-" in name


def _sound(name: str) -> str:
    sound = re.sub(r"\W", "", fold(name))
    for spelled, heard in SOUNDS:
        sound = sound.replace(spelled, heard)
    return VOWELS.sub("", sound)
