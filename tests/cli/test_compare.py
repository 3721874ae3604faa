"""`lineal compare`"""

import json

import pytest

from lineal.cli.markdown import code
from lineal.client import Client, EndedRunDetails, ModelDetails, RunInputInput, RunSourceInput
from tests.cli.conftest import Lineal

REPOSITORY = "https://github.com/acme/risk"


@pytest.fixture
def scorer(client: Client, ns: str) -> str:
    """The ref of a model with two versions."""
    client.create_dataset(f"{ns}/d")
    for number, (auc, loss, depth) in enumerate(((0.75, 0.5, 3), (0.5, 0.25, 5)), 1):
        client.register_dataset_version(f"{ns}/d", label=str(number))
        client.register_model_version(
            f"{ns}/m",
            create_model=ModelDetails(),
            parameters={"depth": depth, "seed": 7, "bias": True},
            metrics={"auc": auc, "loss": loss},
            run=EndedRunDetails(
                name="train",
                inputs=[RunInputInput(ref=f"{ns}/d#{number}")],
                source=RunSourceInput(repository=REPOSITORY, commit=f"{number}" * 40),
            ),
        )
    return f"{ns}/m"


class TestCompare:
    def test_shows_what_differs(self, lineal: Lineal, ns: str, scorer: str) -> None:
        said = lineal("compare", f"{scorer}:1", f"{scorer}:2")
        lines = [" ".join(line.split()) for line in said.out.splitlines()]

        assert said.code == 0
        assert lines[0] == f"{scorer}:1 {scorer}:2"
        assert lines[1:] == [
            "",
            "Metrics",
            "auc 0.75 better 0.5 (-0.25)",
            "loss 0.5 0.25 (-0.25) better",
            "",
            "Parameters",
            "depth 3 5",
            "",
            "Data",
            f"train {ns}/d#1 {ns}/d#2",
            "",
            "Code",
            f"commit {'1' * 12} {'2' * 12}",
            "",
            "The same of all, see --all: 2 in parameters, 1 in code",
            "",
            f"Changes of code up to {scorer}:2: {REPOSITORY}/compare/{'1' * 40}...{'2' * 40}",
        ]

    def test_all_shows_also_what_does_not(self, lineal: Lineal, scorer: str) -> None:
        said = lineal("compare", f"{scorer}:1", f"{scorer}:2", "--all")
        lines = [" ".join(line.split()) for line in said.out.splitlines()]

        assert "seed 7 7" in lines
        assert "bias true true" in lines
        assert f"repository {REPOSITORY} {REPOSITORY}" in lines
        assert "The same of all" not in said.out

    def test_nothing_differs(self, lineal: Lineal, client: Client, ns: str) -> None:
        for _ in range(2):
            client.register_model_version(f"{ns}/m", create_model=ModelDetails())

        said = lineal("compare", f"{ns}/m:1", f"{ns}/m:2")

        assert said.out.endswith("\nNothing that is recorded of them differs\n")

    def test_of_more_than_two_one_is_the_best(
        self, lineal: Lineal, client: Client, scorer: str
    ) -> None:
        client.register_model_version(scorer, metrics={"auc": 0.9})

        said = lineal("compare", *(f"{scorer}:{number}" for number in (1, 2, 3)))

        assert "0.9 (+0.15) best" in said.out

    def test_json(self, lineal: Lineal, scorer: str) -> None:
        said = lineal("compare", f"{scorer}:1", f"{scorer}:2", "--json")
        metrics = {each["key"]: each["better"] for each in json.loads(said.out)["metrics"]}

        assert metrics == {"auc": f"{scorer}:1", "loss": f"{scorer}:2"}

    def test_markdown(self, lineal: Lineal, ns: str, scorer: str) -> None:
        said = lineal("compare", f"{scorer}:1", f"{scorer}:2", "--markdown")

        assert said.out.splitlines() == [
            f"|  | `{scorer}:1` | `{scorer}:2` |",
            "| --- | --- | --- |",
            "| **Metrics** |  |  |",
            "| `auc` | **`0.75`** (better) | `0.5` (-0.25) |",
            "| `loss` | `0.5` | **`0.25`** (-0.25, better) |",
            "| **Parameters** |  |  |",
            "| `depth` | `3` | `5` |",
            "| **Data** |  |  |",
            f"| `train` | `{ns}/d#1` | `{ns}/d#2` |",
            "| **Code** |  |  |",
            f"| `commit` | `{'1' * 12}` | `{'2' * 12}` |",
            f"| Changes of code |  | [changes]({REPOSITORY}/compare/{'1' * 40}...{'2' * 40}) |",
            "",
            "The same of all: 2 in parameters, 1 in code.",
        ]

    def test_markdown_and_json_is_a_wrong_call(self, lineal: Lineal) -> None:
        said = lineal("compare", "a/b:1", "a/b:2", "--markdown", "--json")

        assert (said.code, said.out) == (2, "")

    def test_one_version_exits_with_1(self, lineal: Lineal, scorer: str) -> None:
        said = lineal("compare", f"{scorer}:1")

        assert (said.code, said.out) == (1, "")
        assert "give between 2 and 10 refs" in said.err

    def test_a_version_that_is_not_there_exits_with_1(self, lineal: Lineal, scorer: str) -> None:
        said = lineal("compare", f"{scorer}:1", f"{scorer}:3")

        assert (said.code, said.out) == (1, "")
        assert f"{scorer}:3" in said.err


class TestCode:
    @pytest.mark.parametrize(
        ("text", "span"),
        [
            ("plain", "`plain`"),
            ("a|b", "`a\\|b`"),
            ("@everyone <b>\n# x", "`@everyone <b> # x`"),
            ("`", "`` ` ``"),
            ("a``b", "```a``b```"),
            ("", "` `"),
        ],
    )
    def test_holds_any_text(self, text: str, span: str) -> None:
        assert code(text) == span
