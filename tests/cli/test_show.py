"""`lineal show`"""

import json

import pytest

from lineal.client import Client, MetricPointInput, RunSourceInput
from tests.cli.conftest import Lineal


def facts(text: str) -> dict[str, str]:
    """Returns what is said line by line, by its name."""
    pairs = (line.split("  ", 1) for line in text.splitlines() if "  " in line)
    return {name: value.strip() for name, value in pairs}


class TestShow:
    def test_a_namespace(self, lineal: Lineal, example: str) -> None:
        said = lineal("show", example)

        assert said.code == 0
        assert said.out.startswith(f"namespace {example}\n")
        assert facts(said.out)["Owners"] == "ada"

    def test_a_dataset(self, lineal: Lineal, example: str) -> None:
        said = lineal("show", f"{example}/raw")

        assert said.out.startswith(f"dataset {example}/raw\n")
        assert facts(said.out)["Latest version"] == f"{example}/raw#1"

    def test_a_dataset_version(self, lineal: Lineal, client: Client, ns: str) -> None:
        client.create_dataset(f"{ns}/data")
        client.register_dataset_version(
            f"{ns}/data", label="1", size_bytes=1500, row_count=10_000, columns={"age": "int"},
            statistics={"age.mean": 41.5}, digest="sha256:0123456789",
        )  # fmt: skip

        said = facts(lineal("show", f"{ns}/data#1").out)

        assert said["Digest"] == "sha256:0123456789"
        assert said["Size"] == "1.5 kB (1,500 bytes)"
        assert said["Rows"] == "10,000"
        assert said["age"] == "int"
        assert said["age.mean"] == "41.5"

    def test_a_run(self, lineal: Lineal, client: Client, ns: str) -> None:
        run = client.register_run(
            ns, name="train", source=RunSourceInput(commit="abc1234"), metrics={"auc": 0.8}
        )

        said = lineal("show", run.id)

        assert said.out.startswith(f"run {run.id}\n")
        assert facts(said.out)["Name"] == "train"
        assert facts(said.out)["Status"] == "finished"
        assert facts(said.out)["Commit"] == "abc1234"
        assert facts(said.out)["auc"] == "0.8"

    def test_a_run_with_series(self, lineal: Lineal, client: Client, ns: str) -> None:
        run = client.start_run(ns, name="train")
        points = [MetricPointInput(key="loss", step=i, value=10 - i % 8) for i in range(100)]
        client.log_metrics(run.id, points=[*points, MetricPointInput(key="rows", step=1, value=5)])

        said = facts(lineal("show", run.id).out)

        assert said["loss"].endswith("  last 7 at 99, best 3 at 7 (100 points)")
        assert {"▁", "█"} <= set(said["loss"])
        assert said["rows"] == "▁  last 5 at 1, least 5 at 1, greatest 5 at 1 (1 point)"

    def test_a_model(self, lineal: Lineal, world: str) -> None:
        lineal("alias", "set", f"{world}/scorer@champion", "1")

        said = lineal("show", f"{world}/scorer")

        assert said.out.startswith(f"model {world}/scorer\n")
        assert facts(said.out)["Latest version"] == f"{world}/scorer:2"
        assert facts(said.out)["champion"].startswith(f"{world}/scorer:1 since ")

    def test_a_model_version_by_its_alias(self, lineal: Lineal, world: str) -> None:
        lineal("alias", "set", f"{world}/scorer@champion", "1")

        said = lineal("show", f"{world}/scorer@champion")

        assert said.out.startswith(f"model {world}/scorer:1\n")
        assert facts(said.out)["Aliases"] == "champion"
        assert facts(said.out)["Owners"] == "ada"
        assert facts(said.out)["Serves at"] == f"{world}/api in production"
        assert facts(said.out)["Made by"].startswith("train-1 (")

    def test_a_deployment(self, lineal: Lineal, example: str) -> None:
        said = lineal("show", f"deployment:{example}/api")

        assert said.out.startswith(f"deployment {example}/api\n")
        assert facts(said.out)["Environment"] == "production"
        assert facts(said.out)[f"{example}/scorer:1"].startswith("100 % since ")

    def test_an_application(self, lineal: Lineal, example: str) -> None:
        said = lineal("show", f"{example}/portal")

        assert said.out.startswith(f"application {example}/portal\n")
        assert facts(said.out)["Owners"] == "sales"

    @pytest.mark.parametrize("name", ["scorer", "scorer:1", "raw#1", "api", "portal"])
    def test_json(self, lineal: Lineal, example: str, name: str) -> None:
        said = lineal("show", f"{example}/{name}", "--json")

        assert json.loads(said.out)["ref"] == f"{example}/{name}"

    def test_nothing_of_that_name_exits_with_1(self, lineal: Lineal, example: str) -> None:
        said = lineal("show", f"{example}/nothing")

        assert (said.code, said.out) == (1, "")
        assert said.err == f"There is nothing named {example}/nothing\n"

    def test_a_text_that_is_no_ref_exits_with_1(self, lineal: Lineal) -> None:
        said = lineal("show", "what is this")

        assert (said.code, said.out) == (1, "")
        assert "'what is this' is no ref" in said.err

    def test_a_name_of_several_exits_with_1(self, lineal: Lineal, world: str) -> None:
        lineal("deploy", f"{world}/scorer:1", f"{world}/scorer", "--environment", "test")

        said = lineal("show", f"{world}/scorer")

        assert said.code == 1
        assert len(said.err.splitlines()) == 1
