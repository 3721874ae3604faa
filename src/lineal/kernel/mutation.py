"""Every mutation goes through `run`: one transaction that checks its key, does its work, answers.

A slice declares one with `@mutation(Success, *refusals)` on `async def verb_noun(change, input)`,
which returns the ids of what it made, by the names of the success's fields. A Refusal that is
raised inside undoes everything and is answered as a member of the result union.
"""

import dataclasses
import hashlib
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Union

import orjson
import strawberry
from pydantic import ValidationError

from lineal.kernel import queries, refused
from lineal.kernel.engine import Asked, Row
from lineal.kernel.fields import argument, describe
from lineal.kernel.graph import ConstraintViolated, Rollback, Transaction
from lineal.kernel.refusals import IdempotencyKeyReused, InvalidInput, Refusal

Made = dict[str, Any]

LONGEST_KEY = 200

# How often a race for the same name is run again; the second time it sees who won.
ATTEMPTS = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """What a service needs to change the graph: a transaction, and who is acting."""

    tx: Transaction
    actor: str


@strawberry.input
class MutationInput:
    """What every mutation takes besides its own input."""

    idempotency_key: str | None = strawberry.field(
        default=None,
        description=(
            "A text of your own, such as a CI job's id. The same key with the same input does its "
            "work once and answers the same; with another input it is refused. Kept for at least "
            "24 hours."
        ),
    )
    dry_run: bool = strawberry.field(
        default=False, description="Answer as if it were done, and change nothing."
    )


def mutation(success: type, *refusals: type) -> Callable[[Callable[..., Awaitable[Made]]], Any]:
    """Makes an async function of a Change and an input a mutation with a result union."""

    def declare(work: Callable[..., Awaitable[Made]]) -> Any:
        name = "".join(word.capitalize() for word in work.__name__.split("_"))
        members = (success, *refused.ALWAYS, *refusals)
        result = Annotated[
            Union[members],  # type: ignore[valid-type]  # noqa: UP007
            strawberry.union(f"{name}Result", description=f"What `{_camel(name)}` answers."),
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
    text, parameters = asked.bind()

    async def unit(tx: Transaction) -> dict[str, Any]:
        made = await _once(Change(tx, context.actor), work, given)
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
        return Row(_invalid(error).row(), asked.plan)
    context.wrote(bookmarks)
    return Row(row, asked.plan)


async def _raced(context: Any, unit: Callable[..., Any]) -> Any:
    for _ in range(ATTEMPTS - 1):
        try:
            return await context.graph.write(unit, context.bookmarks)
        except ConstraintViolated:
            continue
    return await context.graph.write(unit, context.bookmarks)


async def _once(change: Change, work: Callable[..., Awaitable[Made]], given: Any) -> Made:
    """Returns what the work made: now, or when the key was first used with the same input."""
    if given.idempotency_key is None:
        return await work(change, given)
    if not 1 <= len(given.idempotency_key) <= LONGEST_KEY:
        message = f"idempotencyKey: give between 1 and {LONGEST_KEY} characters"
        raise InvalidInput(message, ("idempotencyKey",))
    key = {
        "key": f"{change.actor}\n{given.idempotency_key}",
        "payload": _digest(work.__name__, given),
    }
    claimed = await change.tx.value(queries.query("idempotency/claim_key").text, key)
    if claimed["payload"] != key["payload"]:
        raise IdempotencyKeyReused(given.idempotency_key)
    if claimed["made"] is not None:
        return dict(orjson.loads(claimed["made"]))
    made = await work(change, given)
    await change.tx.value(
        queries.query("idempotency/keep_result").text,
        {"key": key["key"], "made": orjson.dumps(made).decode()},
    )
    return made


def _digest(name: str, given: Any) -> str:
    """Returns what is equal for equal inputs of the same mutation."""
    values = dataclasses.asdict(given)
    del values["idempotency_key"], values["dry_run"]
    text = orjson.dumps([name, values], option=orjson.OPT_SORT_KEYS, default=str)
    return hashlib.sha256(text).hexdigest()


def _invalid(error: ValidationError) -> InvalidInput:
    first = error.errors(include_url=False)[0]
    path = tuple(_camel(str(step)) for step in first["loc"])
    message = str(first["msg"]).removeprefix("Value error, ")
    return InvalidInput(f"{'.'.join(path)}: {message}" if path else message, path)


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first[:1].lower() + first[1:] + "".join(word.capitalize() for word in rest)
