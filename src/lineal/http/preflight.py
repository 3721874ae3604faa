"""What a page of another site can make a browser send, without asking this server first.

Such are a GET, and a POST with one of three content types, none of which is JSON. So a POST needs
no more than its content type, and a GET a header which no such page can set.
"""

from starlette.requests import Request

from lineal.http.refused import Refused

HEADER = "GraphQL-Require-Preflight"
# Apollo's clients send one of these: https://www.apollographql.com/docs/graphos/routing/security/csrf
HEADERS = (HEADER, "Apollo-Require-Preflight", "X-Apollo-Operation-Name")
# What browsers say of a request that another site's page makes (https://www.w3.org/TR/fetch-metadata/).
ELSEWHERE = ("cross-site", "same-site")


def require(request: Request, *, always: bool) -> None:
    """Raises Refused with 403 for a GET without such a header: of another site's, or `always`."""
    elsewhere = request.headers.get("sec-fetch-site") in ELSEWHERE
    if (always or elsewhere) and not any(name in request.headers for name in HEADERS):
        message = f"Send a query by POST, or by GET with a header {HEADER}: 1"
        raise Refused(403, message, code="PREFLIGHT_REQUIRED")
