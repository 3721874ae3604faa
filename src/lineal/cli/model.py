"""`lineal model create`"""

from typing import Annotated, Literal

import typer

from lineal.cli.details import (
    Description,
    Documentation,
    Owners,
    Properties,
    Tags,
    details,
)
from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect
from lineal.cli.output import print_done

Tier = Literal["minimal", "limited", "high", "unacceptable"]

app = typer.Typer(no_args_is_help=True)


@app.callback()
def group() -> None:
    """The models, whose versions are registered one by one."""


@app.command()
def create(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Such as `risk/credit-scorer`.")],
    task: Annotated[
        str | None, typer.Option(help="What it is for, such as `credit-scoring`.")
    ] = None,
    risk_tier: Annotated[
        Tier | None, typer.Option(help="How risky its use is, after the EU AI Act.")
    ] = None,
    intended_use: Annotated[
        str | None, typer.Option(help="What it may be used for, in Markdown.")
    ] = None,
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
    """Create a model, which has no version yet.

    Prints its ref.

    Example:

        lineal model create risk/credit-scorer --task credit-scoring --risk-tier high

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    from lineal.client import RiskTier

    with connect(url) as client:
        made = client.create_model(
            ref,
            task=task,
            risk_tier=RiskTier(risk_tier.upper()) if risk_tier else None,
            intended_use=intended_use,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **details(description, owner, tag, set_, doc),
        )
    print_done(made, made.ref, json)
