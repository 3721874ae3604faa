"""Decides about runs: what they read and wrote, and that what has ended never changes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from lineal.kernel import bulk
from lineal.kernel.archived import require_namespace
from lineal.kernel.bulk import Items
from lineal.kernel.change import Change
from lineal.kernel.finding import find
from lineal.kernel.refusals import InvalidInput, require_revision
from lineal.namespaces import store as namespaces
from lineal.runs import draft, series, store
from lineal.runs.draft import Draft, end
from lineal.runs.ends import require_running
from lineal.runs.records import (
    ENDED,
    FinishedRun,
    LoggedMetrics,
    LoggedRun,
    NewRun,
    RunDetails,
    RunFacts,
    now,
)

Path = tuple[str, ...]


async def start_run(change: Change, new: NewRun) -> str:
    """Returns the id of a run that is running; raises what one may be refused for."""
    return await bulk.one(change, new.model_copy(update={"status": "RUNNING"}), _create)


async def register_runs(change: Change, items: Items[NewRun]) -> dict[int, str]:
    """Returns the ids of runs that have ended by their places, of those that are not refused.

    Raises StaleRevision.
    """
    for place, new in items.each():
        with items.at(place):
            require_ended(new, ())
    return await _create(change, items)


async def record_run(
    change: Change, namespace: str, new: RunDetails, read: Sequence[dict[str, Any]]
) -> str:
    """Returns the id of the new run, which has ended, in a namespace that exists.

    `read` are further things that it read, as `{id, role}`. Raises InvalidInput, NotFound or
    AlreadyExists.
    """
    require_ended(new, ())
    drafted = await draft.look_at(change, [new])
    id_ = drafted.record(0, namespace, new, (), read)
    await _write(change, drafted, Items({0: new}))
    return id_


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
    require_ended(finished, ())
    run = await find(change.tx, finished.run, ("run",), "Run")
    started = await _require_running(change, run.id, ("run",), finished.expected_revision)
    if started and finished.ended_at and finished.ended_at < started:
        raise InvalidInput("endedAt is before startedAt", ("endedAt",))
    ended = {
        "status": finished.status,
        "statusReason": finished.status_reason,
        "endedAt": finished.ended_at or end(started),
    }
    await _add(change, run.id, finished, ended)
    return run.id


def require_ended(run: RunDetails | FinishedRun, path: Path) -> None:
    """Raises InvalidInput for a run that is told as a whole, or to end, and has not ended then."""
    if run.status not in ENDED:
        message = "status: a run ends FINISHED, FAILED or CANCELLED"
        raise InvalidInput(message, (*path, "status"))


async def _create(change: Change, items: Items[NewRun]) -> dict[int, str]:
    given = [new for _, new in items.each()]
    drafted = await draft.look_at(change, given)
    there = await namespaces.archived(change, {new.namespace for new in given}) if given else {}
    made: dict[int, str] = {}
    for place, new in items.each():
        with items.at(place):
            _require_new(new, there.get(new.namespace))
            made[place] = drafted.record(place, new.namespace, new, ())
    await drafted.create(change)
    await drafted.connect(change, items)
    return made


def _require_new(new: NewRun, is_archived: bool | None) -> None:
    require_revision("A new run", new.expected_revision, 0)
    require_namespace(new.namespace, is_archived, ("namespace",))


async def _require_running(
    change: Change, id_: str, path: Path, expected: int | None
) -> datetime | None:
    """Locks the run and returns when it began; raises InvalidState where it has ended.

    Raises StaleRevision where the caller knew another revision.
    """
    run = (await store.lock_runs(change, [id_]))[id_]
    require_revision(id_, expected, run.revision)
    require_running(id_, run, path)
    return run.started_at


async def _add(change: Change, id_: str, facts: RunFacts, ended: dict[str, Any]) -> None:
    drafted = await draft.look_at(change, [facts])
    drafted.tell(0, id_, facts)
    await store.add(change, id_, store.facts(facts) | ended, facts.tags)
    await _write(change, drafted, Items({0: facts}))


async def _write(change: Change, drafted: Draft, items: Items[Any]) -> None:
    """Writes what is drafted of one alone, or raises why it is refused."""
    await drafted.create(change)
    await drafted.connect(change, items)
    items.require()
