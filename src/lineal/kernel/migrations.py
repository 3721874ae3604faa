"""Migrations: the numbered files in `cypher/migrations/`, each applied once and recorded.

However many servers start together, one at a time holds a lock in the graph while it applies the
next file. The lock is a write lock of an open transaction, so that it ends with its holder,
whichever way that ends. Schema commands cannot share a transaction with the record, so a file
that was interrupted is applied again from its start: its statements must bear that
(`IF NOT EXISTS`, `MERGE`). A file that was released is never edited; a change is a new file.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lineal import __version__
from lineal.kernel import queries
from lineal.kernel.graph import Graph, GraphError, NameTaken, Transaction

# Seconds; an index over a large graph takes its time.
PATIENCE = 3600.0

# Seconds; a database that has only just started is slow with its first statement, whatever the
# deadline of a request is.
COLD = 30.0

_NAME = re.compile(r"migrations/((\d{4})_\w+)")
_END_OF_STATEMENT = re.compile(r";[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*//.*$", re.MULTILINE)
_CONSTRAINT = re.compile(r"^CREATE CONSTRAINT (\w+) ", re.MULTILINE)


class MigrationRefused(GraphError):
    """The graph was migrated by other files than these; the message is one line that names one."""

    code = "MIGRATION_REFUSED"


@dataclass(frozen=True, slots=True)
class Migration:
    """One file: `0001_constraints`, its statements in order, and what tells it from an edit."""

    name: str
    text: str = field(repr=False)

    @property
    def number(self) -> int:
        return int(self.name[:4])

    @property
    def statements(self) -> list[str]:
        return statements(self.text)

    @property
    def checksum(self) -> str:
        """Returns the hash of the text, whatever the line ends and the space around lines."""
        lines = (line.strip() for line in self.text.splitlines())
        return hashlib.sha256("\n".join(filter(None, lines)).encode()).hexdigest()


def statements(text: str) -> list[str]:
    """Returns the statements of a text in which each ends with a `;` at the end of a line."""
    parts = (part.strip() for part in _END_OF_STATEMENT.split(text))
    return [part for part in parts if _COMMENT.sub("", part).strip()]


def released() -> list[Migration]:
    """Returns the migrations of this version of Lineal, in order."""
    found = (_NAME.fullmatch(name) for name in queries.names())
    return [Migration(match[1], queries.query(match[0]).text) for match in found if match]


async def pending(
    graph: Graph,
    migrations: Sequence[Migration] | None = None,
    deadline: float | None = None,
) -> list[str]:
    """Returns the names of what `migrate` would apply, or raises GraphError."""
    applied = await graph.read(queries.query("kernel/list_migrations").text, deadline=deadline)
    return [migration.name for migration in _missing(applied, _or_released(migrations))]


async def migrate(graph: Graph, migrations: Sequence[Migration] | None = None) -> list[str]:
    """Applies what is pending and waits until every index is online.

    Returns the names of what this call applied. Raises MigrationRefused, having changed nothing,
    where an applied file was edited or is unknown; raises GraphError.
    """
    known = _or_released(migrations)
    names: list[str] = []
    if await pending(graph, known, COLD):
        await _prepare(graph)
        while (name := await _apply_next(graph, known)) is not None:
            names.append(name)
    await_indexes = queries.query("kernel/await_indexes").text
    await graph.run(await_indexes, {"seconds": int(PATIENCE)}, deadline=PATIENCE)
    return names


def _or_released(migrations: Sequence[Migration] | None) -> Sequence[Migration]:
    return released() if migrations is None else migrations


async def _prepare(graph: Graph) -> None:
    for statement in statements(queries.query("kernel/prepare_migrations").text):
        await _run(graph, statement)


async def _apply_next(graph: Graph, known: Sequence[Migration]) -> str | None:
    """Applies the first migration that is missing. Returns its name, or None where none is."""

    async def work(transaction: Transaction) -> str | None:
        await transaction.value(queries.query("kernel/lock_migrations").text)
        applied = await transaction.value(queries.query("kernel/list_migrations").text)
        missing = _missing(applied, known)
        if not missing:
            return None
        await _apply(graph, transaction, missing[0])
        return missing[0].name

    name, _ = await graph.write(work, deadline=PATIENCE)
    return name


async def _apply(graph: Graph, lock: Transaction, migration: Migration) -> None:
    for statement in migration.statements:
        await _run(graph, statement)
    row = {"number": migration.number, "name": migration.name, "checksum": migration.checksum}
    await lock.value(
        queries.query("kernel/record_migration").text, row | {"by": f"lineal {__version__}"}
    )


async def _run(graph: Graph, statement: str) -> None:
    """Runs one statement of a file.

    Neo4j makes the index of a constraint first, in a transaction of its own. One that crashes
    between the two has an index afterwards that no constraint owns, and refuses the constraint.
    """
    try:
        await graph.run(statement, deadline=PATIENCE)
    except NameTaken:
        constraint = _CONSTRAINT.search(statement)
        if constraint is None:
            raise
        drop = queries.query("kernel/drop_left_over").text
        await graph.run(drop, {"name": constraint[1]}, deadline=PATIENCE)
        await graph.run(statement, deadline=PATIENCE)


def _missing(applied: Sequence[dict[str, Any]], known: Sequence[Migration]) -> list[Migration]:
    """Returns what is not applied, or raises MigrationRefused."""
    by_number = {migration.number: migration for migration in known}
    for row in applied:
        migration = by_number.pop(row["number"], None)
        if migration is None:
            raise MigrationRefused(
                f"The graph has the migration {row['name']}, which Lineal {__version__} does not "
                "know: start the newer Lineal that applied it"
            )
        if migration.checksum != row["checksum"]:
            raise MigrationRefused(
                f"The migration {migration.name} was edited after it was applied: restore its "
                "file, and make the change in a new one"
            )
    return sorted(by_number.values(), key=lambda migration: migration.number)
