"""Namespaces in the graph."""

from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.namespaces.records import NewNamespace


async def archived(change: Change, name: str) -> bool | None:
    """Returns whether a namespace is archived, or None if there is none of this name."""
    found = await change.tx.value(queries.query("namespaces/archived").text, {"name": name})
    return None if found is None else bool(found)


async def create_namespace(change: Change, new: NewNamespace) -> str:
    """Returns the id of the namespace that it makes."""
    parameters = {"new": new.row(new.name), "actor": change.actor}
    statement = queries.query("namespaces/create_namespace").text
    id_ = str(await change.tx.value(statement, parameters))
    change.made(id_)
    return id_
