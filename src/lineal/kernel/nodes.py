"""What the kinds of nodes have in common."""

from enum import Enum
from typing import Annotated

import strawberry

from lineal.kernel.fields import After, First, Parameters, described, fetched
from lineal.kernel.paging import Connection, page
from lineal.kernel.scalars import DateTime, Value


@strawberry.enum(description="What kind of value a property has.")
class PropertyType(Enum):
    TEXT = strawberry.enum_value("TEXT", description="A text.")
    NUMBER = strawberry.enum_value("NUMBER", description="A number.")
    BOOLEAN = strawberry.enum_value("BOOLEAN", description="True or false.")
    TIME = strawberry.enum_value("TIME", description="A moment, in ISO 8601.")
    LINK = strawberry.enum_value("LINK", description="An address, such as that of a document.")


@strawberry.type(description="A property of your own: something else that is said of a thing.")
class Property:
    key: str = described("What is said, such as `costCentre`.")
    type: PropertyType = described("What kind of value it has.")
    value: Value = described("The value; a time or a link is a text.")


@strawberry.input(description="A property of your own: a key, and exactly one value.")
class PropertyInput:
    key: str = described("What is said, such as `costCentre`.")
    text: str | None = described("A text.", default=None)
    number: float | None = described("A number.", default=None)
    boolean: bool | None = described("True or false.", default=None)
    time: DateTime | None = described("A moment.", default=None)
    link: str | None = described("An address, such as that of a document.", default=None)


@strawberry.type(description="A link to where more is written.")
class Link:
    title: str = described("What is written there, such as `Runbook`.")
    url: str = described("Where: an address with `https:`, `http:` or `mailto:`.")


@strawberry.input(description="A link to where more is written.")
class LinkInput:
    title: str = described("What is written there, such as `Runbook`.")
    url: str = described("Where: an address with `https:`, `http:` or `mailto:`.")


@strawberry.input
class OwnDetails:
    """What else can be said of anything when it is recorded."""

    properties: list[PropertyInput] = described(
        "What else is said of it, in properties of your own.", default_factory=list
    )
    documentation: list[LinkInput] = described(
        "Where more is written of it; up to 100 links.", default_factory=list
    )


@strawberry.interface(description="Anything that has an id.")
class Node:
    id: strawberry.ID = described("Unique among all nodes, and never used again.")


@strawberry.type(description="A value of a record that was changed.")
class FieldChange:
    field: str = described("What was changed, such as `tags`, `metric.auc` or `alias.champion`.")
    before: str | None = described(
        "What it was, as JSON; absent: nothing. A long text or list is shortened, and says so."
    )
    after: str | None = described("What it became, in the same way.")


@strawberry.type(
    name="Change", description="What somebody did about a record, and perhaps about others."
)
class RecordedChange:
    id: strawberry.ID = described("That of the event; the same for all that it is about.")
    at: DateTime = described("When it was done.")
    by: str = described("Who did it.")
    action: str = described(
        "The mutation, such as `setAlias`; `create` for what was recorded before there were events."
    )
    reason: str | None = described("Why, as they put it.")
    made: bool = described("Whether the record was made by it.")
    fields: list[FieldChange] = described(
        "What was changed of the record, up to 100 values; none where it was made."
    )
    refs: list[str] = described("What else it was about, the record included: up to 100 refs.")


@strawberry.interface(description="Anything that somebody recorded.")
class Record(Node):
    ref: str = described("What people call it, such as `risk/credit-scorer:7`.")
    description: str | None = described("What it is, in Markdown.")
    tags: list[str] = described("Words by which it is found.")
    properties: list[Property] = described("What else is said of it, by key.")
    documentation: list[Link] = described("Where more is written of it, in the order it was told.")
    created_at: DateTime = described("When it was recorded.")
    created_by: str = described("Who recorded it.")
    archived_at: DateTime | None = described(
        "When it was archived. Lists that take `where` leave it out, and what belongs to it if it "
        "is a namespace, a model, a dataset or an experiment, unless they are asked for "
        "`archived`; its ref, lineage, impact and history go on showing it."
    )
    archived_by: str | None = described("Who archived it.")
    archive_reason: str | None = described("Why, as they put it.")

    @fetched(Connection[RecordedChange])
    def history(first: First = 50, after: After = None) -> Parameters:
        """Who changed what of it, and when, the newest first."""
        return page("id", first, after)

    @fetched(Connection[Annotated["Referrer", strawberry.lazy("lineal.kernel.nodes")]])
    def referrers(first: First = 50, after: After = None) -> Parameters:
        """What refers to it, or to a version that would go with it, newest first.

        As long as there is any, it cannot be deleted: what was made from it, where it serves or
        ever served, what points at it, what belongs to it. What it was made from itself is none.
        """
        return page("id", first, after)


@strawberry.type(description="Something that refers to a record.")
class Referrer:
    node: Record = described("What refers to it.")
    how: list[str] = described(
        "How, by the types of the edges: `CONSUMED_BY` (a run read it), `DEPLOYED_AS`, "
        "`HAS_ALIAS`, `IN_NAMESPACE`, …"
    )


@strawberry.interface(description="A record that changes, by one revision at a time.")
class Revised(Record):
    revision: int = described(
        "How often it was changed, a new version of it included; `expectedRevision` of the next "
        "change."
    )
    updated_at: DateTime = described("When it was last changed.")
    updated_by: str = described("Who changed it last.")


@strawberry.interface(description="A record with a name of its own, which somebody answers for.")
class Named(Revised):
    name: str = described("Its name, unique among its kind in its namespace.")
    owners: list[str] = described("The users and teams that answer for it.")
