"""Who says each claim: frames of speech resolved over a whole article, pronouns and long quotations included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.claims.frames import Frame
from compare.claims.subjects import Ground
from compare.claims.words import Words, word_set
from compare.lexicon import lexicon
from compare.types import Name, Span, Speaker

_MEMORY = 4
NEAR = 60
_NEAR_SENTENCES = 2


@dataclass(slots=True)
class _Memory:
    """What the reading of one article remembers: people met and heard, with the number of the sentence."""

    language: str
    heard: list[tuple[int, Name]] = field(default_factory=list)
    met: list[tuple[int, Name]] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)

    def meet(self, number: int, name: Name) -> None:
        """Remember a person, and whether the title tells a man or a woman."""
        if name.kind == "person" or (name.kind == "unknown" and " " in name.canonical):
            self.met.append((number, name))
        gender = title_gender(name.title, self.language)
        if gender:
            self.gender[name.canonical.split()[-1]] = gender

    def fits(self, name: Name, gender: str) -> bool:
        """Whether a name can be meant by a pronoun of that gender."""
        known = self.gender.get(name.canonical.split()[-1], "")
        return name.kind in ("person", "unknown") and (not known or gender in ("any", "leader") or known == gender)


def title_gender(title: str, language: str) -> str:
    """ "male" or "female" where a title tells it ("ông", "bà"), else ""."""
    words = title.lower()
    last = words.split()[-1] if words else ""
    for gender in ("female", "male"):
        if words in lexicon(language, "names")[gender] or last in word_set(language, "names", gender):
            return gender
    return ""


def resolve_speakers(
    grounds: Sequence[Ground], frames: Sequence[Sequence[Frame]], source: str, language: str
) -> list[list[Speaker | None]]:
    """The speaker of every frame of every sentence, in the order of the article; ``source`` is its text."""
    memory = _Memory(language)
    resolved: list[list[Speaker | None]] = []
    for number, (ground, some) in enumerate(zip(grounds, frames, strict=True)):
        row: list[Speaker | None] = []
        for frame in some:
            _meet_until(memory, number, ground, frame.cue[0])
            former = next((one for one in reversed(row) if one is not None), None)
            row.append(_resolve(memory, number, ground, frame, former, source))
            if frame.name is not None:
                memory.heard.append((number, frame.name))
        _meet_until(memory, number, ground, len(ground.words))
        resolved.append(row)
    return resolved


def _meet_until(memory: _Memory, number: int, ground: Ground, limit: int) -> None:
    met = {(one[0], id(one[1])) for one in memory.met[-40:]}
    for first, _, name in ground.names:
        if first < limit and first not in ground.quoted and (number, id(name)) not in met:
            memory.meet(number, name)


def _resolve(
    memory: _Memory, number: int, ground: Ground, frame: Frame, former: Speaker | None, source: str
) -> Speaker | None:
    cue = word_span(ground.words, frame.cue, source)
    span = word_span(ground.words, frame.subject, source) if frame.subject else None
    if frame.name is not None:
        return Speaker(frame.name.canonical, span, cue)
    if frame.who == "same":
        return Speaker(former.name, former.span, cue) if former else Speaker("", None, cue)
    if frame.who in ("male", "female", "any", "leader"):
        name = _antecedent(memory, number, frame.who, span.text.lower() if span else "")
        if name is not None:
            memory.heard.append((number, name))
        return Speaker(name.canonical if name else "", span, cue)
    return Speaker("", span, cue)


def _antecedent(memory: _Memory, number: int, who: str, role: str) -> Name | None:
    """Whom a pronoun or role means, where that is safe: the one fitting person of this sentence, the last speaker,
    or the only one near.
    """
    here = _distinct(memory, [one for place, one in memory.met if place == number], who, role)
    if len(here) == 1:
        return here[0]
    heard = _distinct(memory, [one for place, one in memory.heard if number - place <= _MEMORY], who, role)
    if heard:
        return heard[-1]
    near = _distinct(memory, [one for place, one in memory.met if number - place <= _NEAR_SENTENCES], who, role)
    return near[0] if len(near) == 1 else None


def _distinct(memory: _Memory, names: Sequence[Name], who: str, role: str) -> list[Name]:
    """Fitting people, each once, in the order last met."""
    found: dict[str, Name] = {}
    for name in names:
        if memory.fits(name, who) and (who != "leader" or _holds(name.title.lower(), role, memory.language)):
            key = name.canonical.split()[-1]
            found.pop(key, None)
            found[key] = name
    return list(found.values())


def _holds(title: str, role: str, language: str) -> bool:
    """Whether a title is the role spoken of: "Thủ tướng" means a prime minister, "nhà lãnh đạo" any leader, "cựu tổng
    thống" nobody who is in office.
    """
    former = word_set(language, "speakers", "former")
    past = [words.split(" ", 1)[0] in former for words in (title, role)]
    if past[0] != past[1]:
        return False
    if past[0]:
        title, role = title.split(" ", 1)[-1], role.split(" ", 1)[-1]
    roles = lexicon(language, "speakers")["pronouns_leader"]
    named = max((one for one in roles if role.startswith(one)), key=len, default="")
    if named and named not in lexicon(language, "speakers")["leader_words"]:
        return title.startswith(named.removeprefix("the "))
    return any(title.startswith(one) for one in lexicon(language, "names")["leaders"])


def word_span(words: Words, pair: tuple[int, int], source: str) -> Span:
    """The located words ``pair[0]`` to ``pair[1] - 1``."""
    start, end = words.starts[pair[0]], words.ends[pair[1] - 1]
    return Span(start, end, source[start:end])


def speaker_of(
    frames: Sequence[Frame], speakers: Sequence[Speaker | None], first: int, after: int, adverse: bool
) -> Speaker | None:
    """The speaker of the words ``first`` to ``after - 1`` by the frames of their own sentence.

    ``adverse`` says that "tuy nhiên" or its like opens them, which ends speech that no sign sets off.
    """
    paired = [(frame, one) for frame, one in zip(frames, speakers, strict=True) if one is not None]
    inside = [one for frame, one in paired if first <= frame.cue[0] < after]
    if inside:
        return inside[0]
    before = [
        one
        for frame, one in paired
        if frame.direction != "backward" and frame.cue[0] < first and (frame.firm or not adverse)
    ]
    if before:
        return before[-1]
    behind = [one for frame, one in paired if frame.direction != "forward" and frame.cue[0] >= after]
    return behind[0] if behind else None


def quote_speaker(
    quote: tuple[int, int],
    grounds: Sequence[Ground],
    frames: Sequence[Sequence[Frame]],
    speakers: Sequence[Sequence[Speaker | None]],
) -> Speaker | None:
    """Who says a quotation that runs over several sentences: the frame right before it, else the one right after it."""
    before: Speaker | None = None
    behind: Speaker | None = None
    for ground, some, row in zip(grounds, frames, speakers, strict=True):
        if not len(ground.words) or ground.words.ends[-1] < quote[0] - NEAR or ground.words.starts[0] > quote[1] + NEAR:
            continue
        opens = ground.words.starts[0] <= quote[0] or ":" in ground.words.gaps[-1]
        closes = ground.words.starts[0] < quote[1] < ground.words.ends[-1]
        for frame, one in zip(some, row, strict=True):
            if one is None:
                continue
            if opens and frame.direction != "backward" and ground.words.ends[frame.cue[1] - 1] <= quote[0]:
                before = one
            elif closes and behind is None and ground.words.starts[frame.cue[0]] >= quote[1]:
                behind = one
    return before or behind
