"""What a run was started with, as flags say it."""

import hashlib
import re
from pathlib import Path
from typing import Annotated, Any

import typer

Arguments = Annotated[
    list[str] | None,
    typer.Option(
        "--argument",
        metavar="TEXT",
        help="What was on its command line, such as `--argument=--depth --argument=4`; never a "
        "secret. Repeatable, in the order given.",
    ),
]
UncommittedChanges = Annotated[
    bool | None,
    typer.Option(
        "--uncommitted-changes/--no-uncommitted-changes",
        help="Whether its code was another than that of the commit. Absent: not recorded.",
        show_default=False,
    ),
]
ImageDigest = Annotated[
    str | None, typer.Option(help="The digest of the container image that it ran in.")
]
LockFile = Annotated[
    Path | None,
    typer.Option(help="The lock file of its dependencies, of which the digest is recorded."),
]
PythonVersion = Annotated[str | None, typer.Option(help="The version of Python.")]
Packages = Annotated[
    Path | None, typer.Option(help="What `pip freeze` printed: the packages and their versions.")
]

_PACKAGE = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)\s*==\s*([^\s;#\\]+)")


def environment(
    image_digest: str | None, lock_file: Path | None, python: str | None, packages: Path | None
) -> dict[str, Any]:
    """Returns what there is to tell of what a run ran in."""
    found = {
        "imageDigest": image_digest,
        "lockDigest": lock_file and _digest(lock_file),
        "pythonVersion": python,
        "packages": packages and _packages(packages),
    }
    return {name: value for name, value in found.items() if value}


def _digest(file: Path) -> str:
    return f"sha256:{hashlib.sha256(_read(file, '--lock-file')).hexdigest()}"


def _packages(file: Path) -> dict[str, str]:
    """Returns versions by name; a package that has no version there is left out."""
    lines = _read(file, "--packages").decode(errors="replace").splitlines()
    found = [_PACKAGE.match(line) for line in lines]
    return {each[1]: each[2] for each in found if each}


def _read(file: Path, option: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        message = f"cannot read {file}: {error.strerror}"
        raise typer.BadParameter(message, param_hint=option) from None
