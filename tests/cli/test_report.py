"""`lineal deployment report`"""

import json

from lineal.client import Client
from tests.cli.conftest import Lineal


def running(ns: str, *names: str, version: str = "scorer:1") -> str:
    """Returns a report as JSON."""
    versions = [{"modelVersion": f"{ns}/{version}"}]
    deployments = [
        {"name": name, "environment": "production", "versions": versions} for name in names
    ]
    return json.dumps({"namespace": ns, "platform": "kserve", "deployments": deployments})


class TestReport:
    def test_prints_what_changed(self, lineal: Lineal, world: str) -> None:
        lineal("deployment", "report", "-", stdin=running(world, "a", "b"))

        said = lineal("deployment", "report", "-", stdin=running(world, "b", "c"))

        assert said.code == 0
        assert [line.split() for line in said.out.splitlines()] == [
            ["began", f"{world}/c", "production", f"{world}/scorer:1", "100", "%"],
            ["ended", f"{world}/a", "production"],
        ]
        assert said.err == "Report 2 of kserve: 1 began, 0 changed, 1 ended, 1 unchanged\n"

    def test_says_what_is_unknown(self, lineal: Lineal, ns: str) -> None:
        said = lineal("deployment", "report", "-", stdin=running(ns, "a", version="what:7"))

        assert said.out.split() == ["unknown", "a", f"{ns}/what:7"]
        assert said.err.endswith("; 1 version unknown\n")

    def test_says_what_is_archived(self, lineal: Lineal, client: Client, world: str) -> None:
        version = client.register_model_version(f"{world}/scorer").ref
        client.archive_record(version)

        name = version.partition("/")[2]
        said = lineal("deployment", "report", "-", stdin=running(world, "a", version=name))

        assert said.out.splitlines()[1].split() == ["archived", "a", version]
        assert said.err.endswith("; 1 version archived\n")

    def test_a_dry_run_with_json(self, lineal: Lineal, client: Client, world: str) -> None:
        said = lineal("deployment", "report", "-", "--dry-run", "--json", stdin=running(world, "a"))

        assert json.loads(said.out)["began"][0]["ref"] == f"{world}/a"
        assert said.err.startswith("Would be report 1 of kserve: 1 began")
        assert client.deployment(f"{world}/a") is None

    def test_an_older_one_exits_with_1(self, lineal: Lineal, world: str) -> None:
        lineal("deployment", "report", "-", stdin=running(world, "a"))

        said = lineal("deployment", "report", "-", "--expected-revision", "0", stdin=running(world))

        assert (said.code, said.out) == (1, "")
        assert "is at revision 1, not 0" in said.err

    def test_a_wrong_file_exits_with_2(self, lineal: Lineal, ns: str) -> None:
        misspelt = running(ns, "a").replace("environment", "enviroment")

        assert (
            "did you mean environment?" in lineal("deployment", "report", "-", stdin=misspelt).err
        )
        said = lineal("deployment", "report", "-", stdin='{"platform": "kserve"}')
        assert (said.code, said.out) == (2, "")
        assert "namespace is missing" in said.err


class TestDrift:
    def test_is_listed_and_shown(self, lineal: Lineal, world: str) -> None:
        lineal("deployment", "report", "-", stdin=running(world, "api", version="scorer:2"))

        said = lineal("list", "deployments", "--namespace", world, "--drift")
        shown = lineal("show", f"{world}/api")

        assert said.out.split()[:2] == [f"{world}/api", "production"]
        assert f"{world}/scorer:1 is missing, {world}/scorer:2 is unexpected" in said.out
        assert len(said.out.splitlines()) == 1
        assert f"Drift\n{world}/scorer:1 is missing\n" in shown.out

    def test_is_of_deployments_only(self, lineal: Lineal) -> None:
        said = lineal("list", "models", "--drift")

        assert (said.code, said.out) == (2, "")
        assert "models cannot be listed by drift" in said.err


class TestAsOf:
    def test_lists_where_something_served_then(self, lineal: Lineal, world: str) -> None:
        now = lineal("list", "deployments", "--namespace", world, "--as-of", "2099-01-01")
        before = lineal("list", "deployments", "--namespace", world, "--as-of", "2020-01-01")

        assert len(now.out.splitlines()) == 2
        assert before.out == ""

    def test_is_of_deployments_only(self, lineal: Lineal) -> None:
        said = lineal("list", "models", "--as-of", "2020-01-01")

        assert (said.code, said.out) == (2, "")
        assert "only deployments are listed as of a time" in said.err
