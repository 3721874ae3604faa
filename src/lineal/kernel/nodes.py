"""What the kinds of nodes have in common."""

import strawberry

from lineal.kernel.fields import described
from lineal.kernel.scalars import DateTime


@strawberry.interface(description="Anything that has an id.")
class Node:
    id: strawberry.ID = described("Unique among all nodes, and never used again.")


@strawberry.interface(description="Anything that somebody recorded.")
class Record(Node):
    ref: str = described("What people call it, such as `risk/credit-scorer:7`.")
    description: str | None = described("What it is, in Markdown.")
    tags: list[str] = described("Words by which it is found.")
    created_at: DateTime = described("When it was recorded.")
    created_by: str = described("Who recorded it.")


@strawberry.interface(description="A record that changes, by one revision at a time.")
class Revised(Record):
    revision: int = described("How often it was changed; `expectedRevision` of the next change.")
    updated_at: DateTime = described("When it was last changed.")
    updated_by: str = described("Who changed it last.")


@strawberry.interface(description="A record with a name of its own, which somebody answers for.")
class Named(Revised):
    name: str = described("Its name, unique among its kind in its namespace.")
    owners: list[str] = described("The users and teams that answer for it.")
