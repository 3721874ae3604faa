"""`lineal run start`, `lineal run log`, `lineal run finish`"""

import json

from lineal.client import Client, RunStatus
from tests.cli.conftest import Lineal


class TestRun:
    def test_is_told_of_while_it_goes_on(self, lineal: Lineal, client: Client, world: str) -> None:
        lineal("experiment", "create", f"{world}/search")
        begun = lineal(
            *("run", "start", world, "--name", "train", "--kind", "transformation"),
            *("--experiment", f"{world}/search", "--commit", "1f0a2b7", "--param", "depth=4"),
            *("--input", f"{world}/raw#1", "--input", f"source={world}/clean#1"),
        )
        id_ = begun.out.strip()
        logged = lineal("run", "log", id_, "--metric", "rows=7", "--tag", "x")
        ended = lineal("run", "finish", id_, "--status", "failed", "--reason", "Out of memory")
        run = client.run(id_)

        assert (begun.code, logged.code, ended.code) == (0, 0, 0)
        assert begun.out == logged.out == ended.out
        assert ended.err == "train is failed\n"
        assert run is not None
        assert (run.status, run.status_reason) == (RunStatus.FAILED, "Out of memory")
        assert (run.parameters, run.metrics, run.tags) == ({"depth": 4}, {"rows": 7.0}, ["x"])
        assert run.source.commit == "1f0a2b7"
        assert run.experiment is not None
        assert [(each.role, each.node.ref) for each in run.inputs] == [
            ("source", f"{world}/clean#1"),
            ("train", f"{world}/raw#1"),
        ]

    def test_writes_data(self, lineal: Lineal, ns: str) -> None:
        id_ = lineal("run", "start", ns, "--name", "r").out.strip()
        data = lineal("dataset", "register", f"{ns}/d", "--create-dataset", "--label", "1").out
        said = lineal("run", "finish", id_, "--output", data.strip(), "--json")

        assert [each["ref"] for each in json.loads(said.out)["outputs"]] == [f"{ns}/d#1"]

    def test_that_has_ended_is_told_no_more(self, lineal: Lineal, ns: str) -> None:
        id_ = lineal("run", "start", ns, "--name", "r").out.strip()
        lineal("run", "finish", id_)
        said = lineal("run", "log", id_, "--metric", "a=1")

        assert (said.code, said.out) == (1, "")

    def test_a_dry_run_begins_nothing(self, lineal: Lineal, ns: str) -> None:
        said = lineal("run", "start", ns, "--name", "r", "--dry-run")

        assert said.code == 0
        assert lineal("list", "runs", "--namespace", ns).out == ""

    def test_a_metric_that_is_no_number_exits_with_2(self, lineal: Lineal, ns: str) -> None:
        said = lineal("run", "start", ns, "--name", "r", "--metric", "auc=high")

        assert (said.code, said.out) == (2, "")
