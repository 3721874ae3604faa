"""`lineal dataset create`, `lineal dataset register`"""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from lineal.cli import spec
from lineal.cli.content import content
from lineal.cli.details import (
    Description,
    Documentation,
    Owners,
    Properties,
    Tags,
    details,
)
from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect, say
from lineal.cli.output import print_done

Form = Literal["table", "folder", "stream", "feature-view"]

app = typer.Typer(no_args_is_help=True)


@app.callback()
def group() -> None:
    """The datasets and their versions."""


@app.command()
def create(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Such as `risk/customers`.")],
    kind: Annotated[Form | None, typer.Option(help="What form it has. Absent: table.")] = None,
    description: Description = None,
    owner: Owners = None,
    tag: Tags = None,
    set_: Properties = None,
    doc: Documentation = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Create a dataset, which has no version yet.

    Prints its ref.

    Example:

        lineal dataset create risk/customers --owner team:crm --tag pii

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    from lineal.client import DatasetKind

    with connect(url) as client:
        made = client.create_dataset(
            ref,
            kind=DatasetKind(kind.upper().replace("-", "_")) if kind else None,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **details(description, owner, tag, set_, doc),
        )
    print_done(made, made.ref, json)


@app.command()
def register(
    dataset: Annotated[
        str | None,
        typer.Argument(metavar="DATASET", help="Such as `risk/customers`; may be in the file."),
    ] = None,
    file: Annotated[
        str | None,
        typer.Option(
            "--file",
            "-f",
            help="YAML or JSON: what the API's `registerDatasetVersion` takes; `-` is standard "
            "input.",
        ),
    ] = None,
    label: Annotated[
        str | None, typer.Option(help="What the state is called, such as `2026-11`.")
    ] = None,
    digest: Annotated[
        str | None, typer.Option(help="The digest of its content, such as `sha256:…`.")
    ] = None,
    digest_of: Annotated[
        Path | None, typer.Option(help="A file: digest and size are computed from it.")
    ] = None,
    size_bytes: Annotated[int | None, typer.Option(min=0, help="How large it is.")] = None,
    row_count: Annotated[int | None, typer.Option(min=0, help="How many rows it has.")] = None,
    uri: Annotated[str | None, typer.Option(help="Where its files are.")] = None,
    column: Annotated[
        list[str] | None, typer.Option(metavar="NAME=TYPE", help="A column; repeatable.")
    ] = None,
    statistic: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY=VALUE", help="What was counted of it; repeatable."),
    ] = None,
    derived_from: Annotated[
        list[str] | None,
        typer.Option(metavar="REF", help="A dataset version that it is made from; repeatable."),
    ] = None,
    description: Description = None,
    tag: Tags = None,
    create_dataset: Annotated[
        bool, typer.Option("--create-dataset", help="Make the dataset if there is none.")
    ] = False,
    owner: Annotated[
        list[str] | None,
        typer.Option(help="Of a dataset to be made: who answers for it; repeatable."),
    ] = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Register an immutable state of a dataset.

    Prints its ref, such as `risk/customers#2026-11`. A flag wins over the file.

    Examples:

        lineal dataset register risk/customers --label 2026-11 --digest-of customers.parquet

        lineal dataset register --file customers.yaml --create-dataset --owner team:crm

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way or with a wrong
    file.
    """
    given = spec.read(file) if file else {}
    statistics = spec.read_pairs(statistic or [], "--statistic")
    flags: dict[str, Any] = {
        "dataset": dataset,
        "label": label,
        "digest": digest,
        "sizeBytes": size_bytes,
        "rowCount": row_count,
        "uri": uri,
        "columns": dict(spec.read_pairs(column or [], "--column")) or None,
        "statistics": {key: spec.read_value(text) for key, text in statistics.items()} or None,
        "derivedFrom": derived_from,
        "description": description,
        "tags": tag,
        "expectedRevision": expected_revision,
        "idempotencyKey": idempotency_key,
        "dryRun": dry_run or None,
        **content(digest, digest_of),
    }
    given |= {name: value for name, value in flags.items() if value is not None}
    if not given.get("dataset"):
        raise typer.BadParameter("give the DATASET, as an argument or in the file")
    if create_dataset:
        there = spec.mapping(given.get("createDataset"), "createDataset")
        given["createDataset"] = there | ({"owners": owner} if owner else {})
    elif owner:
        raise typer.BadParameter("--owner needs --create-dataset")
    with connect(url) as client:
        done = client.register_dataset_version(**spec.checked(given, "register_dataset_version"))
    say(f"{done.ref} {'would be' if given.get('dryRun') else 'is'} registered")
    print_done(done, done.ref, json)
