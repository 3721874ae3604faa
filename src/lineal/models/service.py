"""Decides about models, their versions and aliases."""

from lineal.kernel.archived import refuse, require_namespace
from lineal.kernel.bulk import Items
from lineal.kernel.change import Change, Made
from lineal.kernel.finding import Found, Wanted, find, parse_name
from lineal.kernel.refusals import AlreadyExists, InvalidInput, NotFound, Refusal, require_revision
from lineal.models import draft, store
from lineal.models.records import (
    MovedAlias,
    NewModel,
    NewModelVersion,
    RemovedAlias,
    RenamedModel,
)

Path = tuple[str, ...]


class AliasMoved(Refusal):
    """The alias does not point at the version that the caller expected."""

    code = "ALIAS_MOVED"


async def create_model(change: Change, new: NewModel) -> str:
    """Returns the id of the new model, or raises NotFound, AlreadyExists or StaleRevision."""
    namespace, name = parse_name(new.ref, ("ref",))
    asked = {"ref": new.ref, "namespace": namespace, "digest": None}
    (there,) = await store.look(change, [asked])
    require_namespace(namespace, there["namespaceArchived"], ("ref",))
    if there["revision"]:
        raise _taken(new.ref, there["ref"], ("ref",))
    require_revision(new.ref, new.expected_revision, 0)
    row = store.model_row(namespace, name, new)
    store.create_models(change, [row])
    return str(row["id"])


async def rename_model(change: Change, new: RenamedModel) -> str:
    """Returns the id of the model, which changes nothing if that is its ref already.

    Raises InvalidInput, NotFound, AlreadyExists, StaleRevision or InvalidState.
    """
    namespace, _ = parse_name(new.to, ("to",))
    model = await find(change.tx, new.model, ("model",), "Model")
    there = await store.lock_name(change, model.id, new.to, namespace)
    require_revision(there["ref"], new.expected_revision, there["revision"])
    if there["ref"] == new.to:
        return model.id
    require_namespace(namespace, there["namespaceArchived"], ("to",))
    if there["taken"]:
        raise _taken(new.to, there["taken"], ("to",))
    store.rename_model(change, model.id, there["ref"], new.to, new.reason)
    return model.id


def _taken(ref: str, by: str, path: Path) -> AlreadyExists:
    """Returns why no model can be called so: there is one, or there was and still is meant."""
    if by == ref:
        return AlreadyExists(f"There is already a model {ref}", path, existing=by)
    return AlreadyExists(f"{ref} still means {by}, which was called so before", path, existing=by)


async def register_model_versions(change: Change, items: Items[NewModelVersion]) -> dict[int, str]:
    """Returns the ids of new versions by their places, of those that are not refused.

    It is that of the version with its digest, if that is asked for. Raises StaleRevision.
    """
    drafted = await draft.look(change, list(items.records.values()))
    made: dict[int, str] = {}
    for place, new in items.each():
        with items.at(place):
            made[place] = drafted.register(place, new)
    await drafted.write(change, items)
    return made


async def set_alias(change: Change, moved: MovedAlias) -> Made:
    """Returns the ids of the model, its version now and the one before, or raises a refusal."""
    wanted = [
        Wanted(moved.model, ("model",), ("Model",)),
        Wanted(moved.version, ("version",), ("ModelVersion",)),
    ]
    found, alias = await store.find_alias(change, [*wanted, *_expected(moved)], moved.alias)
    model, version, *expected = found
    if version.ref.rpartition(":")[0] != model.ref:
        message = f"{version.ref} is not a version of {model.ref}"
        raise InvalidInput(message, ("version",))
    _require_known(model, moved, alias, expected)
    refuse({model.id: ("model",), version.id: ("version",)}, alias.archived)
    if alias.version is None or alias.version["id"] != version.id:
        store.move_alias(change, model.id, moved, alias.version, version)
    return {
        "model": model.id,
        "modelVersion": version.id,
        "previous": alias.version and alias.version["id"],
    }


async def remove_alias(change: Change, removed: RemovedAlias) -> Made:
    """Returns the ids of the model and the version it pointed at; or raises a refusal."""
    wanted = [Wanted(removed.model, ("model",), ("Model",)), *_expected(removed)]
    (model, *expected), alias = await store.find_alias(change, wanted, removed.alias)
    _require_known(model, removed, alias, expected)
    if alias.version is None:
        raise NotFound(f"{model.ref}@{removed.alias}", ("alias",), "alias")
    store.move_alias(change, model.id, removed, alias.version, None)
    return {"model": model.id, "previous": alias.version["id"]}


def _expected(moved: RemovedAlias) -> list[Wanted]:
    if moved.replaces is None:
        return []
    return [Wanted(moved.replaces, ("replaces",), ("ModelVersion",))]


def _require_known(
    model: Found, moved: RemovedAlias, alias: store.LockedAlias, expected: list[Found]
) -> None:
    """Raises StaleRevision or AliasMoved where the model is not as the caller knew it."""
    require_revision(model.ref, moved.expected_revision, alias.revision)
    if not expected or (alias.version and alias.version["id"] == expected[0].id):
        return
    actual = alias.version["ref"] if alias.version else None
    raise AliasMoved(
        f"{moved.alias} points at {actual or 'nothing'}, not at {expected[0].ref}",
        ("replaces",),
        expectedVersion=expected[0].ref,
        actualVersion=actual,
    )
