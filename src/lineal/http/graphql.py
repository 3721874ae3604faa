"""GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/), GraphiQL for browsers."""

from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lineal import graphiql
from lineal.context import Context
from lineal.http import accept, body, bookmarks
from lineal.http.client_gone import while_client_waits
from lineal.http.refused import Refused
from lineal.http.request_id import request_id
from lineal.kernel.engine import Engine, MutationNotAllowed, Outcome
from lineal.kernel.graph import Graph


class GraphQL:
    """Answers GraphQL requests from one graph, in the name of one actor."""

    def __init__(self, engine: Engine, graph: Graph, actor: str) -> None:
        self._engine = engine
        self._graph = graph
        self._actor = actor

    def routes(self) -> list[BaseRoute]:
        """Returns the routes of the API, and of GraphiQL at the same address."""
        return [Route("/graphql", self.respond, methods=["GET", "POST"]), *graphiql.routes()]

    async def respond(self, request: Request) -> Response:
        """Answers a query, a mutation that was posted, or shows a browser GraphiQL."""
        if request.method == "POST":
            return await self._answer(request, await body.from_body(request), only_queries=False)
        if accept.wants_page(request.headers.get("accept")):
            return graphiql.page()
        return await self._answer(request, body.from_address(request), only_queries=True)

    async def _answer(
        self, request: Request, asked: body.GraphQLRequest, *, only_queries: bool
    ) -> Response:
        media_type = _media_type(request)
        context = self._context(request)
        try:
            async with while_client_waits(request):
                outcome = await self._engine.execute(
                    asked.query,
                    asked.variables,
                    asked.operation_name,
                    context,
                    only_queries=only_queries,
                )
        except MutationNotAllowed:
            raise Refused(405, "Send a mutation by POST", {"allow": "POST"}) from None
        return _response(outcome, media_type, context)

    def _context(self, request: Request) -> Context:
        seen = bookmarks.read(request.headers.get(bookmarks.HEADER))
        return Context(self._graph, self._actor, request_id(request), seen)


def _media_type(request: Request) -> str:
    media_type = accept.chosen(request.headers.get("accept"))
    if media_type is None:
        raise Refused(406, f"Answers are {accept.GRAPHQL} or {accept.JSON}")
    return media_type


def _response(outcome: Outcome, media_type: str, context: Context) -> Response:
    headers = {"cache-control": "no-store", "vary": "accept"}
    if context.has_written:
        headers[bookmarks.HEADER] = bookmarks.write(context.bookmarks)
    refused = media_type == accept.GRAPHQL and not outcome.executed
    return Response(
        orjson.dumps(_payload(outcome)),
        400 if refused else 200,
        headers,
        f"{media_type}; charset=utf-8",
    )


def _payload(outcome: Outcome) -> dict[str, Any]:
    """Returns the response map: `data` is there only if the operation was executed."""
    payload: dict[str, Any] = {"errors": outcome.errors} if outcome.errors else {}
    return payload | {"data": outcome.data} if outcome.executed else payload
