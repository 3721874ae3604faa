"""`lineal documents`, and a server that answers what it wrote and nothing else."""

import json
from pathlib import Path

import httpx

from lineal.client import Client
from tests.asking import unique
from tests.cli.runner import run
from tests.client.serving import serving
from tests.conftest import Neo4j

SOURCE = "query Kind { ...What } fragment What on Query { __typename }"


class TestDocuments:
    def test_writes_ids_and_texts(self, tmp_path: Path) -> None:
        (tmp_path / "a.graphql").write_text(SOURCE)

        result = run("documents", str(tmp_path))

        [(id_, text)] = json.loads(result.stdout).items()
        assert id_.startswith("sha256:")
        assert text.startswith("query Kind {")

    def test_what_the_schema_has_not_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a.graphql").write_text("query Kind { modles { id } }")

        result = run("documents", str(tmp_path))

        assert result.exit_code == 1
        assert "query Kind" in str(result.exception)

    def test_nothing_to_write_is_told(self) -> None:
        result = run("documents")

        assert result.exit_code == 2
        assert "give a PATH, or --own" in result.stderr

    def test_its_own_are_all_that_the_client_asks(self, tmp_path: Path, neo4j: Neo4j) -> None:
        file = tmp_path / "documents.json"
        run("documents", "--own", "--output", str(file))

        with serving(neo4j, documents=file, documents_only=True) as url, Client(url) as client:
            name = client.create_namespace(unique("ns")).name
            found = client.namespace(name)
            other = httpx.post(url, json={"query": "{ __typename }"})

        assert found is not None
        assert other.status_code == 403
