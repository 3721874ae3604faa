"""`lineal deploy`, `lineal rollback`, `lineal undeploy`"""

import json

from lineal.client import Client, DeploymentKind
from tests.cli.conftest import Lineal


class TestDeploy:
    def test_makes_the_deployment_and_prints_what_serves(
        self, lineal: Lineal, client: Client, world: str
    ) -> None:
        about = ["--kind", "batch", "--platform", "kserve", "--endpoint", "https://score.example"]

        said = lineal(
            "deploy", f"{world}/scorer:1", f"{world}/nightly", "--environment", "test", *about,
            "--owner", "ada", "--tag", "eu", "--image", "sha256:1", "--description", "At night",
        )  # fmt: skip

        assert (said.code, said.out) == (0, f"{world}/scorer:1 100 %\n")
        assert said.err == f"What serves at {world}/nightly in test\n"
        made = client.deployment(f"{world}/nightly")
        assert made is not None
        assert (made.kind, made.platform) == (DeploymentKind.BATCH, "kserve")
        assert (made.owners, made.tags) == (["ada"], ["eu"])
        assert (made.image, made.description) == ("sha256:1", "At night")

    def test_shares_traffic(self, lineal: Lineal, world: str) -> None:
        said = lineal("deploy", f"{world}/scorer:2", f"{world}/api", "--weight", "0.125")

        assert said.out == f"{world}/scorer:1 87.5 %\n{world}/scorer:2 12.5 %\n"

    def test_again_changes_nothing_and_says_so(self, lineal: Lineal, world: str) -> None:
        said = lineal("deploy", f"{world}/scorer:1", f"{world}/api", "--environment", "staging")

        assert (said.code, said.out) == (0, f"{world}/scorer:1 100 %\n")
        assert "was there already, in production" in said.err
        assert "had that share" in said.err

    def test_json(self, lineal: Lineal, world: str) -> None:
        said = lineal("deploy", f"{world}/scorer:2", f"{world}/api", "--dry-run", "--json")

        answer = json.loads(said.out)
        assert answer["changed"] is True
        assert answer["deployment"]["versions"][0]["version"]["ref"] == f"{world}/scorer:2"

    def test_nowhere_exits_with_1(self, lineal: Lineal, world: str) -> None:
        said = lineal("deploy", f"{world}/scorer:1", f"{world}/nowhere")

        assert (said.code, said.out) == (1, "")
        assert said.err == f"There is no deployment {world}/nowhere\n"

    def test_stale_exits_with_1(self, lineal: Lineal, world: str) -> None:
        said = lineal("deploy", f"{world}/scorer:2", f"{world}/api", "--expected-revision", "99")

        assert said.code == 1
        assert "99" in said.err

    def test_details_without_an_environment_are_a_wrong_call(self, lineal: Lineal) -> None:
        said = lineal("deploy", "risk/scorer:1", "risk/api", "--owner", "ada")

        assert said.code == 2
        assert "--owner is of a deployment to be made" in said.err


class TestRollback:
    def test_prints_what_serves_again(self, lineal: Lineal, world: str) -> None:
        lineal("deploy", f"{world}/scorer:2", f"{world}/api")

        said = lineal("rollback", f"{world}/api", "--reason", "Drift")

        assert (said.code, said.out) == (0, f"{world}/scorer:1 100 %\n")

    def test_a_dry_run_with_json(self, lineal: Lineal, client: Client, world: str) -> None:
        lineal("deploy", f"{world}/scorer:2", f"{world}/api")

        said = lineal("rollback", f"{world}/api", "--dry-run", "--json")

        assert json.loads(said.out)["versions"][0]["version"]["number"] == 1
        there = client.deployment(f"{world}/api")
        assert there is not None
        assert [each.version.number for each in there.versions] == [2]

    def test_to_nothing_exits_with_1(self, lineal: Lineal, world: str) -> None:
        said = lineal("rollback", f"{world}/api")

        assert (said.code, said.out) == (1, "")
        assert len(said.err.splitlines()) == 1


class TestUndeploy:
    def test_one_version(self, lineal: Lineal, world: str) -> None:
        lineal("deploy", f"{world}/scorer:2", f"{world}/api", "--weight", "0.5")

        said = lineal("undeploy", f"{world}/api", f"{world}/scorer:1")

        assert (said.code, said.out) == (0, f"{world}/scorer:2 100 %\n")

    def test_all_of_them(self, lineal: Lineal, world: str) -> None:
        said = lineal("undeploy", f"{world}/api", "--reason", "Retired")

        assert (said.code, said.out) == (0, "")
        assert said.err == f"Nothing serves at {world}/api in production\n"

    def test_json(self, lineal: Lineal, world: str) -> None:
        assert json.loads(lineal("undeploy", f"{world}/api", "--json").out)["versions"] == []

    def test_what_does_not_serve_exits_with_1(self, lineal: Lineal, world: str) -> None:
        said = lineal("undeploy", f"{world}/api", f"{world}/scorer:2")

        assert (said.code, said.out) == (1, "")
