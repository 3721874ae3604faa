"""`lineal schema export`"""

from pathlib import Path

from graphql import build_schema

from tests.cli.runner import run


class TestExport:
    def test_writes_the_schema(self, tmp_path: Path) -> None:
        file = tmp_path / "schema.graphql"

        result = run("schema", "export", "--output", str(file))

        assert result.exit_code == 0
        assert build_schema(file.read_text()).query_type is not None

    def test_to_standard_output(self) -> None:
        assert "type Query" in run("schema", "export", "--output", "-").stdout

    def test_check_is_content_with_a_current_file(self, tmp_path: Path) -> None:
        file = tmp_path / "schema.graphql"
        run("schema", "export", "--output", str(file))

        assert run("schema", "export", "--check", "--output", str(file)).exit_code == 0

    def test_check_refuses_a_stale_or_missing_file(self, tmp_path: Path) -> None:
        file = tmp_path / "schema.graphql"

        for _ in ("missing", "stale"):
            result = run("schema", "export", "--check", "--output", str(file))

            assert result.exit_code == 1
            assert "is stale" in result.stderr
            file.write_text("type Query { old: Int }")
