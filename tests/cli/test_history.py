"""`lineal history`"""

import json

from lineal.client import Client
from tests.cli.conftest import Lineal


class TestHistory:
    def test_of_a_thing(self, lineal: Lineal, client: Client, ns: str) -> None:
        client.create_model(f"{ns}/m")
        client.update_model(f"{ns}/m", tags=["credit"])
        said = lineal("history", f"{ns}/m")
        update, tags, create = said.out.splitlines()

        assert (said.code, said.err) == (0, "")
        assert update.endswith("updateModel")
        assert tags == "    tags: - -> credit"
        assert create.endswith("createModel")

    def test_shows_values_as_people_write_them(
        self, lineal: Lineal, client: Client, ns: str
    ) -> None:
        client.create_model(f"{ns}/m", tags=["a", "b"])
        told = ("--description", 'A "quoted"\ntext.', "--set", "tier=2", "--set", "live=true")
        lineal("update", f"{ns}/m", *told, "--tag", "b")
        said = lineal("history", f"{ns}/m").out.splitlines()

        assert {*said[1:-1]} == {
            '    description: - -> A "quoted" text.',
            "    property.tier: - -> 2",
            "    property.live: - -> true",
            "    tags: a, b -> b",
        }

    def test_over_several_pages(self, lineal: Lineal, client: Client, ns: str) -> None:
        client.create_model(f"{ns}/m")
        for i in range(3):
            client.update_model(f"{ns}/m", tags=[str(i)])
        said = lineal("history", f"{ns}/m", "--limit", "2")

        assert len(said.out.splitlines()) == 4
        assert "the last 2; see --limit" in said.err

    def test_as_json(self, lineal: Lineal, example: str) -> None:
        said = json.loads(lineal("history", f"{example}/scorer:1", "--json").out)

        assert said["nodes"][-1]["action"] == "registerModelVersion"
        assert f"{example}/scorer" in said["nodes"][-1]["refs"]

    def test_of_nothing_exits_with_1(self, lineal: Lineal, ns: str) -> None:
        said = lineal("history", f"{ns}/none")

        assert (said.code, said.out) == (1, "")
        assert "nothing named" in said.err
