"""Deployments, applications, what serves and what is fed in the graph."""

from dataclasses import dataclass
from typing import Any

from lineal.deployments.records import ApplicationDetails, DeploymentDetails
from lineal.deployments.traffic import Shares, Turn
from lineal.kernel import queries
from lineal.kernel.change import Change


@dataclass(frozen=True, slots=True)
class Serving:
    """A locked deployment: its ref, its revision, and the shares of the versions there."""

    ref: str
    revision: int
    shares: Shares


async def look(change: Change, namespace: str, ref: str) -> dict[str, Any]:
    """Returns `namespace` (whether it exists), and the ids of `deployment` and `application`."""
    parameters = {"namespace": namespace, "ref": ref}
    return dict(await change.tx.value(queries.query("deployments/look").text, parameters))


async def create_deployment(
    change: Change, namespace: str, name: str, details: DeploymentDetails
) -> str:
    """Returns the id of the deployment that it makes."""
    new = details.row(name, namespace) | {
        "kind": details.kind,
        "environment": details.environment,
        "platform": details.platform,
        "endpoint": details.endpoint,
        "image": details.image,
    }
    return await _create(change, "deployments/create_deployment", new)


async def create_application(
    change: Change, namespace: str, name: str, details: ApplicationDetails
) -> str:
    """Returns the id of the application that it makes."""
    new = details.row(name, namespace) | {"kind": details.kind}
    return await _create(change, "deployments/create_application", new)


async def lock(change: Change, id_: str) -> Serving:
    """Returns what serves at a deployment, which nobody else changes until the transaction ends."""
    row = await change.tx.value(queries.query("deployments/lock").text, {"id": id_})
    return Serving(row["ref"], row["revision"], _shares(row["serving"]))


async def served_before(change: Change, id_: str) -> Shares:
    """Returns what served at a locked deployment before that changed last."""
    statement = queries.query("deployments/served_before").text
    return _shares(await change.tx.value(statement, {"id": id_}))


async def change_serving(change: Change, id_: str, turn: Turn, reason: str | None) -> None:
    """Ends and begins stays at a locked deployment, which is one revision further then."""
    parameters = {
        "id": id_,
        "ended": turn.ended,
        "begun": [{"version": each, "weight": weight} for each, weight in turn.begun.items()],
        "actor": change.actor,
        "reason": reason,
    }
    await change.tx.value(queries.query("deployments/change_serving").text, parameters)


async def feeds(change: Change, id_: str, fed: str) -> dict[str, Any]:
    """Returns whether a locked deployment `feeds` a node, and their refs `deployment` and `fed`."""
    parameters = {"id": id_, "fed": fed}
    return dict(await change.tx.value(queries.query("deployments/feeds").text, parameters))


async def record_feed(change: Change, id_: str, fed: str) -> None:
    """Records that a locked deployment, one revision further then, feeds a node from now on."""
    parameters = {"id": id_, "fed": fed, "actor": change.actor}
    await change.tx.value(queries.query("deployments/record_feed").text, parameters)


async def end_feed(change: Change, id_: str, fed: str) -> None:
    """Records that a locked deployment, one revision further then, feeds a node no longer."""
    parameters = {"id": id_, "fed": fed, "actor": change.actor}
    await change.tx.value(queries.query("deployments/end_feed").text, parameters)


async def _create(change: Change, name: str, new: dict[str, Any]) -> str:
    parameters = {"new": new, "actor": change.actor}
    return str(await change.tx.value(queries.query(name).text, parameters))


def _shares(rows: list[dict[str, Any]]) -> Shares:
    return {row["version"]: row["weight"] for row in rows}
