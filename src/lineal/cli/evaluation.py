"""`lineal evaluation record`"""

from collections.abc import Mapping
from typing import Annotated

import typer

from lineal.cli import spec
from lineal.cli.options import DryRun, IdempotencyKey, Json, Url, connect
from lineal.cli.output import print_done

app = typer.Typer(no_args_is_help=True)


@app.callback()
def evaluation() -> None:
    """What was measured of model versions after they were made."""


@app.command()
def record(
    ref: Annotated[
        str, typer.Argument(metavar="REF", help="The model version, such as `risk/scorer:7`.")
    ],
    suite: Annotated[
        str, typer.Option(help="What it was tried with, such as `holdout` or `fairness`.")
    ],
    dataset: Annotated[
        str | None, typer.Option(metavar="REF", help="The dataset version it was measured on.")
    ] = None,
    metric: Annotated[
        list[str] | None, typer.Option(metavar="KEY=NUMBER", help="What was measured; repeatable.")
    ] = None,
    slice_: Annotated[
        list[str] | None,
        typer.Option(
            "--slice",
            metavar="NAME:KEY=NUMBER",
            help="What was measured on a part of the data; repeatable.",
        ),
    ] = None,
    name: Annotated[str | None, typer.Option(help="A name for its run.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="A tag of its run; repeatable.")] = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Record what an evaluation said about a model version.

    Prints the id of its run.

    Example:

        lineal evaluation record risk/scorer:7 --suite holdout --dataset risk/customers#2026-11
        --metric auc=0.91 --slice region=eu:auc=0.88 --slice region=us:auc=0.93

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    from lineal.client import SliceInput

    slices = [SliceInput(name=part, metrics=of) for part, of in _slices(slice_ or []).items()]
    with connect(url) as client:
        made = client.record_evaluation(
            ref,
            suite=suite,
            dataset=dataset,
            metrics=_metrics(metric or []),
            slices=slices,
            name=name,
            tags=tag,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    print_done(made, made.run.id, json)


def _metrics(texts: list[str], option: str = "--metric") -> Mapping[str, float]:
    pairs = spec.read_pairs(texts, option)
    return {key: spec.read_number(key, text) for key, text in pairs.items()}


def _slices(texts: list[str]) -> Mapping[str, dict[str, float]]:
    """Returns what texts such as `region=eu:auc=0.88` say: metrics by the name of the slice."""
    slices: dict[str, dict[str, float]] = {}
    for text in texts:
        name, _, metric = text.rpartition(":")
        if not name or "=" not in metric:
            raise typer.BadParameter(f"{text} is not NAME:KEY=NUMBER", param_hint="--slice")
        slices.setdefault(name, {}).update(_metrics([metric], "--slice"))
    return slices
