"""Whether those who are measured answer the same."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bench.contenders import Contender
from bench.operations import Operation
from lineal.kernel.graph import Graph

# Lists whose order nobody asked for.
UNORDERED = ("parameters", "metrics", "inputs", "aliases", "owners")
# What Lineal has around an answer.
WRAPPERS = ("nodes", "modelVersion")
# What @neo4j/graphql has only as lists.
ONE = ("model", "run", "latestVersion")

# What a write leaves, without what is each time another: the nodes that its event is about, their
# properties and edges by name, and what the event tells of them.
WRITTEN = """
MATCH (event:Event)-[:ABOUT]->({id: coalesce($answer.id, $answer.model.id)})
WITH event ORDER BY event.at DESC LIMIT 1
MATCH (event)-[about:ABOUT]->(node)
CALL (about, node) {
  WITH node WHERE about.made
  UNWIND keys(node) AS key
  WITH key ORDER BY key
  RETURN collect(key) AS keys
}
CALL (about, node) {
  MATCH (node)-[edge:!ABOUT]-() WHERE about.made
  UNWIND keys(edge) AS key
  WITH DISTINCT type(edge) AS type, key ORDER BY type, key
  RETURN collect([type, key]) AS edges
}
WITH event, labels(node) AS labels, about, keys, edges ORDER BY labels, about.fields
WITH event, collect({
  labels: labels, made: about.made, fields: about.fields,
  told: [size(about.before), size(about.after)], keys: keys, edges: edges
}) AS about
RETURN {
  action: event.action, by: event.by, keys: size(keys(event)), refs: size(event.refs), about: about
}
"""


async def require_equal(
    graph: Graph, contenders: Sequence[Contender], operation: Operation
) -> None:
    """Ends the bench unless all answer the same; of what is written, have written the same."""
    first, *others = contenders
    expected = await _answer(graph, first, operation)
    for other in others:
        answer = await _answer(graph, other, operation)
        if isinstance(answer, list) and isinstance(expected, dict):
            (answer,) = answer
        if answer != expected:
            raise SystemExit(
                f"{operation.name}: {first.name} and {other.name} do not answer the same:\n"
                f"{_text(expected)}\n{_text(answer)}"
            )


async def _answer(graph: Graph, contender: Contender, operation: Operation) -> Any:
    answer = plain(await contender.ask(0, operation))
    if answer is None or (operation.writes and not answer):
        raise SystemExit(f"{operation.name}: {contender.name} finds nothing")
    return await graph.read(WRITTEN, {"answer": answer}) if operation.writes else answer


def plain(answer: Any) -> Any:
    """Returns an answer without what says the same in another form."""
    if isinstance(answer, dict):
        if len(answer) == 1 and (only := next(iter(answer))) in WRAPPERS:
            return plain(answer[only])
        return dict(_field(key, value) for key, value in answer.items())
    if isinstance(answer, list):
        return [plain(each) for each in answer]
    return answer


def _field(key: str, value: Any) -> tuple[str, Any]:
    if key.endswith("Connection"):
        key = key.removesuffix("Connection")
        value = [each.pop("properties") | each for each in value["edges"]]
    if key in ONE and isinstance(value, list):
        (value,) = value
    if key == "createdAt":
        return key, datetime.fromisoformat(value)
    value = plain(value)
    return key, sorted(value, key=_text) if key in UNORDERED else value


def _text(value: Any) -> str:
    return json.dumps(value, default=str, sort_keys=True)
