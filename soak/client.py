"""One of those who write at the same time: a seeded mix of mutations, one after the other."""

import threading
import time
from collections.abc import Sequence
from random import Random
from typing import Any

import httpx

from soak import writes
from soak.writes import State, Write

# Who is told one of these does not know whether it was done.
UNKNOWN = {"GRAPH_UNAVAILABLE", "DEADLINE_EXCEEDED", "STOPPING"}
# Who is told this knows that it was not done, and is to ask again.
NOT_DONE = {"OVERLOADED"}

# What is done in a round besides registering versions; a database that was only just started plans
# each statement anew, which takes longer than all else, so that a round has some of these.
KINDS = {
    "named": ("namespace", "named", "delete", "delete"),
    "bulk": ("bulk",),
    "alias": ("alias", "alias"),
    "metrics": ("metrics", "metrics"),
    "serving": ("deploy", "deploy", "end"),
    "update": ("update", "update"),
}
BULK = 20
# Nobody waits that long; a request that has no answer by then never has one.
SECONDS = 150.0


def send(http: httpx.Client, write: Write) -> None:
    """Sends a write, again where there was no room for it, and notes what came of it."""
    body = {"query": write.document, "variables": {"input": write.given}}
    try:
        while _codes(answer := http.post("/graphql", json=body).json()) == NOT_DONE:
            time.sleep(1)
    except (httpx.TransportError, ValueError):
        write.state = State.UNKNOWN
        return
    if errors := answer.get("errors"):
        write.state = State.UNKNOWN if _codes(answer) <= UNKNOWN else State.REFUSED
        write.answer = {"errors": errors}
        return
    write.answer = answer["data"][write.mutation]
    success = write.answer["__typename"].endswith("Success")
    write.state = State.ACKNOWLEDGED if success else State.REFUSED


def _codes(answer: dict[str, Any]) -> set[str]:
    return {each["extensions"]["code"] for each in answer.get("errors", ())}


class Client:
    """Writes into a namespace of its own and into a model that all share, until something breaks.

    What it knows of its own things is what it was told last: nobody else changes them.
    """

    def __init__(
        self, url: str, name: str, shared: str, kinds: Sequence[str], random: Random
    ) -> None:
        self.http = httpx.Client(base_url=url, timeout=SECONDS)
        self.namespace = name
        self.model = f"{name}/main"
        self.deployment = f"{name}/live"
        self.shared = shared
        self.kinds = kinds
        self.random = random
        self.writes: list[Write] = []
        self.serving: list[str] = []
        self.doomed: list[str] = []
        self.revision = 0
        self.run = ""
        self.steps = 0

    def prepare(self) -> None:
        """Makes what it writes about, or raises RuntimeError."""
        self._do(writes.create_namespace(self.namespace, "a client's own"))
        for model in (self.model, self.shared):
            self._do(writes.register_version(model, self._mark()))
        if "metrics" in self.kinds:
            self._do(writes.start_run(self.namespace, f"{self.namespace}-long"))
        for write in self.writes:
            if write.state is not State.ACKNOWLEDGED:
                raise RuntimeError(f"{write}: {write.answer}")

    def write_each(self) -> None:
        """Writes one of each kind: what is planned now is not planned for all clients at once."""
        for name in dict.fromkeys(each for kind in self.kinds for each in KINDS[kind]):
            if (write := getattr(self, f"_{name}")()) is not None:
                self._do(write)

    def write_until(self, stop: threading.Event) -> None:
        """Writes until it is told to stop, or does not know what became of its last write."""
        mix = ["version", "version", *(each for kind in self.kinds for each in KINDS[kind])]
        while not stop.is_set():
            write = getattr(self, f"_{self.random.choice(mix)}")() or self._version()
            self._do(write)
            if write.state is State.UNKNOWN:
                return

    def close(self) -> None:
        self.http.close()

    def _do(self, write: Write) -> None:
        if self.random.random() < 0.5:
            write.given["idempotencyKey"] = self._mark()
        self.writes.append(write)
        send(self.http, write)
        for told in write.facts.values():
            self._learn(told)

    def _learn(self, told: dict[str, Any]) -> None:
        """Remembers what an answer says of its own model, run and deployment."""
        if told.get("ref") == self.model:
            self.revision = told["revision"]
        if told.get("name") == f"{self.namespace}-long":
            self.run = told["id"]
        if told.get("ref") == self.deployment:
            self.serving = [each["version"]["id"] for each in told["versions"]]

    def _mark(self) -> str:
        """Returns a text that is in no other write."""
        return f"{self.namespace}-{len(self.writes)}"

    def _versions(self, model: str) -> list[str]:
        """Returns the ids of the versions that it registered."""
        return [
            told["id"]
            for write in self.writes
            for told in write.facts.values()
            if told["__typename"] == "ModelVersion" and told["ref"].startswith(f"{model}:")
        ]

    def _any_model(self) -> str:
        return self.random.choice((self.model, self.model, self.shared))

    def _namespace(self) -> Write:
        return writes.create_namespace(self._mark(), f"made by {self.namespace}")

    def _named(self) -> Write:
        kind = self.random.choice(("Model", "Dataset"))
        ref = f"{self.namespace}/{self._mark()}"
        self.doomed.append(ref)
        return writes.create_named(kind, ref, f"made as {ref}")

    def _delete(self) -> Write | None:
        return writes.delete_record(self.doomed.pop()) if self.doomed else None

    def _version(self) -> Write:
        return writes.register_version(self._any_model(), self._mark())

    def _bulk(self) -> Write:
        return writes.register_versions(self.model, self._mark(), BULK)

    def _alias(self) -> Write:
        model = self._any_model()
        # Each version once, so that no move is one to where it points already.
        moved = {write.given.get("version") for write in self.writes}
        if not (left := [each for each in self._versions(model) if each not in moved]):
            return writes.register_version(model, self._mark())
        alias = "champion" if model == self.shared else self.random.choice(("champion", "next"))
        return writes.set_alias(model, alias, self.random.choice(left), self._mark())

    def _metrics(self) -> Write:
        first, count = self.steps, self.random.randint(5, 30)
        self.steps += count
        keys = ["loss", "auc"][: self.random.randint(1, 2)]
        return writes.log_metrics(self.run, keys, range(first, first + count))

    def _deploy(self) -> Write | None:
        left = [each for each in self._versions(self.model) if each not in self.serving]
        if not left:
            return None
        weight = self.random.choice((0.25, 0.5, 1.0))
        return writes.deploy(self.deployment, self.random.choice(left), weight, self._mark())

    def _end(self) -> Write | None:
        if not self.serving:
            return None
        version = self.random.choice(self.serving)
        return writes.end_deployment(self.deployment, version, self._mark())

    def _update(self) -> Write:
        return writes.update_model(self.model, self._mark(), self.revision)
