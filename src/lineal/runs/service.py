"""Decides about runs: what they read and wrote, and that what has ended never changes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from lineal.columns import service as columns
from lineal.datasets import service as datasets
from lineal.experiments import service as experiments
from lineal.kernel.archived import require_namespace, require_open
from lineal.kernel.change import Change
from lineal.kernel.finding import Wanted, find, find_all
from lineal.kernel.ids import new_id
from lineal.kernel.refusals import InvalidInput, InvalidState, require_revision
from lineal.namespaces import store as namespaces
from lineal.runs import series, store
from lineal.runs.records import (
    ENDED,
    FinishedRun,
    LoggedMetrics,
    LoggedRun,
    NewInput,
    NewOutput,
    NewRun,
    RunDetails,
    RunFacts,
    now,
)

Path = tuple[str, ...]


async def start_run(change: Change, new: NewRun) -> str:
    """Returns the id of a run that is running; raises what `register_run` does."""
    return await _create(change, new.model_copy(update={"status": "RUNNING"}))


async def register_run(change: Change, new: NewRun) -> str:
    """Returns the id of a run that has ended.

    Raises InvalidInput, NotFound, AlreadyExists, StaleRevision or InvalidState.
    """
    _require_ended(new, ())
    return await _create(change, new)


async def record_run(
    change: Change, namespace: str, new: RunDetails, path: Path, base: Sequence[dict[str, Any]] = ()
) -> str:
    """Returns the id of the new run, which has ended, in a namespace that exists.

    `base` are further things that it read, as `{id, role, how}`. Raises InvalidInput, NotFound or
    AlreadyExists.
    """
    _require_ended(new, path)
    return await _record(change, namespace, new, path, base)


async def _record(
    change: Change, namespace: str, new: RunDetails, path: Path, base: Sequence[dict[str, Any]] = ()
) -> str:
    consumed, produced = await _ends(change, new, path)
    known = {(each["id"], each["role"]) for each in base}
    consumed = [each for each in consumed if (each["id"], each["role"]) not in known]
    running = new.status == "RUNNING"
    started = new.started_at or (None if new.ended_at else now())
    row = store.run_row(new_id(), namespace, new) | {
        "status": new.status,
        "statusReason": new.status_reason,
        "startedAt": started,
        "endedAt": None if running else new.ended_at or _end(started),
    }
    experiment, parent = await _groups(change, namespace, new, path)
    await store.create_run(change, row, experiment=experiment, parent=parent)
    await store.measure_slices(change, row["id"], new.slices)
    if produced:
        await _connect(change, row["id"], [*consumed, *base], produced, path)
    else:  # Nothing is made of a new run that wrote nothing.
        await store.connect(change, row["id"], [*consumed, *base], [])
    await columns.derive(change, row["id"], new.columns, path)
    return str(row["id"])


async def read_bases(change: Change, id_: str, bases: Sequence[dict[str, Any]]) -> None:
    """Records bases, as `{id, role, how}`, that a run read; a run that has ended must know them.

    Raises InvalidState.
    """
    if bases and not await store.reads(change, id_, [base["id"] for base in bases]):
        await _require_running(change, id_, ("runRef",))
        await _connect(change, id_, bases, [], ())


async def log_run(change: Change, logged: LoggedRun) -> str:
    """Returns the id of the run; raises InvalidState where it has ended, or another refusal."""
    run = await find(change.tx, logged.run, ("run",), "Run")
    await _require_running(change, run.id, ("run",), logged.expected_revision)
    await _add(change, run.id, logged, {})
    return run.id


async def log_metrics(change: Change, logged: LoggedMetrics) -> str:
    """Returns the id of the run; raises NotFound, StaleRevision, or InvalidState where it ended."""
    run = await find(change.tx, logged.run, ("run",), "Run")
    await _require_running(change, run.id, ("run",), logged.expected_revision)
    told = series.by_key(logged.points, now())
    firsts = {key: points[0].step for key, points in told.items()}
    rows = []
    for there in await store.look_series(change, run.id, firsts):
        key = there["key"]
        if new := series.appended(told[key], there["known"], there["chunks"]):
            rows.append({"key": key, **new})
    await store.append_points(change, run.id, rows)
    return run.id


async def finish_run(change: Change, finished: FinishedRun) -> str:
    """Returns the id of the run; raises InvalidState where it has ended, or another refusal."""
    _require_ended(finished, ())
    run = await find(change.tx, finished.run, ("run",), "Run")
    started = await _require_running(change, run.id, ("run",), finished.expected_revision)
    if started and finished.ended_at and finished.ended_at < started:
        raise InvalidInput("endedAt is before startedAt", ("endedAt",))
    end = {
        "status": finished.status,
        "statusReason": finished.status_reason,
        "endedAt": finished.ended_at or _end(started),
    }
    await _add(change, run.id, finished, end)
    return run.id


async def _create(change: Change, new: NewRun) -> str:
    require_revision("A new run", new.expected_revision, 0)
    is_archived = await namespaces.archived(change, new.namespace)
    require_namespace(new.namespace, is_archived, ("namespace",))
    return await _record(change, new.namespace, new, ())


async def _groups(
    change: Change, namespace: str, new: RunDetails, path: Path
) -> tuple[str | None, str | None]:
    """Returns the ids of a new run's experiment and of its parent, which are of its namespace.

    A new run has no children, and so never becomes its own ancestor. Raises InvalidInput, NotFound,
    or InvalidState where one of them is archived, or the experiment of the parent.
    """
    experiment = parent = None
    places: dict[str, Path] = {}
    if new.experiment is not None:
        details, place = new.create_experiment, (*path, "experiment")
        experiment = await experiments.ensure_experiment(
            change, new.experiment, details, namespace, place
        )
        places[experiment] = place
    if new.parent is not None:
        place = (*path, "parent")
        found = await find(change.tx, new.parent, place, "Run")
        if found.namespace != namespace:
            message = f"{'.'.join(place)}: {new.parent} is not of the namespace {namespace}"
            raise InvalidInput(message, place)
        parent = found.id
        places[parent] = place
    if places:
        await require_open(change, places)
    return experiment, parent


def _require_ended(run: RunDetails | FinishedRun, path: Path) -> None:
    if run.status not in ENDED:
        message = "status: a run ends FINISHED, FAILED or CANCELLED"
        raise InvalidInput(message, (*path, "status"))


def _end(started: datetime | None) -> datetime:
    """Returns this moment, or the start if that was told by a clock that is ahead."""
    return max(now(), started) if started else now()


async def _require_running(
    change: Change, id_: str, path: Path, expected: int | None = None
) -> datetime | None:
    """Locks the run and returns when it began; raises InvalidState where it has ended.

    Raises StaleRevision where the caller knew another revision.
    """
    run = await store.lock_run(change, id_)
    require_revision(id_, expected, run.revision)
    if run.status != "RUNNING":
        message = f"The run {id_} is {run.status}: what has ended never changes"
        raise InvalidState(message, path, ref=id_, state=run.status)
    return run.started_at


async def _add(change: Change, id_: str, facts: RunFacts, end: dict[str, Any]) -> None:
    consumed, produced = await _ends(change, facts, ())
    await store.add(change, id_, store.facts(facts) | end, facts.tags)
    await store.measure_slices(change, id_, facts.slices)
    await _connect(change, id_, consumed, produced, ())
    await columns.derive(change, id_, facts.columns, ())


async def _connect(
    change: Change,
    id_: str,
    consumed: Sequence[dict[str, Any]],
    produced: Sequence[str],
    path: Path,
) -> None:
    """Records what a run read and wrote; raises InvalidInput where that would be made of itself."""
    if not consumed and not produced:
        return
    await store.connect(change, id_, consumed, produced)
    if loops := await store.own_ancestors(change, id_):
        message = f"{loops[0]} would be made from itself: the run read it, and wrote what it is of"
        raise InvalidInput(message, (*path, "outputs" if produced else "inputs"))


async def _ends(
    change: Change, facts: RunFacts, path: Path
) -> tuple[list[dict[str, Any]], list[str]]:
    """Returns what a run read, as `{id, role}`, and the ids of what it wrote."""
    named = [
        Wanted(each.ref, (*path, "inputs", str(i), "ref"), ("DatasetVersion", "ModelVersion"))
        for i, each in enumerate(facts.inputs)
        if each.ref is not None
    ]
    written = [
        Wanted(each.ref, (*path, "outputs", str(i), "ref"), ("DatasetVersion",))
        for i, each in enumerate(facts.outputs)
        if each.ref is not None
    ]
    found = iter(await find_all(change.tx, [*named, *written]))
    inline = [
        *_inline(facts.inputs, (*path, "inputs")),
        *_inline(facts.outputs, (*path, "outputs")),
    ]
    made = iter(await datasets.ensure_versions(change, inline))
    # Both iterators are in the order inputs, outputs; each entry takes from the one it is in.
    consumed = [
        {"id": next(found).id if each.ref is not None else next(made), "role": each.role}
        for each in facts.inputs
    ]
    produced = [next(found).id if each.ref is not None else next(made) for each in facts.outputs]
    return consumed, produced


def _inline(given: Sequence[NewInput | NewOutput], path: Path) -> list[tuple[Any, Path]]:
    return [
        (each.dataset_version, (*path, str(i), "datasetVersion"))
        for i, each in enumerate(given)
        if each.dataset_version is not None
    ]
