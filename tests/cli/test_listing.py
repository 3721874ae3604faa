"""`lineal list`"""

import json

import pytest

from lineal.client import Client, ExperimentDetails, ModelDetails, RunStatus
from tests.cli.conftest import Lineal


class TestRuns:
    def test_of_an_experiment(self, lineal: Lineal, client: Client, ns: str) -> None:
        runs = [
            client.start_run(
                ns,
                name=f"trial-{depth}",
                parameters={"depth": depth},
                experiment=f"{ns}/search",
                create_experiment=ExperimentDetails(),
            )
            for depth in (3, 4)
        ]
        client.finish_run(runs[0].id, status=RunStatus.FAILED)

        of_it = lineal("list", "runs", "--experiment", f"{ns}/search").out
        failed = lineal("list", "runs", "--experiment", f"{ns}/search", "--status", "failed").out
        deep = lineal("list", "runs", "--namespace", ns, "--parameter", "depth=4").out

        assert [line.split()[1] for line in of_it.splitlines()] == ["trial-4", "trial-3"]
        assert failed.split()[0] == runs[0].id
        assert deep.split()[0] == runs[1].id
        assert lineal("list", "experiments", "--namespace", ns).out == f"{ns}/search\n"

    def test_a_status_that_there_is_not_exits_with_2(self, lineal: Lineal) -> None:
        said = lineal("list", "runs", "--status", "happy")

        assert said.code == 2
        assert "happy is none of running, finished, failed, cancelled" in said.err


class TestList:
    @pytest.mark.parametrize(
        ("kind", "first"),
        [
            ("datasets", "?/clean"),
            ("dataset-versions", "?/clean#1"),
            ("models", "?/scorer  version 2"),
            ("versions", "?/scorer:2"),
            ("deployments", "?/api    production"),
            ("applications", "?/portal"),
        ],
    )
    def test_a_kind(self, lineal: Lineal, example: str, kind: str, first: str) -> None:
        said = lineal("list", kind, "--namespace", example)

        assert (said.code, said.err) == (0, "")
        assert said.out.startswith(first.replace("?", example))

    def test_runs_by_id_and_name(self, lineal: Lineal, example: str) -> None:
        lines = lineal("list", "runs", "--namespace", example).out.splitlines()

        assert [line.split()[1:3] for line in lines] == [
            ["train-2", "finished"],
            ["train-1", "finished"],
            ["clean", "finished"],
        ]

    def test_namespaces_by_owner(self, lineal: Lineal, example: str) -> None:
        assert example in lineal("list", "namespaces", "--owner", "ada", "--limit", "10000").out
        assert lineal("list", "namespaces", "--owner", "nobody").out == ""

    def test_versions_by_metric_and_environment(self, lineal: Lineal, world: str) -> None:
        serving = lineal("list", "versions", "--namespace", world, "--environment", "staging")
        measured = lineal("list", "versions", "--namespace", world, "--metric", "none>=0.5")

        assert serving.out.startswith(f"{world}/scorer:2")
        assert measured.out == ""

    def test_in_an_order_over_several_pages(self, lineal: Lineal, client: Client, ns: str) -> None:
        client.create_model(f"{ns}/b")
        client.create_model(f"{ns}/a")
        by_name = lineal("list", "models", "--namespace", ns, "--sort", "name", "--desc")
        by_age = lineal("list", "models", "--namespace", ns, "--sort", "created")

        assert [line.split()[0] for line in by_name.out.splitlines()] == [f"{ns}/b", f"{ns}/a"]
        assert [line.split()[0] for line in by_age.out.splitlines()] == [f"{ns}/b", f"{ns}/a"]

    def test_versions_in_the_order_of_a_metric(
        self, lineal: Lineal, client: Client, ns: str
    ) -> None:
        for value in (0.5, 0.9, 0.7):
            client.register_model_version(
                f"{ns}/m", create_model=ModelDetails(), metrics={"auc": value}
            )
        said = lineal("list", "versions", "--namespace", ns, "--sort", "metric:auc", "--desc")

        assert [line.split()[0] for line in said.out.splitlines()] == [
            *(f"{ns}/m:2", f"{ns}/m:3", f"{ns}/m:1")
        ]

    def test_models_with_their_champions(self, lineal: Lineal, client: Client, ns: str) -> None:
        for name, value in (("good", 0.9), ("bad", 0.6), ("none", 0.5)):
            client.register_model_version(
                f"{ns}/{name}", create_model=ModelDetails(), metrics={"auc": value}
            )
        for name in ("good", "bad"):
            client.set_alias(f"{ns}/{name}", alias="champion", version=f"{ns}/{name}:1")
        asked = ("list", "models", "--namespace", ns, "--alias", "champion")

        assert lineal(*asked).out.split("\n")[1].split() == [
            *(f"{ns}/good", "version", "1", "champion", "1", "auc", "0.9")
        ]
        assert lineal(*asked, "--metric", "auc<=0.7").out.split()[0] == f"{ns}/bad"

    def test_over_several_pages(self, lineal: Lineal, client: Client, ns: str) -> None:
        for number in range(103):
            client.create_model(f"{ns}/m{number:03}")
        said = lineal("list", "models", "--namespace", ns, "--limit", "102")

        assert len(said.out.splitlines()) == 102
        assert "the first 102; see --limit" in said.err

    def test_as_json(self, lineal: Lineal, example: str) -> None:
        said = json.loads(lineal("list", "models", "--namespace", example, "--json").out)

        assert [node["ref"] for node in said["nodes"]] == [f"{example}/scorer"]
        assert said["pageInfo"]["hasNextPage"] is False

    @pytest.mark.parametrize(
        ("arguments", "why"),
        [
            (["pictures"], "'pictures'"),
            (["datasets", "--metric", "auc>=1"], "datasets cannot be listed by metric"),
            (["versions", "--metric", "auc=1"], "auc=1 is not like auc>=0.9"),
            (["versions", "--metric", "auc>=high"], "auc>=high is not like auc>=0.9"),
            (["versions", "--limit", "0"], "--limit"),
            (["versions", "--sort", "owner"], "versions have no order by owner, but by number"),
            (["versions", "--desc"], "--desc"),
        ],
    )
    def test_a_wrong_call_exits_with_2(
        self, lineal: Lineal, arguments: list[str], why: str
    ) -> None:
        said = lineal("list", *arguments)

        assert (said.code, said.out) == (2, "")
        assert why in said.err
