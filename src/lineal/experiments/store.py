"""Experiments in the graph."""

from typing import Any

from lineal.experiments.records import ExperimentDetails
from lineal.kernel import queries
from lineal.kernel.change import Change


async def look(change: Change, ref: str, namespace: str) -> dict[str, Any]:
    """Returns `namespaceArchived`, None if there is none, and `experiment`: the id of this one."""
    parameters = {"ref": ref, "namespace": namespace}
    found = dict(await change.tx.value(queries.query("experiments/look").text, parameters))
    change.tx.named.update({found["experiment"]} - {None})
    return found


async def create_experiment(
    change: Change, namespace: str, name: str, details: ExperimentDetails
) -> str:
    """Returns the id of the experiment that it makes."""
    parameters = {"experiment": details.row(name, namespace), "actor": change.actor}
    statement = queries.query("experiments/create_experiment").text
    id_ = str(await change.tx.value(statement, parameters))
    change.made(id_)
    return id_
