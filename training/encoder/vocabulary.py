"""The tokenizer: Vietnamese syllables, compounds across spaces, numbers and subwords for foreign names.

A Unigram model whose pieces and scores are counted here rather than learned: whole words and compounds
carry their log frequency, so that the best path takes "quân đội" as one unit; subwords, number pieces and
single letters carry a penalty, so that they serve only what no word covers.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any

Gram = tuple[str, ...]
SEGMENT = re.compile(r"(?:[^\W_]|%)+(?: (?:[^\W_]|%)+|[.,]\d+)*")
WORDS = r"[\p{L}\p{M}\p{N}%]+(?: [\p{L}\p{M}\p{N}%]+|[.,]\p{N}+)*"
UNKNOWN = "<unk>"
MARK = "▁"
SUBWORD_PENALTY = -14.0
ENGLISH_WEIGHT = 3
FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "và của là có cho được với các những một này đó đã đang sẽ trong tại ở từ đến về để khi mà thì cũng như nhưng "
        "do vì bị bởi ra vào lên xuống trên dưới theo sau trước hơn rất nhiều không chưa phải nên nếu còn lại chỉ vẫn "
        "hay hoặc cùng mỗi mọi tôi anh chị ông bà họ nó ta người năm ngày tháng the of to in a and is for on that by "
        "with as at an it from was be are this has",
    )
)
LEAST_COMPOUND = 60
CLOSE = 0.33
INSEPARABLE = 0.5
SYLLABLE = re.compile(
    r"(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}(?:ch?|m|ng?|nh|p|t)?"
)


def count_grams(texts: Iterable[str], counts: dict[int, Counter[Gram]], longest: int = 3) -> None:
    """Add the 1- to `longest`-grams of lower-cased words of each text to `counts`; none crosses punctuation."""
    for text in texts:
        for segment in SEGMENT.finditer(unicodedata.normalize("NFC", text).lower()):
            words = segment.group().split(" ")
            for size in range(1, min(longest, len(words)) + 1):
                counts[size].update(zip(*(words[start:] for start in range(size)), strict=False))


def is_number(word: str) -> bool:
    """Whether a word holds a digit."""
    return any(letter.isdigit() for letter in word)


def closeness(gram: Gram, counts: dict[int, Counter[Gram]], total: int) -> float:
    """Normalised pointwise mutual information of two words: 0 chance company, 1 never apart."""
    together = math.log(counts[len(gram)][gram] / total)
    apart = sum(math.log(counts[1][(word,)] / total) for word in gram)
    return (together - apart) / (-together * (len(gram) - 1))


def inseparable(gram: Gram, counts: dict[int, Counter[Gram]]) -> bool:
    """Whether neither end of a longer gram often goes without the rest ("thổ nhĩ kỳ", not "quân đội nước")."""
    whole = counts[len(gram)][gram]
    return all(whole >= INSEPARABLE * counts[len(gram) - 1][part] for part in (gram[:-1], gram[1:]))


def choose_compounds(counts: dict[int, Counter[Gram]], total: int) -> dict[Gram, int]:
    """Compounds of Vietnamese syllables that keep company; names of foreign words stay apart, so that parts match."""
    chosen: dict[Gram, int] = {}
    for size in (2, 3):
        for gram, count in counts[size].items():
            if count < LEAST_COMPOUND or not all(SYLLABLE.fullmatch(word) for word in gram):
                continue
            common = any(word in FUNCTION_WORDS for word in gram)
            if size == 2:
                kept = closeness(gram, counts, total) > (0.6 if common else CLOSE)
            else:
                kept = not common and inseparable(gram, counts)
            if kept:
                chosen[gram] = count
    return chosen


def learn_subwords(words: Counter[str], size: int = 5000) -> list[tuple[str, float]]:
    """Unigram pieces with scores, learned from the words too rare for a piece of their own."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers

    learner = Tokenizer(models.Unigram())
    learner.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=True)
    trainer = trainers.UnigramTrainer(
        vocab_size=size, max_piece_length=7, show_progress=False, special_tokens=[UNKNOWN], unk_token=UNKNOWN
    )
    rare = sorted(
        (word, count)
        for word, count in words.items()
        if not is_number(word) and len(word) <= 24 and (count < 200 or (word.isascii() and count < 1000))
    )
    learner.train_from_iterator((word for word, count in rare for _ in range(min(count, 30))), trainer)
    pieces = json.loads(learner.to_str())["model"]["vocab"]
    return [(piece, score) for piece, score in pieces if piece != UNKNOWN]


def number_pieces() -> list[str]:
    """Pieces from which any number can be put together without going digit by digit."""
    ones = [f"{lead}{digit}" for lead in (MARK, "", ".", ",") for digit in range(10)]
    twos = [f"{lead}{digits:02d}" for lead in (MARK, "", ",", ".") for digits in range(100)]
    threes = [f"{lead}{digits:03d}" for lead in (MARK, ".") for digits in range(1000)]
    return ones + twos + threes + [f"{MARK}{year}" for year in range(1900, 2031)]


def choose_pieces(
    counts: dict[int, Counter[Gram]], english: Counter[str], least_word: int = 16, least_number: int = 60
) -> dict[str, float]:
    """Every piece of the vocabulary with its score, the unknown piece first."""
    words = Counter({gram[0]: count for gram, count in counts[1].items()})
    total = sum(words.values())
    for word, count in english.items():
        words[word] += ENGLISH_WEIGHT * count
    pieces = {UNKNOWN: 0.0}
    for word, count in words.items():
        if count >= (least_number if is_number(word) else least_word) and len(word) <= 24:
            pieces[MARK + word] = math.log(count / total)
    for gram, count in choose_compounds(counts, total).items():
        pieces.setdefault(MARK + MARK.join(gram), math.log(count / total))
    pieces.setdefault(MARK, -30.0)
    for piece, score in learn_subwords(words):
        pieces.setdefault(piece, score + SUBWORD_PENALTY)
    for piece in number_pieces():
        pieces.setdefault(piece, SUBWORD_PENALTY - 10.0)
    letters: Counter[str] = Counter()
    for word, count in words.items():
        for letter in set(word):
            letters[letter] += count
    for letter in sorted(letter for letter, count in letters.items() if count >= 50) + list(".,%"):
        pieces.setdefault(letter, SUBWORD_PENALTY - 16.0)
    return pieces


def build_tokenizer(pieces: dict[str, float]) -> Any:
    """A `tokenizers.Tokenizer`: NFC, lower case, segments between punctuation, best path over the pieces."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

    tokenizer = Tokenizer(models.Unigram(list(pieces.items()), unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(WORDS), "removed", invert=True),
            pre_tokenizers.Metaspace(prepend_scheme="always", split=False),
        ]
    )
    tokenizer.decoder = decoders.Metaspace()
    return tokenizer


_TONES = ("àáảãạ", "èéẻẽẹ", "ìíỉĩị", "òóỏõọ", "ùúủũụ", "ỳýỷỹỵ")
_TONED = {"a": _TONES[0], "e": _TONES[1], "o": _TONES[3], "u": _TONES[4], "y": _TONES[5]}
_LATE = {
    first + _TONED[second][tone]: _TONED[first][tone] + second
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for tone in range(5)
}


def one_spelling(piece: str) -> str:
    """The piece with the tone mark of open oa, oe, uy on the first vowel (hoà -> hòa); qu keeps its own."""
    return MARK.join(
        word[:-2] + _LATE[word[-2:]] if word[-2:] in _LATE and word[-3:-2] != "q" else word
        for word in piece.split(MARK)
    )


def tie_spellings(pieces: list[str]) -> list[int]:
    """For each piece the number of the piece whose vector it shares: its other spelling where there is one."""
    number = {piece: place for place, piece in enumerate(pieces)}
    return [number.get(one_spelling(piece), place) for place, piece in enumerate(pieces)]
