"""Every traversal is planned so that it visits each node once."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import Driver

from lineal.kernel import queries
from lineal.kernel.templates import Template
from tests.lineage.statements import in_one_map

PRUNING = "VarLengthExpand(Pruning,BFS"
KNOWN = {
    *("lineage/Query.lineage", "lineage/Query.impact", "lineage/Query.path"),
    *("lineage/LineageNode.upstream", "lineage/LineageNode.downstream"),
    *("models/Reproduction.bases", "models/Reproduction.complete", "models/Reproduction.missing"),
}
# What decides which parts of a statement are there.
ASKED: dict[str, dict[str, Any]] = {
    "everything": {},
    "nothing": {"direction": "UPSTREAM"},
    "counts": {"direction": "BOTH", "several": True, "selected": ["counts"]},
}
# `-[:A*0..20]->`, `-[:A]->{1,20}`, `((x)-[:A]->(y))+`, and the searches by name: rather too many.
_TRAVERSAL = re.compile(
    r"\[\s*\w*\s*(:[^\[\]*]*)?\*|[)\]>-]\s*(\{\s*\d*\s*,?\s*\d*\s*\}|[+*]\s*\()|\bSHORTEST|shortestPath"
)
_EXPANDING = re.compile(r"VarLength|Shortest|Repeat|Trail")


def traversals() -> list[str]:
    """Returns the statements and fragments that expand any number of steps, here or by include."""
    whole = [name for name in queries.names() if _TRAVERSAL.search(_code(name))]
    included = {name for text in map(_raw, queries.names()) for name in _includes(text)}
    return [name for name in whole if name not in included]


def _raw(name: str) -> str:
    return (queries.folder() / f"{name}.cypher").read_text(encoding="utf-8")


def _includes(text: str) -> list[str]:
    return re.findall(r"^ *// include (\S+)", text, re.MULTILINE)


def _code(name: str) -> str:
    """Returns the text without comments, and without what is quoted, such as patterns."""
    text = re.sub(r"/\*.*?\*/", "", queries.query(name).text)
    text = re.sub(r"'(?:[^'\\\n]|\\.)*'", "''", text)
    return re.sub(r"^ *//.*$", "", text, flags=re.MULTILINE)


class TestEveryTraversal:
    @pytest.mark.parametrize("name", traversals())
    @pytest.mark.parametrize("asked", ASKED)
    def test_prunes(self, driver: Driver, name: str, asked: str) -> None:
        found = expansions(driver, _standalone(name, asked))

        assert [operator for operator in found if not operator.startswith(PRUNING)] == []
        assert found != [] or name not in KNOWN

    def test_the_known_are_found(self) -> None:
        assert set(traversals()) >= KNOWN

    @pytest.mark.parametrize(
        ("kept", "lost"),
        [
            ("min(length(p)) AS distance", "min(length(p)) AS distance, count(*) AS paths"),
            ("min(length(p)) AS distance", "max(length(p)) AS distance"),
            ("*0..", "*2.."),
        ],
    )
    def test_loss_would_be_noticed(self, driver: Driver, kept: str, lost: str) -> None:
        text = _standalone("lineage/LineageNode.downstream")
        found = expansions(driver, text.replace(kept, lost))

        assert kept in text
        assert [operator for operator in found if not operator.startswith(PRUNING)] != []

    @pytest.mark.parametrize(
        "text",
        [
            "MATCH p = (a)-[:A|B*0..20]->(b)",
            "MATCH (a)-[:A*]->(b)",
            "MATCH p = ANY SHORTEST (a)-[:A]->+(b)",
            "MATCH (a) ((x)-[:A]->(y)){1,20} (b)",
            "MATCH (a)-->{1,5}(b)",
        ],
    )
    def test_each_way_to_write_one_is_recognised(self, text: str) -> None:
        assert _TRAVERSAL.search(text)


def expansions(driver: Driver, text: str) -> list[str]:
    """Returns the operators of the plan that expand any number of steps."""
    with driver.session() as session:
        plan = session.run(f"EXPLAIN {text}", p={}).consume().plan
        return [operator for operator in _operators(plan) if _EXPANDING.search(operator)]


def _standalone(name: str, asked: str = "everything") -> str:
    """Returns the text as a statement, with all that may be asked for or nothing of it.

    A fragment starts from a node.
    """
    template = Template(queries.query(name).text)
    if asked == "everything":
        template = Template(template.whole)
    text = in_one_map(template.text({"maxDepth": 20, **ASKED[asked]}))
    if not re.search(r"\bthis\b", text):
        return text
    return f"MATCH (x:Entity {{id: $p.id}})\nCALL (x) {{\nWITH x AS this\n{text}\n}}\nRETURN node"


def _operators(plan: Any) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)
