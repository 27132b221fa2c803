"""Words of which only one can fill a slot (southwest / northwest, on the spot / on the way to hospital)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from compare.judge.evidence import Evidence
from compare.judge.landmarks import from_other_places
from compare.judge.phrases import find_phrases, phrase_index, section_of, span_of
from compare.judge.readings import are_read, base_behind, of_a_market, of_other_levels
from compare.judge.sides import Pair, Side
from compare.judge.spelling import fold
from compare.judge.surroundings import surroundings
from compare.judge.timing import hours_apart
from compare.judge.words import Word, around, words_of
from compare.types import Kind, Quantity, Span

REACH, WISHING = 3, 8
OTHER_STORM = 3  # days between the nearest that two articles name
LIST_HEAD, NEXT, NEXT_TO = 6, 8, 2
DYING, DEAD = 14, 8
CAUGHT = "bắt"
TEAMS = frozenset(("clb", "fc", "dt", "doi", "tuyen", "cau", "lac", "bo"))
CLOSE, VERY_CLOSE = 0.3, 0.5
# Words that two articles may well use of different things; only close by the same words do they count.
WEAK = frozenset(("trend", "child", "compass", "continent"))
OFFICES = frozenset(("bureau", "mayor", "minister", "director", "chairman"))
NEGATORS = frozenset(("không", "chưa", "chẳng", "not", "never", "no"))
PASSIVE = frozenset(("was", "were", "been", "be", "being"))
Index = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def contrasts(pair: Pair, kind: Kind, note: str) -> Iterator[Evidence]:
    """Yield the clashing words of one kind that stand in the two sentences, where neither sentence holds both."""
    index = contrast_index(kind)
    priced = all(any("/" in one.unit for one in side.quantities) for side in pair.sides) or _of_other_hours(pair)
    left, right = _found(pair.left, pair.left_words, index), _found(pair.right, pair.right_words, index)
    for group in sorted(left.keys() & right.keys()):
        if left[group].keys() & right[group].keys() or (group == "trend" and priced):
            continue
        for one in left[group].values():
            for other in right[group].values():
                rivals = len(left[group]) * len(right[group])
                found = _evidence(pair, kind, note, group, one, other, rivals)
                close = VERY_CLOSE if group == "trend" else CLOSE if group in WEAK else 0.0
                if found.features["near"] >= close and _told_of_one(pair, group, one, other):
                    yield found


def _of_other_hours(pair: Pair) -> bool:
    """Whether both sentences give figures of a market at two moments: it may rise at one and fall at the other."""
    return of_a_market(pair) and (hours_apart(pair) != 0 or of_other_levels(pair))


def _told_of_one(pair: Pair, group: str, left: Span, right: Span) -> bool:
    """A direction needs a distance from the same place beside it, an office the same holder where both sentences
    name people; of two storms days apart each has its own; a player's place on the field needs a list or the same name
    after it; who wins and who loses has to be the same, since one beats the other.
    """
    if group in ("direction", "compass") and are_read(pair):
        articles = pair.left.article.id, pair.right.article.id
        if pair.context.days_apart(*articles) >= OTHER_STORM:
            return False
    if group in ("direction", "compass"):
        far = [_distances(side) for side in pair.sides]
        return all(far) and not any(from_other_places(pair, one, other) for one in far[0] for other in far[1])
    if group == "position":
        players = _named_after(pair.left, left), _named_after(pair.right, right)
        return any(_of_one_person(one, other) for one in players[0] for other in players[1])
    if group == "result":
        return _of_one_team(_named_before(pair.left, left), _named_before(pair.right, right))
    if group == "arrest":  # "bắt được khi đang lẩn trốn" tells of the catch as well
        return not all(any(word.form == CAUGHT for word in words) for words in (pair.left_words, pair.right_words))
    if group == "death":
        both = (pair.left_words, left), (pair.right_words, right)
        return all(_tells_of_a_death(words, span) for words, span in both)
    if group == "trend":
        return not _of_other_bases(pair, left, right)
    if group == "stance":
        people = _nearest_person(pair.left, left), _nearest_person(pair.right, right)
        return all(people) and _of_one_person(*people)
    if group in ("policy", "probation"):
        both = (pair.left_words, left), (pair.right_words, right)
        return not any(_only_wished(words, span) for words, span in both) and _of_one_holder(pair, group, left, right)
    if group in OFFICES:
        return _of_one_person(_nearest_person(pair.left, left), _nearest_person(pair.right, right))
    return True


def _of_other_bases(pair: Pair, left: Span, right: Span) -> bool:
    """Whether a rise is measured against one base and a fall against another: last year, last quarter."""
    both = ((pair.left_words, left), (pair.right_words, right))
    mine, theirs = (base_behind(words, around(words, span.start, span.end)[1]) for words, span in both)
    return bool(mine and theirs) and mine != theirs


def _only_wished(words: Sequence[Word], span: Span) -> bool:
    """Whether it is asked for or expected, not done: "kêu gọi Fed | giảm lãi suất"."""
    first, _ = around(words, span.start, span.end)
    return any(True for _ in find_phrases(words[max(0, first - WISHING) : first], phrase_index("wishes")))


def _of_one_holder(pair: Pair, group: str, left: Span, right: Span) -> bool:
    """Whether the sentences name no two people, for a sentence, or bodies before the words, for a policy."""
    if group == "probation":
        return _of_one_person(_nearest_person(pair.left, left), _nearest_person(pair.right, right))
    holders = _named_before(pair.left, left), _named_before(pair.right, right)
    return not all(holders) or bool({*holders[0].split()} & {*holders[1].split()})


def _of_one_person(left: str, right: str) -> bool:
    """Whether one name is the other or a part of it, tones and all: "Dũng" is not "Dụng"; no name may be anybody's."""
    first, second = ({word.form for word in words_of(name)} for name in (left, right))
    return first <= second or second <= first


def _of_one_team(left: str, right: str) -> bool:
    """Whether two names share words and neither has a word of its own that the other lacks: "Man United" is "Manchester
    United", "U20 Nam Hải" is not "U20 Bắc Sơn".
    """
    first, second = ({*name.split()} - TEAMS for name in (left, right))
    own, other = first - second, second - first
    cut = all(any(one.startswith(two) or two.startswith(one) for two in other) for one in own)
    return bool(first & second) and (not own or not other or cut)


def _tells_of_a_death(words: Sequence[Word], span: Span) -> bool:
    """Whether "at the hospital" is said of somebody who died there: a death is told in its words or near them."""
    first, last = around(words, span.start, span.end)
    near = words[max(0, first - DYING) : last + DEAD]
    return any(name == "dead" for *_, name in find_phrases(near, phrase_index("states")))


def _distances(side: Side) -> list[Quantity]:
    return [one for one in side.quantities if one.unit == "m"]


def _nearest_person(side: Side, span: Span) -> str:
    """The person named closest to a word; "" where the sentence names nobody."""
    people = [one.span for one in side.names if one.kind == "person"]
    found = min(people, key=lambda one: max(one.start - span.end, span.start - one.end), default=None)
    return found.text if found else ""


def _named_before(side: Side, span: Span) -> str:
    """The last name before a word, folded; "" where there is none."""
    return next((fold(name.span.text) for name in reversed(side.names) if name.span.end <= span.start), "")


def _named_after(side: Side, span: Span) -> list[str]:
    """The name right after a word, or all names after it where it heads a list ("Tiền vệ (9): ...")."""
    text = side.article.text[span.end : span.end + LIST_HEAD]
    reach = side.sentence.end if ":" in text else span.end + NEXT
    return [name.span.text for name in side.names if span.end <= name.span.start <= reach]


def _evidence(pair: Pair, kind: Kind, note: str, group: str, left: Span, right: Span, rivals: int) -> Evidence:
    features = {
        **surroundings(pair, left, right),
        "rivals": float(rivals),
        "length": float(min(len(left.text), len(right.text)) / 10.0),
        "weak": float(group in WEAK),
        "contrast": 1.0,
    }
    return Evidence(kind, left, right, "conflict", note, {"left": left.text, "right": right.text}, features)


def _found(side: Side, words: Sequence[Word], index: Index) -> dict[str, dict[str, Span]]:
    """First span of each side of each contrast: group -> side of the contrast -> span."""
    found: dict[str, dict[str, Span]] = {}
    for first, last, name in find_phrases(words, index):
        if any(word.form in NEGATORS for word in words[max(0, first - REACH) : first]):
            continue
        group, _, member = name.partition("#")
        if group == "result" and any(word.form in PASSIVE for word in words[max(0, first - NEXT_TO) : first]):
            continue  # "was soundly defeated" names the loser
        found.setdefault(group, {}).setdefault(member, span_of(side, words, first, last))
    return found


@cache
def contrast_index(kind: Kind) -> Index:
    """Phrases of the contrasts of one kind; their names are ``GROUP#SIDE``, so both languages meet."""
    index: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for language in ("vi", "en"):
        for group, (own_kind, *sides) in section_of(language, "contrasts").items():
            if own_kind != kind:
                continue
            for number, phrases in enumerate(sides):
                for phrase in phrases:
                    words = tuple(word.form for word in words_of(phrase))
                    index.setdefault(words[0], set()).add((words, f"{group}#{number}"))
    return {first: tuple(sorted(found, key=lambda one: (-len(one[0]), one))) for first, found in index.items()}
