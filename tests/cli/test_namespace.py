"""`lineal namespace create`"""

import json

from lineal.client import Client
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
