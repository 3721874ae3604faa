"""Models, versions and aliases in the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.kernel.finding import require_all
from lineal.kernel.ids import new_id
from lineal.models.records import ModelDetails, VersionFacts
from lineal.runs.store import facts


@dataclass(frozen=True, slots=True)
class NewVersion:
    """The properties of a new version, and the ids of its run, or of its `bases` with how.

    It `inherits` the properties of its run whose names begin so.
    """

    row: dict[str, Any]
    run: str | None
    inherits: list[str]
    bases: list[dict[str, Any]]


async def look(change: Change, asked: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Returns, for each `{ref, namespace, digest}`, what there is; locks the models until the end.

    A row says `namespaceArchived` (None: there is no namespace), `ref` and `former` refs (the model
    may have been renamed), `revision` (0: there is none), `archived`, `last` (number), and `same`:
    a version `{id, ref}` of this digest, or None.
    """
    statement = queries.query("models/look").text
    return list(await change.tx.value(statement, {"models": list(asked)}))


async def create_models(change: Change, new: Sequence[dict[str, Any]]) -> None:
    """Makes models from what `model_row` returns."""
    statement = queries.query("models/create_models").text
    made = await change.tx.value(statement, {"models": list(new), "actor": change.actor})
    require_all(made, new, "namespace")
    change.made(*(each["id"] for each in new))


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


async def create_versions(change: Change, new: Sequence[NewVersion]) -> None:
    """Makes versions of models, which are there and locked, in the order of their numbers."""
    models: dict[str, dict[str, Any]] = {}
    for each in new:
        ref, number = each.row["modelRef"], each.row["number"]
        model = models.setdefault(ref, {"ref": ref, "versions": []})
        model["last"] = number
        model["versions"].append(
            {
                "properties": each.row,
                "run": each.run,
                "inherits": each.inherits,
                "bases": each.bases,
            }
        )
    parameters = {"models": list(models.values()), "actor": change.actor}
    change.made(*(each.row["id"] for each in new))
    for made in await change.tx.value(queries.query("models/create_versions").text, parameters):
        change.changed(made["model"], {}, {"versions": made["refs"]})


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


def model_row(namespace: str, name: str, details: ModelDetails) -> dict[str, Any]:
    """Returns the properties of a new model."""
    return details.row(name, namespace) | {
        "task": details.task,
        "riskTier": details.risk_tier,
        "intendedUse": details.intended_use,
    }


def version_row(namespace: str, model: str, number: int, new: VersionFacts) -> dict[str, Any]:
    """Returns the properties of a new version."""
    return {
        "id": new_id(),
        "ref": f"{model}:{number}",
        "namespace": namespace,
        "modelRef": model,
        "number": number,
        "label": new.label,
        "description": new.description,
        "tags": new.tags,
        "uri": new.uri,
        "digest": new.digest,
        "sizeBytes": new.size_bytes,
        "framework": new.framework,
        **new.own_row(),
    } | facts(new)
