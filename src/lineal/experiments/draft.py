"""Experiments that runs are told to be of: which there are, and which are made with them."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from lineal.experiments import store
from lineal.experiments.records import ExperimentDetails
from lineal.kernel.change import Change
from lineal.kernel.names import Names
from lineal.kernel.refusals import InvalidInput, NotFound, Refusal

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The ids of experiments that are there, and the rows of those to be made, by ref."""

    names: Names
    there: dict[str, str]
    made: dict[str, dict[str, Any]] = field(default_factory=dict)

    def ensure(
        self, ref: str, details: ExperimentDetails | None, namespace: str, path: Path
    ) -> str:
        """Returns the id of a namespace's experiment, which is made if `details` are given.

        Raises InvalidInput where it is another namespace's, or NotFound.
        """
        of, name = self.names.name(ref, path, "Experiment")
        if of != namespace:
            message = f"{'.'.join(path)}: {ref} is not of the namespace {namespace}, as the run is"
            raise InvalidInput(message, path)
        if there := self.there.get(f"{of}/{name}"):
            return there
        if f"{of}/{name}" not in self.made:
            if details is None:
                raise NotFound(ref, path, "experiment")
            self.made[f"{of}/{name}"] = details.row(name, of)
        return str(self.made[f"{of}/{name}"]["id"])

    async def write(self, change: Change) -> None:
        """Makes the experiments that are not there."""
        if self.made:
            store.create_experiments(change, list(self.made.values()))


async def look(change: Change, names: Names, wanted: Iterable[str]) -> Draft:
    """Returns a draft that knows which of these experiments are there."""
    asked: dict[str, str] = {}
    for ref in wanted:
        with suppress(Refusal):  # Whoever ensures it says so.
            namespace, name = names.name(ref, (), "Experiment")
            asked[f"{namespace}/{name}"] = namespace
    there = await store.look(change, list(asked.items())) if asked else []
    rows = zip(asked, there, strict=True)
    return Draft(names, {ref: row["experiment"] for ref, row in rows if row["experiment"]})
