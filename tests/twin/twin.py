"""A registry in plain Python, as the schema and the documentation describe one.

It is told what the real one is told, in the same words, and says what must come of it. Nothing of
the product is in it. Where several things stand in the way of a change, either may be named: in
what order a registry looks for them, nobody promises.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False, repr=False)
class Thing:
    """A record of any kind. `of` is the model or the dataset that a version belongs to."""

    kind: str
    namespace: str
    name: str
    of: "Thing | None" = None
    number: int = 0
    label: str | None = None
    digest: str | None = None
    status: str = ""
    environment: str = ""
    tags: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    description: str | None = None
    id: str = ""
    revision: int = 1
    archived: bool = False
    # Of a model: the number that was given last.
    last: int = 0
    # Of a model: what its aliases point at, and all that they ever pointed at.
    aliases: dict[str, "Thing"] = field(default_factory=dict)
    history: list[tuple[str, "Thing"]] = field(default_factory=list)
    # Of a deployment: what serves there, with its share, and what served before the last change.
    shares: dict["Thing", float] = field(default_factory=dict)
    before: dict["Thing", float] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.ref}>"

    @property
    def ref(self) -> str:
        """Returns what people call it."""
        if self.kind == "Namespace":
            return self.name
        if self.kind == "Run":
            return self.id
        if self.kind == "ModelVersion":
            return f"{self.owner.ref}:{self.number}"
        if self.kind == "DatasetVersion":
            return f"{self.owner.ref}#{self.label}"
        return f"{self.namespace}/{self.name}"

    @property
    def owner(self) -> "Thing":
        """Returns what a version is one of."""
        assert self.of is not None
        return self.of


@dataclass(eq=False)
class Edge:
    """Data flows, or flowed, from one thing to another."""

    type: str
    source: Thing
    target: Thing
    ended: bool = False
    role: str = ""


@dataclass
class Twin:
    """All that there is, in the order in which it came."""

    things: list[Thing] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    former: dict[str, Thing] = field(default_factory=dict)
    # What was told under a key, and what the answer named.
    keys: dict[str, tuple[str, str, list[Thing]]] = field(default_factory=dict)
    # What the change that is being told is refused for.
    reasons: set[str] = field(default_factory=set)

    def of_kind(self, *kinds: str) -> list[Thing]:
        """Returns the things of some kinds, in the order in which they came."""
        return [each for each in self.things if each.kind in kinds]

    def named(self, text: str) -> list[Thing]:
        """Returns all that a ref may mean."""
        found = [each for each in self.things if text in (each.id, each.ref)]
        name, sign, selector = text, "", ""
        for separator in ":@#":
            if separator in text:
                name, sign, selector = text.partition(separator)
        owner = self.former.get(name)
        owners = [each for each in self.of_kind("Model", "Dataset") if each.ref == name]
        owners += [owner] if owner else []
        for each in owners:
            if not sign:
                found.append(each)
            elif sign == "@":
                found += [each.aliases[selector]] if selector in each.aliases else []
            else:
                found += [v for v in self.versions(each) if selector in _selectors(v)]
        return list(dict.fromkeys(found))

    def versions(self, owner: Thing) -> list[Thing]:
        """Returns the versions of a model or a dataset, the oldest first."""
        return [each for each in self.things if each.of is owner]

    def is_archived(self, thing: Thing) -> bool:
        """Returns whether a thing is archived, or belongs to what is."""
        above = [each for each in self.of_kind("Namespace") if each.name == thing.namespace]
        return thing.archived or any(each.archived for each in (*above, *owner_of(thing)))

    def distances(self, starts: Iterable[Thing], *, down: bool) -> dict[Thing, int]:
        """Returns what is reached, with the least number of edges to it."""
        reached = dict.fromkeys(starts, 0)
        queue = list(reached)
        for here in queue:
            for edge in self.edges:
                if edge.ended:
                    continue
                near, far = (edge.source, edge.target) if down else (edge.target, edge.source)
                if near is here and far not in reached:
                    reached[far] = reached[here] + 1
                    queue.append(far)
        return reached

    def around(self, starts: Iterable[Thing], direction: str) -> dict[Thing, int]:
        """Returns what is reached in a direction or in both, with the least distance."""
        starts = list(starts)
        ways = {"UPSTREAM": [False], "DOWNSTREAM": [True], "BOTH": [False, True]}[direction]
        found = [self.distances(starts, down=down) for down in ways]
        everything = {each for reached in found for each in reached}
        return {each: min(r[each] for r in found if each in r) for each in everything}

    def now(self, later: "Twin") -> "Twin":
        """Returns the data that flows now, among the things that there are later."""
        things = {each.id: each for each in later.things}
        edges = [
            Edge(each.type, things[each.source.id], things[each.target.id])
            for each in self.edges
            if not each.ended and {each.source.id, each.target.id} <= things.keys()
        ]
        return Twin(later.things, edges)

    def pointed(self, thing: Thing) -> list[str]:
        """Returns the aliases of a model, or those that point at a version."""
        if thing.kind == "Model":
            return list(thing.aliases)
        owners = owner_of(thing)
        return [name for each in owners for name, at in each.aliases.items() if at is thing]

    def referrers(self, doomed: set[Thing]) -> set[Thing]:
        """Returns what keeps things from being deleted."""
        found = {e.target for e in self.edges if e.source in doomed}
        stays = [e for e in self.edges if e.type in ("DEPLOYED_AS", "FEEDS")]
        found |= {e.source for e in stays if e.target in doomed}
        found |= {m for m in self.of_kind("Model") if doomed & {v for _, v in m.history}}
        names = {each.name for each in doomed if each.kind == "Namespace"}
        found |= {e for e in self.things if e.namespace in names and e.kind != "Namespace"}
        return found - doomed

    # Refusing: what stands in the way of the change that is being told.

    def refuse(self, reason: str, when: object) -> None:
        """Takes note of a reason, if it is one."""
        if when:
            self.reasons.add(reason)

    def found(self, text: str, *kinds: str) -> Thing:
        """Returns what a ref names; if that is nothing, something that is in nobody's way."""
        named = self.named(text)
        fit = [each for each in named if not kinds or each.kind in kinds]
        self.refuse("NotFound", not named)
        self.refuse("InvalidInput", named and not fit)
        self.refuse("AmbiguousRef", len(fit) > 1)
        return fit[0] if fit else Thing("", "", text)

    def expect(self, given: dict[str, Any], thing: Thing | None) -> None:
        """Refuses what was decided by another revision than there is."""
        expected = given.get("expectedRevision")
        actual = thing.revision if thing else 0
        self.refuse("StaleRevision", expected is not None and expected != actual)


def owner_of(thing: Thing) -> list[Thing]:
    """Returns what a version is one of; of anything else, nothing."""
    return [thing.of] if thing.of else []


def _selectors(version: Thing) -> set[str]:
    """Returns what may stand behind the name of its owner, for a version."""
    if version.kind == "ModelVersion":
        return {str(version.number)}
    return {each for each in (version.label, version.digest) if each}
