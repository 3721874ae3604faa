"""What can be listed, and how a page of each kind is asked for."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

import typer

from lineal.cli.paging import Read

if TYPE_CHECKING:
    from pydantic import BaseModel

    from lineal.client import Client

# What a flag is called whose condition has another name.
FLAGS = {"model_version": "version", "risk_tier": "risk-tier", "created": "since/--until"}


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
    EVALUATIONS = "evaluations"
    DEPLOYMENTS = "deployments"
    APPLICATIONS = "applications"


def reader(
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
        Kind.EVALUATIONS: (api.EvaluationWhere, api.RunOrder, client.evaluations),
        Kind.DEPLOYMENTS: (api.DeploymentWhere, api.NamedOrder, client.deployments),
        Kind.APPLICATIONS: (api.ApplicationWhere, api.NamedOrder, client.applications),
    }
    input_, order, read = kinds[kind]
    asked = _where(input_, kind, where)
    by = None if sort is None else _order(order, kind, sort, desc)
    ordered = {} if by is None else {"order_by": by}
    return lambda first, after: read(asked, first=first, after=after, **ordered, **then)


def _where(input_: "type[BaseModel]", kind: Kind, where: dict[str, Any]) -> "BaseModel":
    """Returns the filter of a kind; what that cannot be listed by is a wrong call."""
    known = {name.rstrip("_") for name in input_.model_fields}
    for name in where:
        if name not in known:
            flag = FLAGS.get(name, name)
            raise typer.BadParameter(
                f"{kind.value} cannot be listed by {flag.partition('/')[0]}", param_hint=f"--{flag}"
            )
    return input_.model_validate(where)


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
