"""A comparison with an editor's joins, splits and restored furniture carried out; the original stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from compare.review.matching import Places, flat
from compare.review.records import Entry, Subject, Value
from compare.review.subjects import finding_subjects
from compare.summary import PRECEDENCE, summary_of
from compare.types import Article, Comparison, Finding, Link, Relation, Removed, Sentence, Verdict


@dataclass(frozen=True, slots=True)
class Restructured:
    """The changed comparison; ``by_hand`` pairs findings with the editor who shaped them; ``lost`` found no place."""

    comparison: Comparison
    by_hand: tuple[tuple[str, str], ...]
    lost: tuple[Entry, ...]


def restructure(comparison: Comparison, changes: Sequence[Entry]) -> Restructured:
    """Carry out the standing changes, in their order: furniture first, since sentences may be joined that it holds."""
    lost: list[Entry] = []
    by_hand: dict[str, str] = {}
    for one in sorted(changes, key=lambda one: one.subject.topic != "furniture"):
        if one.after is None:
            continue
        if one.subject.topic == "furniture":
            done = _restored(comparison, one.subject)
        else:
            done = _relinked(comparison, one.subject, one.after)
        if done is None:
            lost.append(one)
            continue
        comparison, touched = done
        by_hand |= dict.fromkeys(touched, one.editor)
    there = {one.id for one in comparison.findings}
    return Restructured(comparison, tuple((name, who) for name, who in by_hand.items() if name in there), tuple(lost))


Done = tuple[Comparison, tuple[str, ...]]


def _restored(comparison: Comparison, subject: Subject) -> Done | None:
    """Furniture back in the story, each line of it a sentence and a finding of one source."""
    quoted = subject.passages[0]
    article = Places(comparison).article(quoted)
    if article is None:
        return None
    piece = next((one for one in article.removed if _same(article, one, quoted.words)), None)
    if piece is None:
        return None
    added = tuple(_sentences_of(article, piece))
    restored = replace(
        article,
        sentences=tuple(sorted((*article.sentences, *added), key=lambda one: one.start)),
        removed=tuple(one for one in article.removed if one != piece),
    )
    findings = tuple(
        Finding(f"r{one.id}", "one-sided", (article.source,), (one.id,), (), 0.0, one.text) for one in added
    )
    changed = replace(
        comparison,
        articles=tuple(restored if one.id == article.id else one for one in comparison.articles),
        findings=(*comparison.findings, *findings),
    )
    return changed, tuple(one.id for one in findings)


def _same(article: Article, piece: Removed, words: str) -> bool:
    return flat(article.text[piece.start : piece.end]) == flat(words)


def _sentences_of(article: Article, piece: Removed) -> Iterable[Sentence]:
    start = piece.start
    for line in article.text[piece.start : piece.end].splitlines(keepends=True):
        words = line.strip()
        if words:
            first = start + line.index(words)
            yield Sentence(f"{article.id}.r{first}", first, first + len(words), words, _paragraph(article, first))
        start += len(line)


def _paragraph(article: Article, place: int) -> int:
    before = [one.paragraph for one in article.sentences if one.start <= place]
    return before[-1] if before else 0


def _relinked(comparison: Comparison, subject: Subject, value: Value) -> Done | None:
    places = Places(comparison)
    ends = [places.locate(one) for one in subject.passages]
    if len(ends) != 2 or any(one is None for one in ends):
        return None
    left, right = (one.sentences[0] for one in ends if one)
    if value.state == "split":
        return _split(comparison, left, right)
    return _joined(comparison, left, right, value)


def _joined(comparison: Comparison, left: str, right: str, value: Value) -> Done | None:
    relation: Relation = value.verdict  # type: ignore[assignment]  # checked when it was saved
    link = Link(left, right, relation, 1.0)
    if any({one.left, one.right} == {left, right} for one in comparison.links):
        return _judged_anew(comparison, link)
    number = len(comparison.links)
    findings = [one for one in comparison.findings if not _alone(one, {left, right})]
    target = _beside(comparison, value.beside, left)
    if target is None:
        made = _finding(comparison, f"j{_next(comparison)}", (left, right), (number,), (link,))
        findings.append(made)
    else:
        links = (*(comparison.links[one] for one in target.links), link)
        made = _finding(comparison, target.id, (*target.sentences, right), (*target.links, number), links)
        findings = [made if one.id == target.id else one for one in findings]
    return replace(comparison, links=(*comparison.links, link), findings=tuple(findings)), (made.id,)


def _judged_anew(comparison: Comparison, link: Link) -> Done:
    """Two sentences that are joined already, with the editor's relation in place of the one that they had."""
    links = tuple(link if {one.left, one.right} == {link.left, link.right} else one for one in comparison.links)
    findings, touched = [], []
    for one in comparison.findings:
        own = [links[number] for number in one.links]
        held = link in own
        findings.append(_finding(comparison, one.id, one.sentences, one.links, own) if held else one)
        touched += [one.id] if held else []
    return replace(comparison, links=links, findings=tuple(findings)), tuple(touched)


def _next(comparison: Comparison) -> int:
    """A number that no finding made by hand has in its name."""
    used = {one.id for one in comparison.findings}
    return next(number for number in count(len(comparison.links)) if f"j{number}" not in used)


def _alone(finding: Finding, sentences: set[str]) -> bool:
    return finding.verdict == "one-sided" and not finding.links and set(finding.sentences) <= sentences


def _beside(comparison: Comparison, key: str, sentence: str) -> Finding | None:
    """The linked finding that the editor joined a sentence to."""
    if not key:
        return None
    named = {subject.key: name for name, subject in finding_subjects(comparison).items()}
    found = next((one for one in comparison.findings if one.id == named.get(key)), None)
    return found if found is not None and found.links and sentence in found.sentences else None


def _finding(
    comparison: Comparison,
    name: str,
    sentences: tuple[str, ...],
    numbers: tuple[int, ...],
    links: Sequence[Link],
) -> Finding:
    """A finding of given links, its verdict the gravest of their relations; of none, what one source tells alone."""
    homes = {one.id: article for article in comparison.articles for one in article.sentences}
    texts = {one.id: one.text for article in comparison.articles for one in article.sentences}
    sources = tuple(dict.fromkeys(homes[one].source for one in sentences))
    relations = {one.relation for one in links}
    verdict: Verdict = next((one for one in PRECEDENCE if one in relations), "one-sided")
    salience = [one.salience for one in comparison.findings if set(sentences) & set(one.sentences)]
    summary = summary_of(verdict, links, texts) if links else min((texts[one] for one in sentences), key=len)
    ordered = tuple(dict.fromkeys(sentences))
    return Finding(name, verdict, sources, ordered, numbers, max(salience, default=0.0), summary)


def _split(comparison: Comparison, left: str, right: str) -> Done | None:
    """A comparison without the link of two sentences; findings fall into the parts that still hang together."""
    gone = {number for number, one in enumerate(comparison.links) if {one.left, one.right} == {left, right}}
    if not gone:
        return comparison, ()
    findings: list[Finding] = []
    touched: list[str] = []
    for one in comparison.findings:
        parts = _parts(comparison, one, gone) if gone & set(one.links) else [one]
        findings += parts
        touched += [part.id for part in parts if part is not one]
    carried = {name for one in findings for name in one.sentences if one.links}
    kept = tuple(one for one in findings if one.links or not set(one.sentences) <= carried)
    return _without(replace(comparison, findings=kept), gone), tuple(touched)


def _without(comparison: Comparison, gone: set[int]) -> Comparison:
    """The comparison without links that no finding holds any more, the others numbered anew."""
    left = [number for number in range(len(comparison.links)) if number not in gone]
    anew = {number: place for place, number in enumerate(left)}
    findings = tuple(replace(one, links=tuple(anew[number] for number in one.links)) for one in comparison.findings)
    return replace(comparison, links=tuple(comparison.links[number] for number in left), findings=findings)


def _parts(comparison: Comparison, finding: Finding, gone: set[int]) -> list[Finding]:
    """The pieces of a finding after links are gone; the piece with most sentences keeps the id."""
    left = [one for one in finding.links if one not in gone]
    groups = _groups(finding.sentences, [(comparison.links[one].left, comparison.links[one].right) for one in left])
    groups.sort(key=len, reverse=True)
    parts = []
    used = {one.id for one in comparison.findings}
    free = (name for number in count(2) if (name := f"{finding.id}.{number}") not in used)
    for place, names in enumerate(groups):
        name = finding.id if place == 0 else next(free)
        own = tuple(one for one in left if comparison.links[one].left in names)
        links = [comparison.links[one] for one in own]
        parts.append(_finding(comparison, name, names, own, links))
    return parts


def _groups(sentences: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Sentences that hang together through pairs, in their order."""
    group = {one: {one} for one in sentences}
    for left, right in pairs:
        if left in group and right in group and group[left] is not group[right]:
            group[left] |= group[right]
            for one in group[right]:
                group[one] = group[left]
    unique = {id(one): one for one in group.values()}
    return [tuple(one for one in sentences if one in members) for members in unique.values()]
