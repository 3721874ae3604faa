"""`lineal archive`, `lineal unarchive`"""

import json

from tests.cli.conftest import Lineal


class TestArchive:
    def test_leaves_the_list_and_says_why(self, lineal: Lineal, world: str) -> None:
        ref = f"dataset:{world}/raw"
        said = lineal("archive", ref, "--reason", "Wrong since March")

        assert (said.code, said.out) == (0, f"{world}/raw\n")
        assert said.err == f"{world}/raw is archived\n"
        assert lineal("archive", ref).err == f"{world}/raw was already archived\n"
        assert f"{world}/raw" not in lineal("list", "datasets", "--namespace", world).out
        assert f"{world}/raw" in lineal("list", "datasets", "--namespace", world, "--archived").out
        assert ": Wrong since March" in lineal("show", ref).out

    def test_a_dry_run_changes_nothing(self, lineal: Lineal, world: str) -> None:
        said = lineal("archive", f"{world}/portal", "--dry-run", "--json")

        assert json.loads(said.out)["record"]["archivedAt"] is not None
        assert f"{world}/portal" in lineal("list", "applications", "--namespace", world).out

    def test_what_serves_exits_with_1(self, lineal: Lineal, world: str) -> None:
        said = lineal("archive", f"{world}/scorer")

        assert (said.code, said.out) == (1, "")
        assert f"{world}/scorer:1 serves at {world}/api" in said.err


class TestUnarchive:
    def test_is_listed_again(self, lineal: Lineal, world: str) -> None:
        lineal("archive", f"{world}/portal")
        said = lineal("unarchive", f"{world}/portal")

        assert (said.code, said.out) == (0, f"{world}/portal\n")
        assert f"{world}/portal" in lineal("list", "applications", "--namespace", world).out
