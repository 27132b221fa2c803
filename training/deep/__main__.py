"""Make the contextual encoder and the pair head of `--model deep`.

    python -m training.encoder --out build/encoder/model                # mines and judges groups of articles
    python -m training.deep --data ../shared/data --out compare/data/deep

Every stage keeps its result in the work folder; a run that was broken off goes on where it stopped.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from compare.encode.builtin import load
from training.common import default_data
from training.deep import cosine, pairs, pretrain
from training.deep.export import export, special_tokenizer
from training.deep.model import Shape, fresh
from training.deep.stages import (
    Work,
    cosine_streams,
    gold_report,
    guessing_streams,
    judged_groups,
    material_of,
    pair_report,
    pair_sets,
    sources_of,
)
from training.labelled import LABELS, SECOND

CARD = Path(__file__).parent / "CARD.md"


def trunk_of(work: Work, options: argparse.Namespace) -> tuple[Any, Any]:
    """(pretrained transformer, the material)."""
    material = material_of(work)
    model = fresh(work.shape, work.encoder, options.seed, options.device)
    plan = pretrain.Plan(options.steps, tokens=options.tokens, every=options.every, seed=options.seed)
    streams = guessing_streams(material, options.seed)
    path = work.folder / "pretraining.pt"
    return pretrain.pretrain(
        model, material.sequences, streams, work.shape, plan, path, gold_report(work, "pretraining")
    ), material


def run(work: Work, options: argparse.Namespace) -> tuple[Any, Any]:
    """Every stage up to the (sentence encoder, pair head)."""
    trunk, material = trunk_of(work, options)
    groups = judged_groups(options.teacher, sources_of(work))
    head = pairs.begun(work.shape, trunk, options.seed)
    sequences, sets = pair_sets(work, material, groups)
    plan = pairs.Plan(options.pair_steps, tokens=options.tokens, every=options.every, seed=options.seed)
    path = work.folder / "pairs.pt"
    pairs.train(head, sequences, sets, work.shape, plan, path, pair_report(work, "pair head"))
    last = cosine.Plan(options.cosine_steps, every=options.every, seed=options.seed)
    streams, path = cosine_streams(work, material), work.folder / "cosine.pt"
    cosine.train(trunk, material.sequences, streams, groups, work.shape, last, path, gold_report(work, "cosine"))
    return trunk, head


def device_name(given: str) -> str:
    """`cpu`, `cuda` or `cuda:1`, if torch has it here; anything else is an error of the command line."""
    import torch

    if given.partition(":")[0] not in ("cpu", "cuda"):
        raise argparse.ArgumentTypeError(f"no device {given}: cpu and cuda are known")
    try:
        torch.empty(1, device=given)
    except (AssertionError, RuntimeError) as error:  # a torch built without CUDA asserts
        raise argparse.ArgumentTypeError(f"no device {given} here: {str(error).splitlines()[0]}") from error
    return given


def parsed(given: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=default_data(), help="folder of the data files")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--work", type=Path, default=Path("build/deep"), help="folder of kept stages and the log")
    parser.add_argument("--teacher", type=Path, default=Path("build/encoder"), help="work folder of training.encoder")
    parser.add_argument("--labels", type=Path, nargs="+", default=(LABELS, SECOND), help="our own labelled events")
    parser.add_argument("--articles", type=int, default=100_000, help="at most this many articles of a source")
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--steps", type=int, default=40_000, help="steps of pretraining")
    parser.add_argument("--pair-steps", type=int, default=6000)
    parser.add_argument("--cosine-steps", type=int, default=3000)
    parser.add_argument("--tokens", type=int, default=8192, help="tokens in one step of the first two stages")
    parser.add_argument("--every", type=int, default=500, help="steps between two checkpoints")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", type=device_name, default="cpu", help="where to train: cpu or cuda")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> None:
    """Read the options, run the stages, write the model folder."""
    import torch

    options = parsed(given)
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    with (options.work / "log.txt").open("a", encoding="utf-8") as log:

        def say(line: str) -> None:
            print(line, flush=True)
            log.write(f"{time.strftime('%H:%M:%S')} {line}\n")
            log.flush()

        encoder = load()
        shape = Shape(len(encoder.codes), options.layers, options.width, max(1, options.width // 64))
        work = Work(options.data, tuple(options.labels), options.work, options.articles, say, encoder, shape)
        tokenizer = special_tokenizer(encoder.tokenizer.to_str())
        say(f"written: {export(*run(work, options), tokenizer, options.out, CARD.read_text(encoding='utf-8'))}")


if __name__ == "__main__":
    main()
