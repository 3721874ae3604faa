"""What is said where nothing is listed: a name that was mistyped looks like an empty list."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lineal.cli.kinds import Kind

if TYPE_CHECKING:
    from lineal.client import Client


def unknown(client: "Client", namespace: str | None, refs: Iterable[str | None]) -> str | None:
    """Returns which of the names that were asked for names nothing, or None if each does."""
    if namespace is not None and client.namespace(namespace) is None:
        return f"There is no namespace {namespace}"
    missing = (ref for ref in refs if ref is not None and not _is_there(client, ref))
    return next((f"There is nothing named {ref}" for ref in missing), None)


def nothing(kind: Kind, filtered: bool) -> str:
    """Returns what is said of a list in which nothing is."""
    things = kind.value.replace("-", " ")
    return f"Nothing was found: there are no {things}{' as asked for' if filtered else ''}"


def _is_there(client: "Client", ref: str) -> bool:
    from lineal.client import AmbiguousRef

    try:
        return client.node(ref) is not None
    except AmbiguousRef:
        return True
