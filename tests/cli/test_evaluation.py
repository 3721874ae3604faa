"""`lineal evaluation record`, and what `lineal show` says of evaluations."""

import json

import pytest

from lineal.client import Client
from tests.cli.conftest import Lineal
from tests.cli.test_show import facts


class TestRecord:
    def test_is_shown_with_its_version(self, lineal: Lineal, client: Client, world: str) -> None:
        ref = f"{world}/scorer:1"
        lineal("evaluation", "record", ref, "--suite", "holdout", "--metric", "auc=0.5")

        said = lineal(
            "evaluation", "record", ref, "--suite", "holdout", "--dataset", f"{world}/clean#1",
            "--metric", "auc=0.91", "--slice", "region=eu:auc=0.88", "--slice", "region=eu:f1=0.5",
        )  # fmt: skip
        shown = facts(lineal("show", ref).out)["holdout"]

        assert said.code == 0
        assert client.run(said.out.strip()) is not None
        assert shown.startswith(
            f"auc 0.91, region=eu auc 0.88, region=eu f1 0.5 on {world}/clean#1, "
        )

    def test_is_compared(self, lineal: Lineal, world: str) -> None:
        for number, auc in ((1, 0.5), (2, 0.75)):
            lineal(
                "evaluation", "record", f"{world}/scorer:{number}", "--suite", "holdout",
                "--dataset", f"{world}/clean#1", "--metric", f"auc={auc}", "--slice",
                f"eu:auc={auc / 2}",
            )  # fmt: skip

        said = lineal("compare", f"{world}/scorer:1", f"{world}/scorer:2").out
        rows = [line.split() for line in said.splitlines()]

        assert ["holdout", "auc", "0.5", "0.75", "(+0.25)", "better"] in rows
        assert ["holdout", "eu", "auc", "0.25", "0.375", "(+0.125)", "better"] in rows

    def test_json(self, lineal: Lineal, world: str) -> None:
        said = lineal(
            "evaluation", "record", f"{world}/scorer:1", "--suite", "fairness",
            "--slice", "age<30:auc=0.5", "--json", "--dry-run",
        )  # fmt: skip
        told = json.loads(said.out)

        assert (told["suite"], told["dataset"]) == ("fairness", None)
        assert told["slices"] == [{"name": "age<30", "metrics": [{"key": "auc", "value": 0.5}]}]

    @pytest.mark.parametrize("text", ["auc=0.5", "eu:auc", "eu:auc=high", ":auc=1"])
    def test_a_slice_that_is_none_exits_with_2(self, lineal: Lineal, text: str) -> None:
        said = lineal("evaluation", "record", "a/b:1", "--suite", "s", "--slice", text)

        assert (said.code, said.out) == (2, "")

    def test_of_an_unknown_version_exits_with_1(self, lineal: Lineal, world: str) -> None:
        said = lineal("evaluation", "record", f"{world}/scorer:9", "--suite", "s")

        assert said.code == 1
        assert f"{world}/scorer:9" in said.err
