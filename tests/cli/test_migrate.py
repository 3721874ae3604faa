"""`lineal migrate`"""

import os
import subprocess
import sys

from lineal.kernel.graph import Graph
from lineal.kernel.migrations import released
from tests.conftest import Neo4j


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if "LINEAL" not in name}
    given = {f"LINEAL_{name.upper()}": value for name, value in settings.items()}
    command = [sys.executable, "-m", "lineal", "migrate", *arguments]
    return subprocess.run(command, env=kept | given, capture_output=True, text=True)


class TestMigrate:
    def test_says_that_nothing_was_pending(self, neo4j: Neo4j, graph: Graph) -> None:
        done = run(neo4j_uri=neo4j.uri, neo4j_password=neo4j.password)

        assert (done.returncode, done.stdout) == (0, "Nothing was pending\n")

    def test_check_says_that_nothing_is(self, neo4j: Neo4j, graph: Graph) -> None:
        done = run("--check", neo4j_uri=neo4j.uri, neo4j_password=neo4j.password)

        assert (done.returncode, done.stdout) == (0, "Nothing is pending\n")

    def test_a_database_that_is_down_is_one_line(self) -> None:
        done = run(neo4j_uri="bolt://127.0.0.1:1")

        assert done.returncode == 1
        assert done.stderr.startswith("No Neo4j to use at bolt://127.0.0.1:1")
        assert len(done.stderr.splitlines()) == 1


class TestEmbedded:
    def test_check_names_what_is_pending_until_it_is_applied(
        self, tmp_path: os.PathLike[str]
    ) -> None:
        data, names = str(tmp_path), ", ".join(each.name for each in released())

        before = run("--check", data=data)
        applied = run(data=data)
        after = run("--check", data=data)

        assert (before.returncode, before.stderr) == (1, f"Pending: {names}\n")
        assert (applied.returncode, applied.stdout) == (0, f"Applied {names}\n")
        assert after.returncode == 0
