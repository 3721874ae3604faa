"""Namespaces in the graph."""

from collections.abc import Iterable

from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.namespaces.records import NewNamespace


async def archived(change: Change, names: Iterable[str]) -> dict[str, bool]:
    """Returns, for those of these names that are a namespace's, whether it is archived."""
    statement = queries.query("namespaces/archived").text
    found = await change.tx.value(statement, {"names": list(names)})
    return {row["name"]: row["archived"] for row in found}


def create_namespace(change: Change, new: NewNamespace) -> str:
    """Returns the id of the namespace that it makes."""
    row = new.row(new.name)
    parameters = {"new": row, "actor": change.actor}
    change.tx.later(queries.query("namespaces/create_namespace").text, parameters)
    change.made(row["id"])
    return str(row["id"])
