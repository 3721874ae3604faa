"""`lineal migrate`"""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from lineal.cli.options import say
from lineal.cli.output import tell

if TYPE_CHECKING:
    from lineal.database import Database


def migrate(
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 1 if any is pending.")
    ] = False,
) -> None:
    """Bring the graph to what this version of Lineal needs; `lineal serve` does so by itself.

    Exits with 0 when nothing is left to do, 1 when something is pending, refused or failed.

    Examples:

        lineal migrate

        lineal migrate --check
    """
    from lineal import settings
    from lineal.database import opened

    with opened(settings.load()) as database:
        names = asyncio.run(_pending(database) if check else _migrate(database))
    if not check:
        tell(f"Applied {', '.join(names)}" if names else "Nothing was pending")
    elif names:
        say(f"Pending: {', '.join(names)}")
        raise typer.Exit(1)
    else:
        tell("Nothing is pending")


async def _pending(database: "Database") -> list[str]:
    from lineal.kernel.migrations import COLD, pending

    async with database.connected() as graph:
        return await pending(graph, deadline=COLD)


async def _migrate(database: "Database") -> list[str]:
    from lineal.kernel import migrations

    async with database.connected() as graph:
        return await migrations.migrate(graph)
