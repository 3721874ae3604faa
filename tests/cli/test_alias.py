"""`lineal alias set`, `lineal alias remove`, `lineal alias list`"""

import json

import pytest

from lineal.client import Client
from tests.cli.conftest import Lineal


class TestSet:
    @pytest.mark.parametrize("version", ["2", "{ns}/scorer:2"])
    def test_by_number_or_ref(self, lineal: Lineal, world: str, version: str) -> None:
        said = lineal("alias", "set", f"{world}/scorer@champion", version.format(ns=world))

        assert (said.code, said.out) == (0, f"{world}/scorer:2\n")
        assert said.err == f"{world}/scorer@champion points at {world}/scorer:2\n"

    def test_moves_it_with_a_reason(self, lineal: Lineal, client: Client, world: str) -> None:
        lineal("alias", "set", f"{world}/scorer@champion", "1")

        said = lineal(
            "alias", "set", f"{world}/scorer@champion", "2", "--replaces", "1", "--reason", "Better"
        )

        assert said.code == 0
        assert said.err.endswith(f", before at {world}/scorer:1\n")
        model = client.model(f"{world}/scorer")
        assert model is not None
        (alias,) = model.aliases
        assert (alias.version.number, alias.reason) == (2, "Better")

    def test_moved_by_somebody_else_exits_with_1(self, lineal: Lineal, world: str) -> None:
        lineal("alias", "set", f"{world}/scorer@champion", "1")

        said = lineal("alias", "set", f"{world}/scorer@champion", "2", "--replaces", "2")

        assert (said.code, said.out) == (1, "")
        assert f"champion points at {world}/scorer:1" in said.err

    def test_a_dry_run_moves_nothing(self, lineal: Lineal, client: Client, world: str) -> None:
        said = lineal("alias", "set", f"{world}/scorer@champion", "1", "--dry-run", "--json")

        assert json.loads(said.out)["modelVersion"]["ref"] == f"{world}/scorer:1"
        assert "would point" in said.err
        assert client.model_version(f"{world}/scorer@champion") is None

    @pytest.mark.parametrize("version", ["v1", "-", "latest"])
    def test_no_version_is_a_wrong_call(self, lineal: Lineal, world: str, version: str) -> None:
        said = lineal("alias", "set", f"{world}/scorer@champion", "--", version)

        assert (said.code, said.out) == (2, "")
        assert f"{version} is no version" in said.err

    @pytest.mark.parametrize("target", ["risk/scorer", "risk/scorer:1", "@champion", "risk/x@"])
    def test_no_alias_is_a_wrong_call(self, lineal: Lineal, target: str) -> None:
        said = lineal("alias", "set", target, "1")

        assert said.code == 2
        assert f"{target} is not MODEL@ALIAS" in said.err


class TestRemove:
    def test_prints_what_it_pointed_at(self, lineal: Lineal, client: Client, world: str) -> None:
        lineal("alias", "set", f"{world}/scorer@champion", "1")

        said = lineal("alias", "remove", f"{world}/scorer@champion", "--replaces", "1")

        assert (said.code, said.out) == (0, f"{world}/scorer:1\n")
        assert client.model_version(f"{world}/scorer@champion") is None

    def test_json(self, lineal: Lineal, world: str) -> None:
        lineal("alias", "set", f"{world}/scorer@champion", "1")

        said = lineal("alias", "remove", f"{world}/scorer@champion", "--json")

        assert json.loads(said.out)["previous"]["ref"] == f"{world}/scorer:1"

    def test_none_there_exits_with_1(self, lineal: Lineal, world: str) -> None:
        said = lineal("alias", "remove", f"{world}/scorer@champion")

        assert (said.code, said.out) == (1, "")
        assert len(said.err.splitlines()) == 1


class TestList:
    def test_now_and_then(self, lineal: Lineal, world: str) -> None:
        model = f"{world}/scorer"
        before = lineal("alias", "list", model)
        lineal("alias", "set", f"{model}@champion", "1")
        lineal("alias", "set", f"{model}@challenger", "2")
        rows = lineal("alias", "list", model).out.splitlines()
        then = lineal("alias", "list", model, "--as-of", "2020-01-01", "--json")

        assert (before.code, before.out, before.err) == (0, "", f"{model} has no alias\n")
        assert [row.split()[:2] for row in rows] == [
            ["challenger", f"{model}:2"],
            ["champion", f"{model}:1"],
        ]
        assert json.loads(then.out)["aliases"] == []

    def test_none_there_exits_with_1(self, lineal: Lineal) -> None:
        said = lineal("alias", "list", "no/such")

        assert (said.code, said.out, said.err) == (1, "", "There is no model named no/such\n")
