"""What happens when four times as much is asked as can be answered.

First it is found out how much can be answered: by as many connections as are worked on at once,
each of which asks again as soon as it is answered. Then requests arrive at even intervals, whether
those before are answered or not: half as many, and four times as many. What is answered should
take at most twice as long as before, what is refused should be told within 50 ms, and whether the
server lives should be told at once.
"""

import asyncio
import itertools
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bench import servers
from bench.blocks import Case, percentile, run, warm_up
from bench.contenders import LINEAL, Api
from bench.operations import Operation, reads
from bench.options import Options
from bench.registry import conditions, filled
from bench.running import until_ended
from bench.tables import Report, number
from bench.wire import Connection, Wrong
from lineal.settings import Settings

AT_ONCE = Settings().max_requests
LOADS = {"half": 0.5, "four times": 4.0}
BLOCK_SECONDS = 3.0
SECONDS = 10.0
# How often it is asked whether the server lives.
EVERY = 0.05
MIXED = ("a version", "50 models", "impact on 10 ", "impact on 300 ", "search: words")
OVERLOADED = 503


@dataclass(slots=True)
class Told:
    """How many seconds each request took: answered, refused, and whether the server lives."""

    answered: list[float] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)
    alive: list[float] = field(default_factory=list)


async def main(asked: Options) -> None:
    """Measures, prints."""
    report = Report()
    async with filled(asked.scale, asked.data) as registry:
        report.say(conditions(registry))
        operations = [
            each
            for each in asked.among(await reads(registry.graph))
            if each.name.startswith(MIXED) or asked.operations
        ]
        with servers.lineal(registry.neo4j, max_requests=AT_ONCE) as (process, url):
            api = Api(LINEAL, process, url)
            cases = [Case("", api, each, AT_ONCE, registry.process) for each in operations]
            for case in cases:
                await warm_up(case)
            # Of as many of each, the time for one is the mean of their times.
            blocks = [await run(case, BLOCK_SECONDS) for case in cases]
            each_takes = [block.seconds / len(block.calls) for block in blocks]
            capacity = 1 / statistics.mean(each_takes)
            api.close()
            rows = []
            for name, times in LOADS.items():
                told = await arrive(url, operations, times * capacity)
                rows.append([f"{name} ({times * capacity:,.0f}/s)", *_columns(told)])
    report.table(
        f"{AT_ONCE} at once; {capacity:,.0f} requests a second can be answered",
        ["arrive", "answered/s", "p50 ms", "p99 ms", "refused/s", "p99 ms", "/livez, longest ms"],
        rows,
    )
    if asked.markdown is not None:
        report.write(asked.markdown)


async def arrive(url: str, operations: list[Operation], rate: float) -> Told:
    """Returns what came of requests that arrived at a rate for some seconds."""
    told = Told()
    free: list[Connection] = []
    started = time.perf_counter()
    async with _asking_whether_it_lives(url, told.alive), asyncio.TaskGroup() as group:
        for place, operation in enumerate(itertools.cycle(operations)):
            due = started + place / rate
            if due > started + SECONDS:
                break
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            group.create_task(_ask(url, operation, free, told))
    for connection in free:
        connection.close()
    return told


async def _ask(url: str, operation: Operation, free: list[Connection], told: Told) -> None:
    connection = free.pop() if free else await Connection.open(url)
    began = time.perf_counter()
    try:
        await connection.ask(operation.lineal, operation.variables())
        told.answered.append(time.perf_counter() - began)
    except Wrong as error:
        if error.status != OVERLOADED:
            raise
        told.refused.append(time.perf_counter() - began)
    if connection.is_open:
        free.append(connection)


@asynccontextmanager
async def _asking_whether_it_lives(url: str, took: list[float]) -> AsyncIterator[None]:
    """Asks /livez while the block runs, and adds how many seconds each answer took."""
    asking = asyncio.create_task(_ask_whether_it_lives(url, took))
    yield
    asking.cancel()


async def _ask_whether_it_lives(url: str, took: list[float]) -> None:
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    while True:
        began = time.perf_counter()
        writer.write(b"GET /livez HTTP/1.1\r\nhost: %b\r\n\r\n" % parts.netloc.encode())
        head = await reader.readuntil(b"\r\n\r\n")
        if b" 200 " not in head.partition(b"\r\n")[0]:
            raise Wrong(f"/livez: {head.decode()}")
        await reader.readexactly(len(b"ok\n"))
        took.append(time.perf_counter() - began)
        await asyncio.sleep(EVERY)


def _columns(told: Told) -> list[str]:
    return [
        number(len(told.answered) / SECONDS),
        number(1000 * statistics.median(told.answered)),
        number(1000 * percentile(told.answered, 0.99)),
        number(len(told.refused) / SECONDS),
        number(1000 * percentile(told.refused, 0.99)) if told.refused else "",
        number(1000 * max(told.alive)),
    ]


if __name__ == "__main__":
    until_ended(main, __doc__ or "")
