"""Decides about namespaces."""

from lineal.kernel.change import Change
from lineal.kernel.refusals import AlreadyExists, require_revision
from lineal.namespaces import store
from lineal.namespaces.records import NewNamespace


async def create_namespace(change: Change, new: NewNamespace) -> str:
    """Returns the id of the new namespace, or raises AlreadyExists or StaleRevision."""
    if await store.archived(change, [new.name]):
        message = f"There is already a namespace {new.name}"
        raise AlreadyExists(message, ("name",), existing=new.name)
    require_revision(new.name, new.expected_revision, 0)
    return store.create_namespace(change, new)
