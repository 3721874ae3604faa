"""Rounds: a server is written to, killed at some moment, started again, and looked at."""

import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Self

import httpx
from neo4j import Driver

from soak import checks, writes
from soak.client import KINDS, SECONDS, Client, send
from soak.server import Moment, Server, Victim
from soak.writes import State, Write

CLIENTS = 8
# At the most so many are sent before the kill, besides those that prepare the clients.
MOST_WRITES = 120
# So many rounds are over one data folder; then comes one on an empty folder.
ROUNDS_PER_FOLDER = 10
# Of those that are not on an empty folder, so many begin with a start that is interrupted.
INTERRUPTED = 0.2


@dataclass(slots=True)
class Round:
    """What happened in a round."""

    seed: int
    seconds: float = 0.0
    kills: list[str] = field(default_factory=list)
    written: list[Write] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = ", ".join(
            f"{len(checks.in_state(self.written, state))} {state}" for state in State
        )
        verdict = f"{len(self.problems)} PROBLEMS" if self.problems else "nothing lost"
        return (
            f"seed {self.seed}: {'; '.join(self.kills)}: {counts}: {verdict} ({self.seconds:.0f} s)"
        )


class Soak:
    """A folder with the data folders of its rounds, and the server that runs between two.

    A round has so many `kinds` of writes besides registering versions.
    """

    def __init__(self, folder: Path, kinds: int = 3) -> None:
        self.folder = folder
        self.kinds = kinds
        self.last: Round | None = None
        self._folders = 0
        self._rounds_left = 0
        self._server: Server | None = None
        self._known: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._abandon()

    @property
    def data(self) -> Path:
        return self.folder / f"data-{self._folders}"

    @contextmanager
    def asked(self) -> Iterator[tuple[checks.Ask, httpx.Client]]:
        """Yields the two ways to look into what is there: statements, and GraphQL."""
        assert self._server is not None
        with (
            self._server.graph() as driver,
            httpx.Client(base_url=self._server.url, timeout=SECONDS) as http,
        ):
            yield checks.asking(driver), http

    @contextmanager
    def driver(self) -> Iterator[Driver]:
        """Yields a driver of the database that runs now."""
        assert self._server is not None
        with self._server.graph() as driver:
            yield driver

    def round(self, seed: int) -> Round:
        """Returns what happened in the next round; a seed makes the same choices again."""
        done = self.last = Round(seed)
        began = time.monotonic()
        try:
            self._begin(done)
            self._write(done, Random(f"write {seed}"))
            self._start(done, Random(f"start {seed}"), INTERRUPTED)
            self._look(done)
        except (RuntimeError, httpx.TransportError) as error:
            done.problems.append(f"{type(error).__name__}: {error}")
            self._abandon()
        done.seconds = time.monotonic() - began
        self._rounds_left -= 1
        return done

    def _begin(self, done: Round) -> None:
        """Sees that a server runs: on an empty folder it is killed in its first start."""
        if self._rounds_left > 0:
            return
        if self._server is not None and (code := self._server.stop()):
            done.problems.append(f"stopped in order, it ended with {code}: {self._server.said()}")
        self._abandon()
        self._folders += 1
        self._rounds_left = ROUNDS_PER_FOLDER
        self._start(done, Random(f"begin {done.seed}"), interrupted=1.0)

    def _abandon(self) -> None:
        """Leaves the folder with all that is in it: the next round has another."""
        if self._server is not None:
            self._server.kill(Victim.BOTH)
        self._server = None
        self._rounds_left = 0
        self._known.clear()
        shutil.rmtree(self.data, ignore_errors=True)

    def _start(self, done: Round, random: Random, interrupted: float) -> None:
        """Starts a server, with this probability after one that is killed as it starts."""
        if random.random() < interrupted:
            moment, victim = random.choice(list(Moment)), random.choice(list(Victim))
            self._server = Server(self.data)
            self._server.wait_for(moment, random)
            self._kill(done, self._server, victim, f"start, {moment}")
        self._server = Server(self.data)
        self._server.wait_until_ready()

    def _write(self, done: Round, random: Random) -> None:
        """Kills in the midst of writes: after so many of them, and a moment."""
        assert self._server is not None
        shared = f"s{done.seed}-shared"
        victim, count = random.choice(list(Victim)), random.randint(1, MOST_WRITES)
        kinds = random.sample(list(KINDS), self.kinds)
        clients = [
            Client(
                self._server.url, f"s{done.seed}-{number}", f"{shared}/model", kinds, Random(chosen)
            )
            for number, chosen in enumerate(random.sample(range(2**32), CLIENTS))
        ]
        done.written += self._shared(clients[0].http, shared)
        stop = threading.Event()
        with ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(Client.prepare, clients))
            clients[0].write_each()
            enough = _sent(clients) + count
            writing = [pool.submit(client.write_until, stop) for client in clients]
            while _sent(clients) < enough and not all(each.done() for each in writing):
                time.sleep(0.001)
            time.sleep(random.uniform(0.0, 0.05))
            self._kill(done, self._server, victim, f"after {count} of {', '.join(kinds)}")
            stop.set()
        for client, each in zip(clients, writing, strict=True):
            each.result()
            client.close()
            done.written += client.writes

    def _shared(self, http: httpx.Client, namespace: str) -> list[Write]:
        """Returns the writes that make the model that all clients share."""
        made = [
            writes.create_namespace(namespace, "all write here"),
            writes.register_version(f"{namespace}/model", f"{namespace}-0"),
        ]
        for write in made:
            send(http, write)
        return made

    def _kill(self, done: Round, server: Server, victim: Victim, when: str) -> None:
        """Kills, and sees that a server without its database says so and ends."""
        done.kills.append(f"{victim} killed {when}")
        server.kill(victim)
        code, said = server.ended(), server.said()
        told = code == 1 and "killed by SIGKILL" in said
        if "Traceback" in said or (victim is Victim.DATABASE and not told):
            done.problems.append(f"{victim} killed {when}, it ended with {code}: {said}")

    def _look(self, done: Round) -> None:
        """Notes all that is not as it should be."""
        with self.asked() as (ask, http):
            done.problems += checks.missing(ask, self._known)
            done.problems += checks.lost(ask, http, done.written)
            done.problems += checks.half(ask, done.written)
            done.problems += checks.half_of_all(ask)
            done.problems += checks.resent(ask, http, done.written)
            done.problems += checks.half_of_all(ask)
        kept = checks.undeleted(checks.in_state(done.written, State.ACKNOWLEDGED))
        self._known |= {id_ for write in kept for id_ in write.facts}


def _sent(clients: Iterable[Client]) -> int:
    return sum(len(client.writes) for client in clients)
