"""Times that do not date the event: of the telling ("hôm 3/5 cho biết"), of a count, of a figure in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from compare.judge.phrases import find_phrases, phrase_index, section_of
from compare.judge.sides import Side
from compare.judge.words import Word, around
from compare.types import Span, Time

NEXT, OPENING, LEADING, TITLE, SUBJECT, ANNOUNCED = 3, 1, 6, 12, 18, 26
OF_STATEMENTS = {("leading", "nouns"), ("behind", "nouns"), ("behind", "meetings")}
APPOSED = (",", "-", "–", "(")
STAMP = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?[\s,|-]+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
HOURS = re.compile(r"(\D+ )?\d{1,2} ?(?:h|g|giờ|hours?)")


def told_of(side: Side, words: Sequence[Word], time: Time) -> bool:
    """Whether a time dates a verb of saying: it stands right before the verb, or opens the sentence before it.

    "Ngày 3/5, công an cho biết ..." and "Trong bức thư gửi tỉnh hôm 3/5, ông Sáu viết ..." date the telling, "Vụ cháy
    xảy ra ngày 3/5, công an cho biết ..." does not.
    """
    if _of_a_speaker(side, words, time):
        return True
    first, last = around(words, time.span.start, time.span.end)
    if any(find_phrases(words[max(0, first - ANNOUNCED) : first], phrase_index("announced"))):
        return True  # "được công bố bởi ông Burr vào hôm 19-5"
    opens = first <= OPENING or _of_a_statement(side, words, time)
    for verb in verbs_of_saying(side.article.text, words[last : last + (SUBJECT if opens else NEXT)]):
        return side.article.text[time.span.end : verb.start].count(",") <= int(opens)
    return False


def verbs_of_saying(text: str, words: Sequence[Word]) -> Iterator[Word]:
    """The first word of each verb of saying; with a capital it is of a name ("Bộ Thông tin và Truyền thông")."""
    found = (words[start] for start, *_ in find_phrases(words, phrase_index("telling")))
    return (word for word in found if not text[word.start].isupper())


def _of_a_speaker(side: Side, words: Sequence[Word], time: Time) -> bool:
    """Whether a time stands apart at the head of a clause, or after a talk that opens the sentence, and the next name
    there is who speaks: "Ngày 3/5, ông Sáu, Giám đốc Sở Y tế, cho biết ...", however much stands between it and the
    verb of saying.
    """
    text = side.article.text
    first, last = around(words, time.span.start, time.span.end)
    heads = not first or text[words[first - 1].end : time.span.start].strip() == ","
    talks = [start for start, *_ in find_phrases(words[:last], phrase_index("talks"))]
    talked = first <= SUBJECT and talks[:1] == [0] and "," not in text[words[0].start : time.span.start]
    stated = _of_a_statement(side, words, time)
    if not (heads or talked or stated):
        return False
    tellings = phrase_index("telling")
    for speaker in (claim.speaker for claim in side.claims if claim.speaker):
        if speaker.span is None or speaker.cue is None or speaker.span.start < time.span.end:
            continue
        start, _ = around(words, speaker.span.start, speaker.span.end)
        said, behind = around(words, speaker.cue.start, speaker.cue.end)
        talking = any(find_phrases(words[last:start], phrase_index("talks")))
        between = text[speaker.span.end : speaker.cue.start].strip()
        apposed = len(between.split()) <= NEXT or between[0] in APPOSED
        if not (said > start and apposed and any(find_phrases(words[said:behind], tellings))):
            continue
        if talking or start - last <= TITLE:
            return text[time.span.end : speaker.span.start].count(",") <= 1 + (talking or stated)
    return False


def _of_a_statement(side: Side, words: Sequence[Word], time: Time) -> bool:
    """Whether a time belongs to a letter, speech or meeting that opens the sentence ("Trong bức thư ..."), also behind
    a caption that runs into it, with no comma between. Behind a subject "tuyên bố" is a verb.
    """
    text = side.article.text
    first, _ = around(words, time.span.start, time.span.end)
    found = list(find_phrases(words[:first], phrase_index("statements")))
    for (lead, _, leading), (noun, end, statement) in pairwise(found):
        opens = lead == 0 or (text[words[lead].start].isupper() and first - lead <= SUBJECT)
        if (leading, statement) in OF_STATEMENTS and opens and noun - lead < LEADING:
            return first <= lead + SUBJECT and "," not in text[words[end - 1].end : time.span.start]
    return False


def as_of(words: Sequence[Word], time: Time) -> bool:
    """Whether a time is the moment as of which a state is told: "tính đến 15h", "đến 15h ... vẫn chưa", "sáng 3/5, công
    an đang tạm giữ".
    """
    first, last = around(words, time.span.start, time.span.end)
    before = f" {' '.join(word.form for word in words[max(0, first - NEXT) : first])} "
    cues = [section_of(language, "as_of") for language in ("vi", "en")]
    if any(before.endswith(f" {cue} ") for one in cues for cue in one["cues"]):
        return True
    if first <= OPENING and time.moment != "clock" and _goes_on(words[last:]):
        return True
    goes_on = any(word.form in one["still"] for word in words[last:] for one in cues)
    return goes_on and any(before.endswith(f" {cue} ") for one in cues for cue in one["until"])


def _goes_on(words: Sequence[Word]) -> bool:
    """Whether words soon tell of what is going on ("đang tạm giữ"): inquiries, searches, treatment."""
    return any(find_phrases(words[:SUBJECT], phrase_index("ongoing")))


def serial(words: Sequence[Word], time: Time) -> bool:
    """Whether a month, quarter or year tells which of several meetings or visions is meant ("phiên họp thường kỳ tháng
    1", "tầm nhìn đến năm 2030") or since when something is a record, or a day without a date is one of every week
    ("thứ Bảy và Chủ nhật hằng tuần").
    """
    first, last = around(words, time.span.start, time.span.end)
    bare = time.moment == "day" and not any(map(str.isdigit, time.span.text))
    if bare and _weekly(words[max(0, last - 1) : last + LEADING]):
        return True
    meeting = time.moment in ("month", "quarter", "year")
    return (meeting and _right_behind(words, first, "cues")) or _right_behind(words, first, "record")


def _weekly(words: Sequence[Word]) -> bool:
    """Whether "hằng tuần" follows, with no comma between."""
    unbroken = 1 + sum(1 for _ in takewhile(lambda both: both[1].start - both[0].end <= 1, pairwise(words)))
    return any(name == "weekly" for *_, name in find_phrases(words[:unbroken], phrase_index("serial")))


def compared(words: Sequence[Word], time: Time) -> bool:
    """Whether a time is one that another is compared with ("so với năm 2017"): nothing happened then."""
    return _right_behind(words, around(words, time.span.start, time.span.end)[0], "than")


def _right_behind(words: Sequence[Word], first: int, key: str) -> bool:
    """Whether a cue of the lexicon's ``serial`` stands right before a word."""
    before = f" {' '.join(word.form for word in words[max(0, first - LEADING) : first])} "
    return any(before.endswith(f" {cue} ") for language in ("vi", "en") for cue in section_of(language, "serial")[key])


def stamped(time: Time) -> bool:
    """Whether a time is written as a page's stamp, to the minute with its whole date: "07:06 08/02/2017"."""
    return STAMP.fullmatch(time.span.text) is not None


def elapsed(words: Sequence[Word], time: Time) -> bool:
    """Whether what reads as an hour counts hours: "suốt 3h", and with a hedge "sau gần 8h" ("sau 8h" is an hour)."""
    told = HOURS.fullmatch(time.span.text.lower())
    first, _ = around(words, time.span.start, time.span.end)
    if not told or not first:
        return False
    kinds = [section_of(language, "elapsed") for language in ("vi", "en")]
    before = words[first - 1].form
    return any(before in one["lasting"] or (bool(told[1]) and before in one["cues"]) for one in kinds)


def in_brackets(side: Side, span: Span) -> bool:
    """Whether a time is alone in brackets, or there with a figure: "(22/5: 14.500 đồng)", "phát hành (18-7-2016)"."""
    text = side.article.text
    opened = text.rfind("(", side.sentence.start, span.start)
    closed = text.find(")", span.end, side.sentence.end)
    if opened < 0 or closed < 0 or text.rfind(")", opened, span.start) >= 0:
        return False
    alone = text[opened + 1 : closed].strip() == text[span.start : span.end].strip()
    return alone or any(opened < one.span.start < closed for one in side.quantities)
