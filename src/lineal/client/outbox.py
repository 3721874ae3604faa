"""What a run has logged and not sent yet: bounded, in batches that can be sent again."""

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from uuid import uuid4

from lineal.client.facts import Fact, Point, Subject
from lineal.client.generated.input_types import MetricPointInput, RunInputInput, RunOutputInput

MOST_WAITING = 10_000
LARGEST_BATCH = 1_000

# Of points there are more; what is sent of them at once stays below what a server reads.
MOST_POINTS = 200_000
LARGEST_BATCH_OF_POINTS = 10_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Facts to be sent in one call, under a key by which a repetition does nothing more."""

    facts: Mapping[Subject, Fact]
    key: str = field(default_factory=lambda: str(uuid4()))

    def arguments(self) -> dict[str, Any]:
        """Returns them as the client takes them."""
        return {
            "parameters": self._of("parameter"),
            "metrics": self._of("metric"),
            "inputs": [
                RunInputInput(role=role, **_end(fact))
                for (kind, _, role), fact in self.facts.items()
                if kind == "input"
            ],
            "outputs": [
                RunOutputInput(**_end(fact))
                for (kind, _, _), fact in self.facts.items()
                if kind == "output"
            ],
        }

    def points(self) -> list[MetricPointInput]:
        """Returns those of series as the client takes them."""
        return [
            MetricPointInput(key=key, step=fact.step, value=fact.value, time=fact.time)
            for (_, key, _), fact in self.facts.items()
            if isinstance(fact, Point)
        ]

    def _of(self, kind: str) -> dict[str, Any]:
        return {name: value for (each, name, _), value in self.facts.items() if each == kind}

    def halves(self) -> tuple["Batch", "Batch"]:
        """Returns two batches with the same facts."""
        facts = list(self.facts.items())
        middle = len(facts) // 2
        return Batch(dict(facts[:middle])), Batch(dict(facts[middle:]))


class Outbox:
    """Of what is told twice before it is sent, the last is kept. Any thread may put."""

    def __init__(self, most: int = MOST_WAITING, largest_batch: int = LARGEST_BATCH) -> None:
        self._most = most
        self._largest_batch = largest_batch
        self._lock = threading.Lock()
        self._waiting: dict[Subject, Fact] = {}
        self._batches: deque[Batch] = deque()

    def put(self, facts: Mapping[Subject, Fact]) -> int:
        """Returns how many there is no room for."""
        left_out = 0
        with self._lock:
            for subject, value in facts.items():
                if subject in self._waiting or len(self._waiting) < self._most:
                    self._waiting[subject] = value
                else:
                    left_out += 1
        return left_out

    def first(self) -> Batch | None:
        """Returns the batch to send next, the same one until it is removed."""
        with self._lock:
            if not self._batches and self._waiting:
                subjects = list(islice(self._waiting, self._largest_batch))
                taken = {subject: self._waiting.pop(subject) for subject in subjects}
                self._batches.append(Batch(taken))
            return self._batches[0] if self._batches else None

    def remove_first(self, *instead: Batch) -> None:
        """Removes the batch that was sent, or has others sent in its place."""
        with self._lock:
            self._batches.popleft()
            self._batches.extendleft(reversed(instead))

    def __len__(self) -> int:
        with self._lock:
            return len(self._waiting) + sum(len(batch.facts) for batch in self._batches)


def _end(fact: Fact) -> dict[str, Any]:
    return {"ref" if isinstance(fact, str) else "dataset_version": fact}
