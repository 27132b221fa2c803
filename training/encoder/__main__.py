"""Make the shipped sentence encoder.

    python -m training.encoder --data ../shared/data --out compare/data/encoder

Every stage keeps its result in the work folder; a run that was broken off goes on where it stopped.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from training.common import cosine_precision, default_data, read_gold
from training.encoder.corpus import Corpus
from training.encoder.export import export
from training.encoder.groups import Groups, fit_teacher
from training.encoder.model import Store, Table, embed, fresh, restore
from training.encoder.stages import (
    GROUPED,
    SHARES,
    Vocabulary,
    Work,
    groups_of,
    joined_groups,
    kept_groups,
    read_groups,
    store_of,
    streams_of,
    tokens_of,
    vocabulary,
    word_tables,
)
from training.encoder.train import Plan, Report, train


def gold_report(work: Work, gold: Corpus) -> Report:
    """A report of losses and of bare-cosine average precision on the tuned and the set-aside gold events."""
    events = read_gold(work.data)
    store = Store(gold.tokens, gold.starts)

    def report(step: int, losses: dict[str, float], table: Table) -> None:
        vectors = embed(table.rows(), store, np.arange(len(gold.starts) - 1))
        tuned, aside = cosine_precision(events, gold.articles, vectors)
        told = " ".join(f"{name} {value:.3f}" for name, value in losses.items())
        work.say(f"step {step}: {told}; gold AP tuned {tuned:.4f} set aside {aside:.4f}")

    return report


def trained(path: Path, table: Table, plan: Plan, make: tuple[object, ...], report: Report) -> Table:
    """The table after the plan, taken up from `path` where a state is kept there."""
    start = 0
    if path.is_file():
        table, start = restore(path)
    store, streams, groups = make
    return train(table, store, streams, groups, plan, path, report, start)  # type: ignore[arg-type]


def judged_groups(work: Work, sources: dict[str, Corpus], gold: Corpus, words: Vocabulary, counts: np.ndarray,
                  rows: np.ndarray, most: int) -> Groups:  # fmt: skip
    """Groups of the events and of both news sources, judged by a teacher fitted on the tuned gold."""
    tables = word_tables(words, counts)
    teacher = fit_teacher(gold, read_gold(work.data), rows, tables, threads=1)
    return joined_groups(
        sources, {name: groups_of(name, work, sources[name], teacher, rows, tables, most) for name in GROUPED}
    )


def run(work: Work, options: argparse.Namespace) -> np.ndarray:
    """Every stage up to the weighted token vectors (v, d), spellings of one word alike."""
    words = vocabulary(work)
    gold = tokens_of("gold", work, words)
    sources = {name: tokens_of(name, work, words) for name in SHARES}
    counts = np.asarray(sum(np.bincount(one.tokens, minlength=len(words.pieces)) for one in sources.values()))
    store, streams, report = store_of(sources), streams_of(sources, counts, work), gold_report(work, gold)
    begun = fresh(counts, words.parts, options.dimension, options.seed)
    if all(kept_groups(name, work).is_file() for name in GROUPED):
        groups = joined_groups(sources, {name: read_groups(name, work) for name in GROUPED})
    else:
        first = Plan(options.warm_steps, seed=options.seed, contrast=1.0)
        warm = trained(work.folder / "warm.pt", begun, first, (store, streams, None), report)
        groups = judged_groups(work, sources, gold, words, counts, warm.rows(), options.groups)
    again = fresh(counts, words.parts, options.dimension, options.seed)
    plan = Plan(
        options.steps, seed=options.seed, rate=options.rate, contrast=options.contrast, groups=options.batch_groups
    )
    table = trained(work.folder / "final.pt", again, plan, (store, streams, groups), report)
    rows = table.rows()[words.ties]
    rows[0] = 0.0
    return np.asarray(rows)


def main() -> None:
    """Read the options, run the stages, write the model folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=default_data(), help="folder of the data files")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--work", type=Path, default=Path("build/encoder"), help="folder of kept stages and the log")
    parser.add_argument("--articles", type=int, default=70_000, help="at most this many articles of a news source")
    parser.add_argument("--groups", type=int, default=6000, help="at most this many mined groups of a news source")
    parser.add_argument("--dimension", type=int, default=512)
    parser.add_argument("--warm-steps", type=int, default=300)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=0.002)
    parser.add_argument("--contrast", type=float, default=0.1)
    parser.add_argument("--batch-groups", type=int, default=12, help="groups in one step")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    import torch

    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    with (options.work / "log.txt").open("a", encoding="utf-8") as log:

        def say(line: str) -> None:
            print(line, flush=True)
            log.write(f"{time.strftime('%H:%M:%S')} {line}\n")
            log.flush()

        rows = run(Work(options.data, options.work, options.articles, say), options)
        tokenizer = (options.work / "tokenizer.json").read_text(encoding="utf-8")
        say(f"written: {export(rows, tokenizer, options.out)}")


if __name__ == "__main__":
    main()
