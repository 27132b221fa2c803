"""The decision at one sentence mark. Each rule is a small function; none knows the article around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import decomposition

from compare.segment.words import Words

HARD = frozenset("。！？｡।॥؟۔።។")
OPENERS = "“‘«‹\"'([{¿¡「『（【*_•>"
DASHES = "-–—―"
QUOTES = "”’»›\"'」』"
WORD_BEFORE = re.compile(r"[^\W_](?:[^\W_]|[./&°'’](?=[^\W_]|°))*°?\Z")
WORD_AFTER = re.compile(r"[^\W_]+")
CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
ACRONYM = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
OF_A_ZONE = re.compile(r"(?:\w+ ){1,3}time\b")  # "9 a.m. Hanoi time"
INITIAL_AFTER = re.compile(r"[^\W\d_]\.")
LIST_MARKER = re.compile(r"\d{1,3}|[IVX]{1,5}|[a-zđ]")
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
GROUP_AFTER = re.compile(r"[ \u00a0]\d{3}(?![\w.,/-]*\d)")
SPEAKER_WORDS = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """One run of marks ``text[start:end]``, closed by quotes up to ``stop``; its sentence began at ``opened``."""

    text: str
    opened: int
    start: int
    end: int
    stop: int
    limit: int

    @property
    def run(self) -> str:
        """The marks themselves."""
        return self.text[self.start : self.end]

    @property
    def closers(self) -> str:
        """The quotes and brackets that the marks bring to a close."""
        return self.text[self.end : self.stop]

    @property
    def before(self) -> str:
        """The word that the marks follow, with its inner full stops ("PGS.TS", "U.S"), or nothing."""
        found = WORD_BEFORE.search(self.text, max(self.opened, self.start - 40), self.start)
        return found.group() if found else ""

    @property
    def next(self) -> int:
        """Offset of the next character that is neither white space nor an opening quote or bracket."""
        position = self.stop
        while position < self.limit and (self.text[position].isspace() or self.text[position] in OPENERS):
            position += 1
        return position

    @property
    def after(self) -> str:
        """The word that follows ("It" of "It's"), or nothing."""
        found = WORD_AFTER.match(self.text, self.next, self.limit)
        return found.group() if found else ""


def ends_sentence(mark: Mark, lists: Words) -> bool:
    """Whether a sentence ends at the mark; the end of the block is not asked about."""
    if not any(character.isalnum() for character in mark.text[mark.opened : mark.start]):
        return False
    if mark.run[0] in HARD:
        return _hard(mark)
    if mark.stop < mark.limit and not mark.text[mark.stop].isspace():
        return _glued(mark, lists)
    if not _may_follow(mark) or _is_omission(mark) or is_list_marker(mark) or _inside_number(mark):
        return False
    if mark.closers:
        return not _speaker_follows(mark, lists)
    return mark.run != "." or _after_word(mark, lists)


def is_list_marker(mark: Mark) -> bool:
    """Whether the stop belongs to a number or letter at the head of a list item ("1. Mở", "gồm: 2.)")."""
    before = mark.before
    if mark.run != "." or mark.closers not in {"", ")"} or not LIST_MARKER.fullmatch(before):
        return False
    lead = mark.text[mark.opened : mark.start - len(before)].rstrip(' \u00a0([*•-–“"')
    return not lead or lead[-1] in ":;"


def _inside_number(mark: Mark) -> bool:
    """Whether a stray blank divides a grouped number: "1.955. 500 đồng"."""
    if mark.run != "." or mark.closers or not GROUPED.fullmatch(mark.before):
        return False
    return GROUP_AFTER.match(mark.text, mark.stop, mark.limit) is not None


def _hard(mark: Mark) -> bool:
    """Marks of scripts without capitals end a sentence unless a quotation particle or a comma follows."""
    following = mark.text[mark.stop : mark.limit].lstrip()
    return not following.startswith(("と", "って", "、", "，", ",", "”", "」"))


def _may_follow(mark: Mark) -> bool:
    """Whether what follows can open a sentence at all: no lower case, no comma, no closing mark."""
    position = mark.next
    while position < mark.limit and (mark.text[position] in DASHES or mark.text[position].isspace()):
        # A speaker after a dash belongs to the quoted words before it ("... gì?" - Ông An nói).
        if mark.closers and mark.text[position] in DASHES:
            return False
        position += 1
    if position >= mark.limit:
        return False
    character = mark.text[position]
    if character.islower():
        return bool(CAMEL.match(mark.text, position, mark.limit))
    return character not in ",;:/|%)]}”’»…."


def _is_omission(mark: Mark) -> bool:
    """ "[...]" and "(…)" stand for words left out, wherever they stand."""
    if mark.start == mark.opened or mark.run.strip(".… "):
        return False
    return mark.text[mark.start - 1] in "[(" and mark.closers[:1] in {"]", ")"}


def _speaker_follows(mark: Mark, lists: Words) -> bool:
    """A quoted question or cry whose speaker comes after it in the same sentence: "Why?" Mr. Smith asked."""
    if mark.run[-1] not in "?!…" or not any(one in QUOTES for one in mark.closers):
        return False
    following = mark.text[mark.next : min(mark.limit, mark.next + 80)].split()[:SPEAKER_WORDS]
    for place, word in enumerate(following):
        if place and word.rstrip(".,:;") in lists.saying:
            return True
        if word[-1] in ",;:?!" or (word[-1] == "." and word[:-1] not in lists.before_name):
            return False
    return False


def _after_word(mark: Mark, lists: Words) -> bool:
    """A single full stop before a possible opening ends a sentence unless it belongs to the word before."""
    before, after = mark.before, mark.after
    last = before.rsplit(".", 1)[-1]
    if (
        len(last) == 1
        and last.isalpha()
        and not _completes(mark, lists)
        and INITIAL_AFTER.match(mark.text, mark.next, mark.limit)
    ):
        return False
    if after[:1].isdigit() and (before in lists.before_number or last in lists.before_number):
        return False
    if before.isdigit() and len(before) < 3 and after in lists.months:
        return False
    if before not in lists.may_end and (before in lists.before_name or last in lists.before_name):
        return False
    if before in lists.hours:
        return after not in lists.after_hours and not OF_A_ZONE.match(mark.text, mark.next, mark.limit)
    if before in lists.may_end or (_is_initial(before) and not _completes(mark, lists)):
        dashed = mark.text[mark.stop : mark.next + 1].strip()[:1] in DASHES  # "AUGUSTA, Me. — The governor"
        return after in lists.starters and not (dashed or _in_brackets(mark) or _hyphenated(mark))
    return True


def _hyphenated(mark: Mark) -> bool:
    """Whether the word that follows is the first syllable of a foreign name ("Thủ tướng A. Cô-bi-a-cốp")."""
    end = mark.next + len(mark.after)
    return mark.text[end : end + 1] == "-" and mark.text[end + 1 : end + 2].isalpha()


def _is_initial(word: str) -> bool:
    """Whether a word is a capital letter or single letters with stops between ("A", "U.S", "a.m").

    A letter with an accent ("Đông Nam Á") is a word.
    """
    if len(word) == 1:
        return word.isupper() and not decomposition(word)
    return bool(ACRONYM.fullmatch(word))


def _completes(mark: Mark, lists: Words) -> bool:
    """Whether the letter before the stop belongs to the word before it: "26 độ C", "vitamin K", "bảng E"."""
    words_before = mark.text[mark.opened : mark.start].split()[-3:]
    if len(words_before) < 2 or len(mark.before) != 1:
        return False
    listed = len(words_before) == 3 and words_before[1] == "and" and len(words_before[0]) == 1  # "witnesses A and B"
    return listed or words_before[-2] in lists.lettered


def _in_brackets(mark: Mark) -> bool:
    """Whether a bracket is open: "(H. Tân Hà)" goes on whatever word follows."""
    return mark.text.count("(", mark.opened, mark.start) > mark.text.count(")", mark.opened, mark.start)


def _glued(mark: Mark, lists: Words) -> bool:
    """No space after the mark: a sentence ends in "hết.Ông nói", none in "TP.HCM", "2.500" or "abc.net"."""
    before, after = mark.before, mark.after
    quoted = mark.start > mark.opened and mark.text[mark.start - 1] in QUOTES  # "... phản đối”.Nói thêm"
    if mark.next >= mark.limit or len(after) < 2 or not (before or quoted):
        return False
    if not (after[0].isupper() and after[1].islower()):
        return False
    if mark.run != "." or mark.closers or quoted:
        return True
    if is_list_marker(mark) or not _is_plain_word(before) or before in lists.before_name:
        return False
    # An address on the web has neither Vietnamese letters nor a word that opens sentences.
    return not before.isascii() or not after.isascii() or after in lists.starters


def _is_plain_word(word: str) -> bool:
    """A word or figure as it ends a sentence, not an abbreviation in capitals or with inner stops."""
    if word.isdigit() or GROUPED.fullmatch(word):
        return True
    return word.isalpha() and len(word) > 1 and (word.islower() or word.istitle())
