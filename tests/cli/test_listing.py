"""`lineal list`"""

import json

import pytest

from lineal.client import Client
from tests.cli.conftest import Lineal


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
            (["models", "--metric", "auc>=1"], "models cannot be listed by metric"),
            (["versions", "--metric", "auc=1"], "auc=1 is not like auc>=0.9"),
            (["versions", "--metric", "auc>=high"], "auc>=high is not like auc>=0.9"),
            (["versions", "--limit", "0"], "--limit"),
        ],
    )
    def test_a_wrong_call_exits_with_2(
        self, lineal: Lineal, arguments: list[str], why: str
    ) -> None:
        said = lineal("list", *arguments)

        assert (said.code, said.out) == (2, "")
        assert why in said.err
