"""``claim-compare models``."""

from __future__ import annotations

import os
import time

import click

SAMPLE = ("Hai bên đã tổ chức vòng đàm phán đầu tiên.", "The first round of talks was held.")
OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


@click.group(
    invoke_without_command=True, epilog="\b\nExamples:\n  claim-compare models\n  claim-compare models check builtin"
)
@click.pass_context
def models(context: click.Context) -> None:
    """List the encoders and judges there are: size, figures, origin.

    Figures marked "published" are their authors'; the others were measured by benchmarks/encoder.py.
    """
    if context.invoked_subcommand is not None:
        return
    from compare.encode.catalog import entries

    for entry in entries():
        size = f"{entry.size / 1e6:,.0f} MB" if entry.size else "size unknown"
        click.echo(f"{entry.name}\n    {entry.role}, {size}; {entry.origin}")
        if entry.figures:
            values = ", ".join(f"{measure} {value:.2f}" for measure, value in entry.figures)
            click.echo(f"    {'published' if entry.published else 'measured'}: {values}")
    click.echo("\nAny other sentence-transformers encoder: --model with a hub id or a folder.")


@models.command()
@click.argument("name")
def check(name: str) -> None:
    """Load the encoder NAME without the network and say whether it works.

    NAME is "deep" (the default), "builtin", a hub id, or a folder. Exit code 2 when it is not on this machine or cannot
    be loaded.
    """
    os.environ.update(OFFLINE)
    from compare.encode import load

    began = time.perf_counter()
    encoder = load(name)
    loaded = time.perf_counter() - began
    vectors = encoder.encode(list(SAMPLE))
    click.echo(f"{encoder.name}: works offline; {encoder.dimension} dimensions, loaded in {loaded:.2f} s")
    click.echo(f"    Vietnamese-English sample pair: cosine {float(vectors[0] @ vectors[1]):.2f}")
