"""Idempotency keys: what is sent again with the same key and the same input is done once."""

import dataclasses
import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

import orjson

from lineal.kernel import queries, refs
from lineal.kernel.change import Change, Made
from lineal.kernel.finding import all_there
from lineal.kernel.inputs import in_line
from lineal.kernel.refusals import IdempotencyKeyReused, InvalidInput

LONGEST_KEY = 200


async def once(change: Change, work: Callable[..., Awaitable[Made]], given: Any) -> Made:
    """Returns what the work made: now, or when the key was first used with the same input.

    `given` is the input of a mutation. Raises InvalidInput or IdempotencyKeyReused, and what the
    work raises.
    """
    if given.idempotency_key is None:
        return await work(change, given)
    if not 1 <= len(given.idempotency_key) <= LONGEST_KEY:
        message = f"idempotencyKey: give between 1 and {LONGEST_KEY} characters"
        raise InvalidInput(message, ("idempotencyKey",))
    try:
        in_line(given.idempotency_key)
    except ValueError as error:
        raise InvalidInput(f"idempotencyKey: {error}", ("idempotencyKey",)) from None
    key = f"{change.actor}\n{given.idempotency_key}"
    payload = _digest(work.__name__, given)
    claimed = await change.tx.value(
        queries.query("idempotency/claim_key").text, {"key": key, "payload": payload}
    )
    if claimed["payload"] != payload:
        raise IdempotencyKeyReused(given.idempotency_key)
    if claimed["made"] is not None:
        return await _again(change, given.idempotency_key, orjson.loads(claimed["made"]))
    made = await work(change, given)
    change.tx.later(
        queries.query("idempotency/keep_result").text,
        {"key": key, "made": orjson.dumps(made).decode()},
    )
    return made


async def _again(change: Change, key: str, made: Made) -> Made:
    """Returns what was made once, or raises IdempotencyKeyReused if some of it is deleted since."""
    values = (each if isinstance(each, list) else [each] for each in made.values())
    ids = [each for some in values for each in some if isinstance(each, str) and refs.is_id(each)]
    if not await all_there(change.tx, ids):
        raise IdempotencyKeyReused(key, "for what is deleted since")
    return made


def _digest(name: str, given: Any) -> str:
    """Returns what is equal for equal inputs of the same mutation."""
    values = dataclasses.asdict(given)
    del values["idempotency_key"], values["dry_run"]
    text = orjson.dumps([name, values], option=orjson.OPT_SORT_KEYS, default=repr)
    return hashlib.sha256(text).hexdigest()
