"""What `python -m training.deep` makes, one stage after another, each kept in the work folder and made once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from compare.encode.builtin import Builtin
from training.common import average_precision, cosine_precision, gold_pairs, read_gold, split_gold
from training.deep import corpus, english, examples, mine
from training.deep.corpus import Sequences
from training.deep.distil import Lessons, Report, lessons_of
from training.deep.english import English
from training.deep.model import Shape, embed, word_start
from training.deep.pairs import Examples, score
from training.deep.translation import translation_table
from training.deep.tune import Material
from training.encoder.corpus import Corpus
from training.encoder.groups import Groups
from training.encoder.groups import load as load_groups
from training.encoder.stages import joined_groups, nli_rows, parallel_rows
from training.labelled import more_records

GROUPED = ("baomoi", "vietnews")
MADE = 60_000
LIKELY = 60
ENGLISH_SHARE = 1 / 3
ARTICLE_PAIRS = 6
SURE = (0.001, 0.981)  # probabilities of our own labels: nobody is always right
Say = Callable[[str], None]


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
    seed: int


def sources_of(work: Work) -> dict[str, Sequences]:
    """Every source for training, tokenised."""
    return {
        name: corpus.sequences_of(name, work.data, work.folder, work.encoder.tokenizer, work.articles)
        for name in corpus.SOURCES
    }


def translations(data: Path, most: int) -> list[tuple[str, str]]:
    """(Vietnamese, English) texts: the parallel pairs, and inference rows that come in both languages."""
    rows = nli_rows(data)
    english = {row["row"]: row for row in rows if row["set"] == "multinli-mt" and row["lang"] == "en"}
    both = [
        (row[side], english[row["row"]][side])
        for row in rows
        if row["set"] == "multinli-mt" and row["lang"] == "vi" and row["row"] in english
        for side in ("premise", "hypothesis")
    ]
    return [(row["vi"], row["en"]) for row in parallel_rows(data)][:most] + both[:most]


def taught(work: Work, teacher: English) -> tuple[np.ndarray, Lessons]:
    """(vectors (v, d) that our pieces begin with, what the English teacher has to say of the translations)."""
    pairs = translations(work.data, work.articles)
    sequences = corpus.tokenise(work.encoder.tokenizer, ([one, other] for one, other in pairs))
    start, wanted = work.folder / "words.npy", work.folder / "english.npy"
    if not wanted.is_file():
        np.save(wanted, english.vectors_of(teacher, [other for _, other in pairs]))
    if not start.is_file():
        np.save(start, words_of(work, teacher, sequences, [other for _, other in pairs]))
    vectors = np.load(wanted)
    if vectors.shape != (len(pairs), work.shape.width):
        raise ValueError(f"{wanted} is of other texts or another English encoder: remove it and words.npy beside it")
    numbers = np.arange(2 * len(pairs)).reshape(-1, 2)
    return np.load(start), lessons_of(sequences, numbers, vectors, ENGLISH_SHARE, work.seed)


def words_of(work: Work, teacher: English, sequences: Sequences, texts: list[str]) -> np.ndarray:
    """(v, d) the vectors that our pieces begin with; `texts` are the English sides, every second of `sequences`."""
    ours = [sequences.sentence(2 * number, corpus.WHOLE) for number in range(len(texts))]
    words = english.transformer_of(teacher).embeddings.word_embeddings.weight.detach().numpy()
    pieces = [""] * work.shape.pieces
    for piece, number in work.encoder.tokenizer.get_vocab().items():
        pieces[number] = piece
    table = translation_table(ours, english.pieces_of(teacher, texts), (len(pieces), len(words)))
    counts = np.bincount(np.concatenate([np.unique(one) for one in ours]), minlength=len(pieces))
    work.say(f"{np.count_nonzero(np.diff(table.indptr))} of {len(pieces)} pieces are translated")
    return word_start(english.own_start(teacher, words, pieces), words, table, counts)


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


def judged_groups(teacher: Path, sources: dict[str, Sequences]) -> Groups:
    """The groups that the making of the built-in encoder mined and judged, kept in its work folder `teacher`.

    Its `--articles` must not be above ours: its sentence numbers are used.
    """
    counted = {name: Corpus(one.tokens, one.starts, one.articles) for name, one in sources.items()}
    return joined_groups(counted, {name: load_groups(teacher / f"groups.{name}.npz") for name in GROUPED})


def labelled_groups(records: list[dict[str, Any]], first: int, seed: int) -> Groups:
    """Our own labels as groups of two articles, some pairs of articles of each event; `first` is the first sentence.

    Raises ValueError where no two articles are labelled.
    """
    rng = np.random.default_rng(seed)
    odds = np.log(np.divide(SURE, np.subtract(1, SURE))).astype(np.float16)
    parts: list[tuple[np.ndarray, ...]] = []
    for record in records:
        sizes = [len(article["sentences"]) for article in record["articles"]]
        starts = np.cumsum([first, *sizes])
        place = {
            f"{article['id']}#{number + 1}": start + number
            for article, start, size in zip(record["articles"], starts, sizes, strict=False)
            for number in range(size)
        }
        linked = {frozenset((place[one["left"]], place[one["right"]])) for one in record["pairs"]}
        every = [(one, other) for other in range(len(sizes)) for one in range(other) if sizes[one] and sizes[other]]
        for number in rng.permutation(len(every))[:ARTICLE_PAIRS]:
            one, other = (np.arange(starts[at], starts[at + 1]) for at in every[number])
            left, right = (side.ravel() for side in np.meshgrid(one, other, indexing="ij"))
            told = [frozenset(pair) in linked for pair in zip(left.tolist(), right.tolist(), strict=True)]
            rows = np.append(one, other)
            parts.append((rows, left - one[0], right - other[0] + len(one), odds[np.asarray(told, int)]))
        first = int(starts[-1])
    if not parts:
        raise ValueError("no labelled events to tune on")
    rows, lefts, rights, judged = (np.concatenate(column) for column in zip(*parts, strict=True))
    bounds = np.cumsum([0] + [len(part[0]) for part in parts])
    return Groups(rows, bounds, lefts, rights, judged, np.cumsum([0] + [len(part[1]) for part in parts]))


def material_of(work: Work, teacher: Path, lessons: Lessons, pair: bool = False) -> Material:
    """What the second stage draws from; `teacher` is the work folder of the making of the built-in encoder.

    Only with `pair` is there anything for the pair head.
    """
    sources = sources_of(work)
    every, places = corpus.join(list(sources.values()))
    groups = judged_groups(teacher, sources)
    records = more_records(work.data, work.labels)
    labelled = corpus.tokenise(work.encoder.tokenizer, examples.labelled_sentences(records))
    sequences, (_, start) = corpus.join([every, labelled])
    sets: dict[str, Examples] = {}
    if pair:
        texts = made_texts_of(work, sources["baomoi"])
        made, told = examples.made_sequences(work.folder / "made.npz", work.encoder.tokenizer, texts)
        vectors = mine.static_vectors(work.encoder, labelled, np.arange(len(labelled.starts) - 1))
        first = dict(zip(sources, places, strict=True))
        sequences, (_, after) = corpus.join([sequences, made])
        sets = {
            "judged": examples.judged_examples(groups, (0.3, 0.15), work.seed),
            "labelled": examples.labelled_examples(records, start, vectors, (0.3, 0.6), work.seed),
            "inference": examples.inference_examples(work.data, work.articles, first["nli"], (0.2, 0.15)),
            "made": examples.made_examples(after, told, (0.3, 0.2)),
        }
    for name, one in sets.items():
        known = one.wanted[:, 1]
        work.say(f"{name}: {len(one.pairs)} pairs, {np.nanmean(one.wanted[:, 0]):.3f} linked, "
                 f"{(known == 1).sum()} of {(~np.isnan(known)).sum()} in conflict")  # fmt: skip
    return Material(sequences, groups, labelled_groups(records, start, work.seed), lessons, list(sets.values()))


def made_texts_of(work: Work, baomoi: Sequences) -> Any:
    """Sentences with one detail changed, and retellings, for the pair head."""
    across = mine.across_pairs("baomoi", work.encoder, baomoi, work.folder)
    return examples.made_texts(work.data, work.articles, across, MADE, work.seed)


def pair_report(work: Work, head: Any) -> Report:
    """A report of average precision: the head's link logit over likely gold pairs, conflict given a link."""
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
        found = score(model, head, work.shape, gold, pairs)
        told = []
        for name, mask in (("tuned", ~part), ("set aside", part)):
            both = linked.astype(bool) & mask
            told.append(f"{name} link AP {average_precision(linked[mask], found[mask, 0]):.4f} "
                        f"conflict AP {average_precision(clash[both], found[both, 1]):.4f}")  # fmt: skip
        work.say(f"pair head {step}: {'; '.join(told)}")

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
