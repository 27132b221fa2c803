"""Negation: what one sentence says happened and the other says did not.

Only what follows a plain "not" at once counts, and the two claims have to share much of the rest: negated clauses are
common, and most of them deny something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from compare.judge.evidence import Evidence
from compare.judge.phrases import find_phrases, negators, phrase_index, section_of, span_of
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold
from compare.judge.surroundings import surroundings
from compare.judge.timing import published_apart
from compare.judge.words import Word, around
from compare.types import Relation, Span

SCOPE = 6
CARRIERS = frozenset(("được", "bị", "phải", "có", "hề", "từng", "be", "been", "have", "has", "had"))
NEARLY, THERE_IS, GIVEN = "suýt", "có", "được"
ENOUGH, ENOUGH_ENGLISH = 5.0, 3.0  # an English verb is one word, most Vietnamese ones are two
CLOSE = 4
DEGREE, FEW, BANNED, LONG = 10, 3, 16, 16


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words: where they begin in the negated scope and in the other sentence, how many, and their weight."""

    offset: int
    place: int
    length: int
    weight: float


@dataclass(frozen=True, slots=True)
class Denial:
    """A "not" in the sentence ``own``, the words after it, those that the other sentence has, and where: at ``met``."""

    own: Sequence[Word]
    negator: Sequence[Word]
    scope: Sequence[Word]
    run: Run
    others: Sequence[Word]
    met: Word


def check(pair: Pair) -> Iterator[Evidence]:
    """Yield words that one sentence negates and the other affirms."""
    yield from _one_way(pair, flipped=False)
    yield from _one_way(pair, flipped=True)


def _one_way(pair: Pair, *, flipped: bool) -> Iterator[Evidence]:
    """What a negated claim of one sentence negates, where a claim of the other says it."""
    own, other = (pair.right, pair.left) if flipped else (pair.left, pair.right)
    words, others = (pair.right_words, pair.left_words) if flipped else (pair.left_words, pair.right_words)
    said = _affirmed(other, others)
    if any(True for one in (words, others) for _ in find_phrases(one, phrase_index("conditions"))):
        return
    for claim in own.claims:
        if claim.negation is None or _plain(claim.negation) not in negators():
            continue
        first, last = around(words, claim.negation.start, claim.negation.end)
        passive = claim.negation.text.lower().endswith(f" {GIVEN}")
        run = (
            None
            if _of_degree(words[last : last + DEGREE], others)
            else _heaviest_run(pair, words[last : last + SCOPE], said)
        )
        if run is None or _of_others(own, words[first].start, other, said[run.place].start):
            continue
        at, _ = around(others, said[run.place].start, said[run.place].end)
        if passive and GIVEN not in {word.form for word in others[max(0, at - 1) : at]}:
            continue  # "không được vào" forbids what "vào" tells
        if _no_denial(pair, Denial(words, words[first:last], words[last:], run, others, said[run.place])):
            continue
        denied = span_of(own, words, first, last + run.offset + run.length)
        start, end = said[run.place].start, said[run.place + run.length - 1].end
        met = Span(start, end, other.article.text[start:end])
        left, right = (met, denied) if flipped else (denied, met)
        features = {
            "scope_weight": min(run.weight, 20.0) / 20.0,
        }
        told = {"left": left.text, "right": right.text}
        relation, note = _relation(pair, _plain(claim.negation), flipped)
        yield Evidence("polarity", left, right, relation, note, told, {**surroundings(pair, left, right), **features})


def _plain(negation: Span) -> str:
    """A "not" without the carrier that it may take along: "chưa có (đề nghị hỗ trợ)", "không được (cấp phép)". What is
    "chưa được" so may be so any time.
    """
    plain = negation.text.lower().removesuffix(" có")
    return plain if _is_cue("open", plain.split()[0]) else plain.removesuffix(f" {GIVEN}")


def _relation(pair: Pair, negator: str, flipped: bool) -> tuple[Relation, str]:
    """What was not yet so ("chưa") in the earlier article may be so in the later one; all else is a conflict."""
    hours = -published_apart(pair) if flipped else published_apart(pair)
    if hours <= 0 or not _is_cue("open", negator):
        return "conflict", "negated"
    return "update", "earlier_so" if flipped else "later_so"


def _of_others(own: Side, start: int, other: Side, met: int) -> bool:
    """Whether people or bodies are named before both places and none is the same: each does as it does."""
    first, second = _named_before(own, start), _named_before(other, met)
    return bool(first and second) and not first & second


def _named_before(side: Side, place: int) -> set[str]:
    names = (name for name in side.names if name.kind != "place" and name.span.end <= place)
    return {word for name in names for word in fold(name.span.text).split()}


def _of_degree(scope: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether a negation is of a degree that the other sentence does not tell ("không đuổi kịp", "không ở lại được
    lâu", "không chỉ"), within its own clause.
    """
    within = takewhile(lambda both: both[1].start - both[0].end <= 1, pairwise(scope))
    told = {word.form for word in others}
    degrees = {word.form for word in (*scope[:1], *(other for _, other in within)) if _is_cue("degree", word.form)}
    return any(_is_cue("not_only", word.form) for word in scope[:1]) or bool(degrees - told)


def _no_denial(pair: Pair, denial: Denial) -> bool:
    """Whether both sentences may be true of the same: what the other one tells does not affirm what is denied."""
    at, _ = around(denial.others, denial.met.start, denial.met.end)
    coming = _told_with("coming", denial.others[max(0, at - CLOSE) : at])
    return (
        _negated_too(denial.scope[denial.run.offset : denial.run.offset + 1], denial.others)
        or _affirmed_too(denial)
        or _not_so_much(denial)
        or _denied_there(pair, denial.scope[:LONG], denial.others)
        or (coming and _of_a_term(denial))
        or _told_with("only", denial.others[max(0, at - FEW) : at])
        or _told_with("off", denial.others)
        or _forbidden(denial.others[max(0, at - BANNED) : at + 1])
        or (coming and _told_with("open", denial.negator))
    )


def _forbidden(words: Sequence[Word]) -> bool:
    """Whether the last of the words is forbidden by one before it, with no comma and no "bị cấm" between."""
    for place in range(len(words) - 2, -1, -1):
        if words[place + 1].start - words[place].end > 1:
            return False
        if _is_cue("forbidding", words[place].form):
            return place == 0 or words[place - 1].form != "bị"
    return False


def _told_with(group: str, words: Sequence[Word]) -> bool:
    """Whether a cue is among the words: of few ("chỉ"), of a ban ("cấm"), of what was called off ("hủy"), of what is
    not yet or still to come.
    """
    return any(_is_cue(group, word.form) for word in words)


def _denied_there(pair: Pair, scope: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether the other sentence denies some of the same in its own words ("chứ không phải đuổi xe")."""
    for place, word in enumerate(others):
        if word.form in negators():
            run = _heaviest_run(pair, others[place + 1 : place + 1 + SCOPE], scope)
            if run is not None:
                return True
    return False


def _of_a_term(denial: Denial) -> bool:
    """Whether only a term is denied ("không ra phán quyết trong ngày") of what the other sentence announces."""
    index, run = phrase_index("terms"), denial.run
    reach = denial.scope[run.offset : run.offset + run.length + FEW]
    denied = {name for _, last, name in find_phrases(reach, index) if not any(w.figure for w in reach[last : last + 1])}
    return bool(denied - {name for *_, name in find_phrases(denial.others, index)})


def _is_cue(group: str, form: str) -> bool:
    return any(form in section_of(language, "negation")[group] for language in ("vi", "en"))


def _negated_too(negated: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether the other sentence negates the same word anywhere, shortly before it."""
    forms = [word.form for word in others]
    places = [place for place, form in enumerate(forms) if form in {word.form for word in negated}]
    before = [form for place in places for form in forms[max(0, place - CLOSE) : place]]
    return any(form in negators() or _is_cue("absent", form) for form in before)


def _not_so_much(denial: Denial) -> bool:
    """Whether the other sentence tells no more than the one that denies: of what was averted ("suýt chết đuối", "được
    cứu khi đang chết đuối"), or what is not there ("không có giấy phép", "thu giữ giấy phép").
    """
    at, _ = around(denial.others, denial.met.start, denial.met.end)
    before = denial.others[max(0, at - CLOSE) : at]
    if denial.negator[0].form == NEARLY:
        return _told_with("averted", denial.others)
    return denial.negator[-1].form == THERE_IS and not _told_with("being", before)


def _affirmed_too(denial: Denial) -> bool:
    """Whether the sentence that denies affirms the same elsewhere ("che phía sau, phía trước không che")."""
    run = denial.scope[denial.run.offset : denial.run.offset + denial.run.length]
    told = [word.form for word in run]
    forms, others = ([word.form for word in words] for words in (denial.own, denial.others))
    denied = [word.form for word in denial.scope[denial.run.offset + len(told) :][:SCOPE]]
    at, _ = around(denial.others, denial.met.start, denial.met.end)
    met = {*others[at + len(told) : at + len(told) + SCOPE]}
    for place in range(len(forms) - len(told) + 1):
        plain = not any(form in negators() for form in forms[max(0, place - CLOSE) : place])
        if plain and forms[place : place + len(told)] == told and denial.own[place].start != run[0].start:
            goes_on = forms[place + len(told) : place + len(told) + SCOPE]
            if place and _is_cue("but", forms[place - 1]):  # "không kháng cáo bản án mà kháng cáo phần bồi thường"
                goes_on, met = forms[place + len(told) :], {*others[at + len(told) :]}
            return len({*goes_on} & met) >= len({*denied} & met)
    return False


def _affirmed(side: Side, words: Sequence[Word]) -> list[Word]:
    """The words of a sentence that stand in claims without a negation."""
    claims = [claim for claim in side.claims if claim.polarity]
    return [word for word in words if any(claim.start <= word.start < claim.end for claim in claims)]


def _heaviest_run(pair: Pair, scope: Sequence[Word], others: Sequence[Word]) -> Run | None:
    """The heaviest run of words of the other sentence that the scope begins with, carriers left out; None where none
    says enough.
    """
    best: Run | None = None
    enough = ENOUGH_ENGLISH if pair.left.article.language == pair.right.article.language == "en" else ENOUGH
    start = next((place for place, word in enumerate(scope) if word.form not in CARRIERS), len(scope))
    for place in range(len(others)):
        length = _equal_length(scope[start:], others[place:])
        weight = sum(pair.weights.of(word.form) for word in scope[start : start + length])
        if weight >= enough and (best is None or weight > best.weight):
            best = Run(start, place, length, weight)
    return best


def _equal_length(left: Sequence[Word], right: Sequence[Word]) -> int:
    length = 0
    for one, other in zip(left, right, strict=False):
        if one.form != other.form:
            break
        length += 1
    return length
