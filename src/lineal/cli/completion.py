"""Completes refs in a shell, from the registry; where that does not answer soon, with nothing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lineal.client import Client

SECONDS = 2.0
MOST = 100


def complete_ref(incomplete: str) -> list[str]:
    """Returns the namespaces, or the names in one, that begin so.

    A shell takes `:` and `@` for the end of a word: versions and aliases are not completed.
    """
    from lineal.client import Client

    try:
        with Client(deadline=SECONDS) as client:
            names = _namespaces if "/" not in incomplete else _named
            return sorted(
                {name for name in names(client, incomplete) if name.startswith(incomplete)}
            )
    except Exception:
        # A shell has no place for a message, and a key press is no time to fail.
        return []


def _namespaces(client: "Client", incomplete: str) -> Iterator[str]:
    yield from (f"{each.ref}/" for each in client.namespaces(first=MOST).nodes)


def _named(client: "Client", incomplete: str) -> Iterator[str]:
    from lineal.client import (
        ApplicationWhere,
        DeploymentWhere,
        ModelWhere,
        NamedWhere,
        TextFilter,
    )

    namespace = TextFilter(eq=incomplete.partition("/")[0])
    yield from (
        each.ref for each in client.models(ModelWhere(namespace=namespace), first=MOST).nodes
    )
    yield from (
        each.ref for each in client.datasets(NamedWhere(namespace=namespace), first=MOST).nodes
    )
    deployments = client.deployments(DeploymentWhere(namespace=namespace), first=MOST)
    yield from (each.ref for each in deployments.nodes)
    applications = client.applications(ApplicationWhere(namespace=namespace), first=MOST)
    yield from (each.ref for each in applications.nodes)
