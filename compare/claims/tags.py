"""Who speaks without a verb of saying: a name before a colon and a quotation, or right behind a quotation.

"Cao Thiên Trang tỏ ra rất bất ngờ: “...”", "“...”, ông Sơn ấm ức."
"""

from __future__ import annotations

from compare.claims.subjects import Ground, skip_openers
from compare.claims.words import word_set
from compare.types import Name

BEFORE, BEHIND = 14, 4  # words between a name and its colon; words of a tag behind its name
OPENING = 4  # words before the name that opens the sentence: a title, "hôm qua"

Tag = tuple[tuple[int, int], tuple[int, int], Name]


def tag_before(ground: Ground) -> Tag | None:
    """The words before a colon that opens a quotation, as (cue, subject, name), where a person opens the sentence and
    nothing says that the words came to them ("nhận được tin nhắn: “...”").
    """
    words = ground.words
    colon = next(
        (
            at
            for at in range(1, len(words))
            if ":" in words.gaps[at] and at in ground.quoted and at - 1 not in ground.quoted
        ),
        None,
    )
    if colon is None or ground.quoted & set(range(colon)):
        return None
    people = [one for one in ground.names if one[2].kind == "person" and one[1] <= colon]
    if not people or people[0][0] > OPENING or colon - people[0][1] > BEFORE or colon == people[0][1]:
        return None
    first, after, name = people[0]
    begins = first - len(name.title.split())
    if begins > 0 and skip_openers(ground, 0, begins) < begins:
        return None  # "Điều cô Lan mong muốn: “...”"
    met = word_set(ground.language, "speakers", "receiving")
    if any(word in met for word in words.lower[after:colon]) or any(
        "," in gap for gap in words.gaps[after + 1 : colon]
    ):
        return None
    return (after, colon), (first, after), name


def tag_behind(ground: Ground) -> Tag | None:
    """The few words behind a quotation that end the sentence, as (cue, subject, name): a person and what they do."""
    words = ground.words
    last = max(ground.quoted, default=-1)
    people = [one for one in ground.names if one[2].kind == "person" and one[0] > last >= 0]
    if last < 0 or len(people) != 1:
        return None
    first, after, name = people[0]
    title = len(name.title.split())
    if (
        first - title > last + 1
        or not 0 < len(words) - after <= BEHIND
        or words.gaps[last + 1].strip("”\"'’»,.!?…- –—")
    ):
        return None
    if any(gap.strip() for gap in words.gaps[after : len(words)]):
        return None
    return (after, len(words)), (first, after), name
