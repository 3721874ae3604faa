"""Documents, without a database: what is kept of them, and what is told of them."""

import pytest

from lineal.kernel.documents import DOCUMENTS, LARGEST, Document, Documents
from lineal.kernel.limits import Limits
from tests.kernel.planned import GRAPHQL


@pytest.fixture
def documents() -> Documents:
    return Documents(GRAPHQL, Limits())


def prepared(documents: Documents, text: str) -> Document:
    """Returns a document that is valid."""
    document = documents.prepare(text)
    assert isinstance(document, Document)
    return document


class TestPrepare:
    def test_once(self, documents: Documents) -> None:
        text = "{ models { nodes { id } } }"

        assert prepared(documents, text) is prepared(documents, text)

    def test_what_was_not_asked_for_longest_is_forgotten(self, documents: Documents) -> None:
        first, second = (prepared(documents, f"query {name} {{ a: __typename }}") for name in "AB")
        for number in range(DOCUMENTS - 2):
            prepared(documents, f"query Q{number} {{ __typename }}")
        again = prepared(documents, "query A { a: __typename }")
        prepared(documents, "query Other { __typename }")

        assert again is first
        assert prepared(documents, "query A { a: __typename }") is first
        assert prepared(documents, "query B { a: __typename }") is not second

    def test_what_is_very_long_is_not_kept(self, documents: Documents) -> None:
        text = "{ __typename }".ljust(LARGEST + 1)

        assert prepared(documents, text) is not prepared(documents, text)

    @pytest.mark.parametrize("text", ["{", "{ nothing }", "{" * 20_000])
    def test_what_is_not_valid_is_told(self, documents: Documents, text: str) -> None:
        assert isinstance(documents.prepare(text), list)


class TestSwitches:
    def test_are_the_variables_of_directives(self, documents: Documents) -> None:
        document = prepared(
            documents,
            "query ($b: Boolean!, $a: Boolean!, $ref: Ref!) {"
            " model(ref: $ref) { name @skip(if: $b) ref @include(if: $a) } }",
        )

        assert document.switches == ("a", "b")

    def test_are_those_of_orders_too(self, documents: Documents) -> None:
        document = prepared(
            documents,
            "query ($by: NamedOrder, $first: Int!) {"
            " models(orderBy: $by, first: $first) { totalCount } }",
        )

        assert document.switches == ("by",)


class TestMutates:
    @pytest.mark.parametrize(("name", "mutates"), [("Ask", False), ("Tell", True), (None, True)])
    def test_the_operation_that_is_asked_for(
        self, documents: Documents, name: str | None, mutates: bool
    ) -> None:
        document = prepared(documents, "query Ask { __typename } mutation Tell { __typename }")

        assert document.mutates(name) is mutates
