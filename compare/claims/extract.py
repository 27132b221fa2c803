"""One article's sentences into claims: names, quotations, frames of speech, clauses, and what each clause carries."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from compare.claims.certainty import find_certainty
from compare.claims.clauses import split_clauses
from compare.claims.cuts import Marks
from compare.claims.frames import Frame, find_frames
from compare.claims.names import find_names, gather_evidence
from compare.claims.polarity import find_negation
from compare.claims.quantities import find_quantities
from compare.claims.quotes import find_quotes
from compare.claims.speakers import NEAR, quote_speaker, resolve_speakers, speaker_of
from compare.claims.status import find_status
from compare.claims.subjects import Ground, make_ground
from compare.claims.times import carry_days, find_times
from compare.claims.words import Words, match_at, phrases, split_words
from compare.types import Article, Claim, Name, Quantity, Sentence, Span, Speaker, Time

_LEFT = '"“‘«([$€£#-−+'
_RIGHT = "%‰\"”’»)]°º′″…!?.$€£'"
_LONG_QUOTE = 3
_ENDS = 3  # characters of a sentence beyond the end of its quotation: a mark and a full stop
_SHORT_QUOTE = 14
_EMBEDDED_QUOTE = 30


@dataclass(frozen=True, slots=True)
class _Read:
    """One sentence as read, before it is cut."""

    sentence: Sentence
    words: Words
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class _Scene:
    """One sentence with all that is known before it is cut: its article's text and quotations, who speaks where."""

    read: _Read
    ground: Ground
    frames: Sequence[Frame]
    speakers: Sequence[Speaker | None]
    voice: Speaker | None
    quotes: Sequence[tuple[int, int]]
    source: str


def extract_article(article: Article) -> tuple[Claim, ...]:
    """The claims of one segmented article in order; names and speakers carry the article's own spelling."""
    language = article.language or "vi"
    quotes = find_quotes(article.text)
    read = _read(article, language)
    grounds = [make_ground(one.words, one.names, _overlapping(quotes, one.sentence), language) for one in read]
    frames = [find_frames(ground) for ground in grounds]
    speakers = resolve_speakers(grounds, frames, article.text, language)
    carried = _carried(read, quotes, grounds, frames, speakers)
    return tuple(
        claim
        for one, ground, some, row, voice in zip(read, grounds, frames, speakers, carried, strict=True)
        for claim in _claims(_Scene(one, ground, some, row, voice, _overlapping(quotes, one.sentence), article.text))
    )


def _read(article: Article, language: str) -> list[_Read]:
    words = [split_words(one.text, one.start) for one in article.sentences]
    evidence = gather_evidence(words, language)
    times = carry_days([find_times(one, language, article.published) for one in article.sentences], article)
    return [
        _Read(
            sentence,
            some,
            find_quantities(sentence, language),
            some_times,
            find_names(some, article.text, language, evidence),
        )
        for sentence, some, some_times in zip(article.sentences, words, times, strict=True)
    ]


def _overlapping(quotes: Sequence[tuple[int, int]], sentence: Sentence, margin: int = 0) -> Sequence[tuple[int, int]]:
    """The quotations, which are disjoint and in order, that share a character with a sentence and ``margin`` around."""
    first = bisect_right(quotes, sentence.start - margin, key=itemgetter(1))
    return quotes[first : bisect_left(quotes, sentence.end + margin, key=itemgetter(0))]


def _carried(
    read: Sequence[_Read],
    quotes: Sequence[tuple[int, int]],
    grounds: Sequence[Ground],
    frames: Sequence[Sequence[Frame]],
    speakers: Sequence[Sequence[Speaker | None]],
) -> list[Speaker | None]:
    """The speaker of each sentence that stands inside a quotation opened or closed elsewhere."""
    said = {}
    for quote in quotes:
        first = bisect_left(read, quote[0] - NEAR, key=lambda one: one.sentence.end)
        near = slice(first, bisect_right(read, quote[1] + NEAR, key=lambda one: one.sentence.start))
        said[quote] = quote_speaker(quote, grounds[near], frames[near], speakers[near])
    carried: list[Speaker | None] = []
    last: Speaker | None = None
    for one in read:
        around = _overlapping(quotes, one.sentence, _ENDS)
        inside = [quote for quote in around if _mostly_inside(one.sentence, quote)]
        voice = said[inside[0]] if inside else None
        if inside and voice is None and carried:
            voice = last
        carried.append(voice)
        closing = [quote for quote in around if one.sentence.start < quote[1] <= one.sentence.end]
        last = voice if inside else said[closing[-1]] if closing else None
    return carried


def _mostly_inside(sentence: Sentence, quote: tuple[int, int]) -> bool:
    return quote[0] - sentence.start <= 2 and sentence.end - quote[1] <= _ENDS and sentence.start < quote[1]


def _claims(scene: _Scene) -> list[Claim]:
    """The claims of one sentence; one with the whole sentence where it holds no word at all."""
    one, language = scene.read, scene.ground.language
    guarded = [
        *(item.span for item in one.quantities),
        *(item.span for item in one.times),
        *(item.span for item in one.names),
    ]
    claims = []
    for number, (first, after) in enumerate(split_clauses(one.words, language, _marks(scene, guarded)), start=1):
        place = _extent(one.words, first, after, guarded, scene.source, one.sentence)
        adverse = _adverse(one.words, first, language)
        speaker = speaker_of(scene.frames, scene.speakers, first, after, adverse) or scene.voice
        claims.append(_claim(scene, number, (first, after), place, speaker))
    sentence = one.sentence
    return claims or [Claim(f"{sentence.id}.c1", sentence.id, sentence.start, sentence.end, sentence.text)]


def _marks(scene: _Scene, guarded: Sequence[Span]) -> Marks:
    words = scene.read.words
    inside, covered = _covered(words, guarded)
    return Marks(
        blocked=inside | _short_quotes(words, _overlapping(scene.quotes, scene.read.sentence)),
        covered=covered,
        cue_ends=frozenset(frame.cue[1] for frame in scene.frames),
        people=_people(scene.ground),
    )


def _adverse(words: Words, first: int, language: str) -> bool:
    """Whether a connective such as "tuy nhiên" or "trong khi" was dropped right before word ``first``."""
    table = phrases(language, "clauses", "joining")
    return any(
        (size := match_at(words, index, table)) and index + size == first for index in range(max(0, first - 3), first)
    )


def _claim(
    scene: _Scene, number: int, words: tuple[int, int], place: tuple[int, int], speaker: Speaker | None
) -> Claim:
    one, source, language = scene.read, scene.source, scene.ground.language
    first, after = words
    certainty, certainty_cue = find_certainty(one.words, first, after, source, language)
    status, status_cue = find_status(one.words, _past_frame(scene.frames, first, after), after, source, language)
    negation = find_negation(one.words, first, after, source, language)
    return Claim(
        id=f"{one.sentence.id}.c{number}",
        sentence=one.sentence.id,
        start=place[0],
        end=place[1],
        text=source[place[0] : place[1]],
        speaker=speaker,
        quote=_quote(place, scene.quotes, source, speaker),
        certainty=certainty,
        certainty_cue=certainty_cue,
        polarity=negation is None,
        negation=negation,
        status=status,
        status_cue=status_cue,
        quantities=tuple(item for item in one.quantities if _inside(item.span, place)),
        times=tuple(item for item in one.times if _inside(item.span, place)),
        names=tuple(item for item in one.names if _inside(item.span, place)),
    )


def _past_frame(frames: Sequence[Frame], first: int, after: int) -> int:
    """The first word after a frame of speech that stands in the claim, so that its tense is not taken for the
    content's.
    """
    ends = [frame.cue[1] for frame in frames if first <= frame.cue[0] < after and frame.direction != "backward"]
    return ends[0] if ends and ends[0] < after - 1 else first


def _inside(span: Span, place: tuple[int, int]) -> bool:
    return place[0] <= span.start and span.end <= place[1]


def _quote(
    place: tuple[int, int], quotes: Sequence[tuple[int, int]], source: str, speaker: Speaker | None
) -> Span | None:
    """The longest quoted stretch of a claim; a word or two in quotation marks are a quotation only when
    somebody says them.
    """
    best: Span | None = None
    for start, end in quotes:
        left, right = max(start, place[0]), min(end, place[1])
        if right > left and (best is None or right - left > best.end - best.start):
            text = source[left:right]
            trimmed = text.strip(' \n\t"“”«»')
            left += text.find(trimmed) if trimmed else 0
            best = Span(left, left + len(trimmed), trimmed) if trimmed else best
    if best is None or (speaker is None and len(best.text.split()) < _LONG_QUOTE):
        return None
    return best


def _people(ground: Ground) -> frozenset[int]:
    """Word numbers at which a person's name begins, with its title where it has one."""
    return frozenset(
        first - len(split_words(name.title)) if name.title else first
        for first, _, name in ground.names
        if name.kind == "person"
    )


def _short_quotes(words: Words, quotes: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Word numbers inside quotations of a few words, or of some more when no sign sets them off (a title, a phrase)."""
    blocked: set[int] = set()
    for start, end in quotes:
        inside = [index for index, place in enumerate(words.starts) if start <= place < end]
        embedded = bool(inside) and inside[0] > 0 and not words.gaps[inside[0]].strip(' "“‘«')
        if len(inside) <= (_EMBEDDED_QUOTE if embedded else _SHORT_QUOTE):
            blocked.update(inside[1:])
    return frozenset(blocked)


def _covered(words: Words, spans: Sequence[Span]) -> tuple[frozenset[int], frozenset[int]]:
    """Word numbers inside names, figures and dates: those after the first word of each, and all of them."""
    inside: set[int] = set()
    covered: set[int] = set()
    for span in spans:
        index = bisect_right(words.starts, span.start)
        covered.add(max(0, index - 1))
        while index < len(words) and words.starts[index] < span.end:
            inside.add(index)
            index += 1
    return frozenset(inside), frozenset(covered | inside)


def _extent(
    words: Words, first: int, after: int, spans: Sequence[Span], source: str, sentence: Sentence
) -> tuple[int, int]:
    """A claim's place: its words, the marks that lean on them, and every located thing that begins or ends
    among them.
    """
    low = words.ends[first - 1] if first else sentence.start
    high = words.starts[after] if after < len(words) else sentence.end
    start, end = words.starts[first], words.ends[after - 1]
    while start > low and source[start - 1] in _LEFT:
        start -= 1
    while end < high and source[end] in _RIGHT:
        end += 1
    for span in spans:
        if start < span.end <= end and low <= span.start < start:
            start = span.start
        if start <= span.start < end and end < span.end <= high:
            end = span.end
    return start, end
