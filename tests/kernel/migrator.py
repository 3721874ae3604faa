"""A process that migrates, for the tests to start several of, and to kill.

Takes the address and the migrations as JSON on standard input; prints the names that it applied.
"""

import asyncio
import json
import sys
from typing import Any

from lineal.kernel.graph import Graph
from lineal.kernel.migrations import Migration, migrate


async def main(order: dict[str, Any]) -> None:
    graph = Graph.connect(**order["address"])
    migrations = [Migration(name, text) for name, text in order["migrations"]]
    print(json.dumps(await migrate(graph, migrations or None)), flush=True)
    await graph.close()


if __name__ == "__main__":
    asyncio.run(main(json.load(sys.stdin)))
