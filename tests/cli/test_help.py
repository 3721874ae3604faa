"""What `lineal` says of itself, and of a call that is wrong."""

from collections.abc import Iterator

import pytest
from typer import Typer

from lineal.cli.commands import app
from tests.cli.conftest import Lineal

SINCE_THE_FIRST = {"serve", "demo", "migrate", "schema export"}


def commands(group: Typer, *names: str) -> Iterator[tuple[str, ...]]:
    """Yields the names of every command."""
    for command in group.registered_commands:
        assert command.callback is not None
        yield (*names, command.name or command.callback.__name__)
    for below in group.registered_groups:
        assert below.typer_instance is not None
        assert below.name is not None
        yield from commands(below.typer_instance, *names, below.name)


ALL = [*commands(app)]


class TestHelp:
    @pytest.mark.parametrize("command", ALL, ids=" ".join)
    def test_has_an_example(self, lineal: Lineal, command: tuple[str, ...]) -> None:
        said = lineal(*command, "--help")

        assert said.code == 0
        assert said.out.count(f"lineal {' '.join(command)}") >= 2

    @pytest.mark.parametrize("command", ALL, ids=" ".join)
    def test_no_flag_takes_a_value(self, lineal: Lineal, command: tuple[str, ...]) -> None:
        said = lineal(*command, "--help")

        # That of `--help` itself is Typer's.
        assert said.out.count("<bool>") == 1

    @pytest.mark.parametrize("command", ALL, ids=" ".join)
    def test_documents_exit_codes(self, lineal: Lineal, command: tuple[str, ...]) -> None:
        said = lineal(*command, "--help")

        assert " ".join(command) in SINCE_THE_FIRST or "Exits with 0 when" in said.out

    @pytest.mark.parametrize("arguments", [(), ("alias",), ("version",), ("schema",)])
    def test_is_the_answer_to_no_command(self, lineal: Lineal, arguments: tuple[str, ...]) -> None:
        said = lineal(*arguments)

        assert said.code == 2
        assert "Usage: lineal" in said.out + said.err


class TestMistake:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["lineag"], "No such command 'lineag'"),
            (["show"], "Missing argument 'REF'"),
            (["show", "risk", "--jsno"], "No such option: --jsno"),
            (["deploy", "risk/scorer:1", "risk/api", "--weight", "much"], "'--weight'"),
        ],
    )
    def test_is_one_line(self, lineal: Lineal, arguments: list[str], said: str) -> None:
        refused = lineal(*arguments)

        assert (refused.code, refused.out) == (2, "")
        assert said in refused.err
        assert len(refused.err.splitlines()) == 1

    def test_in_an_address_exits_with_1(self, lineal: Lineal) -> None:
        said = lineal("show", "risk", "--url", "registry:8000")

        assert (said.code, said.out) == (1, "")
        assert "registry:8000 is no address" in said.err


class TestCompletion:
    def test_of_commands(self, lineal: Lineal, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("_LINEAL_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", "lineal impa")
        monkeypatch.setenv("COMP_CWORD", "1")

        assert lineal().out == "impact\n"
