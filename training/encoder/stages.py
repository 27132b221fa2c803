"""What `python -m training.encoder` makes, one file a stage, each kept in the work folder and made once."""

from __future__ import annotations

import json
import pickle
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.common import gold_sentences, read_gold, read_lines
from training.encoder import corpus as corpora
from training.encoder import groups as grouping
from training.encoder.corpus import Corpus
from training.encoder.features import Words, build_words
from training.encoder.groups import Groups
from training.encoder.model import Store, join
from training.encoder.pairs import Stream, inferences, moved, rarity, translations, within_articles
from training.encoder.vocabulary import (
    MARK,
    SEGMENT,
    build_tokenizer,
    choose_pieces,
    count_grams,
    tie_spellings,
)

NEWS = {"baomoi": 3.0, "vietnews": 3.0}
SHARES = {**NEWS, "events": 0.3, "parallel": 2.0, "nli": 1.0}
GROUPED = ("events", "baomoi", "vietnews")
EVENT_REPEATS = 3
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Work:
    """The run: `data` to read, `folder` to keep stages in, how many articles of vietnews, and where the log goes."""

    data: Path
    folder: Path
    articles: int
    say: Say


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tokenizer with, for every piece, the piece that stands for it and the pieces a compound is made of."""

    tokenizer: Any
    pieces: list[str]
    ties: np.ndarray
    parts: dict[int, list[int]]


def english_texts(data: Path) -> Iterator[str]:
    """English training text: translations (news-dev aside), NLI rows marked for training, claims."""
    for row in parallel_rows(data):
        yield row["en"]
    for row in nli_rows(data):
        if row["lang"] == "en":
            yield row["premise"] + "\n" + row["hypothesis"]
    for row in read_lines(data / "claimdiff_train.jsonl.xz"):
        yield row["claim_a"] + "\n" + row["claim_b"]


def parallel_rows(data: Path) -> list[dict[str, Any]]:
    """Translated pairs for training; news-dev is for measuring only."""
    return [row for row in read_lines(data / "parallel_vi_en.jsonl.xz") if row["set"] != "news-dev"]


def nli_rows(data: Path) -> list[dict[str, Any]]:
    """NLI rows marked for training; xnli-dev is for measuring only."""
    return [row for row in read_lines(data / "nli.jsonl.xz") if row["use"] == "train" and row["set"] != "xnli-dev"]


def news_texts(data: Path) -> Iterator[str]:
    """News to count words in: every fourth article of vietnews, every second of baomoi2017, Vietnamese translations."""
    for number, article in enumerate(corpora.vietnews(data)):
        if number % 4 == 0:
            yield from article
    for number, article in enumerate(corpora.baomoi(data)):
        if number % 2 == 0:
            yield from article
    for row in parallel_rows(data):
        yield row["vi"]


def vocabulary(work: Work) -> Vocabulary:
    """The tokenizer, counted from the news and the English text on the first run."""
    from tokenizers import Tokenizer

    path = work.folder / "tokenizer.json"
    if not path.is_file():
        counts: dict[int, Counter[tuple[str, ...]]] = {size: Counter() for size in (1, 2, 3)}
        count_grams(news_texts(work.data), counts)
        english: Counter[str] = Counter()
        for text in english_texts(work.data):
            for segment in SEGMENT.finditer(unicodedata.normalize("NFC", text).lower()):
                english.update(segment.group().split(" "))
        build_tokenizer(choose_pieces(counts, english)).save(str(path))
    pieces = [piece for piece, _ in json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]]
    ties = tie_spellings(pieces)
    number = {piece: place for place, piece in enumerate(pieces)}
    parts = {
        whole: [ties[number[MARK + word]] for word in piece[1:].split(MARK)]
        for whole, piece in enumerate(pieces)
        if piece.count(MARK) > 1
    }
    work.say(f"vocabulary: {len(pieces)} pieces, {len(parts)} compounds")
    return Vocabulary(Tokenizer.from_file(str(path)), pieces, np.array(ties), parts)


def unquoted(text: str) -> str:
    """A line of parallel_vi_en without the quotation marks that its table format doubled."""
    return corpora.clean(text.replace('"""', '"').replace('""', '"').strip('"'))


def articles_of(name: str, work: Work) -> Iterator[list[str]]:
    """Sentences of every article of one source; translated and NLI pairs count as articles of two sentences."""
    if name == "events":
        yield from (sentences for _, sentences in corpora.event_articles(work.data))
    elif name == "parallel":
        yield from ([corpora.clean(row["vi"]), unquoted(row["en"])] for row in parallel_rows(work.data))
    elif name == "nli":
        yield from ([corpora.clean(row["premise"]), corpora.clean(row["hypothesis"])] for row in nli_rows(work.data))
    elif name == "gold":
        for event in read_gold(work.data):
            yield [sentence for article in gold_sentences(event) for sentence in article]
    else:
        source = corpora.vietnews(work.data) if name == "vietnews" else corpora.baomoi(work.data)
        yield from (article for number, article in enumerate(source) if number < work.articles)


def tokens_of(name: str, work: Work, words: Vocabulary) -> Corpus:
    """One source as tokens."""
    path = work.folder / f"{name}.npz"
    if not path.is_file():
        corpora.save(corpora.tokenise(words.tokenizer, words.ties, articles_of(name, work)), path)
    found = corpora.load(path)
    work.say(
        f"{name}: {len(found.articles) - 1} articles, {len(found.starts) - 1} sentences, {len(found.tokens)} tokens"
    )
    return found


def streams_of(sources: dict[str, Corpus], counts: np.ndarray, work: Work) -> list[Stream]:
    """The pairs of every source, numbered through the joined store."""
    path = work.folder / "streams.pickle"
    if path.is_file():
        kept: list[Stream] = pickle.loads(path.read_bytes())
        return kept
    weight, streams, before = rarity(counts), [], 0
    for name, corpus in sources.items():
        if name == "parallel":
            stream = translations(corpus, SHARES[name])
        elif name == "nli":
            stream = inferences(corpus, nli_rows(work.data), SHARES[name])
        else:
            stream = within_articles(corpus, weight, SHARES[name])
        work.say(f"pairs of {name}: {len(stream.pairs)}")
        streams.append(moved(stream, before))
        before += len(corpus.starts) - 1
    path.write_bytes(pickle.dumps(streams))
    return streams


def event_groups(work: Work) -> list[list[int]]:
    """Articles of each event of events.jsonl.xz that shares nothing with the gold, as places in that source."""
    names = [name for name, _ in corpora.event_articles(work.data)]
    groups: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        groups.setdefault(name, []).append(place)
    return [members[:5] for members in groups.values() if len(members) > 1]


def kept_groups(name: str, work: Work) -> Path:
    """Where the judged groups of one source are kept."""
    return work.folder / f"groups.{name}.npz"


def read_groups(name: str, work: Work) -> Groups:
    """The judged groups of one source, once made."""
    groups = grouping.load(kept_groups(name, work))
    work.say(
        f"groups of {name}: {len(groups.bounds) - 1}, {len(groups.judged)} pairs, {(groups.judged > 0).sum()} linked"
    )
    return groups


def groups_of(name: str, work: Work, corpus: Corpus, teacher: Any, rows: np.ndarray, words: Words, most: int) -> Groups:
    """The judged groups of one source, made on the first run."""
    if not kept_groups(name, work).is_file():
        if name == "events":
            found = event_groups(work)
        else:
            near = dict(grouping.near_articles(grouping.article_vectors(corpus, rows)))
            found = grouping.disjoint_groups(near, most, np.random.default_rng(1))
        grouping.save(grouping.judge_groups(corpus, found, teacher, rows, words), kept_groups(name, work))
    return read_groups(name, work)


def joined_groups(sources: dict[str, Corpus], judged: dict[str, Groups]) -> Groups:
    """All judged groups numbered through the joined store, the few real events several times."""
    before = dict(zip(sources, np.cumsum([0] + [len(one.starts) - 1 for one in sources.values()]), strict=False))
    order = [name for name in judged for _ in range(EVENT_REPEATS if name == "events" else 1)]
    every = [judged[name] for name in order]
    return Groups(
        np.concatenate([judged[name].sentences + before[name] for name in order]),
        np.concatenate([[0], np.cumsum(np.concatenate([np.diff(one.bounds) for one in every]))]),
        np.concatenate([one.left for one in every]),
        np.concatenate([one.right for one in every]),
        np.concatenate([one.judged for one in every]),
        np.concatenate([[0], np.cumsum(np.concatenate([np.diff(one.pairs) for one in every]))]),
    )


def store_of(sources: dict[str, Corpus]) -> Store:
    """All sources as one store."""
    return join([Store(one.tokens, one.starts) for one in sources.values()])


def word_tables(words: Vocabulary, counts: np.ndarray) -> Words:
    """What the teacher's features need of the vocabulary."""
    return build_words(words.pieces, words.parts, counts)
