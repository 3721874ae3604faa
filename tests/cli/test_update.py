"""`lineal update`"""

import json

import pytest

from lineal.client import Client, DatasetDetails
from tests.cli.conftest import Lineal


class TestUpdate:
    @pytest.mark.parametrize("kind", ["namespace", "dataset", "model", "deployment", "application"])
    def test_says_anew_what_is_given(
        self, lineal: Lineal, client: Client, world: str, kind: str
    ) -> None:
        names = {"dataset": "raw", "model": "scorer", "deployment": "api", "application": "portal"}
        ref = f"{world}/{names[kind]}" if kind in names else world
        client_update = getattr(client, f"update_{kind}")
        before = client_update(ref, description="As it was.", tags=["old"])

        said = lineal("update", ref, "--owner", "team:b", "--owner", "ada", "--tag", "new")
        found = getattr(client, kind)(ref)

        assert (said.code, said.out) == (0, f"{ref} is at revision {before.revision + 1}\n")
        assert (found.owners, found.tags) == (["team:b", "ada"], ["new"])
        assert found.description == "As it was."

    def test_sets_and_removes_properties_of_ones_own(
        self, lineal: Lineal, client: Client, world: str
    ) -> None:
        ref = f"{world}/scorer"
        told = ["tier=2", "pii=true", "owner=risk=team", "runbook=https://wiki.example/x"]
        times = ["live=2026-03-01T00:00:00Z", "day=2026-03-01"]
        lineal("update", ref, *(word for each in told + times for word in ("--set", each)))
        said = json.loads(lineal("update", ref, "--unset", "pii", "--json").out)

        assert {tuple(each.values()) for each in said["properties"]} == {
            ("tier", "NUMBER", 2.0),
            ("owner", "TEXT", "risk=team"),
            ("runbook", "LINK", "https://wiki.example/x"),
            ("live", "TIME", "2026-03-01T00:00:00Z"),
            ("day", "TEXT", "2026-03-01"),
        }
        assert "runbook  https://wiki.example/x" in lineal("show", ref).out

    def test_a_property_without_value_exits_with_2(self, lineal: Lineal, world: str) -> None:
        said = lineal("update", f"{world}/scorer", "--set", "tier")

        assert said.code == 2
        assert "tier is not KEY=VALUE" in said.err

    def test_a_stale_revision_exits_with_1(self, lineal: Lineal, world: str) -> None:
        said = lineal("update", f"{world}/raw", "--tag", "new", "--expected-revision", "7")

        assert (said.code, said.out) == (1, "")
        assert "is at revision 2, not 7" in said.err

    def test_a_column_is_tagged(self, lineal: Lineal, client: Client, ns: str) -> None:
        told = {"born": {"type": "date", "tags": ["old"]}, "id": "int"}
        client.register_dataset_version(
            f"{ns}/raw",
            create_dataset=DatasetDetails(),
            label="1",
            columns=told,  # type: ignore[arg-type]  # as a file says it
        )
        ref = f"{ns}/raw#1.born"
        said = lineal("update", ref, "--tag", "personal-data")
        listed = lineal("list", "columns", "--tag", "personal-data", "--dataset", f"{ns}/raw")

        assert (said.code, said.out) == (0, f"{ref} is at revision 2\n")
        assert listed.out == f"{ref}  date  personal-data\n"
        assert lineal("update", ref, "--owner", "ada").code == 2
        assert "personal-data" in lineal("show", ref).out

    def test_a_version_is_described_and_has_no_owners(self, lineal: Lineal, world: str) -> None:
        ref = f"{world}/scorer:1"
        said = lineal("update", ref, "--set", "tier=2", "--doc", "Report=https://x.example/?a=1")
        shown = lineal("show", ref).out

        assert (said.code, said.out) == (0, f"{ref} is at revision 2\n")
        assert "https://x.example/?a=1" in shown
        assert lineal("update", ref, "--owner", "ada").code == 2

    def test_what_a_model_is_for(self, lineal: Lineal, world: str) -> None:
        facts = ("--task", "credit-scoring", "--risk-tier", "high", "--intended-use", "Loans.")
        said = lineal("update", f"{world}/scorer", *facts)
        shown = lineal("show", f"{world}/scorer").out

        assert said.code == 0
        assert all(word in shown for word in ("credit-scoring", "high", "Loans."))
        assert lineal("update", f"{world}/raw", "--risk-tier", "high").code == 2

    def test_a_dry_run_changes_nothing(self, lineal: Lineal, client: Client, world: str) -> None:
        said = lineal("update", f"{world}/raw", "--tag", "new", "--dry-run", "--json")
        found = client.dataset(f"{world}/raw")

        assert json.loads(said.out)["tags"] == ["new"]
        assert found is not None
        assert found.tags == []

    def test_where_a_deployment_is(self, lineal: Lineal, client: Client, world: str) -> None:
        told = ("--platform", "kserve", "--endpoint", "https://a.example", "--image", "a:1")
        said = lineal("update", f"{world}/api", *told)
        found = client.deployment(f"{world}/api")

        assert said.code == 0
        assert found is not None
        assert (found.platform, found.endpoint, found.image) == (
            "kserve",
            "https://a.example",
            "a:1",
        )

    def test_what_an_application_is(self, lineal: Lineal, client: Client, world: str) -> None:
        said = lineal("update", f"{world}/portal", "--kind", "report")
        found = client.application(f"{world}/portal")
        wrong = lineal("update", f"{world}/portal", "--image", "a:1")

        assert said.code == 0
        assert found is not None
        assert found.kind == "report"
        assert wrong.code == 2
        assert f"{world}/portal is no deployment" in " ".join(wrong.err.split())
