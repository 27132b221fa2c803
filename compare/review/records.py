"""What the log of decisions is made of. Every record says on whose words it hangs, so it can find them again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal
from unicodedata import category

from compare.errors import ReviewError
from compare.types import VERDICTS

Topic = Literal["finding", "link", "furniture"]
Gesture = Literal["do", "undo", "redo"]

TOPICS: tuple[Topic, ...] = ("finding", "link", "furniture")
DECIDED = ("confirmed", "overruled", "dismissed")
STATES: dict[str, tuple[str, ...]] = {
    "finding": (*DECIDED, "undecided", "noted"),
    "link": ("joined", "split"),
    "furniture": ("restored",),
}
NOTE_LIMIT = 10_000  # characters


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of one article that a decision hangs on; ``sha256`` is that of the article's text at the time."""

    article: str
    source: str
    sha256: str
    start: int
    words: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What is decided: a finding, a link of two sentences, or a piece of page furniture.

    ``key`` identifies it within unchanged articles; ``verdict`` and ``clashes`` are what the tool said of it when the
    editor looked.
    """

    topic: Topic
    key: str
    passages: tuple[Quoted, ...]
    verdict: str = ""
    clashes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """An editor's word on a subject.

    ``verdict`` is the new one where a finding is overruled, or the relation of two joined sentences; ``beside`` the key
    of the finding that a joined sentence was added to.
    """

    state: str
    verdict: str = ""
    note: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: who changed the word on a subject from what to what, and when (UTC, ISO 8601).

    Entries of one key press or batch share ``gesture``; an undo or redo names the gesture it ``reverts``. ``seq`` is
    the place in the store, 0 before it is saved.
    """

    id: str
    gesture: str
    kind: Gesture
    at: str
    editor: str
    subject: Subject
    before: Value | None
    after: Value | None
    reverts: str = ""
    seq: int = 0


def checked(topic: str, value: Value) -> Value:
    """The value, when it is one that such a subject can have; ``ReviewError`` otherwise."""
    if value.state not in STATES.get(topic, ()):
        raise ReviewError(f"{value.state!r} is no decision on a {topic}")
    needs_verdict = value.state in ("overruled", "joined")
    allowed = VERDICTS if value.state == "overruled" else VERDICTS[:-1]  # a link is never one-sided
    if needs_verdict and value.verdict not in allowed:
        raise ReviewError(f"{value.verdict!r} is no verdict; choose one of {', '.join(allowed)}")
    if len(value.note) > NOTE_LIMIT:
        raise ReviewError(f"a note has at most {NOTE_LIMIT} characters; this one has {len(value.note)}")
    return Value(value.state, value.verdict if needs_verdict else "", _note(value.note), value.beside)


def _note(note: str) -> str:
    """A note without what no keyboard writes: control characters and halves of surrogate pairs."""
    lines = note.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one in "\n\t" or category(one) not in ("Cc", "Cs")).strip()


def subject_record(subject: Subject) -> dict[str, Any]:
    """The subject as plain JSON values."""
    return {
        "topic": subject.topic,
        "key": subject.key,
        "verdict": subject.verdict,
        "clashes": list(subject.clashes),
        "passages": [
            {"article": one.article, "source": one.source, "sha256": one.sha256, "start": one.start, "words": one.words}
            for one in subject.passages
        ],
    }


def subject_from(record: Any) -> Subject:
    """The subject that ``subject_record`` wrote; ``ReviewError`` for anything else."""
    try:
        passages = tuple(
            Quoted(_text(p["article"]), _text(p["source"]), _text(p["sha256"]), int(p["start"]), _text(p["words"]))
            for p in record["passages"]
        )
        topic, key, verdict = record["topic"], _text(record["key"]), _text(record.get("verdict", ""))
        clashes = tuple(_text(one) for one in record.get("clashes", []))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReviewError(f"a decision does not say on which words it hangs ({error!r})") from error
    if verdict not in ("", *VERDICTS):
        raise ReviewError(f"a decision on a verdict that there is none of: {verdict[:40]!r}")
    if topic not in TOPICS or not key or not passages:
        raise ReviewError(f"a decision hangs on no known thing (topic {topic!r}, {len(passages)} passages)")
    return Subject(topic, key, passages, verdict, clashes)


def value_record(value: Value | None) -> dict[str, str] | None:
    """The value as plain JSON values, without empty ones."""
    if value is None:
        return None
    whole = {"state": value.state, "verdict": value.verdict, "note": value.note, "beside": value.beside}
    return {name: text for name, text in whole.items() if text}


def value_from(record: Any) -> Value | None:
    """The value that ``value_record`` wrote; ``ReviewError`` for anything else."""
    if record is None:
        return None
    if not isinstance(record, dict) or not all(isinstance(one, str) for one in record.values()):
        raise ReviewError(f"not a decision: {str(record)[:60]!r}")
    return Value(record.get("state", ""), record.get("verdict", ""), record.get("note", ""), record.get("beside", ""))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{str(value)[:40]!r} is not text")
    return value
