"""Refs in filters: a statement finds what they name once, and then compares nodes with that."""

from dataclasses import dataclass
from typing import Any

from lineal.kernel import finding


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
    return {"refs": refs, "kinds": list(named.kinds)}
