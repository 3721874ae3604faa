"""Typed filters, and the parameters that fixed Cypher reads them from."""

from typing import Any

import strawberry

from lineal.kernel.fields import described


@strawberry.input(description="A text that must be equal.")
class TextFilter:
    eq: str | None = described("Equal to this.", default=None)
    in_: list[str] | None = described("Equal to one of these.", name="in", default=None)


def texts(filter_: TextFilter | None) -> list[str] | None:
    """Returns the texts that a filter lets through, or None if it lets any through."""
    if filter_ is None or (filter_.eq is None and filter_.in_ is None):
        return None
    if filter_.eq is None:
        return filter_.in_
    return [filter_.eq] if filter_.in_ is None or filter_.eq in filter_.in_ else []


def named(where: Any) -> dict[str, Any]:
    """Returns the parameters of `filters/named.cypher`."""
    return {
        name: texts(getattr(where, field)) if where is not None else None
        for name, field in (("namespaces", "namespace"), ("tags", "tag"), ("owners", "owner"))
    }


@strawberry.input(description="Which named things to list; all that is given must hold.")
class NamedWhere:
    namespace: TextFilter | None = described("The name of the namespace.", default=None)
    tag: TextFilter | None = described("One of the tags.", default=None)
    owner: TextFilter | None = described("One of the owners.", default=None)
