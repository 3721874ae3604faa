"""Runs a command in this process."""

from typer.testing import CliRunner, Result

from lineal.cli.commands import app


def run(*arguments: str) -> Result:
    """Returns what the command said and how it exited."""
    return CliRunner().invoke(app, arguments)
