"""Deployments, applications, what serves and what is fed in the graph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lineal.deployments.records import ApplicationDetails, DeploymentDetails
from lineal.deployments.traffic import Shares, Turn
from lineal.kernel import queries
from lineal.kernel.change import Change, NodeId, ids


@dataclass(frozen=True, slots=True)
class Serving:
    """A locked deployment: its ref, its revision, the shares of the versions, and what it is.

    `intended` are the shares that somebody wanted, None where nobody ever said.
    """

    ref: str
    revision: int
    shares: Shares
    intended: Shares | None
    facts: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Step:
    """What changes at a locked deployment: the stays there, what is said of it, what is intended.

    What is observed says nothing of what was intended.
    """

    turn: Turn
    facts: dict[str, str | None] = field(default_factory=dict)
    intended: Turn | None = None

    def row(self) -> dict[str, Any]:
        """Returns it as `deployments/change_serving` reads it."""
        intended = self.intended or Turn([], {})
        return {
            "ended": self.turn.ended,
            "begun": _rows(self.turn.begun),
            "facts": self.facts,
            "told": self.intended is not None,
            "dropped": intended.ended,
            "intended": _rows(intended.begun),
        }


async def look(change: Change, namespace: str, ref: str) -> dict[str, Any]:
    """Returns `namespaceArchived` (None: there is none), the ids of `deployment`, `application`."""
    parameters = {"namespace": namespace, "ref": ref}
    return dict(await change.tx.value(queries.query("deployments/look").text, parameters))


def deployment_row(namespace: str, name: str, details: DeploymentDetails) -> dict[str, Any]:
    """Returns the properties of a new deployment."""
    return details.row(name, namespace) | {
        "kind": details.kind,
        "environment": details.environment,
        "platform": details.platform,
        "endpoint": details.endpoint,
        "image": details.image,
    }


def create_deployments(change: Change, new: Sequence[dict[str, Any]]) -> None:
    """Makes deployments from what `deployment_row` returns; their namespaces exist."""
    parameters = {"deployments": list(new), "actor": change.actor}
    change.tx.later(queries.query("deployments/create_deployments").text, parameters)
    change.made(*(each["id"] for each in new))


def create_application(
    change: Change, namespace: str, name: str, details: ApplicationDetails
) -> str:
    """Returns the id of the application that it makes."""
    new = details.row(name, namespace) | {"kind": details.kind}
    parameters = {"new": new, "actor": change.actor}
    change.tx.later(queries.query("deployments/create_application").text, parameters)
    change.made(new["id"])
    return str(new["id"])


async def lock(change: Change, ids: Sequence[str]) -> dict[str, Serving]:
    """Returns what serves at deployments, by their ids; nobody else changes it until the end."""
    rows = await change.tx.value(queries.query("deployments/lock").text, {"ids": list(ids)})
    return {
        row["id"]: Serving(
            row["ref"],
            row["revision"],
            _shares(row["serving"]),
            None if row["intended"] is None else _shares(row["intended"]),
            row["facts"],
        )
        for row in rows
    }


async def served_before(change: Change, id_: str) -> Shares:
    """Returns what served at a locked deployment before that changed last."""
    statement = queries.query("deployments/served_before").text
    return _shares(await change.tx.value(statement, {"id": id_}))


async def change_serving(change: Change, steps: Mapping[str, Step], reason: str | None) -> None:
    """Takes steps at locked deployments, by their ids; each is one revision further then."""
    told = {id_: step.row() for id_, step in steps.items()}
    parameters = {"changes": told, "actor": change.actor, "reason": reason}
    rows = await change.tx.value(queries.query("deployments/change_serving").text, parameters)
    for row in rows:
        change.changed(row["id"], dict(row["before"]), steps[row["id"]].facts)
        _tell(change, row["id"], steps[row["id"]])


def _tell(change: Change, id_: str, step: Step) -> None:
    """Says what a step changes at a deployment, and for the versions that come or go."""
    ended, begun = step.turn.ended, step.turn.begun
    change.changed(id_, {"versions": ids(ended) or None}, {"versions": _weights(begun)})
    for each in {*ended, *begun}:
        before = NodeId(id_) if each in ended else None
        after = NodeId(id_) if each in begun else None
        change.changed(each, {"servesAt": before}, {"servesAt": after})
    if step.intended:
        intended = {"intended": ids(step.intended.ended) or None}
        change.changed(id_, intended, {"intended": _weights(step.intended.begun)})


def _weights(shares: Shares) -> dict[NodeId, float] | None:
    return {NodeId(id_): weight for id_, weight in shares.items()} or None


async def feeds(change: Change, id_: str, fed: str) -> dict[str, Any]:
    """Returns whether a locked deployment `feeds` a node, and their refs `deployment` and `fed`."""
    parameters = {"id": id_, "fed": fed}
    return dict(await change.tx.value(queries.query("deployments/feeds").text, parameters))


def record_feed(change: Change, id_: str, fed: str) -> None:
    """Records that a locked deployment, one revision further then, feeds a node from now on."""
    parameters = {"id": id_, "fed": fed, "actor": change.actor}
    change.tx.later(queries.query("deployments/record_feed").text, parameters)
    change.changed(id_, {}, {"feeds": NodeId(fed)})
    change.changed(fed, {}, {"fedBy": NodeId(id_)})


def end_feed(change: Change, id_: str, fed: str) -> None:
    """Records that a locked deployment, one revision further then, feeds a node no longer."""
    parameters = {"id": id_, "fed": fed, "actor": change.actor}
    change.tx.later(queries.query("deployments/end_feed").text, parameters)
    change.changed(id_, {"feeds": NodeId(fed)}, {})
    change.changed(fed, {"fedBy": NodeId(id_)}, {})


def _rows(shares: Shares) -> list[dict[str, Any]]:
    return [{"version": id_, "weight": weight} for id_, weight in shares.items()]


def _shares(rows: list[dict[str, Any]]) -> Shares:
    return {row["version"]: row["weight"] for row in rows}
