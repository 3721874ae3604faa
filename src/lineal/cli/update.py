"""`lineal update`"""

import re
from typing import Annotated, Any

import typer

from lineal.cli.model import Tier
from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect
from lineal.cli.output import KINDS, print_json, tell
from lineal.cli.spec import read_links, read_properties

# What has a name in a namespace has owners; what belongs to one of these has theirs.
OWNED = ("Namespace", "Dataset", "Experiment", "Model", "Deployment", "Application")
# What is said of one kind only.
FACTS = {
    **dict.fromkeys(("task", "risk_tier", "intended_use"), "Model"),
    **dict.fromkeys(("platform", "endpoint", "image"), "Deployment"),
    "kind": "Application",
}


def update(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Any ref, or an id.")],
    description: Annotated[
        str | None, typer.Option(help="What it is, in Markdown; an empty text takes it away.")
    ] = None,
    owner: Annotated[
        list[str] | None, typer.Option(help="Who answers for it, in place of all; repeatable.")
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option(help="A tag, in place of all; repeatable.")
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="A property of your own: a number, true or false, a time with its zone, a link "
            "such as https://…, or else a text; repeatable.",
        ),
    ] = None,
    unset: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY", help="A property that goes away; repeatable."),
    ] = None,
    doc: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TITLE=URL", help="Where more is written, in place of all; repeatable."
        ),
    ] = None,
    task: Annotated[
        str | None, typer.Option(help="Of a model: what it is for, such as `credit-scoring`.")
    ] = None,
    risk_tier: Annotated[
        Tier | None, typer.Option(help="Of a model: how risky its use is, after the EU AI Act.")
    ] = None,
    intended_use: Annotated[
        str | None, typer.Option(help="Of a model: what it may be used for, in Markdown.")
    ] = None,
    platform: Annotated[
        str | None, typer.Option(help="Of a deployment: what it runs on, such as `kserve`.")
    ] = None,
    endpoint: Annotated[
        str | None, typer.Option(help="Of a deployment: where it is reached, such as a URL.")
    ] = None,
    image: Annotated[
        str | None, typer.Option(help="Of a deployment: what serves, best with its digest.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="Of an application: what it is, such as `report`.")
    ] = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Say anew what something is, and who answers for it; the rest stays as it is.

    Prints its ref and its revision. Of versions and runs, what was recorded never changes.

    Examples:

        lineal update risk/credit-scorer --owner team:credit --owner ada --risk-tier high

        lineal update dataset:risk/customers --tag pii --expected-revision 4

        lineal update risk/customers#2026-11.income --tag personal-data

        lineal update risk/credit-scorer:7 --set tier=2 --doc Report=https://wiki.example/7

        lineal update risk/credit-api --endpoint https://scores.example/v2 --platform kserve

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        node = client.node(ref)
        if node is None:
            raise typer.BadParameter(f"there is nothing named {ref}")
        typename = node.typename__
        name = "_".join(re.findall("[A-Z][a-z]+", typename)).lower()
        made = getattr(client, f"update_{name}")(
            node.id,
            description=description,
            tags=tag,
            set_properties=read_properties(set_ or []),
            remove_properties=unset,
            documentation=read_links(doc) if doc else None,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **_owners(ref, typename, owner),
            **_facts(
                ref,
                typename,
                task=task,
                risk_tier=risk_tier and risk_tier.upper(),
                intended_use=intended_use,
                platform=platform,
                endpoint=endpoint,
                image=image,
                kind=kind,
            ),
        )
    if json:
        print_json(made)
    else:
        tell(f"{made.ref} is at revision {made.revision}")


def _owners(ref: str, typename: str, owners: list[str] | None) -> dict[str, Any]:
    """Returns the owners, if it can have some; if not and there are, the call is wrong."""
    if typename in OWNED:
        return {"owners": owners}
    if owners:
        raise typer.BadParameter(f"{ref} has no owners of its own", param_hint="--owner")
    return {}


def _facts(ref: str, typename: str, **told: str | None) -> dict[str, Any]:
    """Returns what is said of one kind only; of anything else the call is wrong."""
    given = {name: value for name, value in told.items() if value is not None}
    for name in given:
        if FACTS[name] != typename:
            word, _ = KINDS[FACTS[name]]
            flag = f"--{name.replace('_', '-')}"
            raise typer.BadParameter(f"{ref} is no {word}", param_hint=flag)
    return given
