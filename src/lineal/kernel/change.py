"""What a service changes the graph with, whoever called it: it knows no GraphQL."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lineal.kernel.graph import Transaction

# The ids of what was made or changed, by the names under which the answer shows them.
Made = dict[str, Any]


class NodeId(str):
    """The id of a node, as a value that a history shows by its ref."""

    __slots__ = ()


@dataclass(slots=True)
class Touched:
    """A node that was made, or what it had before and has now, by the names of its properties."""

    made: bool = False
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What a service needs to change the graph: a transaction, and who is acting.

    Stores say what they `made`, `changed` and `deleted`: that is what the mutation's event is
    about.
    """

    tx: Transaction
    actor: str
    # How many items one call may register.
    most_items: int = 1_000
    touched: dict[str, Touched] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)

    def made(self, *ids: str) -> None:
        """Takes note of new nodes."""
        for id_ in ids:
            self.touched[id_] = Touched(made=True)

    def deleted(self, *refs: str) -> None:
        """Takes note of what was deleted, by its refs."""
        self.gone.extend(refs)

    def changed(self, id_: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Takes note of values that a node had, and of those it has now; absent is None."""
        touched = self.touched.setdefault(id_, Touched())
        if not touched.made:
            touched.before = {**before, **touched.before}
            touched.after |= after


def ids(values: Iterable[str]) -> list[NodeId]:
    """Returns the ids of nodes as values that a history shows by their refs."""
    return [NodeId(each) for each in values]
