"""Decides about models, their versions and aliases."""

from dataclasses import dataclass
from typing import Any

from lineal.columns import service as columns
from lineal.kernel.archived import archived, require_namespace, require_unarchived
from lineal.kernel.change import Change, Made
from lineal.kernel.finding import Found, Wanted, find, find_all, find_name, parse_name
from lineal.kernel.ids import new_id
from lineal.kernel.refusals import AlreadyExists, InvalidInput, NotFound, Refusal, require_revision
from lineal.models import store
from lineal.models.records import (
    MovedAlias,
    NewModel,
    NewModelVersion,
    RemovedAlias,
    RenamedModel,
    VersionFacts,
)
from lineal.runs import service as runs

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a version is to be, and a version of its digest; the revision 0 is no model's.

    `archived` is the ref of the model or the namespace, if one of them is.
    """

    namespace: str
    name: str
    revision: int
    archived: str | None
    same: dict[str, str] | None

    @property
    def ref(self) -> str:
        return f"{self.namespace}/{self.name}"


class AliasMoved(Refusal):
    """The alias does not point at the version that the caller expected."""

    code = "ALIAS_MOVED"


async def create_model(change: Change, new: NewModel) -> str:
    """Returns the id of the new model, or raises NotFound, AlreadyExists or StaleRevision."""
    namespace, name = parse_name(new.ref, ("ref",))
    there = await store.look(change, new.ref, namespace, None)
    require_namespace(namespace, there["namespaceArchived"], ("ref",))
    if there["revision"]:
        raise _taken(new.ref, there["ref"], ("ref",))
    require_revision(new.ref, new.expected_revision, 0)
    return await store.create_model(change, namespace, name, new)


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
    await store.rename_model(change, model.id, there["ref"], new.to, new.reason)
    return model.id


def _taken(ref: str, by: str, path: Path) -> AlreadyExists:
    """Returns why no model can be called so: there is one, or there was and still is meant."""
    if by == ref:
        return AlreadyExists(f"There is already a model {ref}", path, existing=by)
    return AlreadyExists(f"{ref} still means {by}, which was called so before", path, existing=by)


async def register_model_version(change: Change, new: NewModelVersion) -> str:
    """Returns the id of the new version, or of the one with its digest if that is asked for.

    Raises InvalidInput, NotFound, AlreadyExists, StaleRevision or InvalidState.
    """
    place = await _look(change, new, ())
    require_revision(place.ref, new.expected_revision, place.revision)
    if duplicate := _duplicate(new, place.same):
        return duplicate
    await _ensure_model(change, new, place, ())
    bases, run = await _origins(change, new)
    run_id = await _run(change, new, place.namespace, bases, run)
    id_ = await _create(change, new, place, run_id, bases)
    await columns.use(change, run_id, id_, new.features)
    return id_


async def set_alias(change: Change, moved: MovedAlias) -> Made:
    """Returns the ids of the model, its version now and the one before, or raises a refusal."""
    wanted = [
        Wanted(moved.model, ("model",), ("Model",)),
        Wanted(moved.version, ("version",), ("ModelVersion",)),
    ]
    model, version, *expected = await find_all(change.tx, [*wanted, *_expected(moved)])
    if version.ref.rpartition(":")[0] != model.ref:
        message = f"{version.ref} is not a version of {model.ref}"
        raise InvalidInput(message, ("version",))
    current = await _lock_alias(change, model, moved, expected)
    await require_unarchived(change, {model.id: ("model",), version.id: ("version",)})
    if current is None or current["id"] != version.id:
        await store.move_alias(change, model.id, moved.alias, version.id, moved.reason)
    return {
        "model": model.id,
        "modelVersion": version.id,
        "previous": current and current["id"],
    }


async def remove_alias(change: Change, removed: RemovedAlias) -> Made:
    """Returns the ids of the model and the version it pointed at; or raises a refusal."""
    wanted = [Wanted(removed.model, ("model",), ("Model",)), *_expected(removed)]
    model, *expected = await find_all(change.tx, wanted)
    current = await _lock_alias(change, model, removed, expected)
    if current is None:
        raise NotFound(f"{model.ref}@{removed.alias}", ("alias",), "alias")
    await store.move_alias(change, model.id, removed.alias, None, removed.reason)
    return {"model": model.id, "previous": current["id"]}


def _duplicate(new: NewModelVersion, same: dict[str, str] | None) -> str | None:
    """Returns the id of the version to answer with instead, or raises AlreadyExists."""
    if same is None or new.on_duplicate == "REGISTER":
        return None
    if new.on_duplicate == "REUSE":
        return same["id"]
    message = f"{same['ref']} already has the digest {new.digest}"
    raise AlreadyExists(message, ("digest",), existing=same["ref"])


async def _look(change: Change, new: VersionFacts, path: Path) -> Place:
    """Returns what there is of a version's model, which is locked; raises NotFound."""
    path = (*path, "model")
    namespace, name = await find_name(change.tx, new.model, path, "Model")
    there = await store.look(change, f"{namespace}/{name}", namespace, new.digest)
    if there["namespaceArchived"] is None:
        raise NotFound(namespace, path, "namespace")
    # It may have been renamed.
    ref = there["ref"]
    namespace, _, name = ref.partition("/")
    closed = ref if there["archived"] else namespace if there["namespaceArchived"] else None
    return Place(namespace, name, there["revision"], closed, there["same"])


async def _ensure_model(change: Change, new: VersionFacts, place: Place, path: Path) -> None:
    """Makes the model if it is not there and may be made; raises NotFound if it may not.

    Raises InvalidState if the model or its namespace is archived.
    """
    if place.archived:
        raise archived(place.archived, (*path, "model"))
    if place.revision:
        return
    if new.create_model is None:
        raise NotFound(new.model, (*path, "model"), "model")
    await store.create_model(change, place.namespace, place.name, new.create_model)


async def _create(
    change: Change,
    new: VersionFacts,
    place: Place,
    run: str | None,
    bases: list[dict[str, Any]],
) -> str:
    """Returns the id of the next version of a model that is there."""
    id_ = new_id()
    inherits = [*([] if new.parameters else ["param."]), *([] if new.metrics else ["metric."])]
    await store.create_version(
        change,
        place.ref,
        store.version_row(id_, place.namespace, place.ref, new),
        run=run,
        inherits=inherits,
        bases=[] if run else bases,
    )
    return id_


async def _ensure_version(change: Change, new: VersionFacts, path: Path) -> str:
    """Returns the id of the version with a digest, which is made if it is not there."""
    place = await _look(change, new, path)
    if place.same:
        return place.same["id"]
    await _ensure_model(change, new, place, path)
    return await _create(change, new, place, None, [])


async def _origins(
    change: Change, new: NewModelVersion
) -> tuple[list[dict[str, Any]], Found | None]:
    """Returns the bases as `{id, role, how}`, and the run that is there already."""
    wanted = [
        Wanted(base.ref, ("bases", str(i), "ref"), ("ModelVersion",))
        for i, base in enumerate(new.bases)
        if base.ref is not None
    ]
    if new.run_ref is not None:
        wanted.append(Wanted(new.run_ref, ("runRef",), ("Run",)))
    found = await find_all(change.tx, wanted)
    named = iter(found)
    bases = []
    for i, base in enumerate(new.bases):
        if base.model_version is None:
            id_ = next(named).id
        else:
            path = ("bases", str(i), "modelVersion")
            id_ = await _ensure_version(change, base.model_version, path)
        bases.append({"id": id_, "role": "base", "how": base.how})
    return bases, found[-1] if new.run_ref is not None else None


async def _run(
    change: Change,
    new: NewModelVersion,
    namespace: str,
    bases: list[dict[str, Any]],
    run: Found | None,
) -> str | None:
    """Returns the id of the run that made the version, if one is known."""
    if new.run is not None:
        return await runs.record_run(change, namespace, new.run, ("run",), bases)
    if run is None:
        return None
    await runs.read_bases(change, run.id, bases)
    return run.id


def _expected(moved: RemovedAlias) -> list[Wanted]:
    if moved.replaces is None:
        return []
    return [Wanted(moved.replaces, ("replaces",), ("ModelVersion",))]


async def _lock_alias(
    change: Change, model: Found, moved: RemovedAlias, expected: list[Found]
) -> dict[str, str] | None:
    """Returns the version `{id, ref}` that an alias points at, which nobody moves meanwhile.

    Raises StaleRevision or AliasMoved where the model is not as the caller knew it.
    """
    revision, current = await store.lock_alias(change, model.id, moved.alias)
    require_revision(model.ref, moved.expected_revision, revision)
    if not expected or (current and current["id"] == expected[0].id):
        return current
    actual = current["ref"] if current else None
    raise AliasMoved(
        f"{moved.alias} points at {actual or 'nothing'}, not at {expected[0].ref}",
        ("replaces",),
        expectedVersion=expected[0].ref,
        actualVersion=actual,
    )
