"""`lineal deployment report`"""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from lineal.cli import spec
from lineal.cli.options import DryRun, IdempotencyKey, Json, Reason, Url, connect, say
from lineal.cli.output import console, count, joined, print_json, print_table, share, table

if TYPE_CHECKING:
    from lineal.client import Deployment, Reported

app = typer.Typer(no_args_is_help=True)


@app.callback()
def deployment() -> None:
    """The places where versions serve, as their platforms see them."""


@app.command()
def report(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="YAML or JSON: what the API's `reportDeployments` takes; `-` is standard input.",
        ),
    ],
    reason: Reason = None,
    expected_revision: Annotated[
        int | None,
        typer.Option(
            help="The number of the platform's last report that you know of, 0 for none; refused "
            "if another came since."
        ),
    ] = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Tell all that a platform runs in a namespace: what is new begins, what is missing ends.

    Prints what changed: `began`, `changed`, `ended`, and `unknown` for versions that the registry
    does not know, whose deployments stay as they are; `archived` for those that run nonetheless.

    Examples:

        lineal deployment report running.yaml --dry-run

        list-what-runs | lineal deployment report - --reason "hourly report"

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way or with a wrong
    file.
    """
    flags: dict[str, Any] = {
        "reason": reason,
        "expectedRevision": expected_revision,
        "idempotencyKey": idempotency_key,
        "dryRun": dry_run or None,
    }
    given = spec.read(file, "FILE") | {
        name: value for name, value in flags.items() if value is not None
    }
    asked = spec.checked(given, "report_deployments")
    with connect(url) as client:
        done = client.report_deployments(asked.pop("namespace"), **asked)
    if json:
        print_json(done)
    else:
        _print(done)
    say(_summary(asked["platform"], done, bool(given.get("dryRun"))))


def _print(done: "Reported") -> None:
    rows = table()
    for word, deployments in (("began", done.began), ("changed", done.changed)):
        for each in deployments:
            rows.add_row(word, each.ref, each.environment, _versions(each))
    for gone in done.ended:
        rows.add_row("ended", gone.ref, gone.environment, "")
    for unknown in done.unknown:
        rows.add_row("unknown", unknown.deployment, "", unknown.model_version)
    for archived in done.archived:
        rows.add_row("archived", archived.deployment, "", archived.model_version)
    if rows.row_count:
        print_table(console(), rows)


def _versions(deployment: "Deployment") -> str:
    return joined(f"{each.version.ref} {share(each.weight)}" for each in deployment.versions)


def _summary(platform: str, done: "Reported", dry_run: bool) -> str:
    """Returns one line about all of it, also about what is as it was."""
    parts = {
        "began": len(done.began),
        "changed": len(done.changed),
        "ended": len(done.ended),
        "unchanged": len(done.unchanged),
    }
    told = joined(f"{number} {word}" for word, number in parts.items())
    for word, versions in (("unknown", done.unknown), ("archived", done.archived)):
        told += f"; {count(len(versions), 'version')} {word}" if versions else ""
    return f"{'Would be r' if dry_run else 'R'}eport {done.revision} of {platform}: {told}"
