"""Looks whether all that was acknowledged is there, and nothing that is half."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import httpx
from neo4j import Driver

from soak.client import send
from soak.invariants import broken
from soak.writes import SELECTIONS, State, Write, facts

Ask = Callable[..., list[Any]]

# The most that `nodes` is asked for at once.
PAGE = 100
# So many acknowledged writes are sent again after a crash.
KNOWN = 3


def asking(driver: Driver) -> Ask:
    """Returns what runs a statement and returns the first value of each of its rows."""

    def ask(statement: str, **parameters: Any) -> list[Any]:
        return [record[0] for record in driver.execute_query(statement, parameters).records]

    return ask


def lost(ask: Ask, http: httpx.Client, written: Sequence[Write]) -> list[str]:
    """Returns what was acknowledged and is not there as it was told; and what was refused."""
    problems = [f"refused: {each}: {each.answer}" for each in in_state(written, State.REFUSED)]
    kept = undeleted(written)
    problems += [
        f"lost: {write}: {there} of {write.traces.whole} traces are there"
        for write in in_state(kept, State.ACKNOWLEDGED)
        if (there := left(ask, write)) != write.traces.whole
    ]
    return problems + list(_told_otherwise(http, kept))


def half(ask: Ask, written: Sequence[Write]) -> list[str]:
    """Returns what is neither there as a whole nor not at all."""
    return [
        f"half: {write}: {there} of {write.traces.whole} traces are there"
        for write in in_state(written, State.UNKNOWN)
        if (there := left(ask, write)) not in (0, write.traces.whole)
    ]


def resent(ask: Ask, http: httpx.Client, written: Sequence[Write]) -> list[str]:
    """Sends unknown writes with a key again, and some acknowledged ones: each is done once."""
    problems = []
    kept = undeleted(written)
    again = [write for write in in_state(written, State.UNKNOWN) if write.has_key]
    known = [write for write in in_state(kept, State.ACKNOWLEDGED) if write.has_key][-KNOWN:]
    for write in again + known:
        before = ids(write)
        send(http, write)
        there = left(ask, write)
        if write.state is not State.ACKNOWLEDGED or there != write.traces.whole:
            problems.append(
                f"sent again: {write}: {there} of {write.traces.whole} traces: {write.answer}"
            )
        elif before and ids(write) != before:
            problems.append(f"sent again: {write}: answers {ids(write)}, before {before}")
    return problems


def missing(ask: Ask, known: Iterable[str]) -> list[str]:
    """Returns those of these ids that no node has."""
    statement = "UNWIND $ids AS id WITH id WHERE NOT EXISTS { (:Entity {id: id}) } RETURN id"
    return [f"lost since an earlier round: {id_}" for id_ in ask(statement, ids=list(known))]


def half_of_all(ask: Ask) -> list[str]:
    """Returns what does not hold of the whole graph."""
    return [f"does not hold: {each}" for each in broken(ask)]


def in_state(written: Iterable[Write], state: State) -> list[Write]:
    return [write for write in written if write.state is state]


def undeleted(written: Sequence[Write]) -> list[Write]:
    """Returns the writes about what nobody, perhaps in vain, deleted afterwards."""
    doomed = {each.given["ref"] for each in written if each.mutation == "deleteRecord"}
    return [
        each
        for each in written
        if each.given.get("ref") not in doomed or each.mutation == "deleteRecord"
    ]


def left(ask: Ask, write: Write) -> int:
    """Returns how much of what a write leaves is in the graph."""
    found = ask(write.traces.statement, **write.traces.parameters)
    return int(found[0]) if found else 0


def ids(write: Write) -> set[str]:
    """Returns the ids of what a write made or changed."""
    gone = {each["id"] for each in write.answer.get("deleted", ())}
    return gone | set(write.facts)


def _told_otherwise(http: httpx.Client, written: Sequence[Write]) -> Iterator[str]:
    """Yields what GraphQL says of nodes that is not what was acknowledged last."""
    then = _last_told(in_state(written, State.ACKNOWLEDGED))
    now = _told_now(http, then)
    for id_, told in then.items():
        if (said := now.get(id_)) is None:
            yield f"lost: {told}"
        elif said["revision"] == told["revision"] and said != told:
            yield f"lost: {told} was acknowledged, there is {said}"
        elif said["revision"] - told["revision"] not in range(_unknown(written, told) + 1):
            yield f"lost: {told} was acknowledged, there is {said}, of another revision"


def _last_told(written: Iterable[Write]) -> dict[str, dict[str, Any]]:
    """Returns what was acknowledged of each node at its last revision."""
    last: dict[str, dict[str, Any]] = {}
    for write in written:
        for id_, told in write.facts.items():
            if id_ not in last or told["revision"] >= last[id_]["revision"]:
                last[id_] = told
    return last


def _unknown(written: Iterable[Write], told: dict[str, Any]) -> int:
    """Returns how many writes that nobody knows of may have changed a node."""
    return sum(
        f"'{told['id']}'" in text or f"'{told['ref']}'" in text
        for text in (str(each.given) for each in in_state(written, State.UNKNOWN))
    )


def _told_now(http: httpx.Client, then: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Returns what GraphQL says of these nodes, asked as it was at first."""
    kinds = sorted({told["__typename"] for told in then.values()})
    wanted = " ".join(f"... on {kind} {{ {SELECTIONS[kind]} }}" for kind in kinds)
    document = f"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ {wanted} }} }}"
    now: dict[str, dict[str, Any]] = {}
    for start in range(0, len(then), PAGE):
        variables = {"ids": list(then)[start : start + PAGE]}
        answer = http.post("/graphql", json={"query": document, "variables": variables}).json()
        assert "errors" not in answer, answer
        told = facts(answer["data"])
        now |= {id_: told[id_] for id_ in variables["ids"] if id_ in told}
    return now
