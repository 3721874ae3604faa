"""`lineal namespace create`, `lineal namespace production`"""

import json

from lineal.client import Client, DeploymentDetails
from tests.asking import unique
from tests.cli.conftest import Lineal


class TestCreate:
    def test_prints_its_name(self, lineal: Lineal, client: Client) -> None:
        name = unique("ns")

        said = lineal("namespace", "create", name, "--owner", "team:a", "--tag", "new")

        assert (said.code, said.out) == (0, f"{name}\n")
        made = client.namespace(name)
        assert made is not None
        assert (made.owners, made.tags) == (["team:a"], ["new"])

    def test_one_that_is_there_exits_with_1(self, lineal: Lineal, ns: str) -> None:
        said = lineal("namespace", "create", ns)

        assert (said.code, said.out) == (1, "")
        assert f"There is already a namespace {ns}" in said.err

    def test_a_dry_run_makes_nothing(self, lineal: Lineal, client: Client) -> None:
        name = unique("ns")

        said = lineal("namespace", "create", name, "--dry-run", "--json")

        assert json.loads(said.out)["name"] == name
        assert client.namespace(name) is None


class TestProduction:
    def test_tells_what_serves(self, lineal: Lineal, example: str) -> None:
        (row,) = lineal("namespace", "production", example).out.splitlines()
        staging = lineal("namespace", "production", example, "--environment", "staging", "--json")
        (serving,) = json.loads(staging.out)["nodes"]

        assert row.split()[:4] == [f"{example}/api", f"{example}/scorer:1", "100", "%"]
        assert serving["version"]["ref"] == f"{example}/scorer:2"

    def test_tells_what_served_then(self, lineal: Lineal, example: str) -> None:
        said = lineal("namespace", "production", example, "--as-of", "2020-01-01")

        assert (said.code, said.out, said.err) == (0, "", "Nothing serves in production\n")

    def test_says_that_there_is_more(self, lineal: Lineal, client: Client, world: str) -> None:
        client.deploy_model_version(
            f"{world}/scorer:1",
            deployment=f"{world}/other",
            create_deployment=DeploymentDetails(environment="production"),
        )
        said = lineal("namespace", "production", world, "--limit", "1")

        assert len(said.out.splitlines()) == 1
        assert said.err == "There are more: these are the first 1; see --limit\n"

    def test_none_there_exits_with_1(self, lineal: Lineal) -> None:
        said = lineal("namespace", "production", "no-such")

        assert (said.code, said.out, said.err) == (1, "", "There is no namespace no-such\n")
