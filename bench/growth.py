"""How the cost grows: with the registry, from page to page, with time, with workers.

The same is asked of a registry and of one ten times as large, in turns, where both have the same
answer, over HTTP and by hand; of the first page of a list and of the hundredth; of a server with
one worker and of one with two. Then a server answers everything in turns for ten minutes, and its
memory is told.
"""

import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, closing
from typing import Any

from bench import servers
from bench.answers import plain
from bench.blocks import Case, K, measure, run, warm_up
from bench.contenders import LINEAL, Api, by_hand
from bench.operations import Operation, reads
from bench.options import Options
from bench.registry import Filled, conditions, filled
from bench.running import until_ended
from bench.tables import Report, number
from bench.writes import writes

SMALL, LARGE = "small", "tenfold"
LATER_PAGE = 100
LOAD_CONNECTIONS = 16
SAMPLES = 20

PAGE = "query ($after: Cursor) { %s { nodes { id ref } pageInfo { endCursor } } }"
PAGES = {
    "model versions, newest first": "modelVersions(first: 100, after: $after)",
    "runs, newest first": "runs(first: 100, after: $after)",
    "deployments, by ref": "deployments(first: 100, after: $after)",
    "model versions, by a metric": (
        'modelVersions(orderBy: {field: METRIC, key: "m1"}, first: 100, after: $after)'
    ),
}


async def main(asked: Options) -> None:
    """Measures each part, prints."""
    report = Report()
    async with (
        filled(SMALL, asked.data) as small,
        filled(LARGE, asked.data) as large,
        AsyncExitStack() as stack,
    ):
        for registry in (small, large):
            report.say(conditions(registry))
        apis = [served(stack, registry) for registry in (small, large)]
        await with_the_registry(report, list(zip((small, large), apis, strict=True)), asked)
        await with_pages(report, apis[1], large, asked)
        await with_workers(report, small, asked)
        await with_time(report, apis[0], small, asked)
    if asked.markdown is not None:
        report.write(asked.markdown)


async def with_the_registry(
    report: Report, both: Sequence[tuple[Filled, Api]], asked: Options
) -> None:
    """Asks the same of both registries, where both answer the same; Lineal, and by hand."""
    (small, first), (large, second) = both
    rows = []
    async with by_hand(small.neo4j) as in_small, by_hand(large.neo4j) as in_large:
        for operation in asked.among([*await reads(small.graph), *await writes(small.graph)]):
            if not operation.writes and await answer(first, operation) != await answer(
                second, operation
            ):
                print(f"{operation.name}: another answer in a larger registry", flush=True)
                continue
            cases = [
                Case((registry.nodes, each.name), each, operation, 1, registry.process)
                for registry, each in (
                    (small, first),
                    (large, second),
                    (small, in_small),
                    (large, in_large),
                )
            ]
            before, after, by_hand_before, by_hand_after = await p50s(cases, asked)
            ratios = (after / before, by_hand_after / by_hand_before)
            figures = (number(before), number(after), *(f"{each:.2f}" for each in ratios))
            rows.append([operation.name, *figures])
    counts = [f"{registry.nodes:,} nodes, p50 ms" for registry, _ in both]
    heads = ["the same answer", *counts, "ratio", "by hand, ratio"]
    report.table("A registry ten times as large", heads, rows)


async def with_pages(report: Report, api: Api, registry: Filled, asked: Options) -> None:
    """Asks for the first page of lists, and for the hundredth."""
    rows = []
    for name, field in PAGES.items():
        document = PAGE % field
        first = paged(document, None)
        later = paged(document, await cursor(api, document))
        cases = [
            Case(place, api, page, 1, registry.process) for place, page in enumerate((first, later))
        ]
        before, after = await p50s(cases, asked)
        rows.append([name, number(before), number(after), f"{after / before:.2f}"])
    heads = ["100 to a page", "page 1, p50 ms", f"page {LATER_PAGE}, p50 ms", "ratio"]
    report.table(f"Pages, in {registry.nodes:,} nodes", heads, rows)


async def with_workers(report: Report, registry: Filled, asked: Options) -> None:
    """Asks a server with one worker, and one with two."""
    async with AsyncExitStack() as stack:
        one = served(stack, registry, workers=1)
        two = served(stack, registry, workers=2)
        rows = []
        for operation in asked.among(await reads(registry.graph)):
            cases = [
                Case("one", one, operation, LOAD_CONNECTIONS, registry.process),
                Case("two", two, operation, LOAD_CONNECTIONS, registry.process),
            ]
            for case in cases:
                await warm_up(case)
            found = await measure(cases, asked.rounds, asked.seconds)
            before, after = found["one"].rate, found["two"].rate
            rows.append([operation.name, number(before), number(after), f"{after / before:.2f}"])
    heads = [f"{LOAD_CONNECTIONS} connections", "1 worker, calls/s", "2 workers, calls/s", "ratio"]
    report.table("Workers", heads, rows)


async def with_time(report: Report, api: Api, registry: Filled, asked: Options) -> None:
    """Asks everything in turns for some minutes, and tells how much memory that takes."""
    if not asked.minutes:
        return
    operations = asked.among([*await reads(registry.graph), *await writes(registry.graph)])
    for operation in operations:
        await warm_up(Case(SMALL, api, operation, LOAD_CONNECTIONS, registry.process))
    rows, calls, started = [], 0, time.monotonic()
    part = asked.minutes * 60 / SAMPLES
    for sample in range(SAMPLES + 1):
        minutes = (time.monotonic() - started) / 60
        held = (api.process.megabytes(), registry.process.megabytes())
        rows.append([f"{minutes:.1f}", f"{calls:,}", *map(number, held)])
        for operation in operations if sample < SAMPLES else []:
            case = Case(SMALL, api, operation, LOAD_CONNECTIONS, registry.process)
            calls += len((await run(case, part / len(operations))).calls)
    heads = ["minutes", "calls", "server MB", "database MB"]
    report.table(f"Memory, under the load of {LOAD_CONNECTIONS} connections", heads, rows)


def served(stack: AsyncExitStack, registry: Filled, **settings: object) -> Api:
    """Returns a server of Lineal that runs until the stack is closed."""
    server = stack.enter_context(servers.lineal(registry.neo4j, **settings))
    return stack.enter_context(closing(Api(LINEAL, *server)))


async def answer(api: Api, operation: Operation) -> Any:
    """Returns what an operation answers."""
    return plain(await api.ask(0, operation))


async def p50s(cases: Sequence[Case[K]], asked: Options) -> list[float]:
    """Returns the milliseconds of each case."""
    for case in cases:
        await warm_up(case)
    found = await measure(cases, asked.rounds, asked.seconds)
    return [found[case.key].p50 for case in cases]


def paged(document: str, after: str | None) -> Operation:
    """Returns a page of a list, which nobody but Lineal is asked for."""
    return Operation("a page", document, "", "", lambda: {"after": after})


async def cursor(api: Api, document: str) -> str:
    """Returns where the later page begins."""
    after: str | None = None
    for _ in range(LATER_PAGE - 1):
        found = await api.ask(0, paged(document, after))
        after = found["pageInfo"]["endCursor"]
    assert after is not None
    return after


if __name__ == "__main__":
    until_ended(main, __doc__ or "")
