"""`lineal show`"""

import re
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lineal.cli.options import Json, Url, connect, say
from lineal.cli.output import (
    KINDS,
    console,
    count,
    drifted,
    facts,
    joined,
    moment,
    print_json,
    print_table,
    share,
    size,
    sparkline,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

    from lineal.client import (
        Application,
        Client,
        Column,
        Dataset,
        DatasetVersion,
        Deployment,
        Evaluation,
        MeasuredSeries,
        Model,
        ModelVersion,
        Run,
    )

Facts = Mapping[str, object]

# Of how many points the line of a series is drawn.
LINE = 32


def show(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Any ref, or an id.")],
    json: Json = False,
    url: Url = None,
) -> None:
    """Show what a ref names, whatever kind it is.

    Examples:

        lineal show risk/credit-scorer@champion

        lineal show risk/customers#2026-11 --json

        lineal show deployment:risk/scorer

    Exits with 0 when done, 1 when there is no such thing or it failed, 2 when called in a wrong
    way.
    """
    with connect(url) as client:
        node = client.node(ref)
        found = None if node is None else _whole(client, node)
        told = list(_told(client, node)) if found and not json else []
    if node is None or found is None:
        say(f"There is nothing named {ref}")
        raise typer.Exit(1)
    if json:
        print_json(found)
        return
    if former := _former(ref, found):
        say(f"{ref} was called so before; it is {former} now")
    out = console()
    out.print(f"{KINDS[node.typename__][0]} {getattr(found, 'ref', ref)}", style="bold")
    print_table(out, facts({**_facts(node.typename__, found), **_origin(found)}))
    for title, rows in (*_tables(found), *told):
        out.print(f"\n{title}", style="bold")
        print_table(out, facts(rows))


def _whole(client: "Client", node: Any) -> "BaseModel | None":
    """Returns all that is known of a node, by its kind."""
    reads: dict[str, Callable[[str], BaseModel | None]] = {
        "Namespace": client.namespace,
        "Dataset": client.dataset,
        "DatasetVersion": client.dataset_version,
        "Column": client.column,
        "Experiment": client.experiment,
        "Run": client.run,
        "Model": client.model,
        "ModelVersion": client.model_version,
        "Deployment": client.deployment,
        "Application": client.application,
    }
    return reads[node.typename__](node.id)


def _told(client: "Client", node: Any) -> Iterator[tuple[str, Facts]]:
    """Yields the lists that are read for this only: a run's series, a version's evaluations."""
    tables = {"Series": _series(client, node), "Evaluations": _evaluations(client, node)}
    yield from ((title, rows) for title, rows in tables.items() if rows)


def _evaluations(client: "Client", node: Any) -> Facts:
    """Returns what the newest evaluation by each suite said, of the last there were."""
    told = client.version_evaluations(node.id) if node.typename__ == "ModelVersion" else None
    newest: dict[str, object] = {}
    for each in told.evaluations.nodes if told else ():
        newest.setdefault(each.suite or each.run.name, _evaluation(each))
    return newest


def _evaluation(found: "Evaluation") -> str:
    parts = [("", found.metrics), *((f"{part.name} ", part.metrics) for part in found.slices)]
    said = joined(
        f"{part}{key} {value:.6g}" for part, metrics in parts for key, value in metrics.items()
    )
    on = f" on {found.dataset.ref}" if found.dataset else ""
    return f"{said or 'no metric'}{on}, {moment(found.run.created_at)}"


def _former(ref: str, found: Any) -> str | None:
    """Returns what a model or a version of it is called now, if it is asked for by another name."""
    owner = re.split("[:@]", ref.removeprefix("model:"))[0]
    of = getattr(found, "model", found)
    if owner in (each.ref for each in getattr(of, "former_refs", [])):
        return str(found.ref)
    return None


def _series(client: "Client", node: Any) -> Facts:
    """Returns what a run measured step by step: the last, the best and a line of each."""
    told = client.run_series(node.id, at_most=LINE) if node.typename__ == "Run" else None
    return {each.key: _course(each) for each in told.series} if told else {}


def _course(series: "MeasuredSeries") -> str:
    sides = {"last": series.last, "best": series.best, "least": series.min, "greatest": series.max}
    if series.best:
        del sides["least"], sides["greatest"]
    said = joined(f"{side} {at.value:.6g} at {at.step:,}" for side, at in sides.items() if at)
    return f"{sparkline(series.points)}  {said} ({count(series.count, 'point')})"


def _facts(kind: str, found: Any) -> Facts:
    """Returns what is special to a kind, the most important first."""
    of_kind: dict[str, Callable[[Any], Facts]] = {
        "Dataset": _dataset,
        "DatasetVersion": _dataset_version,
        "Column": _column,
        "Run": _run,
        "Model": _model,
        "ModelVersion": _model_version,
        "Deployment": _deployment,
        "Application": _application,
    }
    return of_kind[kind](found) if kind in of_kind else {}


def _dataset(found: "Dataset") -> Facts:
    return {
        "Form": found.kind.value.lower().replace("_", " "),
        "Latest version": found.latest_version and found.latest_version.ref,
    }


def _dataset_version(found: "DatasetVersion") -> Facts:
    return {
        "URI": found.uri,
        "Digest": found.digest,
        "Size": None if found.size_bytes is None else size(found.size_bytes),
        "Rows": None if found.row_count is None else f"{found.row_count:,}",
        "Written by": found.produced_by and f"{found.produced_by.name} ({found.produced_by.id})",
        "Owners": joined(found.dataset.owners),
    }


def _column(found: "Column") -> Facts:
    return {"Type": found.type_}


def _run(found: "Run") -> Facts:
    why = f": {found.status_reason}" if found.status_reason else ""
    lasted = found.ended_at and found.started_at and f" ({found.ended_at - found.started_at})"
    return {
        "Name": found.name,
        "Experiment": found.experiment and found.experiment.ref,
        "Part of": found.parent and f"{found.parent.name} ({found.parent.id})",
        "Suite": found.suite,
        "For": found.kind.value.lower(),
        "Status": f"{found.status.value.lower()}{why}",
        "Started": found.started_at and moment(found.started_at),
        "Ended": found.ended_at and f"{moment(found.ended_at)}{lasted or ''}",
        "Repository": found.source.repository,
        "Commit": found.source.commit,
        "Uncommitted changes": _changes(found.source),
        "Entry point": found.source.entry_point,
        "Arguments": found.source.arguments and shlex.join(found.source.arguments),
        "Image": found.environment.image_digest,
        "Lock file": found.environment.lock_digest,
        "Python": found.environment.python_version,
    }


def _changes(source: Any) -> str | None:
    """Returns whether the code was another than that of the commit, if that is known."""
    if source.uncommitted_changes is None:
        return None
    digest = f", {source.diff_digest}" if source.diff_digest else ""
    return f"yes{digest}" if source.uncommitted_changes else "no"


def _model(found: "Model") -> Facts:
    return {
        "Latest version": found.latest_version and found.latest_version.ref,
        "Called before": joined(each.ref for each in found.former_refs),
        "Task": found.task,
        "Risk tier": found.risk_tier and found.risk_tier.value.lower(),
        "Intended use": found.intended_use,
    }


def _model_version(found: "ModelVersion") -> Facts:
    return {
        "Label": found.label,
        "Aliases": joined(alias.name for alias in found.aliases),
        "Serves at": joined(f"{at.ref} in {at.environment}" for at in found.deployments.nodes),
        "Framework": found.framework,
        "URI": found.uri,
        "Digest": found.digest,
        "Size": None if found.size_bytes is None else size(found.size_bytes),
        "Made by": found.run and f"{found.run.name} ({found.run.id})",
        "Made from": joined(f"{base.version.ref} ({base.how})" for base in found.bases),
        "Owners": joined(found.model.owners),
    }


def _deployment(found: "Deployment") -> Facts:
    return {
        "Environment": found.environment,
        "Kind": found.kind.value.lower(),
        "Platform": found.platform,
        "Endpoint": found.endpoint,
        "Image": found.image,
    }


def _application(found: "Application") -> Facts:
    return {"Kind": found.kind}


def _origin(found: Any) -> Facts:
    """Returns what everything has."""
    owners = {"Owners": joined(found.owners)} if hasattr(found, "owners") else {}
    return owners | {
        "Tags": joined(found.tags),
        "Description": found.description,
        "Archived": _archived(found),
        "Recorded": f"{moment(found.created_at)} by {found.created_by}",
        "Id": found.id,
    }


def _archived(found: Any) -> str | None:
    """Returns since when it is archived, by whom and why, if it is."""
    if found.archived_at is None:
        return None
    why = f": {found.archive_reason}" if found.archive_reason else ""
    return f"{moment(found.archived_at)} by {found.archived_by}{why}"


def _tables(found: Any) -> Iterator[tuple[str, Facts]]:
    """Yields the lists that there are of it."""
    tables: Sequence[tuple[str, Facts]] = (
        ("Aliases", _aliases(found) if hasattr(found, "owners") else {}),
        ("Serving", _serving(getattr(found, "versions", ()))),
        ("Drift", {drifted(each): " " for each in getattr(found, "drift", ())}),
        ("Read", _inputs(getattr(found, "inputs", ()))),
        ("Wrote", {each.ref: " " for each in getattr(found, "outputs", ())}),
        ("Documentation", {each.title: each.url for each in getattr(found, "documentation", ())}),
        ("Properties", {each.key: each.value for each in getattr(found, "properties", ())}),
        ("Parameters", getattr(found, "parameters", {})),
        ("Metrics", {key: f"{value:.6g}" for key, value in getattr(found, "metrics", {}).items()}),
        ("Columns", getattr(found, "columns", {})),
        ("Statistics", getattr(found, "statistics", {})),
    )
    yield from ((title, rows) for title, rows in tables if rows)


def _aliases(found: Any) -> Facts:
    return {
        alias.name: f"{alias.version.ref} since {moment(alias.since)} by {alias.by}"
        for alias in getattr(found, "aliases", ())
    }


def _serving(versions: Sequence[Any]) -> Facts:
    return {
        each.version.ref: f"{share(each.weight)} since {moment(each.since)} by {each.by}"
        for each in versions
    }


def _inputs(inputs: Sequence[Any]) -> Facts:
    return {each.node.ref: f"as {each.role}" for each in inputs}
