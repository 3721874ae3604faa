"""Documents by their ids, and a server that answers no others."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from lineal.http.persisted import DocumentsError, id_of, read
from lineal.kernel.graph import Graph
from tests.asking import Registry
from tests.http.serving import app_with, error

SOURCE = """
query Kind { ...What }
query First($n: Int!) { namespaces(first: $n) { nodes { id } } }
mutation Tell { __typename }
"""
FRAGMENT = "fragment What on Query { __typename }"
KIND = "query Kind {\n  ...What\n}\n\nfragment What on Query {\n  __typename\n}"
ANSWER = {"data": {"__typename": "Query"}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ask.graphql").write_text(SOURCE)
    (tmp_path / "parts.gql").write_text(FRAGMENT)
    return tmp_path


class TestRead:
    def test_operations_have_the_fragments_that_they_need(self, folder: Path) -> None:
        texts = read([folder])

        assert len(texts) == 3
        assert texts[id_of(KIND)] == KIND

    @pytest.mark.parametrize("prefix", ["sha256:", ""])
    def test_a_manifest(self, tmp_path: Path, prefix: str) -> None:
        id_ = id_of(KIND).removeprefix("sha256:")
        file = tmp_path / "documents.json"
        file.write_text(json.dumps({prefix + id_: KIND}))

        assert read([file]) == {id_of(KIND): KIND}

    def test_a_manifest_of_apollo(self, tmp_path: Path) -> None:
        operation = {"id": id_of(KIND)[7:], "body": KIND, "name": "Kind", "type": "query"}
        file = tmp_path / "documents.json"
        file.write_text(json.dumps({"format": "…", "version": 1, "operations": [operation]}))

        assert read([file]) == {id_of(KIND): KIND}

    @pytest.mark.parametrize(
        ("name", "content", "why"),
        [
            ("a.json", "{", "a.json: this is not JSON"),
            ("a.json", "[]", "a.json: allowed is an object"),
            ("a.json", '{"sha256:0": 7}', "a.json: allowed is an object"),
            ("a.json", '{"sha256:0": "{ a }"}', "sha256:0 is not the id of its text"),
            ("a.graphql", "{ a }\n{", "a.graphql:2: Syntax Error"),
            ("a.txt", "{ a }", "there is no file in it that ends in .graphql or .json"),
        ],
    )
    def test_what_is_none_is_named(self, tmp_path: Path, name: str, content: str, why: str) -> None:
        (tmp_path / name).write_text(content)

        with pytest.raises(DocumentsError) as refused:
            read([tmp_path])

        assert why in str(refused.value)

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(DocumentsError, match=r"none\.json: No such file"):
            read([tmp_path / "none.json"])


class TestAsked:
    @pytest.fixture
    async def api(self, graph: Graph, folder: Path) -> AsyncIterator[httpx.AsyncClient]:
        async with app_with(graph, documents=folder) as client:
            yield client

    async def test_by_id(self, api: httpx.AsyncClient) -> None:
        asked = {"documentId": id_of(KIND)}

        assert (await api.post("/graphql", json=asked)).json() == ANSWER
        assert (await api.get("/graphql", params=asked)).json() == ANSWER

    async def test_with_variables(
        self, api: httpx.AsyncClient, folder: Path, registry: Registry
    ) -> None:
        [id_] = [id_ for id_, text in read([folder]).items() if "First" in text]
        answer = await api.post("/graphql", json={"documentId": id_, "variables": {"n": 1}})

        assert len(answer.json()["data"]["namespaces"]["nodes"]) == 1

    async def test_others_are_answered_too(self, api: httpx.AsyncClient) -> None:
        assert (await api.post("/graphql", json={"query": "{ __typename }"})).json() == ANSWER

    async def test_an_unknown_id_is_a_404(self, api: httpx.AsyncClient) -> None:
        answer = await api.post("/graphql", json={"documentId": "sha256:0"})

        assert error(answer) == (
            404,
            "DOCUMENT_NOT_FOUND",
            "No document 'sha256:0' is registered here",
        )

    async def test_mutations_by_get_are_refused(self, api: httpx.AsyncClient, folder: Path) -> None:
        [id_] = [id_ for id_, text in read([folder]).items() if "Tell" in text]

        assert (await api.get("/graphql", params={"documentId": id_})).status_code == 405

    @pytest.mark.parametrize(
        ("asked", "why"),
        [
            ({"documentId": 7}, "documentId is not a text"),
            ({"documentId": "x", "query": "{ a }"}, "query or documentId, not both"),
        ],
    )
    async def test_malformed_is_a_400(
        self, api: httpx.AsyncClient, asked: dict[str, object], why: str
    ) -> None:
        status, code, message = error(await api.post("/graphql", json=asked))

        assert (status, code) == (400, "BAD_REQUEST")
        assert why in message


class TestOnly:
    @pytest.fixture
    async def api(self, graph: Graph, folder: Path) -> AsyncIterator[httpx.AsyncClient]:
        async with app_with(graph, documents=folder, documents_only=True) as client:
            yield client

    @pytest.mark.parametrize(
        "text", [KIND, "fragment What on Query{__typename}\n# as it is\nquery Kind {...What,}"]
    )
    async def test_a_text_that_is_registered_may_be_sent(
        self, api: httpx.AsyncClient, text: str
    ) -> None:
        assert (await api.post("/graphql", json={"query": text})).json() == ANSWER

    @pytest.mark.parametrize(
        "text", ["{ __typename }", KIND + " query B { a }", "{", "{" * 9_000, "a " * 9_000]
    )
    async def test_no_other_is_looked_at(self, api: httpx.AsyncClient, text: str) -> None:
        status, code, message = error(await api.post("/graphql", json={"query": text}))

        assert (status, code) == (403, "DOCUMENT_NOT_REGISTERED")
        assert "LINEAL_DOCUMENTS" in message


class TestChecked:
    async def test_what_the_schema_has_not_is_named(self, graph: Graph, tmp_path: Path) -> None:
        (tmp_path / "a.graphql").write_text("query Old { modles { id } }")

        with pytest.raises(DocumentsError, match=r"query Old.*sha256:.*modles"):
            async with app_with(graph, documents=tmp_path):
                raise AssertionError
