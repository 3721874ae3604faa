"""Runs in the graph. A parameter `x` is the property `param.x`, a metric `y` is `metric.y`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from lineal.kernel import queries
from lineal.kernel.change import Change, ids
from lineal.runs.records import NewMetric, NewParameter, NewSlice, RunDetails


class Measured(Protocol):
    """What has parameters and metrics."""

    @property
    def parameters(self) -> list[NewParameter]: ...

    @property
    def metrics(self) -> list[NewMetric]: ...


@dataclass(frozen=True, slots=True)
class Locked:
    """How a run was when it was locked to be changed."""

    revision: int
    status: str
    started_at: datetime | None


def facts(given: Measured) -> dict[str, Any]:
    """Returns parameters and metrics as properties."""
    told = {f"param.{each.key}": each.value for each in given.parameters}
    return told | {f"metric.{each.key}": each.value for each in given.metrics}


def run_row(id_: str, namespace: str, new: RunDetails) -> dict[str, Any]:
    """Returns the properties of a new run, but for its status and times."""
    source = new.source.row() if new.source else {}
    environment = new.environment.row() if new.environment else {}
    return {
        "id": id_,
        "ref": id_,
        "namespace": namespace,
        "name": new.name,
        "kind": new.kind,
        "description": new.description,
        "tags": new.tags,
        "suite": new.suite,
        **source,
        **environment,
        **new.own_row(),
    } | facts(new)


async def create_run(
    change: Change, row: dict[str, Any], *, experiment: str | None, parent: str | None
) -> None:
    """Makes a run from its properties, in an experiment and as a part of a run of these ids."""
    parameters = {"run": row, "experiment": experiment, "parent": parent}
    statement = queries.query("runs/create_run").text
    await change.tx.value(statement, {**parameters, "actor": change.actor})
    change.made(row["id"])


async def own_ancestors(change: Change, id_: str) -> list[str]:
    """Returns the refs of what a run read although it is made of what the run wrote."""
    return list(await change.tx.value(queries.query("runs/own_ancestors").text, {"id": id_}))


async def reads(change: Change, id_: str, ids: Sequence[str]) -> bool:
    """Returns whether a run is known to have read all of these nodes."""
    parameters = {"id": id_, "ids": list(ids)}
    return bool(await change.tx.value(queries.query("runs/reads").text, parameters))


async def lock_run(change: Change, id_: str) -> Locked:
    """Returns how a run was, which is locked, and one revision further, from now on."""
    parameters = {"id": id_, "actor": change.actor}
    found = await change.tx.value(queries.query("runs/lock_run").text, parameters)
    started = found["startedAt"] and datetime.fromisoformat(found["startedAt"])
    return Locked(found["revision"], found["status"], started)


async def add(change: Change, id_: str, properties: dict[str, Any], tags: list[str]) -> None:
    """Adds properties and tags to a run."""
    parameters = {"id": id_, "properties": properties, "tags": tags}
    found = await change.tx.value(queries.query("runs/add").text, parameters)
    before, after = dict(found["before"]), {**properties, "tags": found["tags"]}
    change.changed(id_, before, after)


async def measure_slices(change: Change, id_: str, slices: Sequence[NewSlice]) -> None:
    """Adds what a run measured on parts of its data."""
    if slices:
        told = [
            {"name": each.name, "metrics": {f"metric.{at.key}": at.value for at in each.metrics}}
            for each in slices
        ]
        statement = queries.query("runs/measure_slices").text
        await change.tx.value(statement, {"run": id_, "slices": told})
        change.changed(id_, {}, {"slices": [each.name for each in slices]})


async def look_series(change: Change, id_: str, firsts: Mapping[str, int]) -> list[dict[str, Any]]:
    """Returns `key`, `known` and `chunks` for each key of a run's metrics, from its step on."""
    series = [{"key": key, "first": step} for key, step in firsts.items()]
    statement = queries.query("runs/look_series").text
    return list(await change.tx.value(statement, {"run": id_, "series": series}))


async def append_points(change: Change, id_: str, series: Sequence[Mapping[str, Any]]) -> None:
    """Appends to the series of a run what `series.appended` returns, each with its `key`."""
    metrics = {
        f"metric.{each['key']}": each["summary"]["lastValue"]
        for each in series
        if "lastValue" in each["summary"]
    }
    parameters = {"run": id_, "series": list(series), "metrics": metrics}
    before = await change.tx.value(queries.query("runs/append_points").text, parameters)
    points = sum(len(each["steps"]) for each in series)
    if points:
        change.changed(id_, dict(before), {**metrics, "points": points})


async def connect(
    change: Change, id_: str, consumed: Sequence[dict[str, Any]], produced: Sequence[str]
) -> None:
    """Records what a run read, as `{id, role}` with perhaps `how`, and the ids of what it wrote."""
    if consumed or produced:
        parameters = {"id": id_, "consumed": list(consumed), "produced": list(produced)}
        new = await change.tx.value(
            queries.query("runs/connect").text, {**parameters, "actor": change.actor}
        )
        if new:
            read = ids(each["id"] for each in consumed) or None
            change.changed(id_, {}, {"inputs": read, "outputs": ids(produced) or None})
