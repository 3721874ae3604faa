"""Reports of platforms in the graph."""

from collections.abc import Sequence
from typing import Any

from lineal.kernel import queries
from lineal.kernel.change import Change


async def claim_report(
    change: Change, namespace: str, platform: str, names: Sequence[str]
) -> dict[str, Any] | None:
    """Returns the `revision` of what a platform reports of a namespace, and ids of `deployments`.

    These have one of the names, or something of the platform serves there. None without the
    namespace. Nobody else reports for the platform until the transaction ends.
    """
    parameters = {"namespace": namespace, "platform": platform, "names": list(names)}
    statement = queries.query("deployments/claim_report").text
    found = await change.tx.value(statement, {**parameters, "actor": change.actor})
    return None if found is None else dict(found)
