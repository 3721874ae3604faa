"""GraphiQL, served from this package alone: no CDN, no inline script, no eval.

`make graphiql` builds web/graphiql into the folder static/: the page, and its assets, whose names
carry a hash of their content.
"""

from pathlib import Path

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

PAGE = Path(__file__).with_name("static") / "index.html"
ASSETS = PAGE.with_name("assets")
NOT_BUILT = (
    "GraphiQL was not built on this server: run `make graphiql` and reload;"
    " the API itself answers POST requests here.\n"
)

# The editor sets styles from scripts, hence 'unsafe-inline' for styles and for nothing else.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)


def page() -> Response:
    """Returns GraphiQL for the address that it is served at, or one line that says how to build it.

    The page refers to `graphiql-assets/` beside itself, where `routes` serves them.
    """
    try:
        html = PAGE.read_text(encoding="utf-8")
    except FileNotFoundError:
        return PlainTextResponse(NOT_BUILT, status_code=404, headers={"vary": "accept"})
    return HTMLResponse(
        html,
        headers={
            "cache-control": "no-cache",
            "content-security-policy": CONTENT_SECURITY_POLICY,
            "referrer-policy": "no-referrer",
            "vary": "accept",
            "x-content-type-options": "nosniff",
        },
    )


def routes() -> list[BaseRoute]:
    """Returns the routes of what the page loads."""
    assets = _Assets(directory=ASSETS, check_dir=False)
    return [Mount("/graphiql-assets", assets, middleware=[Middleware(GZipMiddleware)])]


class _Assets(StaticFiles):
    """Files that never change under their name."""

    async def check_config(self) -> None:
        """Accepts a folder that is not there yet: it may be built while the server runs."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        response.headers["x-content-type-options"] = "nosniff"
        return response
