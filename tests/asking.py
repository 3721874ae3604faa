"""How tests ask and tell a registry: through GraphQL, over the real graph."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from graphql import GraphQLObjectType, GraphQLUnionType, get_named_type

from lineal.context import Context
from lineal.kernel.engine import Engine, Outcome
from lineal.kernel.graph import Graph, Transaction


@dataclass(frozen=True)
class Registry:
    """A registry, who is asking, and a namespace that is the test's own."""

    engine: Engine
    graph: Graph
    namespace: str
    actor: str = "ada"

    def by(self, actor: str) -> "Registry":
        """Returns the same registry, asked by somebody else."""
        return replace(self, actor=actor)

    def ref(self, name: str) -> str:
        """Returns the ref of what has this name in the test's namespace."""
        return f"{self.namespace}/{name}"

    async def ask(self, query: str, /, **variables: Any) -> Any:
        """Returns the data of a document; nothing may have gone wrong."""
        outcome = await self.execute(query, variables)
        assert outcome.errors is None, outcome.errors
        return outcome.data

    async def errors(self, query: str, /, **variables: Any) -> list[dict[str, Any]]:
        """Returns what went wrong."""
        outcome = await self.execute(query, variables)
        assert outcome.errors is not None, outcome.data
        return outcome.errors

    async def code(self, query: str, /, **variables: Any) -> str:
        """Returns the code of the only error."""
        (error,) = await self.errors(query, **variables)
        return str(error["extensions"]["code"])

    async def tell(self, name: str, select: str = "__typename", /, **given: Any) -> dict[str, Any]:
        """Returns what a mutation answers: its success as selected, or a refusal as a whole."""
        query = mutation(self.engine, name, select)
        answer: dict[str, Any] = (await self.ask(query, input=given))[name]
        return answer

    async def told(self, name: str, select: str, /, **given: Any) -> dict[str, Any]:
        """Returns the success of a mutation as selected; a refusal fails the test."""
        answer = await self.tell(name, select, **given)
        assert answer.pop("__typename").endswith("Success"), answer
        return answer

    async def refused(self, name: str, /, **given: Any) -> dict[str, Any]:
        """Returns the refusal of a mutation, `message` apart, which must say something."""
        answer = await self.tell(name, **given)
        assert not answer["__typename"].endswith("Success"), answer
        assert answer.pop("message")
        return answer

    async def mistake(self, dataset: str, digest: str) -> str:
        """Makes two versions that one ref names, as was possible once; returns the ref."""
        register, made = "registerDatasetVersion", {"dataset": dataset, "createDataset": {}}
        for called in ({"label": "1"}, {"label": "2", "digest": digest}):
            await self.told(register, "datasetVersion { id }", **made, **called)
        ref = f"{dataset}#{digest}"
        rename = "MATCH (v:DatasetVersion {ref: $old}) SET v.ref = $ref RETURN count(v)"

        async def unit(tx: Transaction) -> None:
            assert await tx.value(rename, {"old": f"{dataset}#1", "ref": ref}) == 1

        await self.graph.write(unit)
        return ref

    async def counts(self) -> dict[str, int]:
        """Returns how many nodes and edges there are of the test's namespace, by kind."""
        statement = """
            MATCH (node:Entity) WHERE coalesce(node.namespace, node.name) = $namespace
            OPTIONAL MATCH (node)-[edge]->()
            WITH node.nodeKind AS kind, count(DISTINCT node) AS nodes, count(edge) AS edges
            RETURN collect({kind: kind, nodes: nodes, edges: edges})
        """
        rows = await self.graph.read(statement, {"namespace": self.namespace})
        return {row["kind"]: row["nodes"] for row in rows} | {
            "edges": sum(row["edges"] for row in rows)
        }

    async def execute(self, query: str, variables: dict[str, Any]) -> Outcome:
        """Returns the response to a document, whatever it is."""
        context = Context(self.graph, self.actor, "request")
        return await self.engine.execute(query, variables, None, context)


def mutation(engine: Engine, name: str, select: str) -> str:
    """Returns the document of a mutation that selects all of any refusal."""
    kind = name[0].upper() + name[1:]
    root = engine.graphql.mutation_type
    assert root is not None
    union = get_named_type(root.fields[name].type)
    assert isinstance(union, GraphQLUnionType)
    members = "\n".join(
        f"... on {member.name} {{ {selected(member, select)} }}" for member in union.types
    )
    return f"""mutation($input: {kind}Input!) {{
        {name}(input: $input) {{ __typename {members} }}
    }}"""


def selected(member: GraphQLObjectType, select: str) -> str:
    """Returns the fields of a member of a result: those asked for, or all of a refusal."""
    if member.name.endswith("Success"):
        return select
    return " ".join(f"{name} {_all_of(each.type)}" for name, each in member.fields.items())


def _all_of(output: Any) -> str:
    """Returns the selection of everything of a plain type of a refusal."""
    type_ = get_named_type(output)
    return f"{{ {' '.join(type_.fields)} }}" if isinstance(type_, GraphQLObjectType) else ""


def unique(word: str) -> str:
    """Returns a name that nothing else has."""
    return f"{word}-{uuid4().hex[:12]}"


def filled(given: Any, text: str) -> Any:
    """Returns an input with every `?` in its texts replaced."""
    if isinstance(given, dict):
        return {key: filled(value, text) for key, value in given.items()}
    if isinstance(given, list):
        return [filled(value, text) for value in given]
    return given.replace("?", text) if isinstance(given, str) else given
