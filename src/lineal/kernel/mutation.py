"""Every mutation goes through `run`: one transaction that checks its key, does its work, answers.

A slice declares one with `@mutation(Success, *refusals)` on `async def verb_noun(change, input)`,
which returns the ids of what it made, by the names of the success's fields. A Refusal that is
raised inside undoes everything and is answered as a member of the result union.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Union

import strawberry
from pydantic import ValidationError

from lineal.kernel import events, idempotency, refused
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import argument, describe, described
from lineal.kernel.finding import require_named
from lineal.kernel.graph import ConstraintViolated, Rollback, Transaction
from lineal.kernel.inputs import camel, invalid
from lineal.kernel.nodes import LinkInput, PropertyInput
from lineal.kernel.plans import Asked, Row
from lineal.kernel.refusals import InvalidInput, Refusal
from lineal.kernel.scalars import Ref

# How often a race for the same name is run again; the second time it sees who won.
ATTEMPTS = 3


@strawberry.input
class MutationInput:
    """What every mutation takes besides its own input."""

    idempotency_key: str | None = described(
        "A text of your own, such as a CI job's id. The same key with the same input does its "
        "work once and answers the same; with another input it is refused. Kept for at least "
        "24 hours.",
        default=None,
    )
    dry_run: bool = described("Answer as if it were done, and change nothing.", default=False)
    expected_revision: int | None = described(
        "The `revision` that what this changes had when it was read; 0: that it is not there yet. "
        "If it has another, this is refused. What this changes is what it makes, or is told of; of "
        "a new version it is the model or dataset, whose revision counts its versions too.",
        default=None,
    )


@strawberry.input
class AnewInput(MutationInput):
    """What a mutation takes that says anew what something is."""

    ref: Ref = described("What to update: its ref, or its id.")
    description: str | None = described(
        "What it is, in Markdown; absent: as it was; null: nothing.", default=strawberry.UNSET
    )
    tags: list[str] | None = described(
        "All words by which it is found; absent: as they were.", default=strawberry.UNSET
    )

    documentation: list[LinkInput] | None = described(
        "All links to where more is written; absent: as they were.", default=strawberry.UNSET
    )
    set_properties: list[PropertyInput] = described(
        "Properties of your own that it has from now on; others stay.", default_factory=list
    )
    remove_properties: list[str] = described(
        "Keys of properties that it has no more.", default_factory=list
    )

    def told(self) -> dict[str, Any]:
        """Returns what is given besides what every mutation takes."""
        fields = {name: getattr(self, name) for name in self.__dataclass_fields__}
        del fields["idempotency_key"], fields["dry_run"]
        return {name: value for name, value in fields.items() if value is not strawberry.UNSET}


@strawberry.input
class UpdateInput(AnewInput):
    """What a mutation takes that says anew what something named is."""

    owners: list[str] | None = described(
        "All users and teams that answer for it; absent: as they were.", default=strawberry.UNSET
    )


def mutation(success: type, *refusals: type) -> Callable[[Callable[..., Awaitable[Made]]], Any]:
    """Makes an async function of a Change and an input a mutation with a result union."""

    def declare(work: Callable[..., Awaitable[Made]]) -> Any:
        name = "".join(word.capitalize() for word in work.__name__.split("_"))
        members = (success, *refused.ALWAYS, *refusals)
        result = Annotated[
            Union[members],  # type: ignore[valid-type]  # noqa: UP007
            strawberry.union(f"{name}Result", description=f"What `{camel(name)}` answers."),
        ]

        async def resolve(self: Asked, info: Any, input: Any) -> Any:  # noqa: A002
            return await run(self, info.context, success.__name__, work, input)

        resolve.__annotations__ = {
            "info": strawberry.Info,
            "input": Annotated[work.__annotations__["input"], argument("What to do.")],
            "return": Any,
        }
        return strawberry.mutation(
            resolver=resolve,
            graphql_type=result,
            description=describe(work),
            metadata={"mutation": work.__name__},
        )

    return declare


async def run(
    asked: Asked, context: Any, success: str, work: Callable[..., Awaitable[Made]], given: Any
) -> Row:
    """Returns the success's row or a refusal's, after all of it was done or nothing."""
    text, parameters = asked.bind({"input": given})

    async def unit(tx: Transaction) -> dict[str, Any]:
        _require_possible(given.expected_revision)
        change = Change(tx, context.actor, context.most_items)
        made = await idempotency.once(change, work, given)
        require_named(tx)
        await events.record(change, camel(work.__name__), getattr(given, "reason", None))
        answer = await tx.value(text, {**parameters, "made": made})
        row = {"__typename": success, **answer}
        if given.dry_run:
            raise Rollback(row)
        return row

    try:
        row, bookmarks = await _raced(context, unit)
    except Refusal as refusal:
        return Row(refusal.row(), asked.plan)
    except ValidationError as error:
        return Row(invalid(error).row(), asked.plan)
    context.wrote(bookmarks)
    return Row(row, asked.plan)


def _require_possible(expected: int | None) -> None:
    if expected is not None and expected < 0:
        message = (
            f"expectedRevision: {expected} is no revision; the first is 1, before that it is 0"
        )
        raise InvalidInput(message, ("expectedRevision",))


async def _raced(context: Any, unit: Callable[..., Any]) -> Any:
    for _ in range(ATTEMPTS - 1):
        try:
            return await context.graph.write(unit, context.bookmarks)
        except ConstraintViolated:
            continue
    return await context.graph.write(unit, context.bookmarks)
