"""The invariants that ARCHITECTURE.md tells as absences, and the map that it draws."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from graphql import parse

from lineal.kernel import queries
from tests.kernel.planned import plan

ROOT = Path(__file__).parents[1]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text()
STATEMENTS = {name: queries.query(name) for name in queries.names() if "migrations/" not in name}
# What makes a node, or changes what a search finds it by.
SAID = (
    r"CREATE [^\n]*:Entity\b|\+= \$properties"
    r"|SET [^\n]*\b\w+\.(ref|description|tags|owners|namespace) = "
)
LINEAGE = ["CONSUMED_BY", "PRODUCED", "DERIVED_INTO", "DEPLOYED_AS", "FEEDS", "USED_BY", "PART_OF"]

# Where a MERGE is safe, and why.
MERGED = {
    "idempotency/claim_key": "a key is unique by a constraint",
    "deployments/claim_report": "the key of a report is unique by a constraint",
    "kernel/lock_migrations": "the lock is unique by a constraint",
    "runs/append_points": "series and chunks are unique by constraints, and the run is locked",
    "runs/measure_slices": "slices are unique by a constraint, and the run is locked, or new",
    "models/create_versions": "only this transaction knows the version that the edge leads to",
}

# Where a DELETE is right, and why.
DELETED = {
    "idempotency/forget_keys": "keys are no lineage",
    "models/rename_model": "a name that it has again, and its place in the namespace that it left",
    "nodes/delete_record": "nothing refers to what goes, or the database refuses it",
}


def functions(source: str) -> dict[str, str]:
    """Returns the text of each function of a module, by its name."""
    nodes = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return {node.name: ast.get_source_segment(source, node) or "" for node in nodes}


def writes(name: str) -> bool:
    """Returns whether a statement makes or changes a record."""
    statement = STATEMENTS.get(name)
    return statement is not None and bool(
        re.search(r"\.(created|updated)By = \$actor", statement.text)
    )


class TestAbsences:
    @pytest.mark.parametrize("name", STATEMENTS)
    def test_no_shortest_path(self, name: str) -> None:
        assert not re.search(r"\bSHORTEST\b|shortestPath", STATEMENTS[name].text, re.IGNORECASE)

    @pytest.mark.parametrize("name", STATEMENTS)
    def test_no_merge_without_a_reason(self, name: str) -> None:
        if re.search(r"\bMERGE\b", STATEMENTS[name].text):
            assert name in MERGED

    @pytest.mark.parametrize("name", STATEMENTS)
    def test_no_lineage_is_deleted_or_set_anew(self, name: str) -> None:
        text = STATEMENTS[name].text

        assert not re.search(r"\bDELETE\b", text) or name in DELETED
        for line in re.findall(r"SET (edge|alias)\.(\w+)", text):
            assert line[1] in {
                "until",
                "endedBy",
                "endReason",
                "untilRevision",
                "reason",
                "how",
                "since",
                "by",
            }

    def test_every_edge_has_a_beginning(self) -> None:
        for name, statement in STATEMENTS.items():
            for created in re.findall(r"CREATE [^\n]*?-\[\w*:(\w+)([^\]]*)", statement.text):
                if created[0] in (*LINEAGE, "HAS_ALIAS"):
                    assert "since" in created[1] or "\n" in created[1], name

    def test_no_node_that_is_not_found(self) -> None:
        for name, statement in STATEMENTS.items():
            if re.search(SAID, statement.text):
                text = (queries.folder() / f"{name}.cypher").read_text(encoding="utf-8")
                assert "// include search/words" in text, name

    def test_no_property_is_looked_up_without_an_index(self) -> None:
        migrations = "\n".join(
            queries.query(name).text for name in queries.names() if "migrations/" in name
        )
        indexed = set(re.findall(r"FOR \(n:(\w+)\) (?:ON|REQUIRE) \(?n\.(\w+)", migrations))
        for name, statement in STATEMENTS.items():
            # Of a node that nothing leads to yet.
            begun = re.findall(r"MATCH \(\w*:(\w+) \{(\w+):[^{}]*\}\)", statement.text)

            assert set(begun) <= indexed, name

    def test_no_state_in_a_process(self) -> None:
        for file in (ROOT / "src/lineal").rglob("*.py"):
            assert not re.search(r"^\s+global ", file.read_text(), re.MULTILINE), file

    def test_no_cypher_in_python_but_the_compilers(self) -> None:
        compilers = {"kernel/compile.py", "kernel/migrations.py", "kernel/graph.py"}
        for file in (ROOT / "src/lineal").rglob("*.py"):
            name = file.relative_to(ROOT / "src/lineal").as_posix()
            if name not in compilers and not name.startswith("embedded/"):
                assert not re.search(r"\b(MATCH|UNWIND|MERGE) \(", file.read_text()), name


class TestEvents:
    def test_who_writes_says_what_was_made_or_changed(self) -> None:
        silent = [
            f"{file.relative_to(ROOT)}: {name}"
            for file in (ROOT / "src/lineal").rglob("*.py")
            for name, source in functions(file.read_text()).items()
            if name != "lock_runs"  # Whoever locks runs says what is changed of them then.
            and any(writes(each) for each in re.findall(r'"(\w+/\w+)"', source))
            and not re.search(r"change\.(made|changed|deleted)\(|change, \"", source)
        ]

        assert silent == [], "call change.made or change.changed, which the history is told from"


class TestMap:
    def test_what_it_names_is_there(self) -> None:
        for name in re.findall(r"`([\w./{},<>-]+/[\w./-]*)`", ARCHITECTURE):
            if "<" in name or "{" in name:
                continue
            places = (
                ROOT / name,
                ROOT / "src/lineal" / name,
                ROOT / "cypher" / name,
                ROOT / "cypher/models" / name,
            )
            assert any(place.exists() for place in places), name

    def test_the_worked_example_is_what_is_compiled(self) -> None:
        query = re.search(r"```graphql\n(.*?)```", ARCHITECTURE, re.DOTALL)
        shown = re.search(r"```cypher\n(.*?)```", ARCHITECTURE, re.DOTALL)
        assert query is not None
        assert shown is not None
        parse(query[1])
        compiled = plan(query[1].strip()).statement.text

        before, _, after = without_space(shown[1]).partition("…theformsofaref…RETURNfound")

        assert without_space(compiled).startswith(before)
        assert without_space(compiled).endswith(after)


class TestDependencies:
    def test_each_has_a_reason(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text())
        extras = project["project"]["optional-dependencies"]
        groups = [*extras.values(), *project["dependency-groups"].values()]
        wanted = [project["project"]["dependencies"], *groups]
        given = [each for some in wanted for each in some if isinstance(each, str)]
        names = {re.split(r"[>=;]", each)[0] for each in given}
        decision = (ROOT / "docs/decisions/0006-dependencies.md").read_text()
        rows = re.findall(r"^\| ([\w, -]+) \|", decision, re.MULTILINE)
        told = {name for row in rows for name in row.split(", ")} - {"package"}

        assert told == names


def without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)
