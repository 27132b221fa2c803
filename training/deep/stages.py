"""What `python -m training.deep` makes, one stage after another, each kept in the work folder and made once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from compare.encode.builtin import Builtin
from training.common import average_precision, cosine_precision, gold_pairs, read_gold, split_gold
from training.deep import corpus, examples, mine
from training.deep.corpus import Sequences
from training.deep.model import Shape, embed
from training.deep.pairs import Examples, score
from training.deep.pretrain import Stream
from training.encoder.corpus import Corpus
from training.encoder.groups import Groups
from training.encoder.groups import load as load_groups
from training.encoder.stages import GROUPED, joined_groups, nli_rows
from training.labelled import more_records

NEWS = ("vietnews", "baomoi")
FOLLOWING = 400_000
MADE = 60_000
LIKELY = 60
Say = Callable[[str], None]
Report = Callable[[int, dict[str, float], Any], None]


@dataclass(frozen=True, slots=True)
class Work:
    """The run: `data` and our own `labels` to read, `folder` to keep stages in, `articles` of a source at most."""

    data: Path
    labels: tuple[Path, ...]
    folder: Path
    articles: int
    say: Say
    encoder: Builtin
    shape: Shape


@dataclass(frozen=True, slots=True)
class Material:
    """All sources as one, each source's first sentence in it, and the news pairs by kind ("within", "across")."""

    sequences: Sequences
    first: dict[str, int]
    news: dict[str, np.ndarray]

    def records(self, name: str, count: int) -> np.ndarray:
        """(n, 2) both sentences of each record of a source of pairs."""
        start = self.first[name]
        return start + np.arange(2 * count).reshape(-1, 2)


def sources_of(work: Work) -> dict[str, Sequences]:
    """Every source for training, tokenised."""
    return {
        name: corpus.sequences_of(name, work.data, work.folder, work.encoder.tokenizer, work.articles)
        for name in corpus.SOURCES
    }


def material_of(work: Work) -> Material:
    """Sources and mined pairs."""
    sources = sources_of(work)
    sequences, first = corpus.join(list(sources.values()))
    places = dict(zip(sources, first, strict=True))
    news: dict[str, list[np.ndarray]] = {"within": [], "across": []}
    for name in NEWS:
        for kind, pairs in mine.pairs_of(name, work.encoder, sources[name], work.folder).items():
            news[kind].append(pairs + places[name])
            work.say(f"{name}: {len(pairs)} pairs {kind}")
    return Material(sequences, places, {kind: np.concatenate(pairs) for kind, pairs in news.items()})


def following(material: Material, seed: int) -> np.ndarray:
    """(n, 2) sentences that follow each other in a news article."""
    last = material.first["events"]
    starts = np.random.default_rng(seed).integers(0, max(last - 1, 1), FOLLOWING)
    new = np.isin(starts + 1, material.sequences.articles)
    return np.stack([starts, starts + 1], 1)[~new]


def filled(*streams: Stream) -> list[Stream]:
    """The streams that have a pair to give."""
    return [one for one in streams if len(one.pairs)]


def guessing_streams(material: Material, seed: int) -> list[Stream]:
    """What pretraining draws from."""
    translated = (material.first["nli"] - material.first["parallel"]) // 2
    inferred = (material.first["claimdiff"] - material.first["nli"]) // 2
    return filled(
        Stream(material.news["across"], 0.4),
        Stream(material.news["within"], 0.25),
        Stream(following(material, seed), 0.15),
        Stream(material.records("parallel", translated), 0.12),
        Stream(material.records("nli", inferred), 0.08),
    )


def gold_report(work: Work, stage: str) -> Report:
    """A report of losses and of bare-cosine average precision on the tuned and the set-aside gold events."""
    events = read_gold(work.data)
    gold = corpus.sequences_of("gold", work.data, work.folder, work.encoder.tokenizer, len(events))

    def report(step: int, losses: dict[str, float], model: Any) -> None:
        vectors = embed(model, work.shape, gold, np.arange(len(gold.starts) - 1))
        tuned, aside = cosine_precision(events, gold.articles, vectors)
        told = " ".join(f"{name} {value:.3f}" for name, value in losses.items())
        work.say(f"{stage} {step}: {told}; gold AP tuned {tuned:.4f} set aside {aside:.4f}")

    return report


def cosine_streams(work: Work, material: Material) -> list[Stream]:
    """What the contrast of the sentence encoder draws from: pairs that say the same."""
    translated = (material.first["nli"] - material.first["parallel"]) // 2
    rows = nli_rows(work.data)[: work.articles]
    entailed = np.array([row["label"] == "entailment" for row in rows])
    return filled(
        Stream(material.news["across"], 0.4),
        Stream(material.news["within"], 0.2),
        Stream(material.records("parallel", translated), 0.3),
        Stream(material.records("nli", len(rows))[entailed], 0.1),
    )


def judged_groups(teacher: Path, sources: dict[str, Sequences]) -> Groups:
    """The groups that the making of the built-in encoder mined and judged, kept in its work folder `teacher`.

    Its `--articles` must not be above ours: its sentence numbers are used.
    """
    counted = {name: Corpus(one.tokens, one.starts, one.articles) for name, one in sources.items()}
    return joined_groups(counted, {name: load_groups(teacher / f"groups.{name}.npz") for name in GROUPED})


def pair_sets(work: Work, material: Material, groups: Groups) -> tuple[Sequences, list[Examples]]:
    """(all sentences, what the pair head draws from): labelled events and made contradictions join the sources."""
    tokenizer, folder, start = work.encoder.tokenizer, work.folder, len(material.sequences.starts) - 1
    records = more_records(work.data, work.labels)
    path = folder / "labelled.npz"
    if not path.is_file():
        corpus.save(corpus.tokenise(tokenizer, examples.labelled_sentences(records)), path)
    labelled = corpus.load(path)
    vectors = mine.static_vectors(work.encoder, labelled, np.arange(len(labelled.starts) - 1))
    across = mine.pairs_of("baomoi", work.encoder, corpus.load(folder / "baomoi.npz"), folder)["across"]
    texts = examples.made_texts(work.data, work.articles, across, MADE, 0)
    made, told = examples.made_sequences(folder / "made.npz", tokenizer, texts)
    sequences, (_, first, after) = corpus.join([material.sequences, labelled, made])
    sets = [
        examples.judged_examples(groups, (0.3, 0.1), 0),
        examples.labelled_examples(records, first, vectors, (0.3, 0.6), 0),
        examples.inference_examples(work.data, work.articles, material.first["nli"], (0.1, 0.1)),
        examples.made_examples(after, told, (0.3, 0.2)),
    ]
    assert first == start
    for name, one in zip(("judged", "labelled", "inference", "made"), sets, strict=True):
        known = one.wanted[:, 1]
        work.say(f"{name}: {len(one.pairs)} pairs, {np.nanmean(one.wanted[:, 0]):.3f} linked, "
                 f"{(known == 1).sum()} of {(~np.isnan(known)).sum()} in conflict")  # fmt: skip
    return sequences, sets


def pair_report(work: Work, stage: str) -> Report:
    """A report of losses and of average precision: the link logit over likely gold pairs, conflict given a link."""
    events = read_gold(work.data)
    gold = corpus.sequences_of("gold", work.data, work.folder, work.encoder.tokenizer, len(events))
    likely = [likely_pairs(work, gold, number, event) for number, event in enumerate(events)]
    aside = {event["event"] for event in split_gold(events)[1]}
    part = np.concatenate(
        [np.full(len(one[0]), event["event"] in aside) for one, event in zip(likely, events, strict=True)]
    )
    pairs, linked, clash = (np.concatenate(column) for column in zip(*likely, strict=True))
    alike = builtin_cosine(work.encoder, events, pairs)
    for name, mask in (("tuned", ~part), ("set aside", part)):
        clashing = clash[mask & (linked == 1)].mean()
        precision = average_precision(linked[mask], alike[mask])
        work.say(f"likely gold pairs, {name}: {linked[mask].mean():.3f} linked, {clashing:.3f} of these in conflict; "
                 f"link AP by the built-in vectors {precision:.4f}")  # fmt: skip

    def report(step: int, losses: dict[str, float], model: Any) -> None:
        found = score(model, work.shape, gold, pairs)
        told = [f"{name} {value:.3f}" for name, value in losses.items()]
        for name, mask in (("tuned", ~part), ("set aside", part)):
            both = linked.astype(bool) & mask
            told.append(f"{name}: link AP {average_precision(linked[mask], found[mask, 0]):.4f} "
                        f"conflict AP {average_precision(clash[both], found[both, 1]):.4f}")  # fmt: skip
        work.say(f"{stage} {step}: {' '.join(told)}")

    return report


def builtin_cosine(encoder: Builtin, events: list[dict[str, Any]], pairs: np.ndarray) -> np.ndarray:
    """(n,) cosines of sentence pairs (n, 2), numbered through all events, by the built-in encoder: what to beat."""
    articles = [article for event in events for article in event["articles"]]
    vectors = encoder.encode(
        [article["text"][start:end] for article in articles for start, end in article["sentences"]]
    )
    return np.asarray((vectors[pairs[:, 0]] * vectors[pairs[:, 1]]).sum(1))


def likely_pairs(
    work: Work, gold: Sequences, number: int, event: dict[str, Any]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(pairs (n, 2) of one gold event, linked (n,), in conflict (n,)): all linked ones and the LIKELY most alike."""
    rows, truth = gold_pairs(event)
    start = gold.articles[number]
    vectors = mine.static_vectors(work.encoder, gold, np.arange(start, gold.articles[number + 1])).astype(np.float32)
    alike = (vectors[rows[:, 0]] * vectors[rows[:, 1]]).sum(1)
    kept = np.flatnonzero((truth == 1) | (alike >= np.sort(alike)[-min(LIKELY, len(alike))]))
    sizes = np.cumsum([0] + [len(article["sentences"]) for article in event["articles"]])
    ids = [str(article["id"]) for article in event["articles"]]
    place = {
        f"{name}#{one + 1}": sizes[own] + one
        for own, name in enumerate(ids)
        for one in range(sizes[own + 1] - sizes[own])
    }
    clashing = {
        tuple(sorted((place[one["left"]], place[one["right"]])))
        for one in event["pairs"]
        if all(label == "conflict" for label in one["labels"])
    }
    clash = np.array([tuple(pair) in clashing for pair in rows[kept].tolist()], np.int64)
    return rows[kept] + start, truth[kept], clash
