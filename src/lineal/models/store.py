"""Models, versions and aliases in the graph."""

from collections.abc import Sequence
from typing import Any

from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.models.records import ModelDetails, VersionFacts
from lineal.runs.store import facts


async def look(change: Change, model: str, namespace: str, digest: str | None) -> dict[str, Any]:
    """Returns `namespaceArchived`, `ref`, `revision`, `archived`, and `same`.

    The first is None if there is no namespace. The ref is another one if the model was
    renamed, the revision 0 if there is none; `same` is a version `{id, ref}` of this digest.
    Locks the model, so that nobody else gives it a version until the transaction ends.
    """
    parameters = {"model": model, "namespace": namespace, "digest": digest}
    return dict(await change.tx.value(queries.query("models/look").text, parameters))


async def create_model(change: Change, namespace: str, name: str, details: ModelDetails) -> str:
    """Returns the id of the model that it makes."""
    row = details.row(name, namespace) | {
        "task": details.task,
        "riskTier": details.risk_tier,
        "intendedUse": details.intended_use,
    }
    parameters = {"model": row, "actor": change.actor}
    id_ = str(await change.tx.value(queries.query("models/create_model").text, parameters))
    change.made(id_)
    return id_


async def lock_name(change: Change, model: str, ref: str, namespace: str) -> dict[str, Any]:
    """Returns a locked model's `ref` and `revision`, `namespaceArchived`, and `taken`.

    The third is None if there is no such namespace. The last is the ref of another model
    that is called so, or was before; or None.
    """
    parameters = {"id": model, "ref": ref, "namespace": namespace}
    return dict(await change.tx.value(queries.query("models/lock_name").text, parameters))


async def rename_model(
    change: Change, model: str, former: str, ref: str, reason: str | None
) -> None:
    """Gives a model and its versions another ref; the former one means them as well."""
    namespace, _, name = ref.partition("/")
    named = {"ref": ref, "namespace": namespace, "name": name}
    parameters = {"id": model, **named, "reason": reason, "actor": change.actor}
    await change.tx.value(queries.query("models/rename_model").text, parameters)
    change.changed(model, {"ref": former}, {"ref": ref})


async def create_version(
    change: Change,
    model: str,
    row: dict[str, Any],
    *,
    run: str | None,
    inherits: Sequence[str],
    bases: Sequence[dict[str, Any]],
) -> None:
    """Makes the next version of a model from what `version_row` returns.

    It `inherits` the properties of its run whose names begin so.
    """
    parameters: dict[str, Any] = {
        "model": model,
        "version": row,
        "run": run,
        "inherits": list(inherits),
    }
    statement = queries.query("models/create_version").text
    parameters |= {"bases": list(bases), "actor": change.actor}
    made = await change.tx.value(statement, parameters)
    change.made(row["id"])
    change.changed(made["model"], {}, {"versions": [made["ref"]]})


async def lock_alias(change: Change, model: str, alias: str) -> tuple[int, dict[str, str] | None]:
    """Returns the model's revision and the version `{id, ref}` that an alias points at, if any.

    Nobody else moves an alias of the model until the transaction ends.
    """
    parameters = {"model": model, "alias": alias}
    found = await change.tx.value(queries.query("models/lock_alias").text, parameters)
    return found["revision"], found["version"]


async def move_alias(
    change: Change, model: str, alias: str, version: str | None, reason: str | None
) -> None:
    """Ends where an alias points, and points it at a version if one is given."""
    parameters = {"model": model, "alias": alias, "version": version, "reason": reason}
    statement = queries.query("models/move_alias").text
    moved = await change.tx.value(statement, {**parameters, "actor": change.actor})
    told = f"alias.{alias}"
    change.changed(model, {told: moved["from"]["ref"]}, {told: moved["to"]})
    if previous := moved["from"]["id"]:
        change.changed(previous, {told: True}, {})
    if version:
        change.changed(version, {}, {told: True})


def version_row(id_: str, namespace: str, model: str, new: VersionFacts) -> dict[str, Any]:
    """Returns the properties of a new version, but for its number and its ref."""
    return {
        "id": id_,
        "namespace": namespace,
        "modelRef": model,
        "label": new.label,
        "description": new.description,
        "tags": new.tags,
        "uri": new.uri,
        "digest": new.digest,
        "sizeBytes": new.size_bytes,
        "framework": new.framework,
        **new.own_row(),
    } | facts(new)
