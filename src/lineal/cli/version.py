"""`lineal version register`"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit, urlunsplit

import typer

from lineal.cli import provenance, spec
from lineal.cli.content import content
from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect, say
from lineal.cli.output import print_done

app = typer.Typer(no_args_is_help=True)

# Where CI says what it runs on: the commit, and the repository in one or two parts.
CI = (
    ("GITHUB_SHA", ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY")),
    ("CI_COMMIT_SHA", ("CI_PROJECT_URL",)),
    ("BUILD_SOURCEVERSION", ("BUILD_REPOSITORY_URI",)),
    ("GIT_COMMIT", ("GIT_URL",)),
)


@app.callback()
def version() -> None:
    """The versions of models."""


@app.command()
def register(
    model: Annotated[
        str | None,
        typer.Argument(metavar="MODEL", help="Such as `risk/scorer`; may be in the file."),
    ] = None,
    file: Annotated[
        str | None,
        typer.Option(
            "--file",
            "-f",
            help="YAML or JSON: what the API's `registerModelVersion` takes, run and data "
            "included; `-` is standard input.",
        ),
    ] = None,
    digest: Annotated[
        str | None, typer.Option(help="The digest of its content, such as `sha256:…`.")
    ] = None,
    digest_of: Annotated[
        Path | None, typer.Option(help="A file: digest and size are computed from it.")
    ] = None,
    size_bytes: Annotated[int | None, typer.Option(min=0, help="How large it is.")] = None,
    uri: Annotated[str | None, typer.Option(help="Where its files are.")] = None,
    label: Annotated[
        str | None, typer.Option(help="A name of your own, such as a semantic version.")
    ] = None,
    framework: Annotated[
        str | None, typer.Option(help="What can load it, such as `scikit-learn`.")
    ] = None,
    description: Annotated[str | None, typer.Option(help="What it is, in Markdown.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="A tag; repeatable.")] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY=VALUE",
            help="What training was told; a number, `true` or `false` is that, all else a text. "
            "Repeatable.",
        ),
    ] = None,
    metric: Annotated[
        list[str] | None, typer.Option(metavar="KEY=NUMBER", help="What was measured; repeatable.")
    ] = None,
    base: Annotated[
        list[str] | None,
        typer.Option(
            metavar="REF[=HOW]", help="A version it is made from; HOW: fine-tuned. Repeatable."
        ),
    ] = None,
    dataset: Annotated[
        list[str] | None,
        typer.Option(
            "--dataset",
            "--input",
            metavar="[ROLE=]REF",
            help="What its run read; ROLE: train. Repeatable.",
        ),
    ] = None,
    run: Annotated[
        str | None, typer.Option(metavar="ID", help="The run that made it, if it is known.")
    ] = None,
    run_name: Annotated[
        str | None, typer.Option(help="A new run's name; absent: that of the model.")
    ] = None,
    commit: Annotated[str | None, typer.Option(help="The commit that ran.")] = None,
    repository: Annotated[str | None, typer.Option(help="Where its code is kept.")] = None,
    entry_point: Annotated[
        str | None, typer.Option(help="What was started, such as `train:main`.")
    ] = None,
    argument: provenance.Arguments = None,
    uncommitted_changes: provenance.UncommittedChanges = None,
    image_digest: provenance.ImageDigest = None,
    lock_file: provenance.LockFile = None,
    python_version: provenance.PythonVersion = None,
    packages: provenance.Packages = None,
    from_ci: Annotated[
        bool,
        typer.Option(
            "--from-ci",
            help="Take commit and repository from the variables of GitHub Actions, GitLab CI, "
            "Azure Pipelines or Jenkins. Without it no variable is read.",
        ),
    ] = False,
    create_model: Annotated[
        bool, typer.Option("--create-model", help="Make the model if there is none.")
    ] = False,
    owner: Annotated[
        list[str] | None,
        typer.Option(help="Of a model to be made: who answers for it; repeatable."),
    ] = None,
    model_description: Annotated[
        str | None, typer.Option(help="Of a model to be made: what it is, in Markdown.")
    ] = None,
    on_duplicate: Annotated[
        Literal["refuse", "reuse", "register"] | None,
        typer.Option(help="If it has a version with this digest. Absent: refuse."),
    ] = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Register a trained version with its run, data, parameters and metrics.

    All is done in one call, or nothing is. Prints the ref, such as `risk/credit-scorer:7`.

    A flag wins over the file; tags, data and bases
    are added to those of the file, parameters and metrics key by key. Data, a run's name, and
    anything that it was started with make a run, which then has the parameters and metrics.

    Examples:

        lineal version register risk/scorer --digest-of model.pkl --from-ci \\
            --metric auc=0.81 --param C=0.3 --dataset train=risk/features#2026-11

        lineal version register --file version.yaml --idempotency-key $CI_JOB_ID

        VERSION=$(train | lineal version register risk/credit-scorer --file -)

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way or with a wrong
    file.
    """
    given = spec.read(file) if file else {}
    flags: dict[str, object] = {
        "model": model,
        "label": label,
        "uri": uri,
        "framework": framework,
        "description": description,
        "sizeBytes": size_bytes,
        "digest": digest,
        "runRef": run,
        "onDuplicate": on_duplicate and on_duplicate.upper(),
        "expectedRevision": expected_revision,
        "idempotencyKey": idempotency_key,
        "dryRun": dry_run or None,
        **content(digest, digest_of),
    }
    given |= {name: value for name, value in flags.items() if value is not None}
    _require_model(given)
    _add(given, "tags", tag or [])
    _add(given, "bases", [_base(text) for text in base or []])
    if create_model:
        about = {"owners": owner, "description": model_description}
        there = spec.mapping(given.get("createModel"), "createModel")
        given["createModel"] = there | _given(about)
    elif owner or model_description:
        raise typer.BadParameter("--owner and --model-description need --create-model")
    source = {
        "commit": commit,
        "repository": repository,
        "entryPoint": entry_point,
        "arguments": argument,
        "uncommittedChanges": uncommitted_changes,
    }
    environment = provenance.environment(image_digest, lock_file, python_version, packages)
    told = {"source": (_ci() if from_ci else {}) | _told(source), "environment": environment}
    _add_run(given, dataset or [], run_name, told)
    _add_figures(given, param or [], metric or [])
    with connect(url) as client:
        done = client.register_model_version(**spec.checked(given))
    say(f"{done.ref} {'would be' if given.get('dryRun') else 'is'} registered")
    print_done(done, done.ref, json)


def _require_model(given: spec.Given) -> None:
    if not given.get("model"):
        raise typer.BadParameter("give the MODEL, as an argument or in the file")


def _add_run(
    given: spec.Given,
    datasets: Sequence[str],
    name: str | None,
    told: Mapping[str, Mapping[str, Any]],
) -> None:
    """Tells of a run if there is anything to tell of one."""
    inputs = [spec.read_input(text) for text in datasets]
    if not (inputs or name or any(told.values())):
        return
    if "runRef" in given:
        raise typer.BadParameter("a run that is known cannot be told anything: leave --run out")
    run = given["run"] = spec.mapping(given.get("run"), "run")
    run["name"] = name or run.get("name") or str(given["model"]).rpartition("/")[2]
    _add(run, "inputs", inputs)
    for part, facts in told.items():
        if facts:
            _put(run, part, facts)


def _add_figures(given: spec.Given, params: list[str], metrics: list[str]) -> None:
    """Tells of parameters and metrics: of the run if they are not the version's own."""
    told: dict[str, spec.Given] = {
        "parameters": {
            key: spec.read_value(value) for key, value in spec.read_pairs(params, "--param").items()
        },
        "metrics": {
            key: spec.read_number(key, value)
            for key, value in spec.read_pairs(metrics, "--metric").items()
        },
    }
    for name, figures in told.items():
        own = name in given or "run" not in given
        _put(given if own else given["run"], name, figures)


def _put(given: spec.Given, name: str, more: Mapping[str, Any]) -> None:
    """Adds keys to what a key has, which may be nothing yet."""
    if there := spec.mapping(given.get(name), name) | dict(more):
        given[name] = there


def _add(given: spec.Given, name: str, more: Sequence[object]) -> None:
    """Adds to the list that a key has."""
    if more:
        there = given.get(name) or []
        if not isinstance(there, list):
            raise typer.BadParameter(f"{name} must be a list")
        given[name] = [*there, *more]


def _given(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value}


def _told(values: Mapping[str, object]) -> dict[str, object]:
    """Returns what was given, be it `false` or empty."""
    return {name: value for name, value in values.items() if value not in (None, "")}


def _base(text: str) -> dict[str, str]:
    ref, _, how = text.partition("=")
    return {"ref": ref, "how": how} if how else {"ref": ref}


def _ci() -> dict[str, object]:
    """Returns the commit and the repository that CI is at, or raises BadParameter."""
    for commit, repository in CI:
        if value := os.environ.get(commit):
            parts = [os.environ.get(name, "") for name in repository]
            where = _public("/".join(parts)) if all(parts) else None
            return _given({"commit": value, "repository": where})
    names = ", ".join(commit for commit, _ in CI)
    raise typer.BadParameter(f"none of {names} is set", param_hint="--from-ci")


def _public(address: str) -> str:
    """Returns an address without a name and a password in it."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
