"""Draws what is told and asked, and compares a registry's answers with those of its twin."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from typing import Any

from graphql import GraphQLObjectType
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.asking import Registry, filled, unique
from tests.twin.changes import tell
from tests.twin.drawing import (
    DIGESTS,
    NAMED,
    alias,
    condition,
    ends,
    how,
    one,
    perhaps,
    run,
    said,
    some,
)
from tests.twin.looking import (
    IMPACT,
    LINEAGE,
    LISTS,
    LOOK,
    LOOK_BACK,
    expected,
    fits,
    in_order,
    looked,
    pointing,
    told,
)
from tests.twin.twin import Thing, Twin

# What most rows begin with, so that there is something to change.
BEGINNING: list[tuple[str, dict[str, Any]]] = [
    ("registerDatasetVersion", {"dataset": "?a/d0", "label": "1", "createDataset": {}}),
    ("createModel", {"ref": "?a/m0", "owners": ["ada"], "tags": ["red"]}),
    ("registerModelVersion", {"model": "?a/m0", "digest": DIGESTS[0]}),
    ("registerModelVersion", {"model": "?a/m0", "bases": [{"ref": "?a/m0:1"}]}),
    ("setAlias", {"model": "?a/m0", "alias": "champion", "version": "?a/m0:1"}),
    ("createDeployment", {"ref": "?a/p0", "environment": "production"}),
    ("deployModelVersion", {"deployment": "?a/p0", "modelVersion": "?a/m0@champion"}),
    ("createApplication", {"ref": "?a/a0"}),
    ("recordFeed", {"deployment": "?a/p0", "application": "?a/a0"}),
    (
        "startRun",
        {
            "name": "r",
            "kind": "TRAINING",
            "namespace": "?a",
            "inputs": [{"role": "train", "ref": "?a/d0#1"}],
        },
    ),
]
FLOWING = ("DatasetVersion", "Run", "ModelVersion", "Deployment", "Application")
AFFECTED = ("Deployment", "Application")


class Machine(RuleBasedStateMachine):
    """One registry, of which two namespaces are the machine's own, and its twin."""

    def __init__(self, runner: asyncio.Runner, registry: Registry) -> None:
        super().__init__()
        self.runner = runner
        self.registry = registry
        # Mutations, with the types of what they answered.
        self.met: set[tuple[str, str]] = set()
        self.prefix = unique("twin")
        self.twin = Twin()
        # What there was at some moments, and what was told under a key.
        self.past: list[tuple[str, Twin]] = []
        self.keys: list[str] = []
        self.keyed: list[tuple[str, dict[str, Any]]] = []

    @initialize(filled_=st.sampled_from([True, True, True, False]))
    def begin(self, filled_: bool) -> None:
        for name in ("?a", "?b"):
            self.tell("createNamespace", {"name": name})
        for mutation, given in BEGINNING if filled_ else ():
            self.tell(mutation, given)

    # What is told.

    @rule(data=st.data(), kind=st.sampled_from(sorted(NAMED)))
    def create(self, data: st.DataObject, kind: str) -> None:
        names = [*NAMED[kind], *NAMED[kind], "?nowhere/x"]
        given = {"ref": data.draw(st.sampled_from(names)), **said(data)}
        if kind == "Deployment":
            given["environment"] = data.draw(st.sampled_from(["production", "staging"]))
        self.tell(f"create{kind}", given, data)

    @rule(data=st.data())
    def create_namespace(self, data: st.DataObject) -> None:
        self.tell("createNamespace", {"name": data.draw(st.sampled_from(["?a", "?c"]))}, data)

    @rule(data=st.data(), kind=st.sampled_from(["Model", "Dataset", "Deployment"]))
    def update(self, data: st.DataObject, kind: str) -> None:
        given = {"ref": one(data, self.twin, kind), **said(data)}
        self.tell(f"update{kind}", given, data)

    @rule(data=st.data())
    def rename(self, data: st.DataObject) -> None:
        to = data.draw(st.sampled_from([*NAMED["Model"], "?a/new", "?nowhere/m"]))
        self.tell("renameModel", {"model": one(data, self.twin, "Model"), "to": to}, data)

    @rule(data=st.data())
    def register_dataset_version(self, data: st.DataObject) -> None:
        given = {
            "dataset": data.draw(st.sampled_from(NAMED["Dataset"])),
            "label": data.draw(st.sampled_from("123")),
            "derivedFrom": some(data, self.twin, "DatasetVersion"),
            **perhaps(data, "digest", DIGESTS),
            **perhaps(data, "createDataset", [{}]),
        }
        self.tell("registerDatasetVersion", given, data)

    @rule(data=st.data())
    def register_model_version(self, data: st.DataObject) -> None:
        given = {
            "model": data.draw(st.sampled_from([*NAMED["Model"], "?a/new"])),
            "bases": [{"ref": ref} for ref in some(data, self.twin, "ModelVersion")],
            **perhaps(data, "digest", DIGESTS),
            **perhaps(data, "createModel", [{}, {"owners": ["ada"]}]),
            **perhaps(data, "onDuplicate", ["REUSE", "REGISTER"]),
        }
        by_run = data.draw(st.booleans())
        if by_run and self.twin.of_kind("Run"):
            given["runRef"] = one(data, self.twin, "Run")
        self.tell("registerModelVersion", given, data)

    @rule(data=st.data())
    def start_run(self, data: st.DataObject) -> None:
        self.tell("startRun", run(data) | ends(data, self.twin), data)

    @rule(data=st.data(), status=st.sampled_from(["FINISHED", "FAILED", "RUNNING"]))
    def register_run(self, data: st.DataObject, status: str) -> None:
        given = run(data) | ends(data, self.twin) | {"status": status}
        self.tell("registerRun", given, data)

    @rule(data=st.data())
    def log_run(self, data: st.DataObject) -> None:
        self.tell("logRun", {"run": one(data, self.twin, "Run")} | ends(data, self.twin), data)

    @rule(data=st.data(), status=st.sampled_from(["FINISHED", "CANCELLED", "RUNNING"]))
    def finish_run(self, data: st.DataObject, status: str) -> None:
        given = {"run": one(data, self.twin, "Run"), "status": status} | ends(data, self.twin)
        self.tell("finishRun", given, data)

    @rule(data=st.data())
    def set_alias(self, data: st.DataObject) -> None:
        given = alias(data, self.twin) | {"version": one(data, self.twin, "ModelVersion")}
        self.tell("setAlias", given, data)

    @rule(data=st.data())
    def remove_alias(self, data: st.DataObject) -> None:
        self.tell("removeAlias", alias(data, self.twin), data)

    @rule(data=st.data())
    def deploy(self, data: st.DataObject) -> None:
        given = {
            "deployment": data.draw(st.sampled_from(NAMED["Deployment"])),
            "modelVersion": one(data, self.twin, "ModelVersion"),
            **perhaps(data, "weight", [0.5, 0.25, 1.0, 1.5]),
            **perhaps(data, "createDeployment", [{"environment": "production"}]),
        }
        self.tell("deployModelVersion", given, data)

    @rule(data=st.data())
    def end_deployment(self, data: st.DataObject) -> None:
        given = {"deployment": one(data, self.twin, "Deployment")}
        if data.draw(st.booleans()):
            given["modelVersion"] = one(data, self.twin, "ModelVersion")
        self.tell("endDeployment", given, data)

    @rule(data=st.data())
    def roll_back(self, data: st.DataObject) -> None:
        self.tell("rollBackDeployment", {"deployment": one(data, self.twin, "Deployment")}, data)

    @rule(data=st.data(), over=st.booleans())
    def feed(self, data: st.DataObject, over: bool) -> None:
        given = {"deployment": one(data, self.twin, "Deployment")}
        if data.draw(st.booleans()):
            given["application"] = one(data, self.twin, "Application")
        else:
            given["datasetVersion"] = one(data, self.twin, "DatasetVersion")
        self.tell("endFeed" if over else "recordFeed", given, data)

    @rule(data=st.data(), anew=st.booleans())
    def archive(self, data: st.DataObject, anew: bool) -> None:
        given = {"ref": one(data, self.twin)}
        self.tell("unarchiveRecord" if anew else "archiveRecord", given, data)

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.tell("deleteRecord", {"ref": one(data, self.twin)}, data)

    @precondition(lambda self: self.keyed)
    @rule(data=st.data())
    def again(self, data: st.DataObject) -> None:
        mutation, given = data.draw(st.sampled_from(self.keyed))
        self.tell(mutation, given)

    # What is asked.

    @invariant()
    def look(self) -> None:
        """Looks at all that there is."""
        things = self.twin.things
        found = self.ask(LOOK, ids=[each.id for each in things])["nodes"]

        assert [looked(each) for each in found] == [expected(self.twin, each) for each in things]

    @rule()
    def remember(self) -> None:
        moment = self.runner.run(self.registry.graph.read("RETURN toString(datetime())", {}))
        self.past.append((moment, self.twin))
        # What is told next is told later, by a clock that counts milliseconds.
        self.runner.run(asyncio.sleep(0.003))

    @precondition(lambda self: self.past)
    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        moment, then = self.past[data.draw(st.integers(0, len(self.past) - 1))]
        there = {each.id for each in self.twin.things}
        things = [each for each in then.of_kind("Model", "Deployment") if each.id in there]
        found = self.ask(LOOK_BACK, ids=[each.id for each in things], asOf=moment)["nodes"]

        assert [looked(each) for each in found] == [pointing(each) for each in things]

    @precondition(lambda self: self.flowing())
    @rule(
        data=st.data(),
        direction=st.sampled_from(["UPSTREAM", "DOWNSTREAM", "BOTH"]),
        depth=st.sampled_from([20, 20, 2, 1, 0]),
    )
    def follow(self, data: st.DataObject, direction: str, depth: int) -> None:
        moments = [(None, self.twin), *self.past]
        moment, then = moments[data.draw(st.integers(0, len(self.past)))]
        twin = then.now(self.twin)
        there = [each for each in twin.things if each.kind in FLOWING]
        if not there:
            return
        starts = data.draw(st.lists(st.sampled_from(there), min_size=1, max_size=3, unique=True))
        of = [each.id for each in starts]
        asked = {"of": of, "direction": direction, "maxDepth": depth, "asOf": moment}
        found = self.ask(LINEAGE, **asked)["lineage"]
        reached = twin.around(starts, direction)
        inside = {each.id: steps for each, steps in reached.items() if steps <= depth}

        assert {each["node"]["id"]: each["distance"] for each in found["nodes"]} == inside
        assert found["totalCount"] == len(inside)
        assert found["complete"] == (len(inside) == len(reached))
        assert {(e["from"], e["to"]) for e in found["edges"]} == {
            (edge.source.id, edge.target.id)
            for edge in twin.edges
            if not edge.ended and {edge.source.id, edge.target.id} <= inside.keys()
        }

    @precondition(lambda self: self.flowing())
    @rule(data=st.data())
    def impact(self, data: st.DataObject) -> None:
        start, end = (data.draw(st.sampled_from(self.flowing())) for _ in range(2))
        found = self.ask(IMPACT, **{"from": start.id, "to": end.id})
        reached = self.twin.around([start], "DOWNSTREAM")
        hit = {each: reached[each] for each in reached if each.kind in AFFECTED}
        items = found["impact"]["items"]

        assert {each["node"]["id"]: each["distance"] for each in items} == {
            each.id: steps for each, steps in hit.items()
        }
        assert {e["environment"]: e["count"] for e in found["impact"]["environments"]} == Counter(
            each.environment for each in hit if each.environment
        )
        assert (found["path"] or {"length": None})["length"] == reached.get(end)

    @rule(data=st.data(), kind=st.sampled_from(sorted(LISTS)), first=st.integers(1, 4))
    def walk(self, data: st.DataObject, kind: str, first: int) -> None:
        """Walks a list from page to page."""
        where = condition(data, kind, self.prefix)
        order = data.draw(st.sampled_from([None, "ASC", "DESC"]))
        pages = list(self.pages(kind, where, first, order))
        fit = [each for each in self.twin.of_kind(kind) if fits(self.twin, each, where)]
        wanted = in_order(fit, order)
        walked = [each["id"] for page in pages for each in page["nodes"]]
        if not order and kind not in NAMED:
            walked.sort()
            wanted.sort(key=lambda each: each.id)

        assert walked == [each.id for each in wanted]
        assert {page["totalCount"] for page in pages} == {len(wanted)}
        assert [len(page["nodes"]) for page in pages[:-1]] == [first] * (len(pages) - 1)

    def pages(
        self, kind: str, where: dict[str, Any], first: int, order: str | None
    ) -> Iterator[dict[str, Any]]:
        orders = {"field": "CREATED", "direction": order} if order else None
        asked: dict[str, Any] = {"where": where, "first": first, "orderBy": orders}
        page: dict[str, Any] = {"pageInfo": {"hasNextPage": True, "endCursor": None}}
        while page["pageInfo"]["hasNextPage"]:
            found = self.ask(LISTS[kind], **asked, after=page["pageInfo"]["endCursor"])
            page = found["list"]
            yield page

    def ask(self, query: str, **variables: Any) -> Any:
        return self.runner.run(self.registry.ask(query, **variables))

    def flowing(self) -> list[Thing]:
        return self.twin.of_kind(*FLOWING)

    # How it is told.

    def tell(self, mutation: str, given: dict[str, Any], data: st.DataObject | None = None) -> None:
        """Tells both the same; what they answer must be the same."""
        given = filled(given, self.prefix)
        if data is not None:
            given |= how(data, self.twin, given, self.keys)
        if "idempotencyKey" in given and (mutation, given) not in self.keyed:
            self.keyed.append((mutation, given))
        about = self.about(mutation)
        answer = self.answer(mutation, about, given)
        outcome = tell(self.twin, mutation, given)
        if isinstance(outcome, set):
            assert answer["__typename"] in outcome, (mutation, given, answer)
            return
        after, things = outcome

        assert answer["__typename"].endswith("Success"), (mutation, given, answer)
        if about == "deleted":
            gone = {each.ref for each in self.twin.things} - {each.ref for each in after.things}
            assert {each["ref"] for each in answer[about]} == gone
        for thing in things:
            thing.id = thing.id or answer[about]["id"]
            assert told(answer[about]) == (thing.id, thing.ref, thing.revision, thing.archived)
        if not given.get("dryRun"):
            self.twin = after
            self.meet()

    def about(self, mutation: str) -> str:
        """Returns where in the answer of a mutation stands what it was about."""
        capital = mutation[0].upper() + mutation[1:]
        success = self.registry.engine.graphql.type_map[f"{capital}Success"]
        assert isinstance(success, GraphQLObjectType)
        return str(next(iter(success.fields)))

    def answer(self, mutation: str, about: str, given: dict[str, Any]) -> dict[str, Any]:
        """Returns what a mutation answers, of which note is taken."""
        more = "" if about == "deleted" else "id archivedAt ... on Revised { revision }"
        telling = self.registry.tell(mutation, f"{about} {{ ref {more} }}", **given)
        answer = self.runner.run(telling)
        self.met.add((mutation, answer["__typename"]))
        return answer

    def meet(self) -> None:
        """Asks for the ids of what was made by the way, by their refs."""
        for each in self.twin.things:
            if not each.id:
                ref = f"{each.kind.lower()}:{each.ref}"
                found = self.ask("query($ref: ID!) { node(id: $ref) { id } }", ref=ref)
                each.id = found["node"]["id"]
