"""What a training script can tell of itself: its code, and what the code runs in.

What cannot be found out is absent; nothing here raises.
"""

import hashlib
import logging
import os
import platform
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from lineal.client.facts import whole
from lineal.client.generated.input_types import RunEnvironmentInput, RunSourceInput
from lineal.client.redaction import redacted

log = logging.getLogger("lineal")

# Switches capture off from outside the script.
VARIABLE = "LINEAL_CAPTURE"
OFF = ("0", "false", "no", "off")
LOCK_FILES = ("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pixi.lock", "pylock.toml")
SECONDS = 5.0
MOST_ARGUMENTS = 1_000
LONGEST_ARGUMENT = 20_000
MOST_PACKAGES = 2_000


def is_wanted() -> bool:
    """Returns whether the variable LINEAL_CAPTURE does not switch it off."""
    return os.environ.get(VARIABLE, "").strip().lower() not in OFF


def details(folder: Path) -> dict[str, RunSourceInput | RunEnvironmentInput]:
    """Returns the source and the environment of the script in a folder, or what there is of it."""
    found: dict[str, RunSourceInput | RunEnvironmentInput] = {}
    try:
        found["source"] = source(folder)
        found["environment"] = environment(folder)
    except Exception as error:
        log.warning("Lineal: what the run was started with is not recorded: %s", error)
    return found


def source(folder: Path) -> RunSourceInput:
    """Returns the repository without credentials, the commit, what was started, and how."""
    repository = git(folder, "remote", "get-url", "origin")
    top = git(folder, "rev-parse", "--show-toplevel")
    commit = git(folder, "rev-parse", "HEAD")
    changed = uncommitted_changes(folder, top) if commit else None
    return RunSourceInput(
        repository=repository and re.sub(r"^(\w+://)[^/]*@", r"\1", repository),
        commit=commit,
        entry_point=entry_point(top),
        arguments=arguments(),
        uncommitted_changes=changed,
        diff_digest=diff_digest(folder) if changed else None,
    )


def environment(folder: Path) -> RunEnvironmentInput:
    """Returns the nearest lock file's digest, and the versions of Python and of the packages."""
    return RunEnvironmentInput(
        lock_digest=lock_digest(folder),
        python_version=platform.python_version(),
        packages=packages(),
    )


def script_folder() -> Path:
    """Returns where the script is that was started, or else where it was started."""
    file = script()
    return file.parent if file else Path.cwd()


def script() -> Path | None:
    """Returns the file that was started, if there is one."""
    file = getattr(sys.modules.get("__main__"), "__file__", None)
    return Path(file).absolute() if file else None


def entry_point(top: str | None) -> str | None:
    """Returns the module or the script that was started; a script as a path below `top`."""
    if spec := getattr(sys.modules.get("__main__"), "__spec__", None):
        return str(spec.name)
    if not (file := script()):
        return None
    path = file.resolve()
    below = path.relative_to(top).as_posix() if top and path.is_relative_to(top) else path.name
    return _text(below)


def arguments() -> list[str] | None:
    """Returns what follows the script on the command line, without secrets; None if too much."""
    given = redacted(map(_text, sys.argv[1:]))
    fit = len(given) <= MOST_ARGUMENTS and all(len(each) <= LONGEST_ARGUMENT for each in given)
    return given if fit else None


def _text(given: str) -> str:
    """Returns what the system gave as text that can be sent: UTF-8 without control characters."""
    return whole(os.fsencode(given).decode(errors="replace"))


def packages() -> dict[str, str]:
    """Returns the versions of the packages that are installed, by name."""
    found: dict[str, str] = {}
    for each in metadata.distributions():
        # As the interpreter does: of a package that is there twice, the first is imported.
        name, version = each.metadata["Name"], each.metadata["Version"]
        if name and version:
            found.setdefault(name, version)
    return dict(sorted(found.items())[:MOST_PACKAGES])


def uncommitted_changes(folder: Path, top: str | None) -> bool | None:
    """Returns whether files of the commit were changed, or the script is none of them."""
    changed = git_output(folder, "status", "--porcelain", "--untracked-files=no")
    if changed is None:
        return None
    file = script()
    started = file.resolve() if file else None
    if changed or not (started and top and started.is_relative_to(top)):
        return bool(changed)
    return git_output(folder, "ls-files", "--error-unmatch", "--", str(started)) is None


def diff_digest(folder: Path) -> str | None:
    """Returns the digest of how the files differ from those of the commit."""
    options = ("--binary", "--no-color", "--no-ext-diff", "--no-textconv")
    diff = git_output(folder, "diff", *options, "HEAD")
    return f"sha256:{hashlib.sha256(diff).hexdigest()}" if diff else None


def lock_digest(folder: Path) -> str | None:
    """Returns the digest of the nearest lock file, in the folder or above it."""
    paths = (each / name for each in (folder, *folder.parents) for name in LOCK_FILES)
    try:
        found = next((path for path in paths if path.is_file()), None)
        return f"sha256:{hashlib.sha256(found.read_bytes()).hexdigest()}" if found else None
    except OSError:
        return None


def git(folder: Path, *arguments: str) -> str | None:
    """Returns what git prints, or None if it prints nothing, fails, or is not there."""
    printed = git_output(folder, *arguments)
    return (printed or b"").decode(errors="replace").strip() or None


def git_output(folder: Path, *arguments: str) -> bytes | None:
    """Returns what git prints, which may be nothing, or None if it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env=os.environ | {"GIT_OPTIONAL_LOCKS": "0"},
            capture_output=True,
            check=True,
            timeout=SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
