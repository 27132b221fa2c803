"""Photo credits and their captions: as lines of their own, in brackets, or inside a story that runs on in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from compare.clean.cues import CAPITAL, alternatives, cues, outlets
from compare.clean.page import Page, words
from compare.lexicon import LANGUAGES, lexicon
from compare.types import Removed

_WORD = rf"(?:[{CAPITAL}]\.(?=\s?[{CAPITAL}])|[{CAPITAL}][\w&+'’-]*(?:\.[\w&+'’-]+)*)"
_RUN = re.compile(rf"{_WORD}(?:[ /–-]*{_WORD})*")
_PERSON = re.compile(rf"{_WORD}(?: {_WORD}){{0,3}}\s?[-–/]\s?")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|vn|info|tv|edu|gov)(?:\.\w\w)?\b", re.IGNORECASE)
_STOP = re.compile(r"\s*(?:[.;|)\]\n]|$)|\s+[\"“«]")
_SENTENCE_END = re.compile(rf"(?<![\s.(][{CAPITAL}])[.!?…]+[\"”’»)\]]*\s+")
_FULL_STOP = re.compile(r"\s*[.|]+")
_PICTURE = re.compile(r"(?<!\w)(?:image|img|ảnh|hình)\s*:\s*https?://\S+", re.IGNORECASE)
LINE_WORDS = 60
CAPTION_WORDS = 12
NAMES_WORDS = 20
CAPTION_LINE_WORDS = 25
CAPTION_WINDOW = 300
VALUE_WORDS = 6


@cache
def _markers() -> str:
    return alternatives(*cues("captions", "markers"))


@cache
def _line_end() -> re.Pattern[str]:
    """A credit that ends a line: marker and up to a few words."""
    loose = alternatives(*cues("captions", "markers"), *cues("captions", "loose_markers"))
    named = rf"{loose}\s*:\s*[^:]{{1,60}}|{_markers()}|(?i:photo by) [^:]{{1,50}}"
    agency = r"[^.!?]{0,40}Getty Images|REUTERS/[\w ./-]{3,60}(?:Purchase Licensing Rights.*)?|Ảnh \d{1,2}"
    return re.compile(rf"(?:^|(?<=[\s.(\[|–-]))[(\[]?(?:{named}|{agency})[)\]]?[\s.|]*$")


@cache
def _bracketed() -> re.Pattern[str]:
    value = r"(?:[:;][^()\[\]]{0,60}|minh h[oọ][aạ][^()\[\]]{0,30})?"
    return re.compile(rf"[(\[]\s*(?i:{_markers()}|Nguồn|Source)\b\s*{value}[)\]]\.?")


@cache
def _illustration() -> re.Pattern[str]:
    """ "Ảnh minh họa." with its source; between two sentences and at the head of a line its stop may be left out."""
    note = r"(?:Ảnh|Hình|Hình ảnh) (?:chỉ )?(?:(?:mang|có) tính (?:chất )?)?minh h[oọ][aạ]"
    opening = rf"\s+[{CAPITAL}\d\"“(]"
    known = alternatives(*outlets(), *(name.casefold() for name in cues("captions", "stock")))
    source = rf"(?:\s+Nguồn\s?:\s?(?i:{known})(?!\w)\.?)?"
    stopped = rf"(?<![^\s.!?…”)]){note}(?:\s?/\s?[{CAPITAL}][\w. ]{{1,25}}?)?\.{source}(?=$|{opening})"
    return re.compile(rf"{stopped}|(?:^|(?<=[.!?…”)]\s)|(?<=\s\s)){note}(?={opening})")


@cache
def _open() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w(\[])(?:{_markers()})\s*:\s*(?=\S)")


@cache
def _value() -> re.Pattern[str]:
    """A source that is known, perhaps with a second one after a slash."""
    known = alternatives(*(name for name in outlets()), *(name.casefold() for name in cues("captions", "stock")))
    one = rf"(?i:{known})(?![\w&])"
    return re.compile(rf"{one}(?:\s?/\s?(?:{one}|[{CAPITAL}][\w.]*))*")


@cache
def _body() -> re.Pattern[str]:
    """A body by its head and a few words up to a stop: "Bộ Quốc phòng Israel."."""
    heads = {head[:1].upper() + head[1:] for language in LANGUAGES for head in lexicon(language, "names")["heads"]}
    return re.compile(rf"{alternatives(*heads)}(?: [\w-]+){{1,5}}(?=\s*(?:[.;|)\]\n]|$))")


@cache
def _openers() -> frozenset[str]:
    """Words that begin sentences and are never part of a name."""
    lists = [lexicon(language, "names")[key] for language in LANGUAGES for key in ("openers", "function")]
    return frozenset(word for words in lists for word in words)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(cues("captions", "verbs"))


def photo_lines(page: Page) -> Iterator[Removed]:
    """Lines that end in a photo credit ("Quân Mỹ tại Iraq. Ảnh: Anadolu. |"): a short one whole, else the credit."""
    for place, line in enumerate(page.lines):
        match = _line_end().search(line.text)
        if match is None or (place == 0 and match.start() == 0) or words(line.text) > LINE_WORDS:
            continue
        if len(page.lines) == 1 or not _is_source(match[0]):
            continue
        caption = line.text[: match.start()].rstrip()
        if len(_SENTENCE_END.findall(caption)) == 0 and words(caption) <= CAPTION_LINE_WORDS:
            yield Removed(line.start, line.end, "photo-credit")
        else:
            yield Removed(line.start + match.start(), line.end, "photo-credit")


def _is_source(credit: str) -> bool:
    """Whether what ends a line names a source and does not go on with the story."""
    if "REUTERS/" in credit:
        return True
    value = credit.split(":", 1)[-1]
    return words(value) <= VALUE_WORDS + 2 and not re.search(r"\w{2,}[.!?]\s+\w", value) and not _has_verb(value)


def _has_verb(text: str) -> bool:
    return bool(_verbs() & {word.strip(",;:.").casefold() for word in text.split()})


def inline_captions(page: Page) -> Iterator[Removed]:
    """Photo credits inside running text, with the caption before them where it is short and has no verb."""
    for line in page.lines:
        for start, end in _credits(line.text):
            caption = _caption_start(line.text, start)
            yield Removed(line.start + caption, line.start + end, "photo-credit")


def _credits(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each credit in a line, left to right."""
    for match in _bracketed().finditer(text):
        is_photo = not re.match(r"[(\[]\s*(?:nguồn|source)\b(?! ảnh)", match[0], re.IGNORECASE)
        if is_photo or _stands_apart(text, match.start(), match.end()):
            yield match.span()
    yield from (match.span() for match in _illustration().finditer(text))
    yield from (match.span() for match in _PICTURE.finditer(text))
    for match in _open().finditer(text):
        end = _value_end(text, match.end())
        if end > match.end():
            yield match.start(), end


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether brackets stand between sentences and not inside one."""
    before, after = text[max(0, start - 9) : start].rstrip(), text[end : end + 9].lstrip()
    return (not before or before[-1] in ".!?…") and (not after or after[0].isupper() or not after[0].isalnum())


def _value_end(text: str, start: int) -> int:
    """Where the name after "Ảnh:" ends; ``start`` when that cannot be told.

    Without a stop after the name, a run of capitals also holds the first words of the next sentence: the name ends
    before a word that begins sentences and no names; where there is none, the last word is given back to the story, and
    at most two words are taken.
    """
    named = _PERSON.match(text, start)
    known = _SITE.match(text, start) or _value().match(text, start)
    known = known or (_value().match(text, named.end()) if named else None)
    if known:
        stop = _FULL_STOP.match(text, known.end())
        return stop.end() if stop else known.end()
    body = _body().match(text, start)
    if body and not _has_verb(body[0]):
        return body.end() + (1 if text[body.end() : body.end() + 1] in (".", "|") else 0)
    run = _RUN.match(text, start)
    if run is None:
        return start
    stop = _STOP.match(text, run.end())
    if stop and words(run[0]) <= VALUE_WORDS:
        return run.end() + (1 if text[run.end() : run.end() + 1] in (".", "|") else 0)
    parts = list(re.finditer(r"[^\s]+", run[0]))
    opener = next((place for place, part in enumerate(parts) if part[0].casefold() in _openers()), 0)
    if 0 < opener <= VALUE_WORDS:
        return start + parts[opener - 1].end()
    if len(parts) < 2:
        return start
    return start + parts[min(len(parts) - 2, 1)].end()


def _caption_start(text: str, credit: int) -> int:
    """Where the caption before a credit starts; ``credit`` itself when the words before it may be story."""
    window = max(0, credit - CAPTION_WINDOW)
    before = text[window:credit].rstrip()
    body = re.sub(r"[.!?…]+$", "", before)
    ends = [match.end() for match in _SENTENCE_END.finditer(body)]
    start = ends[-1] if ends else 0
    caption = body[start:].split()
    most = NAMES_WORDS if 2 * sum(word[0].isupper() for word in caption) >= len(caption) else CAPTION_WORDS
    if not caption or len(caption) > most or _tells(body[start:]):
        return credit
    return window + start if caption[0][0].isupper() else credit


def _tells(caption: str) -> bool:
    """Whether a caption may be story: it has a verb, a figure, or part of a quotation."""
    halved = re.search("”[^“]*$", caption.split("“")[0]) or len(re.findall('["“”]', caption)) % 2
    return bool(halved or re.search(r"\d", caption)) or _has_verb(caption)
