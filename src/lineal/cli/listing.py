"""`lineal list`"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lineal.cli.options import AsOf, Json, Url, connect, say
from lineal.cli.output import console, drifted, joined, moment, print_json, print_table, table
from lineal.cli.spec import read_pairs, read_value

if TYPE_CHECKING:
    from lineal.client import Client

# Reads a page of so many, after a cursor.
Read = Callable[[int, str | None], Any]

PAGE = 100
_METRIC = re.compile(r"(?P<key>.+?)(?P<bound>>=|<=)(?P<value>.+)")


class Kind(Enum):
    """What can be listed, as people say it."""

    NAMESPACES = "namespaces"
    DATASETS = "datasets"
    DATASET_VERSIONS = "dataset-versions"
    COLUMNS = "columns"
    EXPERIMENTS = "experiments"
    RUNS = "runs"
    MODELS = "models"
    VERSIONS = "versions"
    DEPLOYMENTS = "deployments"
    APPLICATIONS = "applications"


def list_(
    kind: Annotated[Kind, typer.Argument(help="What to list.")],
    namespace: Annotated[str | None, typer.Option(help="Only of this namespace.")] = None,
    tag: Annotated[str | None, typer.Option(help="Only with this tag.")] = None,
    owner: Annotated[str | None, typer.Option(help="Only of this owner.")] = None,
    environment: Annotated[
        str | None, typer.Option(help="Only deployments, or versions that serve, in it.")
    ] = None,
    dataset: Annotated[
        str | None,
        typer.Option(
            help="Only columns of this dataset or dataset version, or versions made of it."
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
            help="Only runs or versions with it, or models with an alias for such a version; "
            "or `KEY<=NUMBER`; repeatable.",
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
    commit: Annotated[str | None, typer.Option(help="Only runs of this commit.")] = None,
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
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")] = 50,
    json: Json = False,
    url: Url = None,
) -> None:
    """List what there is of a kind: by name, or the newest first, or as `--sort` says.

    Examples:

        lineal list models --tag credit

        lineal list versions --namespace risk --metric "auc>=0.9"

        lineal list models --alias champion --metric "auc<=0.7"

        lineal list columns --tag personal-data

        lineal list versions --sort metric:auc --desc --limit 10

        lineal list runs --experiment risk/feature-search --status failed

        lineal list deployments --drift

        lineal list deployments --environment production --as-of 2026-03-03

    Exits with 0 when done, 1 when it failed, 2 when called in a wrong way.
    """
    equal = {
        "namespace": namespace,
        "tag": tag,
        "owner": owner,
        "environment": environment,
        "alias": alias,
    }
    equal |= {"dataset": dataset, "name": name}
    equal |= {"experiment": experiment, "parent": parent, "suite": suite, "commit": commit}
    where: dict[str, Any] = {name: {"eq": text} for name, text in equal.items() if text is not None}
    if archived:
        where["archived"] = True
    if metric:
        where["metric"] = [_metric(each) for each in metric]
    if desc and sort is None:
        raise typer.BadParameter("it needs --sort", param_hint="--desc")
    if parameter:
        pairs = read_pairs(parameter, "--parameter")
        where["parameter"] = [{"key": key, "eq": read_value(text)} for key, text in pairs.items()]
    if status:
        where["status"] = [_status(each) for each in status]
    if drift:
        where["drift"] = True
    if as_of and kind is not Kind.DEPLOYMENTS:
        raise typer.BadParameter("only deployments are listed as of a time", param_hint="--as-of")
    then = {"as_of": as_of} if as_of else {}
    with connect(url) as client:
        found, more = _pages(_reader(client, kind, where, sort, desc, **then), limit)
    if json:
        print_json(found)
    else:
        _print(kind, found.nodes)
    if more:
        say(f"There are more: these are the first {len(found.nodes)}; see --limit")


def _status(text: str) -> str:
    from lineal.client import RunStatus

    known = [each.value for each in RunStatus]
    if text.upper() not in known:
        raise typer.BadParameter(
            f"{text} is none of {joined(known).lower()}", param_hint="--status"
        )
    return text.upper()


def _metric(text: str) -> dict[str, Any]:
    """Returns the filter that a text such as `auc>=0.9` says."""
    found = _METRIC.fullmatch(text)
    try:
        number = float(found["value"]) if found else None
    except ValueError:
        number = None
    if found is None or number is None:
        raise typer.BadParameter(f"{text} is not like auc>=0.9", param_hint="--metric")
    return {"key": found["key"], "gte" if found["bound"] == ">=" else "lte": number}


def _pages(read: Read, limit: int) -> tuple[Any, bool]:
    """Returns the last page with the rows of all of them, up to a limit, and if there are more."""
    found = read(min(limit, PAGE), None)
    nodes = list(found.nodes)
    while len(nodes) < limit and found.page_info.has_next_page:
        found = read(min(limit - len(nodes), PAGE), found.page_info.end_cursor)
        nodes += found.nodes
    return found.model_copy(update={"nodes": nodes}), found.page_info.has_next_page


def _reader(
    client: "Client",
    kind: Kind,
    where: dict[str, Any],
    sort: str | None,
    desc: bool,
    **then: datetime,
) -> Read:
    """Returns what reads a page; a filter or an order that the kind has not is a wrong call."""
    from lineal import client as api

    kinds: dict[Kind, tuple[Any, Any, Callable[..., Any]]] = {
        Kind.NAMESPACES: (api.NamespaceWhere, api.NamedOrder, client.namespaces),
        Kind.DATASETS: (api.NamedWhere, api.NamedOrder, client.datasets),
        Kind.DATASET_VERSIONS: (
            api.DatasetVersionWhere,
            api.DatasetVersionOrder,
            client.dataset_versions,
        ),
        Kind.COLUMNS: (api.ColumnWhere, None, client.columns),
        Kind.EXPERIMENTS: (api.NamedWhere, api.NamedOrder, client.experiments),
        Kind.RUNS: (api.RunWhere, api.RunOrder, client.runs),
        Kind.MODELS: (api.ModelWhere, api.NamedOrder, client.models),
        Kind.VERSIONS: (api.ModelVersionWhere, api.ModelVersionOrder, client.model_versions),
        Kind.DEPLOYMENTS: (api.DeploymentWhere, api.NamedOrder, client.deployments),
        Kind.APPLICATIONS: (api.ApplicationWhere, api.NamedOrder, client.applications),
    }
    input_, order, read = kinds[kind]
    for name in where:
        if name not in input_.model_fields:
            raise typer.BadParameter(
                f"{kind.value} cannot be listed by {name}", param_hint=f"--{name}"
            )
    asked = input_.model_validate(where)
    by = None if sort is None else _order(order, kind, sort, desc)
    ordered = {} if by is None else {"order_by": by}
    return lambda first, after: read(asked, first=first, after=after, **ordered, **then)


def _order(order: Any, kind: Kind, sort: str, desc: bool) -> Any:
    """Returns the order that a text such as `metric:auc` says, which the kind must have."""
    name, _, key = sort.partition(":")
    fields = order.model_fields["field"].annotation.__members__ if order else {}
    if name.upper() not in fields:
        known = ", ".join(each.lower() for each in fields) or "nothing else"
        raise typer.BadParameter(
            f"{kind.value} have no order by {name}, but by {known}", param_hint="--sort"
        )
    direction = "DESC" if desc else "ASC"
    return order(field=name.upper(), direction=direction, key=key or None)


def _print(kind: Kind, nodes: list[Any]) -> None:
    rows = table()
    for node in nodes:
        rows.add_row(*_COLUMNS.get(kind, _named)(node))
    if nodes:
        print_table(console(), rows)


def _named(node: Any, *facts: str) -> tuple[str, ...]:
    return (node.ref, *facts, joined(node.owners), joined(node.tags))


def _model(node: Any) -> tuple[str, ...]:
    latest, champion = node.latest_version, node.champion and node.champion.version
    return _named(
        node,
        f"version {latest.number}" if latest else "no version",
        f"champion {champion.number}" if champion else "",
        _metrics(champion.metrics) if champion else "",
    )


def _version(node: Any) -> tuple[str, ...]:
    return (node.ref, node.label or "", moment(node.created_at), _metrics(node.metrics))


def _metrics(metrics: Mapping[str, float]) -> str:
    return joined(f"{key} {value:g}" for key, value in metrics.items())


def _dataset_version(node: Any) -> tuple[str, ...]:
    return (node.ref, moment(node.created_at), joined(node.tags))


def _column(node: Any) -> tuple[str, ...]:
    return (node.ref, node.type_, joined(node.tags))


def _run(node: Any) -> tuple[str, ...]:
    return (node.id, node.name, node.status.value.lower(), moment(node.created_at))


def _deployment(node: Any) -> tuple[str, ...]:
    return _named(node, node.environment, joined(drifted(each) for each in node.drift))


_COLUMNS: Mapping[Kind, Callable[[Any], tuple[str, ...]]] = {
    Kind.MODELS: _model,
    Kind.VERSIONS: _version,
    Kind.DATASET_VERSIONS: _dataset_version,
    Kind.COLUMNS: _column,
    Kind.RUNS: _run,
    Kind.DEPLOYMENTS: _deployment,
}
