"""Decides about experiments."""

from lineal.experiments import store
from lineal.experiments.records import ExperimentDetails, NewExperiment
from lineal.kernel.archived import require_namespace
from lineal.kernel.change import Change
from lineal.kernel.finding import find_name, parse_name
from lineal.kernel.refusals import AlreadyExists, InvalidInput, NotFound, require_revision

Path = tuple[str, ...]


async def create_experiment(change: Change, new: NewExperiment) -> str:
    """Returns the id of the new experiment; raises NotFound, AlreadyExists or StaleRevision."""
    namespace, name = parse_name(new.ref, ("ref",))
    there = await store.look(change, new.ref, namespace)
    require_namespace(namespace, there["namespaceArchived"], ("ref",))
    if there["experiment"]:
        raise AlreadyExists(f"There is already an experiment {new.ref}", ("ref",), existing=new.ref)
    require_revision(new.ref, new.expected_revision, 0)
    return await store.create_experiment(change, namespace, name, new)


async def ensure_experiment(
    change: Change, ref: str, details: ExperimentDetails | None, namespace: str, path: Path
) -> str:
    """Returns the id of a namespace's experiment, which is made if `details` are given.

    Raises InvalidInput where it is another namespace's, or NotFound.
    """
    of, name = await find_name(change.tx, ref, path, "Experiment")
    if of != namespace:
        message = f"{'.'.join(path)}: {ref} is not of the namespace {namespace}, as the run is"
        raise InvalidInput(message, path)
    there = await store.look(change, f"{of}/{name}", of)
    if there["experiment"]:
        return str(there["experiment"])
    if details is None:
        raise NotFound(ref, path, "experiment")
    return await store.create_experiment(change, of, name, details)
