"""Namespaces in the graph."""

from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.namespaces.records import NewNamespace


async def exists(change: Change, name: str) -> bool:
    """Returns whether there is a namespace of this name."""
    statement = queries.query("namespaces/exists").text
    return bool(await change.tx.value(statement, {"name": name}))


async def create_namespace(change: Change, new: NewNamespace) -> str:
    """Returns the id of the namespace that it makes."""
    parameters = {"new": new.row(new.name), "actor": change.actor}
    statement = queries.query("namespaces/create_namespace").text
    id_ = str(await change.tx.value(statement, parameters))
    change.made(id_)
    return id_
