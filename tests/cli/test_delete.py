"""`lineal delete`"""

import io
import json

import pytest

from lineal.client import (
    Client,
    DatasetDetails,
    DatasetVersionInput,
    ModelDetails,
    RunInputInput,
)
from tests.cli.conftest import Lineal


class Terminal(io.StringIO):
    """Standard input that a person types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def model(client: Client, ns: str) -> str:
    """The ref of a model with two versions, to which nothing refers."""
    for _ in range(2):
        client.register_model_version(f"{ns}/m", create_model=ModelDetails())
    return f"{ns}/m"


class TestDelete:
    def test_prints_what_went(self, lineal: Lineal, client: Client, model: str) -> None:
        said = lineal("delete", model, "--yes")

        assert (said.code, said.err) == (0, "3 records went\n")
        assert said.out == f"{model}\n{model}:1\n{model}:2\n"
        assert client.node(model) is None

    def test_dry_run_keeps_it(self, lineal: Lineal, client: Client, model: str) -> None:
        said = lineal("delete", f"{model}:2", "--dry-run")

        assert (said.code, said.out, said.err) == (0, f"{model}:2\n", "1 record would go\n")
        assert client.node(f"{model}:2") is not None

    def test_json(self, lineal: Lineal, model: str) -> None:
        said = lineal("delete", f"{model}:2", "--yes", "--json")

        assert [each["ref"] for each in json.loads(said.out)["deleted"]] == [f"{model}:2"]

    def test_lists_what_is_in_the_way(self, lineal: Lineal, world: str) -> None:
        said = lineal("delete", f"{world}/scorer:1", "--yes")

        assert said.code == 1
        assert said.err == f"{world}/scorer:1 is referred to by 1 deployment\n"
        assert said.out == f"deployment  {world}/api  deployed as, intended\n"

    def test_lists_all_that_is_in_the_way(self, lineal: Lineal, client: Client, ns: str) -> None:
        data = DatasetVersionInput(dataset=f"{ns}/data", create_dataset=DatasetDetails(), label="1")
        read = [RunInputInput(dataset_version=data)]
        runs = [client.register_run(ns, name=f"r{number}", inputs=read) for number in range(23)]
        said = lineal("delete", f"{ns}/data#1", "--yes")

        assert said.code == 1
        assert [line.split()[1] for line in said.out.splitlines()] == [
            run.id for run in reversed(runs)
        ]
        assert said.err == f"{ns}/data#1 is referred to by 23 runs\n"

    @pytest.mark.parametrize(("answer", "code"), [("n", 1), ("", 1), ("y", 0)])
    def test_asks_at_a_terminal(
        self,
        lineal: Lineal,
        client: Client,
        model: str,
        monkeypatch: pytest.MonkeyPatch,
        answer: str,
        code: int,
    ) -> None:
        monkeypatch.setattr("io.StringIO", Terminal)
        said = lineal("delete", model, stdin=f"{answer}\n")

        assert said.code == code
        assert f"model {model}\nmodel {model}:1\nmodel {model}:2\nDelete 3" in said.err
        assert (client.node(model) is None) is (code == 0)

    def test_without_a_terminal_yes_must_be_said(self, lineal: Lineal, model: str) -> None:
        said = lineal("delete", model)

        assert (said.code, said.out) == (2, "")
        assert "--yes" in said.err

    def test_at_another_revision_exits_with_1(
        self, lineal: Lineal, client: Client, model: str
    ) -> None:
        said = lineal("delete", model, "--yes", "--expected-revision", "1")

        assert (said.code, said.out) == (1, "")
        assert "is at revision 3, not 1" in said.err

    def test_nothing_of_that_name_exits_with_1(self, lineal: Lineal, ns: str) -> None:
        said = lineal("delete", f"{ns}/nothing", "--yes")

        assert (said.code, said.out) == (1, "")
        assert said.err == f"There is no node {ns}/nothing\n"
