"""The graph database. No other module knows the driver.

Sessions are short: one per read, one per mutation. Reads are single auto-commit statements that
return one record with one value; writes are managed transactions, which the driver retries as
its manual says (https://neo4j.com/docs/python-manual/current/transactions/), so the work inside
one touches nothing but its transaction.
"""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Self, TypeVar, cast

from neo4j import (
    READ_ACCESS,
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    AsyncResult,
    AsyncSession,
    Bookmarks,
    NotificationMinimumSeverity,
    Query,
    unit_of_work,
)
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
)

from lineal.kernel.together import Part, together

Parameters = Mapping[str, Any]
T = TypeVar("T")

# How often an auto-commit statement is sent; transactions are tried again by the driver itself.
_ATTEMPTS = 3

# What matters of it is raised, and logged once by whoever handles that.
logging.getLogger("neo4j").setLevel(logging.CRITICAL)


class GraphError(Exception):
    """The graph could not answer. `code` is for machines, the message for people."""

    code = "GRAPH_ERROR"


class GraphUnavailable(GraphError):
    """The database is down, starting, or refuses us."""

    code = "GRAPH_UNAVAILABLE"


class DeadlineExceeded(GraphError):
    """The database did not answer in time."""

    code = "DEADLINE_EXCEEDED"


class GraphBug(GraphError):
    """A statement of ours is wrong. Never the caller's fault; its text is only for the log."""

    code = "INTERNAL"


class BookmarkUnknown(GraphError):
    """The database never was where the bookmarks say."""

    code = "BOOKMARK_UNKNOWN"


class ReadOnly(GraphUnavailable):
    """The database answers, and takes no writes."""

    code = "GRAPH_READ_ONLY"


class OutOfMemory(GraphUnavailable):
    """The database has no memory for what is asked, or for so much at once."""

    code = "GRAPH_OUT_OF_MEMORY"


class ConstraintViolated(GraphError):
    """A uniqueness constraint refused a write: somebody else made the same thing first."""

    code = "CONSTRAINT_VIOLATED"


class NameTaken(GraphBug):
    """An index has the name that a constraint is to have."""


class Vanished(ConstraintViolated):
    """Somebody else deleted what a transaction had found, before it was done with it."""


class Transaction:
    """What a unit of work may touch: statements in one transaction.

    `named` are the ids of nodes that refs named; they must still be there at the end.
    """

    def __init__(self, transaction: AsyncManagedTransaction) -> None:
        self._transaction = transaction
        self._later: list[Part] = []
        self.named: set[str] = set()

    def later(
        self,
        statement: str,
        parameters: Parameters | None = None,
        answered: Callable[[Any], None] | None = None,
    ) -> None:
        """Runs a statement before the next one, together with that: nobody waits for its answer.

        `answered` is told the value; what it raises undoes the transaction as all else does.
        """
        self._later.append(Part(statement, parameters or {}, answered))

    async def value(self, statement: str, parameters: Parameters | None = None) -> Any:
        """Returns the only value of the only record, or None of a statement that returns nothing.

        Raises Vanished where there is no record: a statement begins from what was found before.
        """
        if not self._later:
            return await self._run(statement, parameters or {})
        parts = [*self._later, Part(statement, parameters or {})]
        self._later.clear()
        answers = await self._run(*together(parts))
        for part, answer in zip(parts, answers, strict=True):
            if part.answered:
                part.answered(answer)
        return answers[-1]

    async def finish(self) -> None:
        """Runs what is left for later."""
        if self._later:
            await self.value("RETURN true AS answer")

    async def _run(self, statement: str, parameters: Parameters) -> Any:
        result = await self._transaction.run(statement, dict(parameters))
        record = await result.single()
        if record is None and result.keys():
            raise Vanished("What was found a moment ago is gone")
        return None if record is None else record[0]


class Rollback(Exception):
    """Raised by a unit of work to undo it and still answer with `value`."""

    def __init__(self, value: Any) -> None:
        super().__init__("rolled back on purpose")
        self.value = value


class Graph:
    """One named database behind one driver.

    `deadline` (seconds) bounds every call, whatever the database does; the database itself is
    told to end a statement at the same time.
    """

    def __init__(self, driver: AsyncDriver, database: str, deadline: float) -> None:
        self._driver = driver
        self._database = database
        self.deadline = deadline

    @classmethod
    def connect(
        cls,
        uri: str,
        user: str,
        password: str | None,
        database: str = "neo4j",
        deadline: float = 10.0,
        pool: int = 100,
    ) -> Self:
        """Returns a graph that connects when it is first used, or raises GraphUnavailable."""
        try:
            driver = AsyncGraphDatabase.driver(
                uri,
                auth=(user, password) if password is not None else None,
                max_connection_pool_size=pool,
                connection_acquisition_timeout=deadline,
                connection_timeout=min(5.0, deadline),
                # The last pause is as long as all before: an outage is told before the deadline.
                max_transaction_retry_time=deadline / 3,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                user_agent="lineal",
            )
        except (ConfigurationError, ValueError) as error:
            raise GraphUnavailable(f"{uri} is no address of a Neo4j: {error}") from error
        return cls(driver, database, deadline)

    async def close(self) -> None:
        """Closes every connection."""
        await self._driver.close()

    async def ping(self) -> None:
        """Returns when the database answers, or raises GraphError."""
        await self.read("RETURN 1 AS one")

    async def read(
        self,
        statement: str,
        parameters: Parameters | None = None,
        bookmarks: Iterable[str] = (),
        deadline: float | None = None,
    ) -> Any:
        """Returns the only value of the statement's only record, or None without a record.

        A passing fault is tried again within the deadline. Raises GraphError.
        """
        session = partial(self._session, bookmarks, READ_ACCESS)
        return await self._auto_commit(
            session, statement, parameters, deadline or self.deadline, _value
        )

    async def write(
        self,
        work: Callable[[Transaction], Awaitable[T]],
        bookmarks: Iterable[str] = (),
        deadline: float | None = None,
    ) -> tuple[T, list[str]]:
        """Runs `work` in one transaction. Returns its answer and the bookmarks after it.

        `work` may be run again after a passing fault. An exception that it raises undoes all that
        it did; Rollback undoes too and answers with its value. Raises GraphError.
        """
        deadline = deadline or self.deadline

        @unit_of_work(timeout=deadline)
        async def unit(transaction: AsyncManagedTransaction) -> T:
            tx = Transaction(transaction)
            answer = await work(tx)
            await tx.finish()
            return answer

        async with self._bounded(deadline), self._session(bookmarks) as session:
            try:
                answer = await session.execute_write(unit)
            except Rollback as rollback:
                return cast("T", rollback.value), []
            return answer, sorted((await session.last_bookmarks()).raw_values)

    async def run(
        self,
        statement: str,
        parameters: Parameters | None = None,
        deadline: float | None = None,
    ) -> None:
        """Runs one auto-commit statement to its end, as schema commands need. Raises GraphError.

        It may be run again after a passing fault.
        """
        session = partial(self._session, ())
        await self._auto_commit(
            session, statement, parameters, deadline or self.deadline, AsyncResult.consume
        )

    async def plan(self, statement: str, parameters: Parameters | None = None) -> list[str]:
        """Returns the operators of the statement's plan, which is explained and not run."""
        async with self._bounded(self.deadline), self._session((), READ_ACCESS) as session:
            result = await session.run("EXPLAIN " + statement, dict(parameters or {}))
            return _operators((await result.consume()).plan)

    async def _auto_commit(
        self,
        new_session: Callable[[], AsyncSession],
        statement: str,
        parameters: Parameters | None,
        deadline: float,
        take: Callable[[AsyncResult], Awaitable[T]],
    ) -> T:
        """Returns what is taken of a statement's result; tries again while that may help."""
        query = Query(statement, timeout=deadline)
        attempt = 0
        async with self._bounded(deadline):
            while True:
                try:
                    async with new_session() as session:
                        return await take(await session.run(query, dict(parameters or {})))
                except (DriverError, Neo4jError) as error:
                    attempt += 1
                    if attempt == _ATTEMPTS or not (error.is_retryable() or _vanished(error)):
                        raise
                await asyncio.sleep(_pause(attempt))

    def _session(self, bookmarks: Iterable[str], access: str = "WRITE") -> AsyncSession:
        raw = list(bookmarks)
        return self._driver.session(
            database=self._database,
            default_access_mode=access,
            fetch_size=-1,
            bookmarks=Bookmarks.from_raw_values(raw) if raw else None,
        )

    @asynccontextmanager
    async def _bounded(self, deadline: float) -> AsyncIterator[None]:
        """Ends the block at the deadline, and raises what went wrong in it as a GraphError."""
        task = asyncio.current_task()
        assert task is not None
        cancelled_before = task.cancelling()
        limit = asyncio.timeout(deadline)
        try:
            async with limit:
                yield
        except (TimeoutError, DriverError, Neo4jError, OSError) as error:
            raise _told(error, self._database, deadline) from error
        except asyncio.CancelledError as error:
            # The driver, whose own waits end at the same time, lets their cancellation out.
            if task.cancelling() > cancelled_before and not limit.expired():
                raise
            raise _told(TimeoutError(), self._database, deadline) from error
        finally:
            # A wait of the driver's that the deadline cancels may cancel the task once more, which
            # nothing but this would ever take back.
            while limit.expired() and task.cancelling() > cancelled_before:
                task.uncancel()


def _told(error: Exception, database: str, deadline: float) -> GraphError:
    """Returns what a failure of the driver or the database means to us."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, TimeoutError) or "TransactionTimedOut" in code:
        return DeadlineExceeded(f"The graph did not answer within {deadline:g} s")
    if isinstance(error, ConstraintError):
        return ConstraintViolated(str(error.message))
    if _vanished(error):
        return Vanished("What was found a moment ago is gone")
    if isinstance(error, AuthError):
        return GraphUnavailable("The graph database refused Lineal's user or password")
    if code == "Neo.ClientError.Database.DatabaseNotFound":
        return GraphUnavailable(f"There is no database named {database}")
    if "ReadOnly" in code:
        return ReadOnly("The graph database takes no writes")
    if "OutOfMemory" in code:
        return OutOfMemory("The graph database has no memory left for this: ask for less at once")
    if "Bookmark" in code:
        return BookmarkUnknown("The bookmarks are of another database: leave them out")
    if "IndexWithNameAlreadyExists" in code:
        return NameTaken(str(error))
    if isinstance(error, ClientError):
        return GraphBug(f"{error.code}: {error.message}")
    return GraphUnavailable("The graph database could not be reached")


def _vanished(error: Exception) -> bool:
    """Returns whether somebody deleted a node between two looks of a statement at it."""
    return getattr(error, "code", None) == "Neo.ClientError.Statement.EntityNotFound"


async def _value(result: AsyncResult) -> Any:
    record = await result.single()
    return None if record is None else record[0]


def _pause(attempt: int) -> float:
    """Returns seconds to wait before trying again: about 0.1, then 0.2."""
    return float(0.05 * 2**attempt * random.uniform(0.5, 1.5))  # noqa: S311


def _operators(plan: Any) -> list[str]:
    if plan is None:
        return []
    found = [str(plan["operatorType"]).partition("@")[0]]
    for child in plan.get("children", ()):
        found += _operators(child)
    return found
