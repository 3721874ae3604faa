"""The jars of the embedded Neo4j: pinned in neo4j.lock, downloaded once for each user."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import filelock
import httpx
import platformdirs

from lineal.embedded.errors import DownloadFailed

# Called with the bytes that arrived and the jars that were completed since the last call.
Advance = Callable[[int, int], None]

PARALLEL = 8
ATTEMPTS = 3
WAIT_FOR_THE_OTHER = 900.0


@dataclass(frozen=True)
class Jar:
    """One line of the lock."""

    sha256: str
    size: int
    coordinates: str

    @property
    def filename(self) -> str:
        return "-".join(self.coordinates.split(":")[1:]) + ".jar"

    @property
    def address(self) -> str:
        """Returns where the jar is within a Maven repository."""
        group, artifact, version = self.coordinates.split(":")[:3]
        return f"{group.replace('.', '/')}/{artifact}/{version}/{self.filename}"


def pinned(lock: Path | None = None) -> list[Jar]:
    """Returns every jar of a lock, by default of our own, in class path order."""
    text = (lock or files("lineal.embedded") / "neo4j.lock").read_text()
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return [Jar(sha256, int(size), coordinates) for sha256, size, coordinates in lines]


def jars_folder() -> Path:
    """Returns the folder that all of a user's data folders share."""
    return platformdirs.user_cache_path("lineal", appauthor=False) / "jars"


def missing(jars: Iterable[Jar], folder: Path) -> list[Jar]:
    """Returns the jars that are not in the folder, or not whole."""
    return [jar for jar in jars if not _is_whole(folder / jar.filename, jar.size)]


def ensure_jars(
    advance: Callable[[Sequence[Jar]], Advance] | None = None, lock: Path | None = None
) -> list[Path]:
    """Returns the path of every jar of a lock, downloading those that are missing.

    `advance` is called with the missing jars, if there are any, and returns what is called as
    they arrive. Raises DownloadFailed.
    """
    return fill(jars_folder(), pinned(lock), advance)


def fill(
    folder: Path,
    jars: Sequence[Jar],
    advance: Callable[[Sequence[Jar]], Advance] | None = None,
) -> list[Path]:
    """Returns the jars' paths in a folder that has them all; of two processes, one downloads."""
    if missing(jars, folder):
        folder.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder / ".lock", timeout=WAIT_FOR_THE_OTHER):
            if wanted := missing(jars, folder):
                _download(wanted, folder, advance(wanted) if advance else _silently)
    return [folder / jar.filename for jar in jars]


def repositories() -> list[str]:
    """Returns the Maven repositories to try: those of jgo.conf, then Maven Central."""
    # Imported only when something is downloaded: it takes a third of a second.
    from jgo.config import GlobalSettings
    from jgo.constants import MAVEN_CENTRAL_URL

    own = GlobalSettings.load().repositories.values()
    return [str(url).rstrip("/") for url in (*own, MAVEN_CENTRAL_URL)]


def _silently(size: int, jars: int) -> None:
    """For callers that want no progress."""


def _is_whole(path: Path, size: int) -> bool:
    # A jar gets its name only after its hash was checked, so that its size is enough here.
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def _download(wanted: Sequence[Jar], folder: Path, advance: Advance) -> None:
    stopped = threading.Event()
    urls = repositories()
    timeout = httpx.Timeout(30.0, connect=10.0)
    with (
        httpx.Client(follow_redirects=True, timeout=timeout) as http,
        ThreadPoolExecutor(PARALLEL) as pool,
    ):
        fetches = [pool.submit(_fetch, http, urls, jar, folder, advance, stopped) for jar in wanted]
        try:
            for fetch in as_completed(fetches):
                fetch.result()
        except BaseException:
            stopped.set()
            pool.shutdown(cancel_futures=True)
            raise


def _fetch(
    http: httpx.Client,
    urls: Sequence[str],
    jar: Jar,
    folder: Path,
    advance: Advance,
    stopped: threading.Event,
) -> None:
    """Downloads one jar, or raises DownloadFailed."""
    reason = "no repository has it"
    for attempt in range(ATTEMPTS):
        if stopped.wait(attempt):
            break
        for url in urls:
            try:
                _receive(http, f"{url}/{jar.address}", jar, folder, advance, stopped)
            except (httpx.HTTPError, OSError) as error:
                reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            else:
                return
    raise DownloadFailed(jar.coordinates, reason)


def _receive(
    http: httpx.Client,
    url: str,
    jar: Jar,
    folder: Path,
    advance: Advance,
    stopped: threading.Event,
) -> None:
    part = folder / f"{jar.filename}.part"
    digest = hashlib.sha256()
    received = 0
    try:
        with http.stream("GET", url) as response, part.open("wb") as file:
            response.raise_for_status()
            for chunk in response.iter_bytes(1 << 16):
                if stopped.is_set():
                    raise OSError("stopped")
                file.write(chunk)
                digest.update(chunk)
                received += len(chunk)
                advance(len(chunk), 0)
        if digest.hexdigest() != jar.sha256:
            raise OSError("what arrived is not the pinned file")
        part.replace(folder / jar.filename)
    except BaseException:
        part.unlink(missing_ok=True)
        advance(-received, 0)
        raise
    advance(0, 1)
