"""The jars are pinned, whole or not there, and downloaded by one process at a time."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from lineal.embedded import DownloadFailed
from lineal.embedded.jars import Advance, Jar, fill, missing, pinned


@dataclass
class Repository:
    """A Maven repository on this machine, and the jars that it has."""

    root: Path
    jars: list[Jar]

    def add(self, coordinates: str, content: bytes, sha256: str | None = None) -> Jar:
        jar = Jar(sha256 or hashlib.sha256(content).hexdigest(), len(content), coordinates)
        (self.root / jar.address).parent.mkdir(parents=True)
        (self.root / jar.address).write_bytes(content)
        self.jars.append(jar)
        return jar


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    """A repository with three jars, which the user's jgo.conf names."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    root = tmp_path / "repository"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    conf = tmp_path / "jgo.conf"
    conf.write_text(f"[repositories]\nnear = http://127.0.0.1:{server.server_port}\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(conf))
    repository = Repository(root, [])
    for name in ("one", "two", "three"):
        repository.add(f"org.example:{name}:1.0", name.encode() * 50_000)
    yield repository
    server.shutdown()
    server.server_close()


class Told:
    """Remembers what was downloaded."""

    def __init__(self) -> None:
        self.wanted: list[list[Jar]] = []
        self.received = 0
        self.completed = 0

    def __call__(self, wanted: Sequence[Jar]) -> Advance:
        self.wanted.append(list(wanted))
        return self.advance

    def advance(self, received: int, completed: int) -> None:
        self.received += received
        self.completed += completed


class TestPinned:
    def test_no_two_jars_have_one_name(self) -> None:
        names = [jar.filename for jar in pinned()]

        assert len(set(names)) == len(names)

    def test_neo4j_itself_is_pinned(self) -> None:
        assert "org.neo4j:neo4j:" in "".join(jar.coordinates for jar in pinned())

    def test_address_has_the_classifier(self) -> None:
        jar = Jar("", 1, "io.netty:native-epoll:4.2.18.Final:linux-x86_64")

        assert jar.address == (
            "io/netty/native-epoll/4.2.18.Final/native-epoll-4.2.18.Final-linux-x86_64.jar"
        )


class TestFill:
    def test_downloads_what_is_missing_and_nothing_else(
        self, repository: Repository, tmp_path: Path
    ) -> None:
        told = Told()

        first = fill(tmp_path / "cache", repository.jars, told)
        first[0].unlink()
        second = fill(tmp_path / "cache", repository.jars, told)
        fill(tmp_path / "cache", repository.jars, told)

        assert first == second
        assert told.wanted == [repository.jars, repository.jars[:1]]
        assert told.completed == 4
        assert told.received == sum(jar.size for jar in [*repository.jars, repository.jars[0]])

    def test_a_jar_cut_short_is_downloaded_again(
        self, repository: Repository, tmp_path: Path
    ) -> None:
        whole = fill(tmp_path / "cache", repository.jars)[0]
        whole.write_bytes(whole.read_bytes()[:10])

        assert missing(repository.jars, tmp_path / "cache") == repository.jars[:1]
        fill(tmp_path / "cache", repository.jars)
        assert missing(repository.jars, tmp_path / "cache") == []

    def test_refused_when_what_arrives_is_not_what_was_pinned(
        self, repository: Repository, tmp_path: Path
    ) -> None:
        other = repository.add("org.example:other:1.0", b"other", sha256="0" * 64)

        with pytest.raises(DownloadFailed):
            fill(tmp_path / "cache", repository.jars)

        assert missing([other], tmp_path / "cache") == [other]

    def test_refusal_names_the_artifact_and_the_way_out(
        self, repository: Repository, tmp_path: Path
    ) -> None:
        nowhere = Jar("0" * 64, 5, "org.example.nowhere:none:1.0")

        with pytest.raises(DownloadFailed) as failed:
            fill(tmp_path / "cache", [nowhere])

        text = str(failed.value)
        assert "\n" not in text
        assert "org.example.nowhere:none:1.0" in text
        assert "LINEAL_NEO4J_URI=bolt://" in text

    def test_of_several_at_once_one_downloads(self, repository: Repository, tmp_path: Path) -> None:
        told = Told()

        with ThreadPoolExecutor(4) as pool:
            for _ in range(4):
                pool.submit(fill, tmp_path / "cache", repository.jars, told)

        assert told.wanted == [repository.jars]
        assert missing(repository.jars, tmp_path / "cache") == []


class TestCommand:
    def test_says_nothing_when_nothing_is_missing(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "lineal.embedded"], capture_output=True, text=True, check=True
        )

        assert done.stdout + done.stderr == ""
