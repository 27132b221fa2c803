"""Progress: a plan that has been carried out, a report that had not come in. Only the moment differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from compare.judge.days import days_meet
from compare.judge.evidence import Evidence
from compare.judge.phrases import PhraseIndex, find_phrases, index_of, phrase_index, section_of, span_of
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold
from compare.judge.timing import published_apart
from compare.judge.words import Word, around, words_of
from compare.lexicon import lexicon
from compare.types import Claim, Span, Time

SCOPE = 8
DAYS = 3.0
VERB, SAYING = 3, 2.0
ONE_SUBJECT = 0.6
DONE, UNDONE = "đã", "chưa"
ENDING, STEM = re.compile(r"(?:ing|ed|es|e|s)$"), 3
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Open:
    """What one side leaves open: the cue ("sẽ", "chưa có") and the words that follow it."""

    cue: Span
    scope: tuple[Word, ...]


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield plans against deeds, and "not yet" against what came later."""
    yield from _plans(pair)
    yield from _not_yet(pair)


def _plans(pair: Pair) -> Iterator[Evidence]:
    yield from _carried_out(pair, flipped=False)
    yield from _carried_out(pair, flipped=True)


def _carried_out(pair: Pair, *, flipped: bool) -> Iterator[Evidence]:
    """Plans of one side that the other, later one tells as done; where pages have no dates, those done on their day or
    told with one verb.
    """
    own, other = (pair.right, pair.left) if flipped else (pair.left, pair.right)
    words, others = (pair.right_words, pair.left_words) if flipped else (pair.left_words, pair.right_words)
    hours = -published_apart(pair) if flipped else published_apart(pair)
    for plan in own.claims:
        for deed in other.claims:
            if hours < 0 or not _leads_on(plan) or deed.status != "done" or not deed.polarity or _tells(deed):
                continue
            if not hours and (_of_a_decision(own) or not _by_the_same(own, plan, other, deed)):
                continue
            planned, carried = _open(words, plan), _open(others, deed)
            dated = _done_on_its_day(pair, own, planned, other, carried)
            alike = _same_deed(pair, planned, carried) and not _on_other_days(own, other)
            alike = alike and not _of_other_things(pair, (planned, others), (carried, words))
            alike = alike and not _of_other_counts(planned, carried)
            if _undone(plan) and alike:
                mixed = _told_as(DONE, words, planned) or _told_as(UNDONE, others, planned)
                alike = not mixed and _of_one_subject(pair, (planned, words), (carried, others))
            announced = _planned_too(pair, planned, others) or _foreseen(others, deed)
            if announced or not (alike or (plan.polarity and (hours or dated))):
                continue
            spans = _shown(own, words, plan, others), _shown(other, others, deed, words)
            note, later = ("earlier", -1.0) if flipped else ("later", 1.0)
            note += "_so" if _undone(plan) else "_done"
            features = {"plan": 1.0} | ({} if hours else {"dated": 1.0} if dated else {"same_deed": 1.0})
            done = _words_of(others, deed)
            yield _evidence(pair, spans[::-1] if flipped else spans, note, later, planned, done, features)


def _leads_on(claim: Claim) -> bool:
    """Whether a claim tells of a plan ("sẽ") or of what is not done yet ("chưa được")."""
    return _undone(claim) is not None or (claim.status == "planned" and claim.polarity)


def _undone(claim: Claim) -> Span | None:
    """The words that say that something is not done yet."""
    first = claim.negation.text.lower().split()[0] if claim.negation else ""
    open_cues = (section_of(language, "negation")["open"] for language in ("vi", "en"))
    return claim.negation if any(first in cues for cues in open_cues) else None


def _of_a_decision(side: Side) -> bool:
    """Whether a sentence says what a decision comes to ("Theo đó, ông Tám sẽ thôi chức"), which may be done by now."""
    opening = side.sentence.text.lower().lstrip(' “"')
    return any(
        opening.startswith(cue) for language in ("vi", "en") for cue in section_of(language, "decisions")["cues"]
    )


def _tells(deed: Claim) -> bool:
    """Whether what is done is the telling: "said" carries no plan out."""
    return deed.status_cue is not None and any(
        True for _ in find_phrases(words_of(deed.status_cue.text), phrase_index("telling"))
    )


def _by_the_same(own: Side, plan: Claim, other: Side, deed: Claim) -> bool:
    """Whether names of one kind before a plan's cue and before a deed's share a word, and those behind as well."""
    for kind in ("person", "organisation", "place"):
        for before in (True, False):
            first, second = (_names(side, _cue(one), kind, before=before) for side, one in ((own, plan), (other, deed)))
            if first and second and not first & second:
                return False
    return True


def _names(side: Side, cue: Span, kind: str, *, before: bool) -> set[str]:
    spans = (one.span for one in side.names if one.kind == kind and (one.span.end <= cue.start) == before)
    return {word for span in spans for word in WORDS.findall(fold(span.text))}


def _done_on_its_day(pair: Pair, own: Side, plan: Open, other: Side, deed: Open) -> bool:
    """Whether a plan and a deed begin with one word and share another or one that says something, and their sentences
    a day.
    """
    verb, done = ([_meant(pair, word) for word in one.scope[:VERB]] for one in (plan, deed))
    days = any(days_meet(one, two) for one, two in _days(own, other))
    same = bool(verb) and verb[:1] == done[:1]
    return days and same and (pair.weights.of(verb[0]) >= SAYING or len({*verb} & {*done}) > 1)


def _on_other_days(own: Side, other: Side) -> bool:
    """Whether both sentences name days, and none of them in common."""
    days = _days(own, other)
    return bool(days) and not any(days_meet(one, two) for one, two in days)


def _days(own: Side, other: Side) -> list[tuple[Time, Time]]:
    """Every two times of the sentences that both name a day."""
    return [(one, two) for one in own.times for two in other.times if one.day and two.day]


def _same_deed(pair: Pair, plan: Open, deed: Open) -> bool:
    """Whether a plan and a deed begin with the same two words: "sẽ được | thông qua", "đã | thông qua"."""
    first, second = ([_meant(pair, word) for word in _verb(one)][:2] for one in (plan, deed))
    return len(first) == 2 and first == second


def _of_other_things(pair: Pair, *told: tuple[Open, Sequence[Word]]) -> bool:
    """Whether what follows each verb of two syllables is nowhere in the other sentence, whose words stand beside it:
    "sẽ công bố | điểm chuẩn", "đã công bố | đề thi".
    """
    for deed, others in told:
        what = [word for word in _verb(deed)[2:] if pair.weights.of(word.form) >= SAYING][:1]
        if not what or _meant(pair, what[0]) in {_meant(pair, word) for word in others}:
            return False
    return True


def _told_as(cue: str, words: Sequence[Word], left_open: Open) -> bool:
    """Whether a sentence tells the same as done, or as not yet done, too: "một số đã, số khác chưa triển khai"."""
    verb, forms = [word.form for word in _verb(left_open)][:2], [word.form for word in words]
    places = (place for place in range(len(forms)) if forms[place : place + len(verb)] == verb)
    return any(cue in forms[max(0, place - VERB) : place] for place in places)


def _of_one_subject(pair: Pair, *told: tuple[Open, Sequence[Word]]) -> bool:
    """Whether most of what stands before one of two cues stands before the other: "nạn nhân | chưa", "các nạn nhân |
    đã".
    """
    before = [{_meant(pair, word) for word in words if word.end <= one.cue.start} for one, words in told]
    weights = [sum(pair.weights.of(form) for form in forms) for forms in (*before, before[0] & before[1])]
    return weights[2] >= ONE_SUBJECT * min(weights[:2])


def _of_other_counts(plan: Open, deed: Open) -> bool:
    """Whether so many are to be ("sẽ gửi thêm 4 tàu") and so many other ones were ("đã gửi thêm 8 tàu")."""
    counts = [next((word.form for word in one.scope[: VERB + 1] if word.figure), "") for one in (plan, deed)]
    return all(counts) and counts[0] != counts[1]


def _verb(told: Open) -> list[Word]:
    """The words behind a cue without those that only say how: "(đã) chính thức được | thông qua"."""
    how = {place for first, last, _ in find_phrases(told.scope, phrase_index("how")) for place in range(first, last)}
    return [word for place, word in enumerate(told.scope) if place not in how]


def _planned_too(pair: Pair, plan: Open, words: Sequence[Word]) -> bool:
    """Whether the other sentence announces the same: one of its own cues of a plan stands before the plan's verb."""
    verb = {word.form for word in plan.scope[:VERB] if pair.weights.of(word.form) >= SAYING}
    cues = find_phrases(words, _plan_cues())
    return any(verb & {word.form for word in words[last : last + VERB]} for _, last, _ in cues)


def _foreseen(words: Sequence[Word], deed: Claim) -> bool:
    """Whether what reads as done is a forecast's: "dự báo đến ngày 6/6 nắng nóng | mới dịu"."""
    before = [word for word in words if word.end <= _cue(deed).start]
    return any(name == "forecast" for *_, name in find_phrases(before, phrase_index("states")))


@cache
def _plan_cues() -> PhraseIndex:
    return index_of({"planned": lexicon(language, "status")["planned"]} for language in ("vi", "en"))


def _not_yet(pair: Pair) -> Iterator[Evidence]:
    if pair.weights.meanings:
        return  # "chưa có" and "has yet to" are too many words in two languages to say that one side leaves it open
    left, right = _unknown(pair.left, pair.left_words), _unknown(pair.right, pair.right_words)
    if any(_leaves_open(side) for side, unknown in ((pair.left, left), (pair.right, right)) if unknown is None):
        return
    if left and not right:
        spans = left.cue, _whole(pair.right)
        yield _evidence(pair, spans, "later_known", 1.0, left, pair.right_words, {})
    elif right and not left:
        spans = _whole(pair.left), right.cue
        yield _evidence(pair, spans, "earlier_known", -1.0, right, pair.left_words, {})


def _leaves_open(side: Side) -> bool:
    """Whether a sentence negates anything or tells only what may be: it may leave the same open in other words."""
    return any(claim.negation is not None or claim.certainty == "possible" for claim in side.claims)


def _unknown(side: Side, words: Sequence[Word]) -> Open | None:
    """The first place where a sentence says that something is not known or done yet."""
    for first, last, name in find_phrases(words, phrase_index("denial")):
        if name == "not_yet":
            cue = span_of(side, words, first, min(len(words), last + SCOPE // 2))
            return Open(cue, tuple(words[last : last + SCOPE]))
    return None


def _open(words: Sequence[Word], claim: Claim) -> Open:
    cue = _cue(claim)
    told = claim.status_cue or _undone(claim)
    _, last = around(words, cue.start, cue.end) if told else around(words, claim.start, claim.start + 1)
    return Open(cue, tuple(words[last : last + SCOPE]))


def _evidence(
    pair: Pair,
    spans: tuple[Span, Span],
    note: str,
    later: float,
    left_open: Open,
    others: Sequence[Word],
    extra: dict[str, float],
) -> Evidence:
    """``later`` is 1 where the right side has to be the later one, -1 where the left one has to."""
    days = max(-DAYS, min(DAYS, published_apart(pair) * later / 24.0))
    features = {
        **extra,
        "in_order": float(days > 0),
        "against_order": float(days < 0),
        "scope_shared": _shared(pair, left_open.scope, others),
    }
    words = {"left": spans[0].text, "right": spans[1].text}
    return Evidence("outcome", *spans, "update", note, words, features)


def _shared(pair: Pair, scope: Sequence[Word], others: Sequence[Word]) -> float:
    """Share of the scope's weight that the other side's words hold."""
    forms = {_meant(pair, word) for word in others}
    total = sum(pair.weights.of(word.form) for word in scope)
    shared = sum(pair.weights.of(word.form) for word in scope if _meant(pair, word) in forms)
    return shared / total if total else 0.0


def _meant(pair: Pair, word: Word) -> str:
    """What a word is compared by; of an English one in an English pair its stem: "to sign", "signed"."""
    form = pair.weights.meaning(word.form)
    english = all(side.article.language == "en" for side in pair.sides)
    return ENDING.sub("", form) if english and len(form) > STEM else form


def _words_of(words: Sequence[Word], claim: Claim) -> Sequence[Word]:
    first, last = around(words, claim.start, claim.end)
    return words[first:last]


def _cue(claim: Claim) -> Span:
    return _undone(claim) or claim.status_cue or Span(claim.start, claim.end, claim.text)


def _shown(side: Side, words: Sequence[Word], claim: Claim, others: Sequence[Word]) -> Span:
    """The cue with the words that it is about ("chuẩn bị tổ chức các cuộc"); syllables that the other side has side
    by side too ("đàm phán") are not torn apart.
    """
    cue = _cue(claim)
    first, last = around(words, cue.start, cue.end)
    end = around(words, claim.start, claim.end)[1]
    stop = max(last, min(end, last + SCOPE // 2))
    together = {(one.form, next_one.form) for one, next_one in pairwise(others)}
    while 0 < stop < min(end, last + SCOPE) and (words[stop - 1].form, words[stop].form) in together:
        stop += 1
    return span_of(side, words, first, stop)


def _whole(side: Side) -> Span:
    return Span(side.sentence.start, side.sentence.end, side.sentence.text)
