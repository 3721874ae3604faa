"""What a service changes the graph with, whoever called it: it knows no GraphQL."""

from dataclasses import dataclass
from typing import Any

from lineal.kernel.graph import Transaction

# The ids of what was made or changed, by the names under which the answer shows them.
Made = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What a service needs to change the graph: a transaction, and who is acting."""

    tx: Transaction
    actor: str
