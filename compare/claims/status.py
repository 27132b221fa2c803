"""Whether what a claim tells is done, under way or planned."""

from __future__ import annotations

from compare.claims.cues import cue_span, find_cues
from compare.claims.words import Words, phrases, word_set
from compare.lexicon import lexicon
from compare.types import Span, Status

SHORTEST_PAST = 4  # "need", "seed" are no past
_STATES: tuple[Status, ...] = ("planned", "ongoing", "done")


def find_status(words: Words, first: int, after: int, source: str, language: str) -> tuple[Status, Span | None]:
    """The state of the words ``first`` to ``after - 1`` by their first cue ("sẽ", "đang", "đã"), and that cue.

    The frame of reported speech is left out by the caller, so that "đã cho biết sẽ rút" is a plan.
    """
    innocent = phrases(language, "status", "innocent")
    found: list[tuple[int, int, int, Status, tuple[int, int]]] = []
    for rank, state in enumerate(_STATES):
        hits = find_cues(words, phrases(language, "status", state), innocent, first, after)
        hits = [hit for hit in hits if not _is_adjective(words, hit, language)]
        found.extend((hit[0], -hit[1], rank, state, hit) for hit in hits[:1])
    past = _past(words, first, after, language)
    found.extend((place, -1, len(_STATES), "done", (place, place + 1)) for place in past[:1])
    if not found:
        return "unknown", None
    _, _, _, state, hit = min(found, key=lambda one: one[:3])
    if state == "ongoing":  # "is also expected to"
        state, hit = next((one[3:] for one in found if one[3] == "planned" and one[0] <= hit[1] + 1), (state, hit))
    return state, cue_span(words, hit, source)


def _is_adjective(words: Words, hit: tuple[int, int], language: str) -> bool:
    """Whether a cue such as "mới" belongs to the noun before it: a verb's own marker follows."""
    if hit[1] - hit[0] > 1 or hit[1] >= len(words) or words.gaps[hit[1]].strip():
        return False
    adjectives = word_set(language, "status", "adjectives")
    return words.lower[hit[0]] in adjectives and words.lower[hit[1]] in word_set(language, "status", "adjective_before")


def _past(words: Words, first: int, after: int, language: str) -> list[int]:
    """Places of verbs whose ending tells that it is done, in languages that have one: English "invoked"."""
    table = lexicon(language, "status")
    ending = table.get("past_ending", "")
    if not ending:
        return []
    never = word_set(language, "status", "past_never_after")
    return [
        place
        for place in range(first, after)
        if words.lower[place].endswith(ending)
        and len(words.lower[place]) > SHORTEST_PAST
        and not (place and words.lower[place - 1] in never)
    ]
