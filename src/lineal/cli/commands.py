"""Which commands there are."""

from typing import Annotated

import typer

from lineal import __version__
from lineal.cli import (
    alias,
    application,
    archive,
    compare,
    dataset,
    delete,
    demo,
    deployment,
    documents,
    evaluation,
    everywhere,
    experiment,
    feed,
    history,
    impact,
    import_,
    lineage,
    listing,
    migrate,
    model,
    namespace,
    opening,
    place,
    rename,
    report,
    reproduce,
    run,
    schema,
    search,
    series,
    serve,
    show,
    stats,
    update,
    version,
)
from lineal.cli.output import tell

app = typer.Typer(
    name="lineal",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("serve")(serve.serve)
app.command("demo")(demo.demo)
app.command("migrate")(migrate.migrate)
app.command("documents")(documents.documents)
app.add_typer(namespace.app, name="namespace")
app.add_typer(dataset.app, name="dataset")
app.add_typer(experiment.app, name="experiment")
run.app.command("series")(series.series)
run.app.command("log-metrics")(series.log_metrics)
app.add_typer(run.app, name="run")
app.add_typer(model.app, name="model")
app.add_typer(version.app, name="version")
app.add_typer(evaluation.app, name="evaluation")
app.add_typer(alias.app, name="alias")
report.app.command("create")(place.create)
app.add_typer(report.app, name="deployment")
app.add_typer(application.app, name="application")
app.add_typer(feed.app, name="feed")
app.command("deploy")(deployment.deploy)
app.command("rollback")(deployment.rollback)
app.command("undeploy")(deployment.undeploy)
app.command("import")(import_.import_)
app.command("list")(listing.list_)
app.command("search")(search.search)
app.command("suggest")(search.suggest)
app.command("stats")(stats.stats)
app.command("show")(show.show)
app.command("history")(history.history)
app.command("update")(update.update)
app.command("rename")(rename.rename)
app.command("compare")(compare.compare)
app.command("delete")(delete.delete)
app.command("archive")(archive.archive)
app.command("unarchive")(archive.unarchive)
app.command("lineage")(lineage.lineage)
app.command("impact")(impact.impact)
app.command("path")(lineage.path)
app.command("reproduce")(reproduce.reproduce)
app.command("open")(opening.open_)
app.add_typer(schema.app, name="schema")
everywhere.add(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        tell(f"lineal {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """An AI model registry: lineage, owners, deployments and impact in one GraphQL query.

    Results go to standard output, what is said about them to standard error.

    Exits with 0 when it is done, 1 when it was refused, there is no such thing or it failed, 2 when
    it was called in a wrong way or a gate does not let it pass, 130 when Ctrl-C ended it.
    """
