"""`lineal run start`, `lineal run log`, `lineal run finish`"""

from typing import Annotated, Any, Literal

import typer

from lineal.cli import spec
from lineal.cli.details import Description, Tags
from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect, say
from lineal.cli.output import print_done

app = typer.Typer(no_args_is_help=True)

Kind = Literal["training", "evaluation", "transformation", "scoring"]
End = Literal["finished", "failed", "cancelled"]

Id = Annotated[str, typer.Argument(metavar="RUN", help="Its id, which `run start` printed.")]
Parameters = Annotated[
    list[str] | None,
    typer.Option(
        "--param",
        metavar="KEY=VALUE",
        help="What it was told; a number, `true` or `false` is that, all else a text. Repeatable.",
    ),
]
Metrics = Annotated[
    list[str] | None,
    typer.Option("--metric", metavar="KEY=NUMBER", help="What it measured; repeatable."),
]
Inputs = Annotated[
    list[str] | None,
    typer.Option("--input", metavar="[ROLE=]REF", help="What it read; ROLE: train. Repeatable."),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option("--output", metavar="REF", help="A dataset version it wrote; repeatable."),
]


@app.callback()
def run() -> None:
    """Runs that are told of while they go on."""


@app.command()
def start(
    namespace: Annotated[str, typer.Argument(metavar="NAMESPACE", help="Such as `risk`.")],
    name: Annotated[str, typer.Option(help="What it is called; need not be unique.")],
    kind: Annotated[Kind | None, typer.Option(help="What it is for. Absent: training.")] = None,
    experiment: Annotated[
        str | None, typer.Option(metavar="REF", help="The experiment that it belongs to.")
    ] = None,
    parent: Annotated[
        str | None, typer.Option(metavar="RUN", help="The run that it is a part of.")
    ] = None,
    repository: Annotated[str | None, typer.Option(help="Where its code is kept.")] = None,
    commit: Annotated[str | None, typer.Option(help="The commit that runs.")] = None,
    entry_point: Annotated[
        str | None, typer.Option(help="What is started, such as `train:main`.")
    ] = None,
    param: Parameters = None,
    metric: Metrics = None,
    input_: Inputs = None,
    output: Outputs = None,
    description: Description = None,
    tag: Tags = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Begin a run, which can be told more until it is finished.

    Prints its id.

    Example:

        RUN=$(lineal run start risk --name train --commit 1f0a2b7 --input risk/customers#2026-11)

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    from lineal.client import RunKind, RunSourceInput

    source = {"repository": repository, "commit": commit, "entry_point": entry_point}
    with connect(url) as client:
        begun = client.start_run(
            namespace,
            name=name,
            kind=RunKind(kind.upper()) if kind else None,
            experiment=experiment,
            parent=parent,
            source=RunSourceInput.model_validate(source) if any(source.values()) else None,
            description=description,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **_facts(param, metric, input_, output, tag),
        )
    print_done(begun, begun.id, json)


@app.command()
def log(
    run: Id,
    param: Parameters = None,
    metric: Metrics = None,
    input_: Inputs = None,
    output: Outputs = None,
    tag: Tags = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Tell more of a run that goes on; a parameter or a metric of the same key is replaced.

    Prints its id.

    Example:

        lineal run log $RUN --metric auc=0.91 --output risk/scores#2026-11

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        told = client.log_run(
            run,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **_facts(param, metric, input_, output, tag),
        )
    print_done(told, told.id, json)


@app.command()
def finish(
    run: Id,
    status: Annotated[End | None, typer.Option(help="How it ended. Absent: finished.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why it ended so.")] = None,
    param: Parameters = None,
    metric: Metrics = None,
    input_: Inputs = None,
    output: Outputs = None,
    tag: Tags = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """End a run, with the last there is to tell; what it said stays as it is then.

    Prints its id.

    Example:

        lineal run finish $RUN --status failed --reason "Out of memory"

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    from lineal.client import RunStatus

    with connect(url) as client:
        ended = client.finish_run(
            run,
            status=RunStatus(status.upper()) if status else None,
            status_reason=reason,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **_facts(param, metric, input_, output, tag),
        )
    say(f"{ended.name} {'would be' if dry_run else 'is'} {ended.status.value.lower()}")
    print_done(ended, ended.id, json)


def _facts(
    params: list[str] | None,
    metrics: list[str] | None,
    inputs: list[str] | None,
    outputs: list[str] | None,
    tags: list[str] | None,
) -> dict[str, Any]:
    """Returns what a run can be told of at any time, as arguments of the client."""
    from lineal.client import RunInputInput, RunOutputInput

    told = spec.read_pairs(params or [], "--param")
    measured = spec.read_pairs(metrics or [], "--metric")
    return {
        "parameters": {key: spec.read_value(text) for key, text in told.items()},
        "metrics": {key: spec.read_number(key, text) for key, text in measured.items()},
        "inputs": [RunInputInput.model_validate(spec.read_input(text)) for text in inputs or []],
        "outputs": [RunOutputInput(ref=ref) for ref in outputs or []],
        "tags": tags or [],
    }
