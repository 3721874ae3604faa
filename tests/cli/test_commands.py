"""The `lineal` command itself."""

import subprocess
import sys

import pytest

from lineal import __version__
from lineal.cli.commands import app
from tests.cli.runner import run


class TestVersion:
    def test_is_printed(self) -> None:
        assert run("--version").stdout == f"lineal {__version__}\n"


class TestHelp:
    @pytest.mark.parametrize("command", [["serve"], ["migrate"], ["schema", "export"]])
    def test_has_examples(self, command: list[str]) -> None:
        result = run(*command, "--help")

        assert result.exit_code == 0
        assert f"lineal {' '.join(command)}" in result.stdout

    def test_needs_nothing_heavy(self) -> None:
        code = (
            "import sys; from lineal.cli import commands;"
            "print(sorted({'neo4j', 'strawberry', 'uvicorn', 'pydantic'} & {*sys.modules}))"
        )

        said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

        assert said.stdout == "[]\n"


class TestUsage:
    @pytest.mark.parametrize("arguments", [["nothing"], ["serve", "--nothing"]])
    def test_wrong_exits_with_2(self, arguments: list[str]) -> None:
        assert run(*arguments).exit_code == 2

    def test_every_command_has_a_help_text(self) -> None:
        for command in app.registered_commands:
            assert command.callback is not None
            assert command.callback.__doc__
