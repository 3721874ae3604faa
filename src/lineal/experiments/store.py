"""Experiments in the graph."""

from collections.abc import Sequence
from typing import Any

from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.kernel.finding import require_all


async def look(change: Change, asked: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """Returns, for each ref with its namespace, `namespaceArchived` and `experiment`.

    The first is None if there is no namespace; the second is the id of the experiment, or None.
    """
    rows = [{"ref": ref, "namespace": namespace} for ref, namespace in asked]
    statement = queries.query("experiments/look").text
    found = list(await change.tx.value(statement, {"experiments": rows}))
    change.tx.named.update({each["experiment"] for each in found} - {None})
    return found


def create_experiments(change: Change, new: Sequence[dict[str, Any]]) -> None:
    """Makes experiments from their properties."""
    parameters = {"experiments": list(new), "actor": change.actor}
    statement = queries.query("experiments/create_experiments").text
    change.tx.later(statement, parameters, lambda made: require_all(made, new, "namespace"))
    change.made(*(each["id"] for each in new))
