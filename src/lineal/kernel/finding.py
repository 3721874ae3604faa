"""Finds the nodes that refs name, on the way to a change; says clearly which it could not find."""

from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import Any

from lineal.kernel import queries, refs
from lineal.kernel.graph import Transaction, Vanished
from lineal.kernel.refs import Form, InvalidRef, Ref
from lineal.kernel.refusals import AmbiguousRef, InvalidInput, NotFound, words

# The id, the kind, the ref and the namespace of a node.
Node = dict[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A ref, where in the input it stands, and the kinds that it may name: none means any."""

    text: str
    path: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The node that a ref names."""

    id: str
    kind: str
    ref: str
    namespace: str


async def find(tx: Transaction, text: str, path: tuple[str, ...], *kinds: str) -> Found:
    """Returns the node that a ref names, or raises InvalidInput, NotFound or AmbiguousRef."""
    return (await find_all(tx, [Wanted(text, path, kinds)]))[0]


async def find_all(tx: Transaction, wanted: Sequence[Wanted]) -> list[Found]:
    """Returns the nodes in the order asked, with one statement; raises as `find` does."""
    found = await _find(tx, wanted, [parse(each.text, each.path) for each in wanted])
    return [_there(each, node) for each, node in zip(wanted, found, strict=True)]


async def find_with(
    tx: Transaction, wanted: Sequence[Wanted], statement: str, parameters: Mapping[str, Any]
) -> tuple[list[Found], dict[str, Any]]:
    """Returns the nodes in the order asked, and what a statement answers; raises as `find` does.

    The statement includes `refs/resolve`, and answers with that as `found`, besides what is done
    with those nodes in one call.
    """
    parsed = [parse(each.text, each.path) for each in wanted]
    answer = await tx.value(queries.query(statement).text, {**_asked(parsed), **parameters})
    found = _named(tx, wanted, answer["found"])
    return [_there(each, node) for each, node in zip(wanted, found, strict=True)], answer


async def find_known(tx: Transaction, wanted: Sequence[Wanted]) -> list[Found | None]:
    """Returns the nodes in the order asked, and None for a text that names nothing.

    Raises InvalidInput for what is of another kind, and AmbiguousRef.
    """
    return await _find(tx, wanted, [_parsed(each.text) for each in wanted])


async def resolve(tx: Transaction, parsed: Sequence[Ref]) -> list[list[Node]]:
    """Returns all that each ref may mean, in the order asked, with one statement."""
    if not parsed:
        return []
    return list(await tx.value(queries.query("refs/resolve").text, _asked(parsed)))


def _asked(parsed: Sequence[Ref]) -> dict[str, Any]:
    """Returns the parameters of `refs/resolve`."""
    return {"refs": [ref.parameter() for ref in parsed], "asOf": None}


async def _find(
    tx: Transaction, wanted: Sequence[Wanted], parsed: Sequence[Ref | None]
) -> list[Found | None]:
    rows = iter(await resolve(tx, [ref for ref in parsed if ref is not None]))
    return _named(tx, wanted, [[] if ref is None else next(rows) for ref in parsed])


def _named(
    tx: Transaction, wanted: Sequence[Wanted], rows: Sequence[Sequence[Node]]
) -> list[Found | None]:
    """Returns the nodes that are wanted of all that refs may mean; they must stay there."""
    found = [_only(each, nodes) for each, nodes in zip(wanted, rows, strict=True)]
    tx.named.update(each.id for each in found if each is not None)
    return found


def require_named(tx: Transaction) -> None:
    """Lets a transaction raise Vanished if what refs named in it was deleted by another meanwhile.

    Asked last: an edge to a node keeps it from being deleted, but a node that was gone before the
    edge was to be made simply got none.
    """
    if tx.named:
        parameters = {"ids": list(tx.named)}
        tx.later(queries.query("change/still_there").text, parameters, _require_there)


def _require_there(all_of_them: bool) -> None:
    if not all_of_them:
        raise Vanished("What was named is gone")


async def all_there(tx: Transaction, ids: Iterable[str]) -> bool:
    """Returns whether all of these nodes are still there."""
    return bool(await tx.value(queries.query("change/still_there").text, {"ids": list(ids)}))


def require_all(found: int, asked: Sized, what: str) -> None:
    """Raises Vanished where a statement found fewer than were there a moment ago."""
    if found != len(asked):
        raise Vanished(f"A {what} was deleted just now")


def parse(text: str, path: tuple[str, ...]) -> Ref:
    """Returns the parsed ref, or raises InvalidInput."""
    try:
        return refs.parse(text)
    except InvalidRef as error:
        raise InvalidInput(f"{'.'.join(path)}: {error}", path) from None


def parse_name(text: str, path: tuple[str, ...]) -> tuple[str, str]:
    """Returns the namespace and the name of `namespace/name`, or raises InvalidInput."""
    ref = parse(text, path)
    if ref.form is not Form.NAME or ref.kind:
        raise InvalidInput(f"{'.'.join(path)}: {text!r} is not of the form namespace/name", path)
    namespace, _, name = ref.key.partition("/")
    return namespace, name


def told(wanted: Wanted, rows: Sequence[Node]) -> Found:
    """Returns the one that is wanted of all that a ref may mean; raises as `find` does."""
    return _there(wanted, _only(wanted, rows))


def _parsed(text: str) -> Ref | None:
    try:
        return refs.parse(text)
    except InvalidRef:
        return None


def _there(wanted: Wanted, found: Found | None) -> Found:
    if found is None:
        raise NotFound(wanted.text, wanted.path, words(wanted.kinds) or "node")
    return found


def fitting(wanted: Wanted, rows: Sequence[Node]) -> list[Node]:
    """Returns those of a wanted kind of all that a ref may mean.

    Raises InvalidInput where it means something, but nothing of such a kind.
    """
    fit = [row for row in rows if not wanted.kinds or row["kind"] in wanted.kinds]
    if rows and not fit:
        kind = words((rows[0]["kind"],))
        message = f"{wanted.text} is a {kind}, not a {words(wanted.kinds)}"
        raise InvalidInput(message, wanted.path)
    return fit


def _only(wanted: Wanted, rows: Sequence[Node]) -> Found | None:
    fit = fitting(wanted, rows)
    if not fit:
        return None
    if len(fit) == 1:
        row = fit[0]
        return Found(row["id"], row["kind"], row["ref"], row["namespace"] or row["ref"])
    kinds = sorted(row["kind"] for row in fit)
    message = f"{wanted.text} is the name of several: {words(tuple(kinds), ' and ')}"
    raise AmbiguousRef(message, wanted.path, ref=wanted.text, kinds=kinds)
