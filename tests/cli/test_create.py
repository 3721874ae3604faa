"""`lineal KIND create`, of everything that has a name in a namespace."""

import json

import pytest

from lineal.client import Client
from tests.cli.conftest import Lineal

# Of each kind: its own flags, and what they say of it.
OWN = {
    "dataset": (["--kind", "feature-view"], {"kind": "FEATURE_VIEW"}),
    "experiment": ([], {}),
    "model": (
        ["--task", "scoring", "--risk-tier", "high", "--intended-use", "Loans"],
        {"task": "scoring", "riskTier": "HIGH", "intendedUse": "Loans"},
    ),
    "deployment": (
        [
            *("--environment", "production", "--kind", "batch", "--platform", "kserve"),
            *("--endpoint", "https://x.example", "--image", "x:1"),
        ],
        {
            "environment": "production",
            "kind": "BATCH",
            "platform": "kserve",
            "endpoint": "https://x.example",
            "image": "x:1",
        },
    ),
    "application": (["--kind", "service"], {"kind": "service"}),
}
NEEDED = {"deployment": ["--environment", "production"]}


class TestCreate:
    @pytest.mark.parametrize("kind", OWN)
    def test_prints_its_ref(self, lineal: Lineal, client: Client, ns: str, kind: str) -> None:
        said = lineal(kind, "create", f"{ns}/new", *NEEDED.get(kind, []))

        assert (said.code, said.out, said.err) == (0, f"{ns}/new\n", "")
        assert client.node(f"{kind}:{ns}/new") is not None

    @pytest.mark.parametrize("kind", OWN)
    def test_says_what_it_is(self, lineal: Lineal, ns: str, kind: str) -> None:
        flags, facts = OWN[kind]
        said = lineal(
            *(kind, "create", f"{ns}/new", *flags, "--description", "It is new.", "--json"),
            *("--owner", "ada", "--owner", "team:a", "--tag", "x", "--set", "tier=2"),
            *("--doc", "Guide=https://wiki.example/x"),
        )
        made = json.loads(said.out)

        assert (made["ref"], made["description"]) == (f"{ns}/new", "It is new.")
        assert (made["owners"], made["tags"]) == (["ada", "team:a"], ["x"])
        assert made["properties"] == [{"key": "tier", "type": "NUMBER", "value": 2.0}]
        assert made["documentation"] == [{"title": "Guide", "url": "https://wiki.example/x"}]
        assert {name: made[name] for name in facts} == facts

    @pytest.mark.parametrize("kind", OWN)
    def test_a_dry_run_makes_nothing(
        self, lineal: Lineal, client: Client, ns: str, kind: str
    ) -> None:
        said = lineal(kind, "create", f"{ns}/new", "--dry-run", *NEEDED.get(kind, []))

        assert (said.code, said.out) == (0, f"{ns}/new\n")
        assert client.node(f"{kind}:{ns}/new") is None

    @pytest.mark.parametrize("kind", OWN)
    def test_one_that_is_there_exits_with_1(self, lineal: Lineal, ns: str, kind: str) -> None:
        given = (kind, "create", f"{ns}/new", *NEEDED.get(kind, []))
        lineal(*given)
        said = lineal(*given)

        assert (said.code, said.out) == (1, "")
        assert f"There is already a{'n' if kind[0] in 'ae' else ''} {kind} {ns}/new" in said.err

    def test_of_a_kind_that_there_is_not_exits_with_2(self, lineal: Lineal, ns: str) -> None:
        said = lineal("model", "create", f"{ns}/new", "--risk-tier", "huge")

        assert (said.code, said.out) == (2, "")
