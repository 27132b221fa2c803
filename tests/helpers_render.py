"""Hand-made comparisons, in sentences written for these tests, and a strategy for generated ones."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from compare.types import (
    KINDS,
    RELATIONS,
    VERDICTS,
    Article,
    Comparison,
    Contrast,
    Difference,
    Finding,
    Framing,
    Link,
    Naming,
    Provenance,
    Removed,
    Sentence,
    Skip,
    SourceFraming,
    Span,
    Voice,
    Wording,
)

MADE = Provenance("0.1.0", "builtin", "builtin", (("model", "builtin"), ("threshold", None), ("offline", True)))


def article(name: str, paragraphs: list[list[str]], furniture: str = "", **fields: Any) -> Article:
    """An article of given sentences; ``furniture`` is put before them and listed as removed."""
    text = furniture
    removed = (Removed(0, len(furniture), "player-clock"),) if furniture else ()
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        text += "\n" if text else ""
        for words in paragraph:
            start = len(text)
            text += words
            one = Sentence(f"{name}.s{len(sentences) + 1}", start, len(text), words, number)
            sentences.append(one)
            text += " "
    fields.setdefault("sha256", "ab" * 32)
    return Article(id=name, text=text, sentences=tuple(sentences), removed=removed, language="vi", **fields)


def span(one: Article, number: int, words: str) -> Span:
    """Where the words stand in a sentence (numbered from 1)."""
    sentence = one.sentences[number - 1]
    start = sentence.start + sentence.text.index(words)
    return Span(start, start + len(words), words)


def comparison(articles: list[Article], **fields: Any) -> Comparison:
    """A comparison of articles with nothing found, unless told."""
    parts: dict[str, Any] = {"title": "Cháy kho hàng ở Bến Lành", "links": (), "findings": ()}
    return Comparison(created_with=MADE, articles=tuple(articles), **{**parts, **fields})


def fire() -> Comparison:
    """Three sources on a warehouse fire: a three-way conflict, and one or two findings of every other verdict."""
    one, two, three = _fire_articles()
    links = (
        Link("a1.s1", "a2.s1", "conflict", 0.94, (_number(one, "12 người", two, "15 người"),)),
        Link("a2.s1", "a3.s1", "conflict", 0.81, (_number(two, "15 người", three, "ít nhất 20 người"),)),
        Link("a1.s2", "a2.s2", "update", 0.77, (_difference("outcome", one, 2, "chuẩn bị họp", two, 2, "đã họp"),)),
        Link("a1.s3", "a3.s2", "unclear", 0.64, (_difference("cause", one, 3, "chập điện", three, 2, "sự cố điện"),)),
        Link("a1.s4", "a2.s3", "agree", 0.99),
    )
    findings = (
        Finding(
            "f1",
            "conflict",
            ("Báo Sông", "Đài Núi", "Tin Biển"),
            ("a1.s1", "a2.s1", "a3.s1"),
            (0, 1),
            0.9,
            "Số người bị thương",
        ),
        Finding("f2", "update", ("Báo Sông", "Đài Núi"), ("a1.s2", "a2.s2"), (2,), 0.7, "Cuộc họp của thành phố"),
        Finding("f3", "unclear", ("Báo Sông", "Tin Biển"), ("a1.s3", "a3.s2"), (3,), 0.5, "Nguyên nhân vụ cháy"),
        Finding("f4", "agree", ("Báo Sông", "Đài Núi"), ("a1.s4", "a2.s3"), (4,), 0.6, "Kho rộng 2.500 m2"),
        Finding("f5", "one-sided", ("Báo Sông",), ("a1.s5",), (), 0.4, ""),
        Finding("f6", "one-sided", ("Tin Biển",), ("a3.s3",), (), 0.2, ""),
    )
    return comparison(
        [one, two, three],
        links=links,
        findings=findings,
        framing=_fire_framing(one, two),
        skipped=(Skip("read", "anh.jpg", "not a text"),),
    )


def _fire_articles() -> tuple[Article, Article, Article]:
    one = article(
        "a1",
        [
            ["Vụ cháy làm 12 người bị thương.", "Thành phố chuẩn bị họp về vụ việc."],
            ["Nguyên nhân ban đầu được cho là chập điện.", "Kho hàng rộng 2.500 m2 đã cháy rụi."],
            ["Chủ kho là ông Lâm Văn Tư, 54 tuổi."],
        ],
        "0:00 / 0:00",
        source="Báo Sông",
        publisher="Nhà Xuất Bản Sông",
        credits=("Hãng Tin Sông",),
        cited=("Đài Gió",),
        title="Cháy lớn ở Bến Lành, hàng chục người hoảng loạn",
        url="https://example.org/chay-(lon)?a=1&b=2",
        published=datetime(2024, 3, 5, 7, 30),
        path="bai/song.txt",
    )
    two = article(
        "a2",
        [["Có 15 người bị thương trong vụ cháy.", "Thành phố đã họp về vụ việc.", "Kho rộng 2.500 m2 cháy hết."]],
        source="Đài Núi",
        title="Kho hàng Bến Lành bốc cháy",
        published=datetime(2024, 3, 6),
        published_inferred=True,
    )
    three = article(
        "a3",
        [["Ít nhất 20 người nhập viện.".replace("Ít", "Có ít"), "Điện lực nói đã có sự cố điện.", "Khói bay xa 5 km."]],
        source="Tin Biển",
    )
    return one, two, three


def _number(left: Article, words: str, right: Article, other: str) -> Difference:
    return _difference("number", left, 1, words, right, 1, other)


def _difference(kind: Any, left: Article, m: int, words: str, right: Article, n: int, other: str) -> Difference:
    note = f"“{words}” không khớp với “{other}”"
    return Difference(kind, span(left, m, words), span(right, n, other), note)


def _fire_framing(one: Article, two: Article) -> Framing:
    hedge = Wording("a1.s3", span(one, 3, "được cho là"), "hedged")
    return Framing(
        sources=(
            SourceFraming(
                "a1",
                one.title,
                one.sentences[0].text,
                loaded=(Wording("a1.s4", span(one, 4, "cháy rụi"), "loaded"),),
                hedged=(hedge,),
                voices=(Voice("Lâm Văn Tư", ("a1.s5",), 40), Voice("", ("a1.s3",), 0)),
                quoted_share=0.125,
                leads=("f1", "f2"),
                left_out=("f6",),
            ),
            SourceFraming("a2", two.title, two.sentences[0].text, leads=("f1",), left_out=("f5",)),
        ),
        naming=(Naming("kho hàng", (("a1", (("kho hàng", 2), ("kho", 1))), ("a2", (("kho", 1),)))),),
        contrasts=(Contrast("f4", span(one, 4, "cháy rụi"), span(two, 3, "cháy hết"), "a1.s4", "a2.s3", "loaded", ""),),
        same_origin=(("a1", "a2"),),
    )


def large(articles: int = 10, findings: int = 500) -> Comparison:
    """Many articles and findings of every verdict."""
    made = [
        article(f"a{n}", [[f"Câu số {m} của bài {n} nói về {m} con tàu." for m in range(1, 61)]], source=f"Nguồn {n}")
        for n in range(1, articles + 1)
    ]
    links, found = [], []
    for number in range(findings):
        verdict = VERDICTS[number % len(VERDICTS)]
        left, right = made[number % articles], made[(number + 1) % articles]
        row = number % 60
        carried = [left.sentences[row].id]
        own: tuple[int, ...] = ()
        if verdict != "one-sided":
            words = f"{row + 1} con tàu"
            difference = _difference("number", left, row + 1, words, right, row + 1, words)
            own = (len(links),)
            differences = () if verdict == "agree" else (difference,)
            links.append(Link(carried[0], right.sentences[row].id, verdict, 0.9, differences))
            carried.append(right.sentences[row].id)
        found.append(Finding(f"f{number + 1}", verdict, (left.source,), tuple(carried), own, (number % 97) / 97, ""))
    return comparison(made, links=tuple(links), findings=tuple(found))


def hostile(words: str) -> Comparison:
    """A comparison that carries the same foreign words in every field that an article or a stage fills."""
    one = article(
        "a1",
        [[words, "Có 3 người."]],
        words,
        source=words,
        publisher=words,
        credits=(words,),
        cited=(words,),
        title=words,
        url=words,
        path=words,
    )
    two = article("a2", [["Có 4 người."], [words]], source="B", title=words)
    whole = (
        Span(one.sentences[0].start, one.sentences[0].end, words),
        Span(two.sentences[1].start, two.sentences[1].end, words),
    )
    conflict = Difference("number", *whole, words)
    return comparison(
        [one, two],
        title=words,
        links=(Link("a1.s1", "a2.s2", "conflict", 0.9, (conflict,)), Link("a1.s2", "a2.s1", "agree", 0.5)),
        findings=(
            Finding("f1", "conflict", (words, "B"), ("a1.s1", "a2.s2"), (0,), 0.5, words),
            Finding(words or "f2", "agree", (words, "B"), ("a1.s2", "a2.s1"), (1,), 0.5, words),
            Finding("f3", "one-sided", (words,), ("a1.s1",), (), 0.5, words),
        ),
        framing=Framing(
            sources=(
                SourceFraming(
                    "a1",
                    words,
                    words,
                    loaded=(Wording("a1.s1", whole[0], words),),
                    voices=(Voice(words, ("a1.s1",), 3),),
                    leads=("f1", "f3"),
                ),
            ),
            naming=(Naming(words, (("a1", ((words, 2),)),)),),
            contrasts=(Contrast("f1", whole[0], whole[1], "a1.s1", "a2.s2", words, words),),
            same_origin=(("a1", "a2"),),
        ),
        skipped=(Skip(words, words, words),),
    )


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def articles(draw: st.DrawFn, name: str) -> Article:
    """An article whose sentences are slices of its text, in order."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    sentences = tuple(
        Sentence(f"{name}.s{n}", start, end, text[start:end], draw(st.integers(0, 9)))
        for n, (start, end) in enumerate(pairs, 1)
    )
    title = Span(0, 1, text[0]) if draw(st.booleans()) else None
    return Article(
        id=name,
        text=text,
        source=draw(WORDS),
        publisher=draw(WORDS),
        credits=tuple(draw(st.lists(WORDS, max_size=2))),
        cited=tuple(draw(st.lists(WORDS, max_size=2))),
        title=draw(WORDS),
        title_span=title,
        url=draw(WORDS),
        published=draw(st.none() | st.datetimes()),
        published_inferred=draw(st.booleans()),
        language=draw(st.sampled_from(["vi", "en", ""])),
        path=draw(WORDS),
        sha256=draw(WORDS),
        event=draw(WORDS),
        sentences=sentences,
        removed=tuple(Removed(start, end, draw(WORDS)) for start, end in pairs[:1]),
    )


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Any comparison that hangs together."""
    made = [draw(articles(f"a{n}")) for n in range(1, draw(st.integers(0, 4)) + 1)]
    names = [one.id for each in made for one in each.sentences]
    texts = {one.id: each.text for each in made for one in each.sentences}
    links = tuple(draw(_links(texts)) for _ in range(draw(st.integers(0, 3) if names else st.just(0))))
    findings = tuple(draw(_findings(f"f{n}", names, len(links))) for n in range(draw(st.integers(0, 4))))
    return Comparison(
        title=draw(WORDS),
        created_with=Provenance(
            draw(WORDS), draw(WORDS), draw(WORDS), tuple(draw(st.dictionaries(WORDS, _VALUES, max_size=3)).items())
        ),
        articles=tuple(made),
        links=links,
        findings=findings,
        framing=draw(_framings(made, texts)),
        skipped=tuple(draw(st.lists(st.builds(Skip, WORDS, WORDS, WORDS), max_size=2))),
    )


_VALUES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS
_SHARES = st.floats(0, 1)


@st.composite
def _spans(draw: st.DrawFn, text: str) -> Span:
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return Span(start, end, draw(WORDS))


@st.composite
def _links(draw: st.DrawFn, texts: dict[str, str]) -> Link:
    left, right = draw(st.sampled_from(list(texts))), draw(st.sampled_from(list(texts)))
    spans = _spans(texts[left]), _spans(texts[right])
    differences = st.lists(st.builds(Difference, st.sampled_from(KINDS), *spans, WORDS), max_size=2)
    return Link(left, right, draw(st.sampled_from(RELATIONS)), draw(_SHARES), tuple(draw(differences)))


def _findings(name: str, names: list[str], links: int) -> st.SearchStrategy[Finding]:
    own = st.lists(st.integers(0, links - 1), max_size=3) if links else st.just([])
    return st.builds(
        Finding,
        st.just(name),
        st.sampled_from(VERDICTS),
        st.lists(WORDS, max_size=2).map(tuple),
        _some(names),
        own.map(tuple),
        _SHARES,
        WORDS,
    )


def _some(names: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), max_size=4).map(tuple) if names else st.just(())


@st.composite
def _wordings(draw: st.DrawFn, texts: dict[str, str]) -> Wording:
    name = draw(st.sampled_from(list(texts)))
    return Wording(name, draw(_spans(texts[name])), draw(WORDS))


@st.composite
def _contrasts(draw: st.DrawFn, texts: dict[str, str]) -> Contrast:
    left, right = (draw(st.sampled_from([*texts, ""])) for _ in range(2))
    spans = (draw(_spans(texts.get(one, ""))) for one in (left, right))
    return Contrast(draw(st.sampled_from(["f0", "zz"])), *spans, left, right, draw(WORDS), draw(WORDS))


@st.composite
def _framings(draw: st.DrawFn, made: list[Article], texts: dict[str, str]) -> Framing:
    ids, names = tuple(one.id for one in made), list(texts)
    several = st.lists(_wordings(texts), max_size=2).map(tuple) if names else st.just(())
    voices = st.lists(st.builds(Voice, WORDS, _some(names), st.integers(0, 999)), max_size=2).map(tuple)
    known = st.lists(st.sampled_from(["f0", "f1", "f9"]), max_size=2).map(tuple)
    some = st.lists(WORDS, max_size=2).map(tuple)
    sources = tuple(
        draw(
            st.builds(
                SourceFraming,
                st.just(one),
                WORDS,
                WORDS,
                st.booleans(),
                some,
                several,
                several,
                voices,
                _SHARES,
                known,
                known,
            )
        )
        for one in ids
    )
    counted = st.lists(st.tuples(WORDS, st.integers(1, 9)), max_size=2).map(tuple)
    variants = st.lists(st.tuples(st.sampled_from(ids), counted), max_size=2).map(tuple) if ids else st.just(())
    return Framing(
        sources,
        tuple(draw(st.lists(st.builds(Naming, WORDS, variants), max_size=2))),
        tuple(draw(st.lists(_contrasts(texts), max_size=2))),
        tuple(draw(st.lists(_some(list(ids)), max_size=2))),
    )
