"""The statements by hand behind as little HTTP as can be: what Lineal takes besides is its own.

Reads one line of JSON, which says where the database is, answers with one (`url`), and serves
until it is terminated. A POST has a statement and its variables, told as those of GraphQL are.
"""

import asyncio
import json
import socket
import sys

import orjson
import uvicorn
import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.contenders import ByHand, by_hand
from lineal.embedded import Embedded


def app(asked: ByHand) -> Starlette:
    """Returns what answers by the statements."""

    async def answer(request: Request) -> Response:
        body = orjson.loads(await request.body())
        kind, _, statement = body["query"].partition(" ")
        found = await asked.run(statement, body["variables"], writes=kind == "write")
        return Response(orjson.dumps({"data": {"answer": found}}), media_type="application/json")

    return Starlette(routes=[Route("/", answer, methods=["POST"])])


async def main() -> None:
    """Serves the database that is told."""
    order = json.loads(sys.stdin.readline())
    with socket.create_server(("127.0.0.1", 0)) as listener:
        async with by_hand(Embedded(**order)) as asked:
            config = uvicorn.Config(
                app(asked), http="httptools", ws="none", lifespan="off", log_config=None
            )
            print(json.dumps({"url": f"http://127.0.0.1:{listener.getsockname()[1]}"}), flush=True)
            await uvicorn.Server(config).serve([listener])


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main())
