"""What every resolver is told of its request."""

from collections.abc import Iterable
from dataclasses import dataclass

from lineal.kernel.graph import Graph


@dataclass(slots=True)
class Context:
    """One request: the graph, who acts, what it is called in the log, and what it has to see.

    `bookmarks` are what reads wait for on a cluster: those that the client sent, and once this
    request `wrote`, those of its writes, which the client gets to send with its next request.
    """

    graph: Graph
    actor: str
    request_id: str
    bookmarks: tuple[str, ...] = ()
    has_written: bool = False
    # How many items one call may register.
    most_items: int = 1_000

    def wrote(self, bookmarks: Iterable[str]) -> None:
        """Takes note of the bookmarks after a write; none means that nothing was written."""
        if after := tuple(bookmarks):
            self.bookmarks = after
            self.has_written = True
