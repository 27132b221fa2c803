"""Make the contextual encoder and the pair head.

    python -m training.encoder --out build/encoder/model                # mines and judges groups of articles
    python -m training.deep --english MODEL --data ../shared/data --out compare/data/deep

Every stage keeps its result in the work folder; a run that was broken off goes on where it stopped.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

from compare.encode.builtin import load
from training.common import default_data
from training.deep import distil, pairs, tune
from training.deep.average import average
from training.deep.english import English, open_english, shape_of, transformer_of
from training.deep.export import export, special_tokenizer
from training.deep.model import begun
from training.deep.stages import Work, gold_report, material_of, pair_report, taught
from training.labelled import MINED, SECOND

CARD = Path(__file__).parent / "CARD.md"
LICENSE = CARD.with_name("APACHE-2.0.txt")  # of the English encoder that the layers come from


def run(work: Work, english: English, options: argparse.Namespace) -> tuple[Any, Any]:
    """Both stages, up to the (sentence encoder, pair head or None)."""
    start, lessons = taught(work, english)
    model = begun(transformer_of(english), work.shape, start, options.device)
    first = distil.Plan(options.steps, tokens=options.tokens, every=options.every, seed=options.seed)
    path = work.folder / "distilled.pt"
    distil.distil(model, lessons, work.shape, first, path, gold_report(work, "distilling"))
    head = pairs.begun(model, options.seed) if options.pair else None
    material = material_of(work, options.teacher, lessons, options.pair)
    second = tune.Plan(options.tuning_steps, tokens=options.tokens // 2, every=options.every, seed=options.seed)
    reports = [gold_report(work, "tuning"), *([pair_report(work, head)] if options.pair else [])]

    def report(step: int, losses: dict[str, float], trained: Any) -> None:
        for one in reports:
            one(step, losses, trained)

    tuned, head = tune.tune(model, head, material, work.shape, second, work.folder / "tuned.pt", report)
    if options.pair:  # the head reads the layers as they are
        return tuned, head
    runs = []
    for number in range(1, options.runs + 1):
        plan = replace(second, steps=options.run_steps, seed=options.seed + number)
        path = work.folder / f"tuned{number}.pt"
        runs.append(tune.tune(deepcopy(tuned), None, material, work.shape, plan, path, report)[0])
    return average(tuned, runs), None


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
    parser.add_argument(
        "--english", type=Path, required=True, help="folder of the English sentence encoder to start from"
    )
    parser.add_argument("--labels", type=Path, nargs="+", default=(SECOND, MINED), help="our own labelled events")
    parser.add_argument("--articles", type=int, default=100_000, help="at most this many articles of a source")
    parser.add_argument("--steps", type=int, default=1500, help="steps of learning from the English encoder")
    parser.add_argument("--tuning-steps", type=int, default=1500)
    parser.add_argument("--runs", type=int, default=3, help="further runs of tuning, averaged with the first")
    parser.add_argument("--run-steps", type=int, default=1300, help="steps of each further run")
    parser.add_argument("--tokens", type=int, default=6000, help="tokens in one step of the first stage")
    parser.add_argument("--pair", action="store_true", help="train the pair head too, and write it as pair.onnx")
    parser.add_argument("--every", type=int, default=200, help="steps between two checkpoints")
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
        english = open_english(options.english)
        shape = shape_of(english, len(encoder.codes))
        work = Work(
            options.data, tuple(options.labels), options.work, options.articles, say, encoder, shape, options.seed
        )
        tokenizer = special_tokenizer(encoder.tokenizer.to_str())
        model, head = run(work, english, options)
        texts = {"README.md": CARD.read_text(encoding="utf-8"), "LICENSE": LICENSE.read_text(encoding="utf-8")}
        say(f"written: {export(model, head, tokenizer, options.out, texts)}")


if __name__ == "__main__":
    main()
