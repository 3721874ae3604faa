"""What a training script can tell of itself: its code, and what the code runs in.

What cannot be found out is absent; nothing here raises.
"""

import hashlib
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

from lineal.client.generated.input_types import RunEnvironmentInput, RunSourceInput

UNCOMMITTED = "uncommitted-changes"
LOCK_FILES = ("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pixi.lock", "pylock.toml")
SECONDS = 5.0


def source(folder: Path) -> RunSourceInput:
    """Returns the repository without credentials, the commit, and what was started."""
    repository = git(folder, "remote", "get-url", "origin")
    return RunSourceInput(
        repository=repository and re.sub(r"^(\w+://)[^/]*@", r"\1", repository),
        commit=git(folder, "rev-parse", "HEAD"),
        entry_point=entry_point(git(folder, "rev-parse", "--show-toplevel")),
    )


def environment(folder: Path) -> RunEnvironmentInput:
    """Returns the digest of the nearest lock file, in the folder or above it."""
    return RunEnvironmentInput(lock_digest=lock_digest(folder))


def tags(folder: Path) -> list[str]:
    """Returns the Python version and, if there are some, that there are uncommitted changes."""
    changed = git(folder, "status", "--porcelain", "--untracked-files=no")
    return [f"python-{platform.python_version()}", *([UNCOMMITTED] if changed else [])]


def script_folder() -> Path:
    """Returns where the script is that was started, or else where it was started."""
    file = getattr(sys.modules.get("__main__"), "__file__", None)
    return Path(file).absolute().parent if file else Path.cwd()


def entry_point(top: str | None) -> str | None:
    """Returns the module or the script that was started; a script as a path below `top`."""
    main = sys.modules.get("__main__")
    if spec := getattr(main, "__spec__", None):
        return str(spec.name)
    if not (file := getattr(main, "__file__", None)):
        return None
    path = Path(file).resolve()
    return path.relative_to(top).as_posix() if top and path.is_relative_to(top) else path.name


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
    return done.stdout.decode(errors="replace").strip() or None
