"""`lineal list`"""

from typing import Annotated

import typer

from lineal.cli import conditions
from lineal.cli.kinds import Kind, reader
from lineal.cli.nothing import nothing
from lineal.cli.options import AsOf, Json, Since, Until, Url, connect, say
from lineal.cli.output import print_json
from lineal.cli.paging import Limit, say_if_more, up_to
from lineal.cli.rows import print_rows


def list_(
    kind: Annotated[Kind, typer.Argument(help="What to list.")],
    namespace: Annotated[str | None, typer.Option(help="Only of this namespace.")] = None,
    tag: Annotated[str | None, typer.Option(help="Only with this tag.")] = None,
    owner: Annotated[str | None, typer.Option(help="Only of this owner.")] = None,
    property_: Annotated[
        list[str] | None,
        typer.Option(
            "--property",
            metavar="KEY=VALUE",
            help="Only with this property of your own; repeatable.",
        ),
    ] = None,
    task: Annotated[str | None, typer.Option(help="Only models for this.")] = None,
    risk_tier: Annotated[
        list[str] | None,
        typer.Option(
            help="Only models of `minimal`, `limited`, `high` or `unacceptable` risk; repeatable."
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(metavar="REF", help="Only versions, or evaluations of versions, of it."),
    ] = None,
    version: Annotated[
        str | None, typer.Option(metavar="REF", help="Only evaluations of this model version.")
    ] = None,
    environment: Annotated[
        str | None, typer.Option(help="Only deployments, or versions that serve, in it.")
    ] = None,
    dataset: Annotated[
        str | None,
        typer.Option(
            metavar="REF",
            help="Only versions of this dataset, columns of it or of a dataset version, model "
            "versions made of it, or evaluations that read it.",
        ),
    ] = None,
    name: Annotated[str | None, typer.Option(help="Only columns of this name.")] = None,
    alias: Annotated[
        str | None, typer.Option(help="Only models that have it, or versions that it points at.")
    ] = None,
    metric: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY>=NUMBER",
            help="Only runs, versions or evaluations with it, or models with an alias for such a "
            "version; or `KEY<=NUMBER`; repeatable.",
        ),
    ] = None,
    parameter: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY=VALUE", help="Only runs or versions told so; repeatable."),
    ] = None,
    experiment: Annotated[str | None, typer.Option(help="Only runs of this experiment.")] = None,
    parent: Annotated[
        str | None, typer.Option(metavar="RUN", help="Only runs that are parts of this one.")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(help="Only runs that are `running`, `finished`, …; repeatable."),
    ] = None,
    suite: Annotated[str | None, typer.Option(help="Only evaluations by this suite.")] = None,
    slice_: Annotated[
        str | None,
        typer.Option(
            "--slice",
            metavar="NAME",
            help="Only evaluations on this part of the data; `--metric` is about it then.",
        ),
    ] = None,
    commit: Annotated[str | None, typer.Option(help="Only runs of this commit.")] = None,
    since: Since = None,
    until: Until = None,
    sort: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD",
            help="In the order of this: `name`, `created`, `updated`, `metric:auc`, "
            "`parameter:seed`, `property:tier` and more, by kind; what has none comes last.",
        ),
    ] = None,
    desc: Annotated[
        bool, typer.Option("--desc", help="With `--sort`: the largest or newest first.")
    ] = False,
    drift: Annotated[
        bool,
        typer.Option("--drift", help="Only deployments where other versions serve than were told."),
    ] = False,
    as_of: AsOf = None,
    archived: Annotated[
        bool, typer.Option("--archived", help="Only what is archived, which is left out else.")
    ] = False,
    limit: Limit = 50,
    json: Json = False,
    url: Url = None,
) -> None:
    """List what there is of a kind: by name, or the newest first, or as `--sort` says.

    Examples:

        lineal list models --tag credit

        lineal list versions --namespace risk --metric "auc>=0.9"

        lineal list models --alias champion --metric "auc<=0.7"

        lineal list models --task credit-scoring --risk-tier high

        lineal list columns --tag personal-data

        lineal list dataset-versions --dataset risk/customers

        lineal list versions --sort metric:auc --desc --limit 10

        lineal list runs --experiment risk/feature-search --status failed

        lineal list evaluations --version risk/credit-scorer:7 --suite holdout

        lineal list deployments --drift

        lineal list deployments --environment production --as-of 2026-03-03

    Exits with 0 when done, also if there is nothing, 1 when the namespace, or another thing that a
    flag names by its ref, is not there or it failed, 2 when called in a wrong way.
    """
    from lineal.client import RiskTier, RunStatus

    if desc and sort is None:
        raise typer.BadParameter("it needs --sort", param_hint="--desc")
    if as_of and kind is not Kind.DEPLOYMENTS:
        raise typer.BadParameter("only deployments are listed as of a time", param_hint="--as-of")
    given = conditions.equal(
        namespace=namespace,
        tag=tag,
        owner=owner,
        task=task,
        model=model,
        model_version=version,
        environment=environment,
        dataset=dataset,
        name=name,
        alias=alias,
        experiment=experiment,
        parent=parent,
        suite=suite,
        commit=commit,
    )
    given |= {
        "archived": archived,
        "drift": drift,
        "property": conditions.owned(property_ or []),
        "metric": conditions.measured(metric or []),
        "parameter": conditions.told(parameter or []),
        "risk_tier": conditions.among(risk_tier or [], RiskTier, "--risk-tier"),
        "status": conditions.among(status or [], RunStatus, "--status"),
        "slice": slice_,
        "created": conditions.span(since, until),
    }
    where = {name: condition for name, condition in given.items() if condition}
    then = {"as_of": as_of} if as_of else {}
    with connect(url) as client:
        found = up_to(limit, reader(client, kind, where, sort, desc, **then))
        if not found.nodes and namespace and client.namespace(namespace) is None:
            say(f"There is no namespace {namespace}")
            raise typer.Exit(1)
    if json:
        print_json(found)
    else:
        print_rows(kind, found.nodes)
        if not found.nodes:
            say(nothing(kind, bool(where)))
    say_if_more(found)
