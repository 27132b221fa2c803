"""Frames of reported speech in one sentence: the words of saying, who stands as their subject, and where the
speech lies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from compare.claims.cues import find_cues
from compare.claims.nameless import can_speak, find_pronoun, leading_pronoun, names_speaker, speaker_phrase
from compare.claims.subjects import (
    PHRASE,
    Ground,
    Who,
    adjacent_name,
    barrier_before,
    before_apposition,
    before_brackets,
    before_predicate,
    chunk_start,
    clause_start,
    find_bearer,
    name_in_phrase,
    named_subject,
    phrase_end,
    skip_between,
    skip_openers,
)
from compare.claims.tags import tag_before, tag_behind
from compare.claims.words import match_at, phrases, word_set
from compare.types import Name

Direction = Literal["forward", "backward", "both"]
_WINDOW = 14
_APPOSITION = 30
_TRAILING = 3
_JOINING = {"nhưng", "song", "and", "but"}
_GOING_ON = {"cũng", "còn", "vẫn"}  # at the head of a clause only


@dataclass(frozen=True, slots=True)
class Frame:
    """Words of saying ``cue`` and their subject as ranges of word numbers; ``who`` tells how the subject is given.

    ``firm`` says that a comma, a colon, "rằng" or a quotation sets the speech off; without one it ends with its clause.
    """

    cue: tuple[int, int]
    subject: tuple[int, int] | None
    who: Who
    name: Name | None
    direction: Direction
    firm: bool = True


def find_frames(ground: Ground) -> list[Frame]:
    """The frames of one sentence in order; verbs of saying inside a quotation open none."""
    relays = _cues(ground, "relaying")
    frames: list[Frame] = []
    former = 0
    for cue in _saying(ground):
        low = max((relay[1] for relay in relays if relay[1] <= cue[0]), default=former)
        former = cue[1]
        frame = _spoken(ground, cue, low, bool(frames))
        if frame is not None:
            frames.append(frame)
    frames.extend(_relayed(ground, relay) for relay in relays if not _speaks_soon(frames, relay))
    frames.extend(_attributed(ground, cue) for cue in _cues(ground, "according") if _may_attribute(ground, cue))
    if not frames:
        before, behind = tag_before(ground), tag_behind(ground)
        frames += [Frame(before[0], before[1], "name", before[2], "forward")] if before else []
        frames += [Frame(behind[0], behind[1], "name", behind[2], "backward")] if behind else []
    return sorted(frames, key=lambda one: one.cue)


def _cues(ground: Ground, key: str) -> list[tuple[int, int]]:
    language = ground.language
    innocent = phrases(language, "speakers", "innocent")
    found = find_cues(ground.words, phrases(language, "speakers", key), innocent, 0, len(ground.words))
    return [one for one in found if one[0] not in ground.quoted]


def _saying(ground: Ground) -> list[tuple[int, int]]:
    """Verbs of saying that open a frame: firm ones with words to say, weak ones beside a sign of speech."""
    strong = _cues(ground, "strong")
    taken = {index for cue in strong for index in range(*cue)}
    weak = [cue for cue in _cues(ground, "weak") if cue[0] not in taken and _signed(ground, cue)]
    return sorted(one for one in (*strong, *weak) if not _negated(ground, one))


def _signed(ground: Ground, cue: tuple[int, int]) -> bool:
    words, after = ground.words, cue[1]
    gap = words.gaps[after]
    if any(sign in gap for sign in ':"“«') or (after < len(words) and words.lower[after] in ("rằng", "that")):
        return True
    if "," in gap and "," not in words.gaps[cue[0]]:
        return True
    return _trails(ground, cue) or _colon_ahead(ground, after)


def _by_comma(ground: Ground, cue: tuple[int, int]) -> bool:
    """Whether nothing but a comma makes speech of a weak verb ("Giá than, ...", "viết đơn, ký tên")."""
    if match_at(ground.words, cue[0], phrases(ground.language, "speakers", "strong")):
        return False
    gap = ground.words.gaps[cue[1]]
    signed = any(sign in gap for sign in ':"“«') or _trails(ground, cue) or _colon_ahead(ground, cue[1])
    return "," in gap and not signed


def _colon_ahead(ground: Ground, after: int) -> bool:
    """Whether a colon and a quotation come later in the sentence: "kêu gọi liên minh rời đi: "..."."""
    for index in range(after + 1, min(len(ground.words), after + _APPOSITION)):
        if ":" in ground.words.gaps[index]:
            return index in ground.quoted
    return False


def _firm(ground: Ground, cue: tuple[int, int]) -> bool:
    words = ground.words
    return words.lower[cue[1] - 1] in ("rằng", "that") or _signed(ground, cue)


def _trails(ground: Ground, cue: tuple[int, int]) -> bool:
    """Whether the cue closes the sentence after a quotation."""
    ends = len(ground.words) - cue[1] <= _TRAILING
    return ends and any(index in ground.quoted for index in range(max(0, cue[0] - _WINDOW), cue[0]))


def _negated(ground: Ground, cue: tuple[int, int]) -> bool:
    if cue[0] and ground.words.lower[cue[0] - 1] in word_set(ground.language, "speakers", "passive"):
        return True
    table = phrases(ground.language, "speakers", "negating")
    return any(
        index >= 0 and (size := match_at(ground.words, index, table)) and index + size == cue[0]
        for index in range(cue[0] - 3, cue[0])
    )


def _spoken(ground: Ground, cue: tuple[int, int], low: int, earlier: bool) -> Frame | None:
    inverted = _inverted(ground, cue)
    if inverted is not None:
        return inverted
    direction = _direction(ground, cue)
    if direction is None:
        return None
    low = max(low, cue[0] - _APPOSITION, barrier_before(ground, cue[0]))
    end = before_brackets(ground, cue[0], low)
    start, empty = chunk_start(ground, end, low)
    start = skip_openers(ground, start, end)
    subject = skip_between(ground, start, end)
    firm = _firm(ground, cue)
    if subject <= start:
        return _elsewhere(ground, cue, low, start, direction, earlier, empty)
    start = _agent_start(ground, clause_start(ground, start, subject), subject)
    who, first = find_pronoun(ground, start, subject)
    bearer = find_bearer(ground, low, start, subject)
    if who is not None and not (bearer and who == "leader" and first > start):  # "Lam, cố vấn của tổng thống, (nói)"
        return Frame(cue, (first, subject), who, None, direction, firm)
    if earlier and ground.words.lower[subject - 1] in word_set(ground.language, "clauses", "coordinating"):
        return Frame(cue, None, "same", None, direction, firm)
    found = bearer or adjacent_name(ground, start, subject)
    found = found or named_subject(ground, start, before_predicate(ground, start, subject))
    if found is not None:
        headed = speaker_phrase(ground, start, found[1]) if found[2].kind == "place" and found[0] > start else None
        if headed:  # "quan chức Ả Rập Saudi" speaks, not the country
            return Frame(cue, headed, "nameless", None, direction, firm)
        found = _works_for(ground, low, found) or _seated(ground, found) or found
        return Frame(cue, (found[0], found[1]), "name", found[2], direction, firm)
    return _nameless(ground, cue, start, subject, direction, firm, earlier)


def _agent_start(ground: Ground, start: int, after: int) -> int:
    """Where those begin who tell a subject something: "Mai bị | kẻ này (nhắn)", "bà được | bác sĩ (cho biết)"."""
    marks = word_set(ground.language, "speakers", "by_whom")
    for place in range(after - 2, start, -1):
        if ground.words.lower[place] in marks:
            named = any(first - len(name.title.split()) == place + 1 for first, _, name in ground.names)
            return place + 1 if named or names_speaker(ground, place + 1) else start
    return start


def _works_for(ground: Ground, low: int, found: tuple[int, int, Name]) -> tuple[int, int, Name] | None:
    """The person whose office a body before the verb only completes: "bà Phụng, Vụ trưởng Vụ đại học, Bộ X (nói)"."""
    if found[2].kind != "organisation":
        return None
    people = [one for one in ground.names if one[2].kind == "person" and low <= one[0] and one[1] < found[0]]
    if not people or "," not in ground.words.gaps[people[-1][1]] or found[0] - people[-1][1] > PHRASE:
        return None
    predicate = before_predicate(ground, people[-1][1], found[0]) < found[0]
    office = any(
        match_at(ground.words, at, phrases(ground.language, "names", "offices"))
        for at in range(people[-1][1], found[0])
    )
    return people[-1] if office and not predicate else None


def _seated(ground: Ground, found: tuple[int, int, Name]) -> tuple[int, int, Name] | None:
    """Who a place before the verb only locates: "Công an quận Vân Hà, TP Hòa Lâm (xác nhận)"."""
    if found[2].kind not in ("place", "unknown") or ground.words.gaps[found[0]].strip() != ",":
        return None
    return next((one for one in ground.names if one[1] == found[0] and one[2].kind in ("organisation", "person")), None)


def _inverted(ground: Ground, cue: tuple[int, int]) -> Frame | None:
    """An English verb of saying between a quotation and who says it: '"We were lucky," said Rosa Muchanga, 34.'"""
    words = ground.words
    quoted = cue[0] > 0 and (cue[0] - 1 in ground.quoted) and cue[0] not in ground.quoted
    if ground.language != "en" or not quoted or cue[1] >= len(words) or words.gaps[cue[1]].strip():
        return None
    end = phrase_end(ground, cue[1])
    who, first = find_pronoun(ground, cue[1], cue[1] + 1)
    if who is not None:
        return Frame(cue, (first, cue[1] + 1), who, None, "backward")
    subject, name = name_in_phrase(ground, cue[1], end)
    if name is None and words.lower[cue[1]] not in {"the", *word_set("en", "speakers", "determiners")}:
        return None  # "... said on Monday"
    return Frame(cue, subject, "name" if name else "nameless", name, "backward")


def _nameless(
    ground: Ground, cue: tuple[int, int], start: int, subject: int, direction: Direction, firm: bool, earlier: bool
) -> Frame | None:
    """A subject without a name; a pronoun or nothing before an earlier predicate: "Ông đã ... và nói", "đã ...
    và nói".
    """
    end = before_predicate(ground, start, subject)
    if end == start:
        return Frame(cue, None, "same", None, direction, firm) if earlier else None
    who, first = find_pronoun(ground, start, end)
    if who is not None:
        return Frame(cue, (first, end), who, None, direction, firm)
    if _by_comma(ground, cue) and not can_speak(ground, start, end):
        return None
    who, first = leading_pronoun(ground, start, end)
    if who is not None and who != "leader":
        return Frame(cue, (start, first), who, None, direction, firm)
    phrase = speaker_phrase(ground, start, end) if end - start <= PHRASE else None
    return Frame(cue, phrase, "nameless", None, direction, firm)


def _direction(ground: Ground, cue: tuple[int, int]) -> Direction | None:
    """Where the speech lies: before a verb that closes its sentence, else after it."""
    rest = len(ground.words) - cue[1]
    before = any(index in ground.quoted for index in range(cue[0]))
    if rest <= _TRAILING and (before or cue[0] > _WINDOW):
        return "backward"
    if rest < 2 and not ground.words.gaps[-1].strip().startswith(":"):
        return None
    near = any(index in ground.quoted for index in range(max(0, cue[0] - _WINDOW), cue[0]))
    return (
        "both" if near and not any(index in ground.quoted for index in range(cue[1], len(ground.words))) else "forward"
    )


def _elsewhere(
    ground: Ground, cue: tuple[int, int], low: int, start: int, direction: Direction, earlier: bool, empty: bool
) -> Frame | None:
    """A verb of saying without a subject of its own: an apposition stands between, or the former speaker goes on."""
    if empty:
        found = before_apposition(ground, low, start)
        if found is not None:
            return Frame(cue, (found[0], found[1]), "name", found[2], direction)
    if earlier:
        return Frame(cue, None, "same", None, direction)
    return None if not empty else Frame(cue, None, "nameless", None, direction)


def _speaks_soon(frames: Sequence[Frame], relay: tuple[int, int]) -> bool:
    return any(0 <= frame.cue[0] - relay[1] <= _APPOSITION // 2 for frame in frames)


def _may_attribute(ground: Ground, cue: tuple[int, int]) -> bool:
    """ "theo" attributes at the head of a clause or in brackets, not after a verb ("máy vẫn theo khuôn mẫu cũ")."""
    if cue[0] == 0 or cue[1] >= len(ground.words):
        return cue[1] < len(ground.words)
    before = ground.words.lower[cue[0] - 1]
    opens = cue[0] == 1 or bool(ground.words.gaps[cue[0] - 1].strip())
    return bool(ground.words.gaps[cue[0]].strip()) or before in _JOINING or (opens and before in _GOING_ON)


def _attributed(ground: Ground, cue: tuple[int, int]) -> Frame:
    """ "Theo X, ..." and "..., theo X"."""
    end = phrase_end(ground, cue[1])
    subject, name = name_in_phrase(ground, cue[1], end)
    if subject and name is None:
        subject = speaker_phrase(ground, *subject)
    direction: Direction = "forward" if cue[0] <= 2 else "backward" if end >= len(ground.words) - 1 else "both"
    return Frame(cue, subject, "name" if name else "nameless", name, direction, firm=False)


def _relayed(ground: Ground, cue: tuple[int, int]) -> Frame:
    """ "Reuters dẫn lời ông Y": the speaker follows."""
    end = phrase_end(ground, cue[1])
    subject, name = name_in_phrase(ground, cue[1], end)
    if subject and name is None:
        subject = speaker_phrase(ground, *subject)
    return Frame(cue, subject, "name" if name else "nameless", name, "forward")
