"""What is archived in the graph."""

from dataclasses import dataclass

from lineal.kernel import queries
from lineal.kernel.change import Change


@dataclass(frozen=True, slots=True)
class Stay:
    """A version that serves, and where: their refs."""

    version: str
    deployment: str


@dataclass(frozen=True, slots=True)
class Locked:
    """A record that nobody else changes, and a stay that goes on of it, or of what is in it."""

    revision: int
    archived: bool
    serving: Stay | None


async def lock(change: Change, id_: str) -> Locked:
    """Returns how a record is, which nobody else changes until the transaction ends."""
    row = await change.tx.value(queries.query("archive/lock").text, {"id": id_})
    serving = row["serving"] and Stay(**row["serving"])
    return Locked(row["revision"], row["archived"], serving)


def archive(change: Change, id_: str, reason: str | None) -> None:
    """Archives a locked record, which is one revision further then."""
    parameters = {"id": id_, "actor": change.actor, "reason": reason}
    change.tx.later(queries.query("archive/archive_record").text, parameters)
    change.changed(id_, {"archived": False}, {"archived": True})


def unarchive(change: Change, id_: str) -> None:
    """Brings a locked record back, which is one revision further then."""
    parameters = {"id": id_, "actor": change.actor}
    change.tx.later(queries.query("archive/unarchive_record").text, parameters)
    change.changed(id_, {"archived": True}, {"archived": False})
