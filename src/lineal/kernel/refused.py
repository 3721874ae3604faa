"""The refusals as GraphQL shows them: one type each, all with a code, a message and a path."""

import strawberry

from lineal.kernel.fields import described


@strawberry.interface(
    name="Refusal",
    description="An expected no. Any mutation may answer one: ask for its three fields.",
)
class Refused:
    code: str = described("What it is, for machines; the same as the type, in capitals.")
    message: str = described("What it is, for people; it names what is to blame.")
    path: list[str] = described("Where in the input the cause is.")


@strawberry.type(description="A value is not what it must be.")
class InvalidInput(Refused):
    pass


@strawberry.type(description="A ref names nothing that exists.")
class NotFound(Refused):
    ref: str = described("The ref, as it was given.")


@strawberry.type(
    description="A bare name is that of several nodes: write `dataset:`, `model:`, … in front."
)
class AmbiguousRef(Refused):
    ref: str = described("The ref, as it was given.")
    kinds: list[str] = described("The kinds of the nodes with that name.")


@strawberry.type(description="What would be made is already there.")
class AlreadyExists(Refused):
    existing: str = described("The ref of what is there.")


@strawberry.type(description="Somebody changed it since it was read: read it again, decide anew.")
class StaleRevision(Refused):
    expected: int = described("The revision that the caller knew.")
    actual: int = described("The revision that it has; 0: it is not there.")


@strawberry.type(
    description="The idempotency key was used before, with another input or for what is deleted."
)
class IdempotencyKeyReused(Refused):
    pass


@strawberry.type(description="It is in a state in which this cannot be done.")
class InvalidState(Refused):
    ref: str = described("The ref of what is in that state.")
    state: str = described("The state.")


@strawberry.type(description="Why one of many items is refused.")
class ItemRefusal:
    index: int = described("Which item, counted from 0.")
    code: str = described("What it is, for machines, such as `ALREADY_EXISTS`.")
    message: str = described("What it is, for people; it names what is to blame.")
    path: list[str] = described("Where in the input the cause is.")


@strawberry.type(description="Some of many items are refused, and so none of them is done.")
class ItemsRefused(Refused):
    refusals: list[ItemRefusal] = described(
        "Every item that is refused, as far as each can be checked while another is refused."
    )


# What any mutation may answer.
ALWAYS = (InvalidInput, IdempotencyKeyReused, StaleRevision, InvalidState)
