"""One table of encoders: links of the gold events, XNLI, retrieval between Vietnamese and English, speed, size.

    python benchmarks/encoder.py --data ../shared/data [--model HUB_ID_OR_FOLDER ...] [--save]

Gold columns are over every cross-article sentence pair of an event, scored by bare cosine: average precision and best
F1 on gold_dev, average precision on the events that every tuning leaves aside (every third of all gold events); "words"
columns score the same pairs by late interaction, word by word, where an encoder reads words in their context. TF-IDF
learns its weights from the very texts it compares (one event, one test set); the encoders know none of them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # `training` is not an installed package

from compare.align.late import token_signals, weighed_tokens
from compare.align.semantic import ContextualEncoder
from compare.encode import load, names
from compare.encode.catalog import FIGURES, PUBLISHED, folder_size, own_folder
from training.common import (
    GOLD_FILES,
    average_precision,
    best_f1,
    default_data,
    gold_pairs,
    gold_sentences,
    read_gold,
    read_lines,
    split_gold,
)

Encode = Callable[[Sequence[str]], Any]
Likeness = Callable[[Sequence[str]], np.ndarray]
COLUMNS = (
    "gold AP", "gold F1", "macro AP", "aside AP", "words gold AP", "words aside AP", "XNLI vi", "XNLI en", "XNLI vi-en",
    "vi->en", "en->vi", "sent/s", "load s", "MB",
)  # fmt: skip
COSTS = ("sent/s", "load s", "MB")


@dataclass(frozen=True, slots=True)
class Texts:
    """What is measured on: gold events, XNLI pairs as (premises, hypotheses, truth) by language pair, translations."""

    gold: list[dict[str, Any]]
    first_file: int
    nli: dict[str, tuple[list[str], list[str], np.ndarray]]
    vietnamese: list[str]
    english: list[str]


def read_texts(data: Path) -> Texts:
    """Everything that is measured on, from the data folder."""
    rows = [row for row in read_lines(data / "nli.jsonl.xz") if row["set"] == "xnli-dev"]
    sides = {
        language: [row for row in rows if row["lang"] == language and row["label"] != "neutral"]
        for language in ("vi", "en")
    }
    nli = {}
    for name, first, second in (("vi", "vi", "vi"), ("en", "en", "en"), ("vi-en", "vi", "en")):
        truth = np.array([int(row["label"] == "entailment") for row in sides[first]])
        premises = [row["premise"] for row in sides[first]]
        nli[name] = (premises, [row["hypothesis"] for row in sides[second]], truth)
    pairs = [row for row in read_lines(data / "parallel_vi_en.jsonl.xz") if row["set"] == "news-dev"]
    dev = len(read_gold(data, GOLD_FILES[:1]))
    return Texts(read_gold(data), dev, nli, [row["vi"] for row in pairs], [row["en"] for row in pairs])


def cosines(left: Any, right: Any) -> np.ndarray:
    """Cosine (n, m) of unit rows, dense or sparse."""
    product = left @ right.T
    return np.asarray(product.toarray() if hasattr(product, "toarray") else product)


def by_cosine(encode: Encode) -> Likeness:
    """Bare cosines (n, n) of an event's sentences."""

    def likeness(sentences: Sequence[str]) -> np.ndarray:
        vectors = encode(sentences)
        return cosines(vectors, vectors)

    return likeness


def by_words(encoder: ContextualEncoder) -> Likeness:
    """Late interaction (n, n) of an event's sentences."""

    def likeness(sentences: Sequence[str]) -> np.ndarray:
        (tokens,) = weighed_tokens([encoder.read(list(sentences))])
        return token_signals(tokens, tokens)["words"]

    return likeness


def gold_scores(texts: Texts, likeness: Likeness) -> dict[str, float]:
    """Average precision, best F1 and mean average precision per event on gold_dev; the set-aside events' precision."""
    truths, scores = [], []
    for event in texts.gold:
        alike = likeness([sentence for article in gold_sentences(event) for sentence in article])
        rows, truth = gold_pairs(event)
        truths.append(truth)
        scores.append(alike[rows[:, 0], rows[:, 1]])
    set_aside = {event["event"] for event in split_gold(texts.gold)[1]}
    aside = [number for number, event in enumerate(texts.gold) if event["event"] in set_aside]
    truth, score = (np.concatenate(part[: texts.first_file]) for part in (truths, scores))
    far = average_precision(*(np.concatenate([part[one] for one in aside]) for part in (truths, scores)))
    macro = float(np.mean([average_precision(*both) for both in zip(truths, scores, strict=True)][: texts.first_file]))
    return {
        "gold AP": average_precision(truth, score),
        "gold F1": best_f1(truth, score),
        "macro AP": macro,
        "aside AP": far,
    }


def other_scores(texts: Texts, encode: Encode) -> dict[str, float]:
    """XNLI average precision (entailment against contradiction) and retrieval accuracy on news-dev."""
    found = {}
    for name, (premises, hypotheses, truth) in texts.nli.items():
        both = encode(premises + hypotheses)
        left, right = both[: len(premises)], both[len(premises) :]
        product = left.multiply(right) if hasattr(left, "multiply") else left * right
        found[f"XNLI {name}"] = average_precision(truth, np.asarray(product.sum(axis=1)).ravel())
    both = encode(texts.vietnamese + texts.english)
    similar = cosines(both[: len(texts.vietnamese)], both[len(texts.vietnamese) :])
    own = np.arange(len(similar))
    found["vi->en"] = float((similar.argmax(axis=1) == own).mean())
    found["en->vi"] = float((similar.argmax(axis=0) == own).mean())
    return found


def speed(texts: Texts, encode: Encode, least: float = 2.0) -> float:
    """Sentences a second over the gold sentences, the best of the passes made in about `least` seconds."""
    sentences = [sentence for event in texts.gold for article in gold_sentences(event) for sentence in article]
    spent, best = 0.0, 0.0
    while spent < least:
        began = time.perf_counter()
        encode(sentences)
        took = time.perf_counter() - began
        spent, best = spent + took, max(best, len(sentences) / took)
    return best


def word_overlap(sentences: Sequence[str]) -> Any:
    """TF-IDF rows of the given texts, the weights learned from them alone."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(sublinear_tf=True, token_pattern=r"(?u)\d[\d.,]*\d|\w+").fit_transform(sentences)


def size_of(name: str) -> float:
    """Megabytes on disk of a model folder, not a number where the model is elsewhere."""
    folder = own_folder(name) if name in names() else Path(name).expanduser()
    return folder_size(folder) / 1e6 if folder.is_dir() else float("nan")


def measure(name: str, texts: Texts) -> dict[str, float]:
    """All columns of one encoder, or of TF-IDF."""
    if name == "TF-IDF":
        return {
            **gold_scores(texts, by_cosine(word_overlap)),
            **other_scores(texts, word_overlap),
            "sent/s": speed(texts, word_overlap),
        }
    began = time.perf_counter()
    encoder = load(name)
    loaded = time.perf_counter() - began
    again = time.perf_counter()
    load(name)
    loaded = min(loaded, time.perf_counter() - again)
    scores = {**gold_scores(texts, by_cosine(encoder.encode)), **other_scores(texts, encoder.encode)}
    if isinstance(encoder, ContextualEncoder):
        words = gold_scores(texts, by_words(encoder))
        scores |= {"words gold AP": words["gold AP"], "words aside AP": words["aside AP"]}
    return {**scores, "sent/s": speed(texts, encoder.encode), "load s": loaded, "MB": size_of(name)}


def line(name: str, cells: dict[str, float]) -> str:
    """One row of the table in Markdown; an empty cell where a column was not measured."""

    def shown(column: str) -> str:
        value = cells.get(column, float("nan"))
        whole = column in ("sent/s", "MB")
        return (
            ""
            if value != value
            else f"{value:,.0f}"
            if whole
            else f"{value:.3f}"
            if column != "load s"
            else f"{value:.2f}"
        )

    return f"| {name} | " + " | ".join(shown(column) for column in COLUMNS) + " |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=default_data(), help="folder of the data files")
    parser.add_argument("--model", action="append", default=[], help="one more encoder: a hub id or a folder")
    parser.add_argument("--save", action="store_true", help="keep the figures of our own encoders beside them")
    options = parser.parse_args()
    texts = read_texts(options.data)
    print("| encoder | " + " | ".join(COLUMNS) + " |\n|" + "---|" * (len(COLUMNS) + 1))
    for name in (*names(), "TF-IDF", *options.model):
        cells = measure(name, texts)
        print(line(name, cells), flush=True)
        if name in names() and options.save:
            quality = {one: round(cells[one], 4) for one in COLUMNS if one in cells and one not in COSTS}
            (own_folder(name) / FIGURES).write_text(json.dumps(quality, indent=2) + "\n", encoding="utf-8")
    for entry in PUBLISHED:
        if entry.role == "encoder":
            figures = dict(entry.figures)
            cells = {"XNLI vi": figures["XNLI-vi"], "vi->en": figures["NTREX vi->en"], "MB": (entry.size or 0) / 1e6}
            print(line(f"{entry.name} (published; retrieval on NTREX)", cells))


if __name__ == "__main__":
    main()
