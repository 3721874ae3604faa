"""GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/), GraphiQL for browsers."""

from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lineal import graphiql
from lineal.context import Context
from lineal.http import accept, body, bookmarks, preflight
from lineal.http.client_gone import while_client_waits
from lineal.http.load import Load
from lineal.http.persisted import Persisted
from lineal.http.refused import Refused
from lineal.http.request_id import request_id
from lineal.kernel.engine import Engine, MutationNotAllowed, Outcome
from lineal.kernel.graph import Graph
from lineal.settings import Settings


class GraphQL:
    """Answers GraphQL requests from one graph."""

    def __init__(
        self, engine: Engine, graph: Graph, settings: Settings, persisted: Persisted
    ) -> None:
        self._engine = engine
        self._graph = graph
        self._settings = settings
        self._persisted = persisted
        self._load = Load(settings.max_requests)

    def routes(self) -> list[BaseRoute]:
        """Returns the routes of the API, and of GraphiQL at the same address."""
        page = graphiql.routes() if self._settings.graphiql else []
        return [Route("/graphql", self.respond, methods=["GET", "POST"]), *page]

    async def respond(self, request: Request) -> Response:
        """Answers a query, a mutation that was posted, or shows a browser GraphiQL."""
        if request.method == "POST":
            self._load.require_room()
            asked = await body.from_body(request, self._settings.max_body)
            return await self._answer(request, asked, only_queries=False)
        if self._settings.graphiql and accept.wants_page(request.headers.get("accept")):
            return graphiql.page()
        preflight.require(request, always=self._settings.require_preflight)
        return await self._answer(request, body.from_address(request), only_queries=True)

    async def _answer(
        self, request: Request, asked: body.GraphQLRequest, *, only_queries: bool
    ) -> Response:
        media_type = _media_type(request)
        context = self._context(request)
        text = self._persisted.text(asked)
        try:
            async with while_client_waits(request), self._load.turn():
                outcome = await self._engine.execute(
                    text,
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
        settings = self._settings
        return Context(
            self._graph, settings.actor, request_id(request), seen, most_items=settings.max_items
        )


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
