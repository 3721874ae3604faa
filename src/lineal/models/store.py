"""Models, versions and aliases in the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.kernel.finding import Found, Wanted, find_with, require_all
from lineal.kernel.ids import new_id
from lineal.models.records import ModelDetails, RemovedAlias, VersionFacts
from lineal.runs.store import facts


@dataclass(frozen=True, slots=True)
class NewVersion:
    """The properties of a new version of a model, and the ids of its run, or of its `bases`.

    It `inherits` the properties of its run whose names begin so.
    """

    model: str
    row: dict[str, Any]
    run: str | None
    inherits: list[str]
    bases: list[dict[str, Any]]


async def look(change: Change, asked: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Returns, for each `{ref, namespace, digest}`, what there is; locks the models until the end.

    A row says `namespaceArchived` (None: there is no namespace), `id`, `ref` and `former` refs (it
    may have been renamed), `revision` (0: there is none), `archived`, `last` (number), and `same`:
    a version `{id, ref}` of this digest, or None.
    """
    there: list[dict[str, Any]] = []
    look_later(change, asked, there)
    await change.tx.finish()
    return there


def look_later(
    change: Change, asked: Sequence[dict[str, Any]], there: list[dict[str, Any]]
) -> None:
    """Adds to `there` what `look` returns, with the next statement, before what that locks."""
    statement = queries.query("models/look").text
    change.tx.later(statement, {"models": list(asked)}, there.extend)


def create_models(change: Change, new: Sequence[dict[str, Any]]) -> None:
    """Makes models from what `model_row` returns."""
    statement = queries.query("models/create_models").text
    parameters = {"models": list(new), "actor": change.actor}
    change.tx.later(statement, parameters, lambda made: require_all(made, new, "namespace"))
    change.made(*(each["id"] for each in new))


async def lock_name(change: Change, model: str, ref: str, namespace: str) -> dict[str, Any]:
    """Returns a locked model's `ref` and `revision`, `namespaceArchived`, and `taken`.

    The third is None if there is no such namespace. The last is the ref of another model
    that is called so, or was before; or None.
    """
    parameters = {"id": model, "ref": ref, "namespace": namespace}
    return dict(await change.tx.value(queries.query("models/lock_name").text, parameters))


def rename_model(change: Change, model: str, former: str, ref: str, reason: str | None) -> None:
    """Gives a model and its versions another ref; the former one means them as well."""
    namespace, _, name = ref.partition("/")
    named = {"ref": ref, "namespace": namespace, "name": name}
    parameters = {"id": model, **named, "reason": reason, "actor": change.actor}
    change.tx.later(queries.query("models/rename_model").text, parameters)
    change.changed(model, {"ref": former}, {"ref": ref})


def create_versions(change: Change, new: Sequence[NewVersion]) -> None:
    """Makes versions of models, which are there and locked, in the order of their numbers."""
    models: dict[str, dict[str, Any]] = {}
    for each in new:
        model = models.setdefault(each.model, {"id": each.model, "versions": []})
        model["last"] = each.row["number"]
        model["versions"].append(
            {
                "properties": each.row,
                "run": each.run,
                "inherits": each.inherits,
                "bases": each.bases,
            }
        )
    parameters = {"models": list(models.values()), "actor": change.actor}
    change.tx.later(queries.query("models/create_versions").text, parameters)
    change.made(*(each.row["id"] for each in new))
    for model in models.values():
        refs = [version["properties"]["ref"] for version in model["versions"]]
        change.changed(model["id"], {}, {"versions": refs})


@dataclass(frozen=True, slots=True)
class LockedAlias:
    """The version `{id, ref}` that an alias points at, if any; nobody else moves it.

    `revision` is its model's, `archived` those who are: the model, the version to come, by their
    ids the refs of what is archived.
    """

    revision: int
    version: dict[str, str] | None
    archived: dict[str, str]


async def find_alias(
    change: Change, wanted: Sequence[Wanted], alias: str
) -> tuple[list[Found], LockedAlias]:
    """Returns what refs name, first a model, and how an alias of that one is; raises as they do.

    Nobody else moves an alias of the model until the transaction ends.
    """
    found, there = await find_with(change.tx, wanted, "models/look_alias", {"alias": alias})
    archived = {each["id"]: each["ref"] for each in there["archived"]}
    return found, LockedAlias(there["alias"]["revision"], there["alias"]["version"], archived)


def move_alias(
    change: Change,
    model: str,
    moved: RemovedAlias,
    before: dict[str, str] | None,
    now: Found | None,
) -> None:
    """Ends where an alias points, and points it at a version if there is one now."""
    told = {"model": model, "alias": moved.alias, "version": now and now.id}
    parameters = {**told, "reason": moved.reason, "actor": change.actor}
    change.tx.later(queries.query("models/move_alias").text, parameters)
    name = f"alias.{moved.alias}"
    change.changed(model, {name: before and before["ref"]}, {name: now and now.ref})
    if before:
        change.changed(before["id"], {name: True}, {})
    if now:
        change.changed(now.id, {}, {name: True})


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
