"""Decides about evaluations: runs that say something about a model version."""

from lineal.evaluations.records import NewEvaluation
from lineal.kernel.archived import require_namespace
from lineal.kernel.change import Change, Made
from lineal.kernel.finding import Wanted, find_all
from lineal.kernel.refusals import require_revision
from lineal.namespaces import store as namespaces
from lineal.runs import service as runs

# As what a run reads the version that it measures, and the data that it measures it on.
EVALUATED, TEST = "evaluated", "test"


async def record_evaluation(change: Change, new: NewEvaluation) -> Made:
    """Returns the ids of the new run and of the version; raises what a run may be refused for."""
    require_revision("A new evaluation", new.expected_revision, 0)
    wanted = [Wanted(new.model_version, ("modelVersion",), ("ModelVersion",))]
    if new.dataset is not None:
        wanted.append(Wanted(new.dataset, ("dataset",), ("DatasetVersion",)))
    version, *data = await find_all(change.tx, wanted)
    there = await namespaces.archived(change, [version.namespace])
    require_namespace(version.namespace, there.get(version.namespace), ("modelVersion",))
    read = [{"id": version.id, "role": EVALUATED}, *({"id": it.id, "role": TEST} for it in data)]
    run = await runs.record_run(change, version.namespace, new, read)
    return {"evaluation": run, "modelVersion": version.id}
