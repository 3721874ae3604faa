"""Starts the embedded Neo4j in a child process, and ends it, whatever happens to this one."""

import contextlib
import json
import os
import secrets
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import filelock

from lineal.embedded.errors import (
    DataFolderInUse,
    DataFolderUnusable,
    Ended,
    StartFailed,
    how,
)
from lineal.embedded.jars import Advance, Jar, ensure_jars

OnEnd = Callable[[Ended], object]

USER = "neo4j"

# Together less than the five seconds in which everything has to have stopped.
SHUTDOWN_SECONDS = 3.5
TERMINATE_SECONDS = 0.5


@dataclass(frozen=True)
class Embedded:
    """Where the embedded Neo4j listens, and what it wants to hear."""

    uri: str
    user: str
    password: str = field(repr=False)
    pid: int


@contextlib.contextmanager
def start(
    data: Path,
    advance: Callable[[Sequence[Jar]], Advance] | None = None,
    on_end: OnEnd | None = None,
    lock: Path | None = None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Embedded]:
    """Yields a Neo4j over the data folder, which is made if need be; stops it in the end.

    `advance` is told of downloads, as `ensure_jars` says; `on_end`, in a thread, that Neo4j ended
    before it was stopped. `lock` names the jars of another Neo4j than our own, `settings` are of
    Neo4j's, besides our own. Raises DataFolderInUse, DataFolderUnusable, DownloadFailed or
    StartFailed.
    """
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        (data / "logs").mkdir(exist_ok=True)
        ours = _lock(data)
        password = _password(data / "neo4j-password")
    except OSError as error:
        raise DataFolderUnusable(data, error.strerror or str(error)) from error
    with ours:
        jars = ensure_jars(advance, lock)
        child = _spawn(data)
        try:
            order = {"jars": [str(jar) for jar in jars], "settings": dict(settings or {})}
            uri = _told(child, data, order | {"password": password})
            with _watched(child, data, on_end):
                yield Embedded(uri, USER, password, child.pid)
        finally:
            _stop(child)


def log_file(data: Path) -> Path:
    """Returns the file that has what the JVM and Neo4j say."""
    return data / "logs" / "neo4j.log"


def _lock(data: Path) -> filelock.BaseFileLock:
    """Returns the held lock of the data folder, or raises DataFolderInUse."""
    try:
        return filelock.FileLock(data / "lock", timeout=0).acquire().lock
    except filelock.Timeout:
        raise DataFolderInUse(data) from None


def _password(file: Path) -> str:
    """Returns the password kept in the file, making both if there is none."""
    if file.exists():
        return file.read_text().strip()
    password = secrets.token_urlsafe(24)
    # mkstemp's files are for the owner alone; the rename makes it all or nothing.
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=".neo4j-password-")
    with os.fdopen(handle, "w") as opened:
        opened.write(password + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    Path(temporary).replace(file)
    return password


def _spawn(data: Path) -> subprocess.Popen[bytes]:
    # In a session (on Windows: a group) of its own, a Ctrl-C in the terminal does not reach the
    # child: this process finishes its requests first, and then ends the child.
    with log_file(data).open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "lineal.embedded.server", str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )


def _told(child: subprocess.Popen[bytes], data: Path, order: Mapping[str, object]) -> str:
    """Returns the address that the child reports once it is ready, or raises StartFailed."""
    assert child.stdin is not None
    assert child.stdout is not None
    with contextlib.suppress(BrokenPipeError):
        child.stdin.write(json.dumps(order).encode() + b"\n")
        child.stdin.flush()
    line = child.stdout.readline()
    if not line:
        raise StartFailed(f"its process {how(child.wait())}", log_file(data))
    answer = json.loads(line)
    if "error" in answer:
        raise StartFailed(answer["error"], log_file(data))
    return str(answer["uri"])


@contextlib.contextmanager
def _watched(child: subprocess.Popen[bytes], data: Path, on_end: OnEnd | None) -> Iterator[None]:
    """Tells if the child ends within the block."""
    stopping = threading.Event()

    def watch() -> None:
        code = child.wait()
        if on_end is not None and not stopping.is_set():
            on_end(Ended(code, data, log_file(data)))

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        stopping.set()


def _stop(child: subprocess.Popen[bytes]) -> None:
    """Ends the child: by closing its pipe, else by asking, else by force."""
    assert child.stdin is not None
    assert child.stdout is not None
    with contextlib.suppress(OSError):
        child.stdin.close()
    for seconds, end in ((SHUTDOWN_SECONDS, child.terminate), (TERMINATE_SECONDS, child.kill)):
        try:
            child.wait(seconds)
            break
        except subprocess.TimeoutExpired:
            end()
    child.wait()
    child.stdout.close()
