"""Pages as Cypher, without a database."""

from tests.kernel.planned import statement


class TestConnection:
    def test_a_page_that_is_only_counted_is_not_fetched(self) -> None:
        found = statement("{ models { totalCount } }")

        assert "count(node)" in found
        assert "LIMIT" not in found

    def test_a_count_that_is_not_asked_is_not_made(self) -> None:
        assert "count(node)" not in statement("{ models { nodes { id } } }")
