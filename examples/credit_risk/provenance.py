"""Which code ran, and in which environment: as much of it as can be known here."""

import hashlib
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from .facts import Provenance, Value

HERE = Path(__file__).parent
PACKAGE = "examples.credit_risk"


def provenance() -> Provenance:
    """Returns how to do all of this again, telling nobody; outside a checkout, no more than that.

    Each step needs those before it.
    """
    commit = _git("rev-parse", "HEAD") if _is_tracked() else None
    remote = _git("remote", "get-url", "origin") if commit else None
    return Provenance(
        entry_point=PACKAGE,
        arguments=("--dry-run",),
        repository=without_credentials(remote) if remote else None,
        commit=commit,
        lock_digest=_lock_digest() if commit else None,
    )


def environment() -> dict[str, Value]:
    """Returns the versions on which a result depends."""
    return {
        "environment.python": platform.python_version(),
        "environment.scikit-learn": version("scikit-learn"),
        "environment.numpy": version("numpy"),
    }


def without_credentials(remote: str) -> str:
    """Returns a git remote's address without the user and password that it may carry."""
    if "://" not in remote:
        return remote
    parts = urlsplit(remote)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _is_tracked() -> bool:
    # Installed into an environment inside somebody else's checkout, this file is not theirs.
    return _git("ls-files", "--error-unmatch", Path(__file__).name) is not None


def _lock_digest() -> str | None:
    root = _git("rev-parse", "--show-toplevel")
    lock = Path(root or HERE) / "requirements" / "run.txt"
    if not lock.is_file():
        return None
    return f"sha256:{hashlib.sha256(lock.read_bytes()).hexdigest()}"


def _git(*arguments: str) -> str | None:
    command = ("git", "-C", str(HERE), *arguments)
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return (done.stdout.strip() or None) if done.returncode == 0 else None
