"""Refs in filters: a statement finds what they name once, and then compares nodes with that."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lineal.kernel import finding, queries
from lineal.kernel.finding import Wanted
from lineal.kernel.refusals import NotFound, words

# Reads the only value of a statement with its parameters.
Read = Callable[[str, Mapping[str, Any]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Named:
    """What the refs of one filter name, of these kinds; `field` is where in an input it stands."""

    field: str
    refs: tuple[str, ...]
    kinds: tuple[str, ...]


def numbered(given: Any, found: dict[Named, int]) -> Any:
    """Returns conditions with a number in place of each Named, which is put into `found` with it.

    The number is its place there, and that of its refs in `named` of `filters/named_refs.cypher`.
    """
    if isinstance(given, Named):
        return found.setdefault(given, len(found))
    if isinstance(given, dict):
        return {key: numbered(value, found) for key, value in given.items()}
    if isinstance(given, list):
        return [numbered(value, found) for value in given]
    return given


def parsed(named: Named, argument: str) -> dict[str, Any]:
    """Returns what `filters/named_refs.cypher` reads of a filter, or raises InvalidInput."""
    path = (argument, *named.field.split("."))
    refs = [finding.parse(text, path).parameter() for text in named.refs]
    return {"refs": refs, "kinds": list(named.kinds), "path": list(path)}


async def require(read: Read, asked: Iterable[Mapping[str, Any]]) -> None:
    """Raises NotFound or InvalidInput if a ref of filters, as `parsed` gives them, names nothing.

    InvalidInput is raised where it names something, but nothing of a kind that the filter takes.
    """
    refs = [(each, ref) for each in asked for ref in each["refs"]]
    if not refs:
        return
    rows = await _resolved(read, [ref for _, ref in refs])
    for (each, ref), found in zip(refs, rows, strict=True):
        wanted = Wanted(ref["text"], tuple(each["path"]), tuple(each["kinds"]))
        if not finding.fitting(wanted, found):
            raise NotFound(wanted.text, wanted.path, words(wanted.kinds))


async def require_kind(read: Read, text: str, kind: str) -> None:
    """Raises InvalidInput if the argument `ref` names something that is not of a kind."""
    wanted = Wanted(text, ("ref",), (kind,))
    parameter = finding.parse(text, wanted.path).parameter()
    finding.fitting(wanted, (await _resolved(read, [parameter]))[0])


async def _resolved(read: Read, refs: list[dict[str, Any]]) -> list[list[finding.Node]]:
    found: list[list[finding.Node]] = await read(
        queries.query("refs/resolve").text, {"refs": refs, "asOf": None}
    )
    return found
