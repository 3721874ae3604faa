"""Every statement is a file that says what it answers."""

import re
from pathlib import Path

import pytest

from lineal.kernel import queries
from lineal.kernel.queries import CypherMissing


class TestQuery:
    def test_has_the_files_text_and_its_question(self) -> None:
        found = queries.query("kernel/await_indexes")

        assert found.name == "kernel/await_indexes"
        assert found.question == "Waits until every index is online; fails if one cannot be."
        assert found.text == "CALL db.awaitIndexes($seconds)"

    def test_of_no_file(self) -> None:
        with pytest.raises(CypherMissing, match=r"cypher/no/such\.cypher does not exist"):
            queries.query("no/such")

    @pytest.mark.parametrize("name", queries.names())
    def test_every_file_says_what_it_answers_and_finds_what_it_includes(self, name: str) -> None:
        found = queries.query(name)

        assert found.question[0].isupper()
        assert found.question.endswith((".", "?"))
        assert "// include" not in found.text


class TestFragment:
    def test_of_a_field_that_no_file_fetches(self) -> None:
        assert queries.fragment("Nothing", "field") is None

    def test_every_one_is_found_by_its_type_and_field(self) -> None:
        for name in queries.names():
            type_name, dot, field = name.rpartition("/")[2].partition(".")
            if dot:
                assert queries.fragment(type_name, field) == queries.query(name)

    def test_no_two_files_fetch_the_same_field(self) -> None:
        files = [name.rpartition("/")[2] for name in queries.names()]
        fragments = [name for name in files if "." in name]

        assert len(fragments) == len(set(fragments))


class TestRead:
    def test_without_a_question(self, tmp_path: Path) -> None:
        file = tmp_path / "silent.cypher"
        file.write_text("RETURN 1\n")

        with pytest.raises(CypherMissing, match="must begin with a comment"):
            queries.read(file, "silent")


class TestFolder:
    def test_holds_nothing_but_cypher(self) -> None:
        files = [path for path in queries.folder().rglob("*") if path.is_file()]

        assert {path.suffix for path in files} == {".cypher"}

    def test_names_are_the_words_of_the_api(self) -> None:
        pattern = r"[a-z_]+/(?:\d{4}_)?(?:[a-z]+(?:_[a-z]+)*|[A-Z]\w+(?:\.[a-z]\w*)+)"

        assert [name for name in queries.names() if not re.fullmatch(pattern, name)] == []
