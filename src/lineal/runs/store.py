"""Runs in the graph. A parameter `x` is the property `param.x`, a metric `y` is `metric.y`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from lineal.kernel import queries
from lineal.kernel.change import Change, ids
from lineal.kernel.finding import require_all
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


@dataclass(frozen=True, slots=True)
class Ends:
    """What an item tells that a run read, as `{id, role}`, perhaps with `how`, and what it wrote.

    `path` is where the run stands in the item; of a run that is `new` nothing else is known.
    """

    place: int
    run: str
    consumed: list[dict[str, Any]]
    produced: list[str]
    path: tuple[str, ...] = ()
    new: bool = False


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


def create_runs(change: Change, new: Sequence[dict[str, Any]]) -> None:
    """Makes runs from `{properties, experiment, parent}`; these two are ids, or None."""
    parameters = {"runs": list(new), "actor": change.actor}
    statement = queries.query("runs/create_runs").text
    change.tx.later(statement, parameters, lambda made: require_all(made, new, "namespace"))
    change.made(*(each["properties"]["id"] for each in new))


async def own_ancestors(
    change: Change, told: Sequence[Mapping[str, Any]], places: Mapping[str, int]
) -> dict[int, list[str]]:
    """Returns, by its place, what a run read although it is made of what the run wrote: refs.

    `told` are `{id, place}`. What runs with later `places` do does not count.
    """
    parameters = {"runs": list(told), "places": dict(places)}
    rows = await change.tx.value(queries.query("runs/own_ancestors").text, parameters)
    return {row["place"]: row["refs"] for row in rows}


async def reads(change: Change, told: Sequence[tuple[str, Sequence[str]]]) -> list[bool]:
    """Returns, for each run and nodes, whether it is known to have read all of them."""
    runs = [{"id": id_, "read": list(read)} for id_, read in told]
    known = await change.tx.value(queries.query("runs/reads").text, {"runs": runs})
    require_all(len(known), told, "run")
    return list(known)


async def lock_runs(change: Change, ids: Sequence[str]) -> dict[str, Locked]:
    """Returns how runs were, by id, which are locked, and one revision further, from now on."""
    parameters = {"ids": list(ids), "actor": change.actor}
    rows = await change.tx.value(queries.query("runs/lock_runs").text, parameters)
    require_all(len(rows), set(ids), "run")
    return {row["id"]: _locked(row) for row in rows}


def _locked(row: Mapping[str, Any]) -> Locked:
    started = row["startedAt"] and datetime.fromisoformat(row["startedAt"])
    return Locked(row["revision"], row["status"], started)


async def add(change: Change, id_: str, properties: dict[str, Any], tags: list[str]) -> None:
    """Adds properties and tags to a run."""
    parameters = {"id": id_, "properties": properties, "tags": tags}
    found = await change.tx.value(queries.query("runs/add").text, parameters)
    before, after = dict(found["before"]), {**properties, "tags": found["tags"]}
    change.changed(id_, before, after)


def measure_slices(change: Change, told: Mapping[str, Sequence[NewSlice]]) -> None:
    """Adds what runs measured on parts of their data, by their ids."""
    runs = [{"id": id_, "slices": [_slice(each) for each in all_]} for id_, all_ in told.items()]
    change.tx.later(queries.query("runs/measure_slices").text, {"runs": runs})
    for id_, slices in told.items():
        change.changed(id_, {}, {"slices": [each.name for each in slices]})


def _slice(new: NewSlice) -> dict[str, Any]:
    return {"name": new.name, "metrics": {f"metric.{at.key}": at.value for at in new.metrics}}


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


async def connect(change: Change, told: Sequence[Ends]) -> None:
    """Records what runs read and wrote; that again is not recorded again."""
    runs: dict[str, dict[str, Any]] = {}
    for each in told:
        run = runs.setdefault(each.run, {"id": each.run, "consumed": [], "produced": []})
        run["consumed"] += each.consumed
        run["produced"] += each.produced
    parameters = {"runs": list(runs.values()), "actor": change.actor}
    statement = queries.query("runs/connect").text
    if all(each.new for each in told):
        # Which counts as made: nothing has to be said of it.
        change.tx.later(statement, parameters)
        return
    for id_ in await change.tx.value(statement, parameters):
        read = ids(each["id"] for each in runs[id_]["consumed"]) or None
        change.changed(id_, {}, {"inputs": read, "outputs": ids(runs[id_]["produced"]) or None})
