"""Which media type the answer gets (RFC 9110, section 12.5.1)."""

from functools import lru_cache

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"


@lru_cache(maxsize=100)
def chosen(accept: str | None) -> str | None:
    """Returns GRAPHQL or JSON, or None where the client accepts neither.

    A client that names neither (`*/*`, or no header at all) gets JSON, as clients did before
    there was a type for GraphQL.
    """
    ranges = _ranges(accept)
    quality = {media_type: _quality(media_type, ranges) for media_type in (GRAPHQL, JSON)}
    if GRAPHQL in ranges and quality[GRAPHQL] >= max(quality[JSON], 0.001):
        return GRAPHQL
    if quality[JSON] > 0:
        return JSON
    return GRAPHQL if quality[GRAPHQL] > 0 else None


def wants_page(accept: str | None) -> bool:
    """Returns whether a browser asks for a page to look at."""
    return _ranges(accept).get(HTML, 0) > 0


def _ranges(accept: str | None) -> dict[str, float]:
    """Returns the quality of each media range that the header names."""
    found = {}
    for part in (accept or "*/*").lower().split(","):
        media_range, *parameters = (text.strip() for text in part.split(";"))
        quality = next((text[2:] for text in parameters if text.startswith("q=")), "1")
        try:
            found[media_range] = float(quality)
        except ValueError:
            found[media_range] = 0.0
    return found


def _quality(media_type: str, ranges: dict[str, float]) -> float:
    """Returns the quality that the most specific range gives."""
    for media_range in (media_type, media_type.partition("/")[0] + "/*", "*/*"):
        if media_range in ranges:
            return ranges[media_range]
    return 0.0
