"""The header by which a client reads its own writes on a cluster.

The answer to a mutation carries it; a client that sends it back sees that write, whichever server
and whichever member of the cluster it asks next.
"""

import re
from collections.abc import Iterable

from lineal.http.refused import Refused

HEADER = "Lineal-Bookmarks"

_BOOKMARKS = re.compile(r"[\w:+/=-]{1,256}(,[\w:+/=-]{1,256}){0,15}", re.ASCII)


def read(header: str | None) -> tuple[str, ...]:
    """Returns the bookmarks that a client sent back, or raises Refused with 400."""
    if not header:
        return ()
    if not _BOOKMARKS.fullmatch(header):
        raise Refused(400, f"Send {HEADER} back as it came, or not at all")
    return tuple(header.split(","))


def write(bookmarks: Iterable[str]) -> str:
    """Returns the header's value."""
    return ",".join(bookmarks)
