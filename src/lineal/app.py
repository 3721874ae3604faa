"""The web application: every address that Lineal answers at."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from lineal.http.client_gone import gone
from lineal.http.graphql import GraphQL
from lineal.http.health import Health
from lineal.http.hosts import Hosts
from lineal.http.persisted import Persisted, checked, read
from lineal.http.refused import broken, refused
from lineal.http.request_id import RequestIds
from lineal.http.stopping import Stopping
from lineal.kernel.engine import Engine
from lineal.kernel.graph import Graph
from lineal.schema import schema
from lineal.settings import Settings


def create_app(graph: Graph, settings: Settings) -> Starlette:
    """Returns the application over a graph, which is migrated, and stays its opener's to close.

    Raises DocumentsError if a document that is registered is none of this schema.
    """
    engine = Engine(schema, settings.limits(), settings.public())
    api = GraphQL(engine, graph, settings, registered(engine, settings))
    return Starlette(
        routes=[Route("/", home), *api.routes(), *Health(graph).routes()],
        middleware=[
            Middleware(RequestIds),
            Middleware(Stopping),
            Middleware(Hosts, settings.hosts()),
        ],
        exception_handlers={HTTPException: refused, ClientDisconnect: gone, Exception: broken},
    )


def registered(engine: Engine, settings: Settings) -> Persisted:
    """Returns the documents that the settings register, or raises DocumentsError."""
    texts = read([settings.documents]) if settings.documents else {}
    return Persisted(
        checked(texts, engine), only=settings.documents_only, most_tokens=settings.max_tokens
    )


async def home(request: Request) -> Response:
    """Leads to the API, where a browser finds GraphiQL."""
    return RedirectResponse("graphql")
