"""Blocks of calls, in turns: what disturbs one contender for a while disturbs the others too."""

import asyncio
import statistics
import time
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from bench.contenders import Contender
from bench.operations import Operation
from bench.servers import Process

# Neo4j compiles what is called often while it is called.
WARM_UP_SECONDS = 4.0
WARM_UP_CALLS = 200
WARM_UP_CONNECTIONS = 4

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Case(Generic[K]):
    """An operation that a contender answers on some connections; `key` tells it from others."""

    key: K
    contender: Contender
    operation: Operation
    connections: int
    database: Process


@dataclass(frozen=True, slots=True)
class Block:
    """What was measured in one go: milliseconds of each call, and of processors for all of them."""

    calls: list[float]
    seconds: float
    server: float
    database: float


@dataclass(frozen=True, slots=True)
class Measured:
    """The medians of some blocks: milliseconds, calls in a second, processors' time for a call."""

    p50: float
    p95: float
    rate: float
    server: float
    database: float


async def warm_up(case: Case[K]) -> None:
    """Calls until everything that is kept is kept, and what is hot is compiled."""
    few, calls = replace(case, connections=WARM_UP_CONNECTIONS), 0
    while calls < WARM_UP_CALLS:
        calls += len((await run(few, WARM_UP_SECONDS)).calls)


async def measure(cases: Sequence[Case[K]], rounds: int, seconds: float) -> dict[K, Measured]:
    """Returns what each case takes; in each round each has a block, another one comes first."""
    blocks: dict[K, list[Block]] = {case.key: [] for case in cases}
    for number in range(rounds):
        shift = number % len(cases)
        for case in (*cases[shift:], *cases[:shift]):
            blocks[case.key].append(await run(case, seconds))
    return {key: summed_up(each) for key, each in blocks.items()}


async def run(case: Case[K], seconds: float) -> Block:
    """Returns a block: each connection has its next call as soon as the last is answered."""
    calls: list[float] = []
    server, database = case.contender.process.seconds(), case.database.seconds()
    started = time.perf_counter()

    async def caller(place: int) -> None:
        before = time.perf_counter()
        while True:
            await case.contender.ask(place, case.operation)
            now = time.perf_counter()
            calls.append((now - before) * 1000)
            if now - started > seconds:
                return
            before = now

    async with asyncio.TaskGroup() as group:
        for place in range(case.connections):
            group.create_task(caller(place))
    elapsed = time.perf_counter() - started
    return Block(
        calls,
        elapsed,
        (case.contender.process.seconds() - server) * 1000,
        (case.database.seconds() - database) * 1000,
    )


def summed_up(blocks: Sequence[Block]) -> Measured:
    """Returns the medians of blocks; the time of processors is that of all for all calls."""
    count = sum(len(each.calls) for each in blocks)
    return Measured(
        p50=statistics.median(statistics.median(each.calls) for each in blocks),
        p95=statistics.median(percentile(each.calls, 0.95) for each in blocks),
        rate=statistics.median(len(each.calls) / each.seconds for each in blocks),
        server=sum(each.server for each in blocks) / count,
        database=sum(each.database for each in blocks) / count,
    )


def percentile(values: Sequence[float], part: float) -> float:
    """Returns the least value that so large a part of all does not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]
