"""Decides about experiments."""

from lineal.experiments import store
from lineal.experiments.records import NewExperiment
from lineal.kernel.archived import require_namespace
from lineal.kernel.change import Change
from lineal.kernel.finding import parse_name
from lineal.kernel.refusals import AlreadyExists, require_revision


async def create_experiment(change: Change, new: NewExperiment) -> str:
    """Returns the id of the new experiment; raises NotFound, AlreadyExists or StaleRevision."""
    namespace, name = parse_name(new.ref, ("ref",))
    (there,) = await store.look(change, [(new.ref, namespace)])
    require_namespace(namespace, there["namespaceArchived"], ("ref",))
    if there["experiment"]:
        raise AlreadyExists(f"There is already an experiment {new.ref}", ("ref",), existing=new.ref)
    require_revision(new.ref, new.expected_revision, 0)
    row = new.row(name, namespace)
    store.create_experiments(change, [row])
    return str(row["id"])
