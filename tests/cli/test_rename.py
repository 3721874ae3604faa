"""`lineal rename`"""

from lineal.client import Client
from tests.cli.conftest import Lineal


class TestRename:
    def test_prints_what_it_is_called_now(self, lineal: Lineal, world: str) -> None:
        said = lineal("rename", f"{world}/scorer", f"{world}/credit-scorer")

        assert (said.code, said.out) == (0, f"{world}/credit-scorer\n")
        assert said.err == (
            f"{world}/scorer is called {world}/credit-scorer; what it was called before still "
            "means it\n"
        )

    def test_shown_by_what_it_was_called_says_so(self, lineal: Lineal, world: str) -> None:
        lineal("rename", f"{world}/scorer", f"{world}/credit-scorer")

        said = lineal("show", f"{world}/scorer:1")

        assert said.out.startswith(f"model {world}/credit-scorer:1\n")
        assert f"it is {world}/credit-scorer:1 now" in said.err

    def test_a_dry_run_changes_nothing(self, lineal: Lineal, client: Client, world: str) -> None:
        said = lineal("rename", f"{world}/scorer", f"{world}/new", "--dry-run")

        assert "would be called" in said.err
        assert client.model(f"{world}/new") is None
