"""`lineal update`"""

import json

import pytest

from lineal.client import Client
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

    def test_a_stale_revision_exits_with_1(self, lineal: Lineal, world: str) -> None:
        said = lineal("update", f"{world}/raw", "--tag", "new", "--expected-revision", "7")

        assert (said.code, said.out) == (1, "")
        assert "is at revision 1, not 7" in said.err

    def test_what_has_no_name_of_its_own_exits_with_2(self, lineal: Lineal, world: str) -> None:
        said = lineal("update", f"{world}/raw#1", "--tag", "new")

        assert said.code == 2
        assert f"{world}/raw#1 is not the name" in said.err

    def test_a_dry_run_changes_nothing(self, lineal: Lineal, client: Client, world: str) -> None:
        said = lineal("update", f"{world}/raw", "--tag", "new", "--dry-run", "--json")
        found = client.dataset(f"{world}/raw")

        assert json.loads(said.out)["tags"] == ["new"]
        assert found is not None
        assert found.tags == []
