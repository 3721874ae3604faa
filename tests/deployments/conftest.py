"""A namespace of its own for each test, with three versions of one model."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest

from lineal.context import Context
from lineal.kernel.engine import Engine
from lineal.kernel.graph import Graph, Transaction
from lineal.kernel.ids import new_id
from lineal.schema import schema

NAMESPACE = """
WITH datetime() AS now
CREATE (namespace:Entity:Namespace {
  id: $id, nodeKind: 'Namespace', ref: $name, name: $name, tags: [], owners: [], revision: 1,
  createdAt: now, createdBy: 'ada', updatedAt: now, updatedBy: 'ada'
})
CREATE (model:Entity:Model {
  id: $model, nodeKind: 'Model', ref: $name + '/scorer', name: 'scorer', namespace: $name,
  tags: [], owners: [], revision: 1,
  createdAt: now, createdBy: 'ada', updatedAt: now, updatedBy: 'ada'
})
WITH now, model
UNWIND range(0, size($versions) - 1) AS at
CREATE (model)-[:HAS_VERSION]->(:Entity:LineageNode:ModelVersion {
  id: $versions[at], nodeKind: 'ModelVersion', ref: model.ref + ':' + (at + 1),
  namespace: $name, modelRef: model.ref, number: at + 1, tags: [], revision: 1,
  createdAt: now, createdBy: 'ada', updatedAt: now, updatedBy: 'ada'
})
"""

ALIAS = """
MATCH (model:Model {ref: $model})-[:HAS_VERSION]->(version:ModelVersion {ref: $version})
CREATE (model)-[:HAS_ALIAS {name: $name, since: datetime(), by: 'ada'}]->(version)
"""

SCORES = """
CREATE (:Entity:LineageNode:DatasetVersion {
  id: $id, nodeKind: 'DatasetVersion', ref: $ref, namespace: $namespace, label: '2026-11',
  tags: [], createdAt: datetime(), createdBy: 'ada'
})
"""


@dataclass(frozen=True)
class World:
    """What a test asks and tells, and the names that are its own."""

    engine: Engine
    graph: Graph
    namespace: str
    actor: str = "ada"

    @property
    def place(self) -> str:
        """The ref of the deployment that most tests are about."""
        return f"{self.namespace}/api"

    def version(self, number: int) -> str:
        return f"{self.namespace}/scorer:{number}"

    async def ask(self, query: str, **variables: Any) -> Any:
        """Returns the data of a query or a mutation; nothing may have gone wrong."""
        context = Context(self.graph, self.actor, "request")
        outcome = await self.engine.execute(query, variables, None, context)
        assert outcome.errors is None, outcome.errors
        return outcome.data

    async def tell(self, name: str, select: str = "__typename", **given: Any) -> dict[str, Any]:
        """Returns what a mutation answers: its success as selected, or the refusal."""
        kind = name[0].upper() + name[1:]
        data = await self.ask(
            f"""mutation($input: {kind}Input!) {{ {name}(input: $input) {{
                __typename
                ... on {kind}Success {{ {select} }}
                ... on Refusal {{ code message path }}
            }} }}""",
            input=given,
        )
        answer: dict[str, Any] = data[name]
        return answer

    async def make(self) -> None:
        """Makes the deployment that most tests are about."""
        made = await self.tell(
            "createDeployment", ref=self.place, environment="production", kind="ONLINE"
        )
        assert made["__typename"] == "CreateDeploymentSuccess"

    async def deploy(self, number: int, **given: Any) -> dict[str, Any]:
        return await self.tell(
            "deployModelVersion",
            "changed deployment { revision }",
            deployment=self.place,
            modelVersion=self.version(number),
            **given,
        )

    async def end(self, **given: Any) -> dict[str, Any]:
        return await self.tell("endDeployment", deployment=self.place, **given)

    async def roll_back(self, **given: Any) -> dict[str, Any]:
        return await self.tell("rollBackDeployment", deployment=self.place, **given)

    async def shares(self, as_of: str | None = None) -> dict[int, float]:
        """Returns what serves: weights by the number of the version."""
        data = await self.ask(
            """query($ref: Ref!, $asOf: DateTime) { deployment(ref: $ref) {
                versions(asOf: $asOf) { weight version { number } } } }""",
            ref=self.place,
            asOf=as_of,
        )
        return {
            each["version"]["number"]: each["weight"] for each in data["deployment"]["versions"]
        }

    async def history(self) -> list[dict[str, Any]]:
        """Returns every stay, newest first."""
        data = await self.ask(
            """query($ref: Ref!) { deployment(ref: $ref) { servingHistory(first: 100) { nodes {
                version { number } weight since until by reason endedBy endReason } } } }""",
            ref=self.place,
        )
        stays: list[dict[str, Any]] = data["deployment"]["servingHistory"]["nodes"]
        return stays

    async def revision(self) -> int:
        query = "query($ref: Ref!) { deployment(ref: $ref) { revision } }"
        data = await self.ask(query, ref=self.place)
        return int(data["deployment"]["revision"])

    async def write(self, statement: str, **parameters: Any) -> None:
        async def unit(tx: Transaction) -> None:
            await tx.value(statement, parameters)

        await self.graph.write(unit)

    async def alias(self, name: str, number: int) -> None:
        model = f"{self.namespace}/scorer"
        await self.write(ALIAS, model=model, version=self.version(number), name=name)

    async def scores(self) -> str:
        """Returns the ref of a dataset version that it makes."""
        ref = f"{self.namespace}/scores#2026-11"
        await self.write(SCORES, id=new_id(), ref=ref, namespace=self.namespace)
        return ref


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(schema)


@pytest.fixture
async def world(engine: Engine, graph: Graph) -> World:
    made = World(engine, graph, f"ns-{uuid4().hex[:12]}")
    versions = [new_id() for _ in range(3)]
    await made.write(NAMESPACE, id=new_id(), model=new_id(), name=made.namespace, versions=versions)
    return made
