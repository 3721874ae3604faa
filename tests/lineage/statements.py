"""Runs the traversal statements as they stand in their files, without GraphQL."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from neo4j import Driver, Query

from lineal.kernel import queries
from lineal.kernel.templates import Template
from lineal.lineage.schema import is_one
from tests.lineage import oracle
from tests.lineage.graphs import refs

TIMEOUT: Final = 20.0
"""Seconds: a traversal that enumerates paths does not end within them."""

EVERYTHING: Final = [
    *("nodes", "nodes.node", "edges", "items", "items.node", "items.explanation", "counts"),
    *("totalCount", "environments", "namespaces", "complete", "truncatedBy"),
]
_ABSENT: Final = {
    "maxDepth": 20,
    "kinds": None,
    "environments": None,
    "searched": False,
    "anyOf": None,
    "named": [],
    "asOf": None,
    "first": 100,
    "after": None,
    "selected": EVERYTHING,
}
_LINEAGE: Final = """{
  rows: [row IN found.nodes | [row.distance, row.node.id]], edges: edges,
  certain: [row IN found.nodes | row.certain],
  counts: found.counts, totalCount: found.totalCount, problems: found.problems,
  complete: found.complete, truncatedBy: found.truncatedBy
}"""
_IMPACT: Final = """{
  rows: [row IN found.items | [row.distance, row.node.id]],
  certain: [row IN found.items | row.certain],
  explanations: [row IN found.items | {
    nodes: [node IN row.explanation.nodes | node.id], length: row.explanation.length,
    edges: [edge IN row.explanation.edges | [type(edge), startNode(edge).id, endNode(edge).id]]
  }],
  environments: environments, namespaces: namespaces,
  counts: found.counts, totalCount: found.totalCount, problems: found.problems,
  complete: found.complete, truncatedBy: found.truncatedBy
}"""
_PATH: Final = """{
  nodes: [node IN found.nodes | node.id], edges: edges,
  length: found.length, certain: found.certain, problems: found.problems
}"""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement and the one map that holds its parameters.

    The type of a parameter is part of what a plan is cached by: in a map of its own, null and a
    moment share a plan.
    """

    text: str
    parameters: Mapping[str, Any]

    def answer(self, driver: Driver) -> Any:
        """Returns the only value of the only record, or None."""
        with driver.session() as session:
            query = Query(self.text, timeout=TIMEOUT)
            record = session.run(query, p=dict(self.parameters)).single()
            return None if record is None else record[0]

    def profile(self, driver: Driver) -> list[dict[str, Any]]:
        """Returns the operators that ran, with how many rows each gave."""
        with driver.session() as session:
            result = session.run(f"PROFILE {self.text}", p=dict(self.parameters))
            return list(_operators(result.consume().profile))


def lineage(of: Sequence[Any], direction: oracle.Direction, **asked: Any) -> Statement:
    """Returns `Query.lineage` of these ids or parsed refs, with the edges of its page."""
    begins = _refs(of)
    several = direction == "BOTH" or not is_one(begins)
    asked |= {"of": begins, "direction": direction, "several": several}
    below = _fragment("Lineage.edges", "edges", "[node.type, node.from, node.to]")
    return _statement(_query("lineage/Query.lineage", asked), below, _LINEAGE, asked)


def around(of: str, direction: oracle.Direction, of_kind: str = "Run", **asked: Any) -> Statement:
    """Returns `upstream` or `downstream` of one id of a kind, with the edges of its page."""
    asked |= {"of": of}
    owner = "Column" if of_kind == "Column" else "LineageNode"
    fragment = _query(f"lineage/{owner}.{direction.lower()}", asked)
    text = f"MATCH (x:Entity {{id: $of}})\nCALL (x) {{\nWITH x AS this\n{fragment}\n}}\n"
    below = _fragment("Lineage.edges", "edges", "[node.type, node.from, node.to]")
    return _statement(f"{text}RETURN node", below, _LINEAGE, asked)


def impact(of: Sequence[Any], **asked: Any) -> Statement:
    """Returns `Query.impact` of these ids or parsed refs, with everything below it."""
    asked |= {"of": _refs(of)}
    below = "".join(
        _fragment(f"Impact.{name}s", f"{name}s", f"[node.{name}, node.count]")
        for name in ("environment", "namespace")
    )
    return _statement(_query("lineage/Query.impact", asked), below, _IMPACT, asked)


def path(from_: Sequence[Any], to: Sequence[Any], **asked: Any) -> Statement:
    """Returns `Query.path` between these ids or parsed refs, with its edges."""
    asked |= {"from": _refs(from_), "to": _refs(to), "ends": _refs(from_) + _refs(to)}
    below = _fragment("Path.edges", "edges", "[node.type, node.from, node.to]")
    return _statement(_query("lineage/Query.path", asked), below, _PATH, asked)


def cursor(row: oracle.Row | None) -> dict[str, Any] | None:
    """Returns what `$after` takes."""
    return None if row is None else {"distance": row[0], "id": row[1]}


def rows(ran: Iterable[Mapping[str, Any]], detail: str) -> int:
    """Returns how many rows the operators gave whose details have this text; there must be one."""
    found = [plan["rows"] for plan in ran if detail in plan["args"].get("Details", "")]
    assert found, f"no operator has {detail}"
    return sum(found)


def in_one_map(text: str) -> str:
    """Returns the statement with its parameters read from the map `$p`."""
    return re.sub(r"\$(\w+)", r"$p.\1", text)


def _query(name: str, asked: Mapping[str, Any]) -> str:
    return Template(queries.query(name).text).text({**_ABSENT, **asked})


def _fragment(name: str, as_: str, value: str) -> str:
    text = queries.query(f"lineage/{name}").text
    inner = f"CALL (found) {{\nWITH found AS this\n{text}\n}}"
    return f"CALL (found) {{\n{inner}\nRETURN collect({value}) AS {as_}\n}}\n"


def _statement(text: str, below: str, value: str, asked: Mapping[str, Any]) -> Statement:
    whole = f"CALL () {{\n{text}\n}}\nWITH node AS found\n{below}RETURN {value} AS answer"
    return Statement(in_one_map(whole), {**_ABSENT, **asked})


def _refs(of: Sequence[Any]) -> list[dict[str, Any]]:
    return [ref if isinstance(ref, dict) else refs([ref])[0] for ref in of]


def _operators(plan: Any) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)
