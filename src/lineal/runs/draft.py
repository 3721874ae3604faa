"""Runs that one call tells of: decided from what there is and what goes before, then written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lineal.columns import service as columns
from lineal.datasets import draft as datasets
from lineal.experiments import draft as experiments
from lineal.kernel.archived import archived_among, refuse
from lineal.kernel.bulk import Items
from lineal.kernel.change import Change
from lineal.kernel.finding import Wanted
from lineal.kernel.ids import new_id
from lineal.kernel.names import Names, look_up
from lineal.kernel.refusals import InvalidInput, Refusal
from lineal.runs import store
from lineal.runs.ends import connect
from lineal.runs.records import NewInput, NewOutput, NewSlice, RunDetails, RunFacts, now
from lineal.runs.store import Ends

Path = tuple[str, ...]
READ, WRITTEN = ("DatasetVersion", "ModelVersion"), ("DatasetVersion",)


@dataclass(frozen=True, slots=True)
class Draft:
    """The rows of the runs that are to be made, and what these and others are told to have done."""

    names: Names
    datasets: datasets.Draft
    experiments: experiments.Draft
    archived: Mapping[str, str]
    runs: list[dict[str, Any]] = field(default_factory=list)
    ends: list[Ends] = field(default_factory=list)
    slices: dict[str, list[NewSlice]] = field(default_factory=dict)
    derived: list[columns.Derived] = field(default_factory=list)

    def record(
        self,
        place: int,
        namespace: str,
        new: RunDetails,
        path: Path,
        bases: Sequence[dict[str, Any]] = (),
    ) -> str:
        """Returns the id of a new run in a namespace that exists.

        `bases` are further things that it read, as `{id, role}` with perhaps `how`. Raises
        InvalidInput, NotFound, AmbiguousRef, AlreadyExists or InvalidState.
        """
        row = store.run_row(new_id(), namespace, new) | _times(new)
        ends = self._ends(place, row["id"], new, path, bases)
        experiment, parent = self._groups(namespace, new, path)
        self.runs.append({"properties": row, "experiment": experiment, "parent": parent})
        self._tell(ends, new)
        return str(row["id"])

    def tell(self, place: int, id_: str, facts: RunFacts) -> None:
        """Adds to a run that is there; raises as `record` does."""
        self._tell(self._ends(place, id_, facts), facts)

    async def create(self, change: Change) -> None:
        """Makes what is not there: datasets, their versions, experiments and runs."""
        await self.datasets.write(change)
        await self.experiments.write(change)
        if self.runs:
            store.create_runs(change, self.runs)

    async def connect(self, change: Change, items: Items[Any]) -> None:
        """Records what runs did with what is there by now; refuses items with InvalidInput.

        The refs of columns are found only now: NotFound and AmbiguousRef too.
        """
        if self.slices:
            store.measure_slices(change, self.slices)
        await connect(change, self.ends, items)
        await columns.derive(change, self.derived, items)

    def _tell(self, ends: Ends, facts: RunFacts) -> None:
        self.ends.append(ends)
        if facts.slices:
            self.slices[ends.run] = facts.slices
        if facts.columns:
            derived = columns.Derived(ends.place, ends.run, facts.columns, (*ends.path, "columns"))
            self.derived.append(derived)

    def _ends(
        self,
        place: int,
        id_: str,
        facts: RunFacts,
        path: Path = (),
        bases: Sequence[dict[str, Any]] = (),
    ) -> Ends:
        """Returns what a run read and wrote, whose datasets are made if they are not there."""
        known = {(each["id"], each["role"]) for each in bases}
        inputs = self._found(place, facts.inputs, (*path, "inputs"), READ)
        outputs = self._found(place, facts.outputs, (*path, "outputs"), WRITTEN)
        consumed = [
            {"id": read, "role": each.role}
            for each, read in zip(facts.inputs, inputs, strict=True)
            if (read, each.role) not in known
        ]
        new = isinstance(facts, RunDetails)
        return Ends(place, id_, [*consumed, *bases], outputs, path, new)

    def _found(
        self, place: int, told: Sequence[NewInput | NewOutput], path: Path, kinds: tuple[str, ...]
    ) -> list[str]:
        found = []
        for i, each in enumerate(told):
            at = (*path, str(i))
            if each.dataset_version is not None:
                inline = each.dataset_version
                found.append(self.datasets.ensure(place, inline, (*at, "datasetVersion")))
            elif each.ref is not None:
                found.append(self.names.find(Wanted(each.ref, (*at, "ref"), kinds)).id)
        return found

    def _groups(self, namespace: str, new: RunDetails, path: Path) -> tuple[str | None, str | None]:
        """Returns the ids of a new run's experiment and of its parent, which are of its namespace.

        A new run has no children, and so never becomes its own ancestor. Raises InvalidInput,
        NotFound, or InvalidState where one of them is archived, or the experiment of the parent.
        """
        experiment = parent = None
        places: dict[str, Path] = {}
        if new.experiment is not None:
            details, place = new.create_experiment, (*path, "experiment")
            experiment = self.experiments.ensure(new.experiment, details, namespace, place)
            places[experiment] = place
        if new.parent is not None:
            place = (*path, "parent")
            found = self.names.find(Wanted(new.parent, place, ("Run",)))
            if found.namespace != namespace:
                message = f"{'.'.join(place)}: {new.parent} is not of the namespace {namespace}"
                raise InvalidInput(message, place)
            parent = found.id
            places[parent] = place
        refuse(places, self.archived)
        return experiment, parent


async def look(change: Change, names: Names, told: Sequence[RunFacts]) -> Draft:
    """Returns a draft that knows what there is of what runs name; datasets are locked."""
    versions = await datasets.look(change, names, (new for each in told for new in _inline(each)))
    details = [each for each in told if isinstance(each, RunDetails)]
    of = await experiments.look(change, names, (it.experiment for it in details if it.experiment))
    groups = {*of.there.values(), *_parents(names, details)}
    archived = await archived_among(change, groups) if groups else {}
    return Draft(names, versions, of, archived)


def _parents(names: Names, told: Sequence[RunDetails]) -> Iterator[str]:
    """Yields the ids of what is there of the runs that others are parts of."""
    for each in told:
        with suppress(Refusal):  # Whoever records it says so.
            if each.parent is not None:
                yield names.find(Wanted(each.parent, (), ("Run",))).id


async def look_at(change: Change, told: Sequence[RunFacts]) -> Draft:
    """Returns a draft of runs that stand by themselves."""
    refs = (ref for each in told for ref in refs_of(each))
    return await look(
        change,
        await look_up(change.tx, refs, (name for each in told for name in names_of(each))),
        told,
    )


def refs_of(facts: RunFacts) -> Iterator[str]:
    """Yields the refs of what must be there, or be made by an earlier item; but for columns."""
    yield from (each.ref for each in (*facts.inputs, *facts.outputs) if each.ref is not None)
    if isinstance(facts, RunDetails) and facts.parent is not None:
        yield facts.parent


def names_of(facts: RunFacts) -> Iterator[str]:
    """Yields the refs of what may be made with a run."""
    yield from (new.dataset for new in _inline(facts))
    if isinstance(facts, RunDetails) and facts.experiment is not None:
        yield facts.experiment


def end(started: datetime | None) -> datetime:
    """Returns this moment, or the start if that was told by a clock that is ahead."""
    return max(now(), started) if started else now()


def _inline(facts: RunFacts) -> Iterable[Any]:
    told = (*facts.inputs, *facts.outputs)
    return (each.dataset_version for each in told if each.dataset_version is not None)


def _times(new: RunDetails) -> dict[str, Any]:
    started = new.started_at or (None if new.ended_at else now())
    ended = None if new.status == "RUNNING" else new.ended_at or end(started)
    status = {"status": new.status, "statusReason": new.status_reason}
    return {**status, "startedAt": started, "endedAt": ended}
