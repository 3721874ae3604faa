"""How much a document may ask: told before it is validated, in time that grows with its length.

What a fragment asks is summed up once, however often it is spread, and counts as often as it is
spread. So the sums are those of the document with every fragment written out, which itself may be
too long to write.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
)


@dataclass(frozen=True)
class Limits:
    """The most that a document may have; each is a setting, such as LINEAL_MAX_TOKENS."""

    tokens: int = 2_000
    depth: int = 30
    root_fields: int = 50
    fields: int = 2_000
    aliases: int = 200
    directives: int = 100
    nodes: int = 200_000


class LimitExceeded(GraphQLError):
    """A document asks too much; which limit, and how much it may be, is in the error."""

    def __init__(self, limit: str, most: int) -> None:
        setting = f"LINEAL_MAX_{limit.upper()}"
        super().__init__(
            f"The document has more than {most:,} {WHAT[limit]} ({setting})",
            extensions={"code": "LIMIT_EXCEEDED", "limit": setting, "most": most},
        )


WHAT = {
    "tokens": "tokens",
    "depth": "levels of fields",
    "root_fields": "root fields",
    "fields": "fields, those of fragments wherever they are spread",
    "aliases": "aliases",
    "directives": "directives",
    "nodes": "nodes to return, if its lists are as long as they may be",
}


@dataclass(slots=True)
class Sums:
    """How much something asks with all that it spreads."""

    depth: int = 0
    root_fields: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0

    def add(self, other: "Sums", at: int) -> None:
        """Adds what is spread below so many fields."""
        self.depth = max(self.depth, at + other.depth)
        self.root_fields += other.root_fields if at == 0 else 0
        self.fields += other.fields
        self.aliases += other.aliases
        self.directives += other.directives


@dataclass(slots=True)
class Own:
    """What a definition asks itself, and which fragments it spreads below how many fields."""

    sums: Sums
    spreads: list[tuple[str, int]]


def exceeded(limits: Limits, document: DocumentNode) -> LimitExceeded | None:
    """Returns which limit a document exceeds, if one: the largest of its operations counts."""
    fragments = {
        each.name.value: _own(each)
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    totals = _totals(fragments)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            sums = _total(_own(definition), totals)
            for limit in fields(Sums):
                most = getattr(limits, limit.name)
                if getattr(sums, limit.name) > most:
                    return LimitExceeded(limit.name, most)
    return None


def _own(definition: OperationDefinitionNode | FragmentDefinitionNode) -> Own:
    own = Own(Sums(directives=len(definition.directives or ())), [])
    waiting = [(definition.selection_set, 0)]
    while waiting:
        selection_set, at = waiting.pop()
        for each in selection_set.selections:
            own.sums.directives += len(each.directives or ())
            if isinstance(each, FragmentSpreadNode):
                own.spreads.append((each.name.value, at))
            elif isinstance(each, InlineFragmentNode):
                waiting.append((each.selection_set, at))
            elif isinstance(each, FieldNode):
                own.sums.add(Sums(1, 1, 1, 1 if each.alias else 0), at)
                if each.selection_set:
                    waiting.append((each.selection_set, at + 1))
    return own


def _totals(fragments: Mapping[str, Own]) -> dict[str, Sums]:
    """Returns the sums of fragments, those they spread first; a cycle, which is wrong, ends."""
    totals: dict[str, Sums] = {}
    for root in fragments:
        waiting, entered = [root], set[str]()
        while waiting:
            name = waiting[-1]
            below = {spread for spread, _ in fragments[name].spreads if spread in fragments}
            open_ = [each for each in below if each not in totals and each not in entered]
            entered.add(name)
            if open_ and name not in totals:
                waiting += open_
                continue
            waiting.pop()
            totals.setdefault(name, _total(fragments[name], totals))
    return totals


def _total(own: Own, totals: Mapping[str, Sums]) -> Sums:
    total = Sums(**{each.name: getattr(own.sums, each.name) for each in fields(Sums)})
    for name, at in own.spreads:
        total.add(totals.get(name, Sums()), at)
    return total
