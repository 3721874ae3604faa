"""Measures Lineal over HTTP against statements by hand, and against @neo4j/graphql.

The statements are measured once more behind the least server that runs them. All are asked in
turns, in short blocks, over one Neo4j. Ratios are what counts: absolute figures are those of the
machine. The processors' time of the statement's server is that of its caller, who decodes the
answer in the same process.
"""

from collections.abc import Sequence
from contextlib import AsyncExitStack, closing

from bench import contenders, servers
from bench.answers import require_equal
from bench.blocks import Case, Measured, measure, warm_up
from bench.contenders import APOLLO, BARE, LINEAL, STATEMENT, Api, Contender
from bench.operations import Operation, reads
from bench.options import Options
from bench.registry import Filled, conditions, filled
from bench.running import until_ended
from bench.tables import Report, number
from bench.writes import writes

HEADS = (
    "connections, who", "p50 ms", "p95 ms", "calls/s", "server ms", "database ms",
    "p50", "calls/s", "both ms",
)  # fmt: skip


async def main(asked: Options) -> None:
    """Fills a registry, measures, prints."""
    report = Report()
    async with filled(asked.scale, asked.data) as registry, AsyncExitStack() as stack:
        report.say(conditions(registry))
        report.say(
            f"Scale {asked.scale}; {asked.rounds} rounds of blocks of {asked.seconds:g} s; "
            "p50 and p95 are medians over blocks; server and database are processors' time for a "
            "call. The last three columns are multiples of the statement's."
        )
        all_ = await opened(stack, registry, asked, report)
        for operation in asked.among([*await reads(registry.graph), *await writes(registry.graph)]):
            rows = await measured(operation, all_, registry, asked)
            report.table(operation.name, HEADS, rows)
    if asked.markdown is not None:
        report.write(asked.markdown)


async def opened(
    stack: AsyncExitStack, registry: Filled, asked: Options, report: Report
) -> list[Contender]:
    """Returns those who are measured; their servers run until the stack is closed."""
    neo4j = registry.neo4j
    found: list[Contender] = []
    lineal = stack.enter_context(servers.lineal(neo4j))
    found.append(stack.enter_context(closing(Api(LINEAL, *lineal))))
    found.append(await stack.enter_async_context(contenders.by_hand(neo4j)))
    bare = stack.enter_context(servers.bare(neo4j))
    found.append(stack.enter_context(closing(Api(BARE, *bare))))
    if asked.with_apollo and servers.has_apollo():
        apollo = stack.enter_context(servers.apollo(neo4j))
        found.append(stack.enter_context(closing(Api(APOLLO, *apollo))))
    elif asked.with_apollo:
        report.say(f"Without {APOLLO}: its packages are not there (make bench gets them).")
    return found


async def measured(
    operation: Operation, all_: Sequence[Contender], registry: Filled, asked: Options
) -> list[list[str]]:
    """Returns the rows of an operation: of each number of connections, each contender's."""
    await require_equal(registry.graph, all_, operation)
    for contender in all_:
        await warm_up(Case(contender.name, contender, operation, 1, registry.process))
    rows = []
    for connections in asked.connections:
        cases = [Case(each.name, each, operation, connections, registry.process) for each in all_]
        found = await measure(cases, asked.rounds, asked.seconds)
        rows += [
            row(f"{connections:>3} {name}", it, found[STATEMENT]) for name, it in found.items()
        ]
    return rows


def row(name: str, it: Measured, statement: Measured) -> list[str]:
    """Returns a line of the table."""
    figures = (it.p50, it.p95, it.rate, it.server, it.database)
    ratios = (
        it.p50 / statement.p50,
        it.rate / statement.rate,
        (it.server + it.database) / (statement.server + statement.database),
    )
    return [name, *map(number, figures), *(f"{ratio:.2f}" for ratio in ratios)]


if __name__ == "__main__":
    until_ended(main, __doc__ or "")
