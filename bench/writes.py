"""What is measured of writing: each call is given something new."""

from collections.abc import Iterator
from itertools import count, cycle
from typing import Any

from bench.operations import Operation, Variables
from bench.statements import statement
from lineal.kernel.graph import Graph

# Enough that no two calls at once are about the same model: then each would wait for the other.
MODELS = 400


async def writes(graph: Graph) -> list[Operation]:
    """Returns what is written, to models and datasets that are in the graph."""
    models, datasets = await _refs(graph, "Model"), await _refs(graph, "Dataset")
    return [register(models, datasets), move(await _aliases(graph))]


def register(models: list[str], datasets: list[str]) -> Operation:
    """A version with eight parameters, six metrics, and a run that read three datasets."""
    given = _new_versions(models, datasets)
    return Operation(
        "register a version with a run and three datasets",
        """mutation ($model: Ref!, $name: String!, $label: String!, $digest: String!,
            $parameters: [ParameterInput!]!, $metrics: [MetricInput!]!,
            $inputs: [RunInputInput!]!) {
          registerModelVersion(input: {model: $model, label: $label, digest: $digest, run: {
            name: $name, parameters: $parameters, metrics: $metrics, inputs: $inputs}}) {
            ... on RegisterModelVersionSuccess {
              modelVersion { id ref number run { id status } } } } }""",
        """mutation ($model: String!, $name: String!, $label: String!, $digest: String!,
            $parameters: [EntryInput!]!, $metrics: [MetricInput!]!, $inputs: [RunInput!]!) {
          registerModelVersion(model: $model, name: $name, label: $label, digest: $digest,
            parameters: $parameters, metrics: $metrics, inputs: $inputs) {
            id ref number run { id status } } }""",
        statement("register_version"),
        lambda: next(given),
        writes=True,
    )


def _new_versions(models: list[str], datasets: list[str]) -> Iterator[Variables]:
    of, reads = cycle(models), cycle(datasets)
    for number in count(1):
        yield {
            "model": next(of),
            "name": f"train-{number}",
            "label": f"new-{number}",
            "digest": f"sha256:{number:064x}",
            "parameters": [{"key": f"p{i}", "value": number % 97 + i} for i in range(8)],
            "metrics": [{"key": f"m{i}", "value": 1 / (number + i)} for i in range(6)],
            "inputs": [
                {"role": role, "datasetVersion": _new_data(next(reads), number, role)}
                for role in ("train", "validation", "test")
            ],
        }


def _new_data(dataset: str, number: int, role: str) -> dict[str, Any]:
    label = f"new-{number}-{role}"
    return {
        "dataset": dataset,
        "label": label,
        "digest": f"md5:{label}",
        "uri": f"abfss://lake.example/{label}",
    }


def move(models: list[dict[str, Any]]) -> Operation:
    """The champion of a model goes from its latest version to its first, or back."""
    given = _moves(models)
    return Operation(
        "move an alias",
        """mutation ($model: Ref!, $alias: String!, $version: Ref!) {
          setAlias(input: {model: $model, alias: $alias, version: $version}) {
            ... on SetAliasSuccess {
              model { id name } modelVersion { id ref } previous { id ref } } } }""",
        """mutation ($model: String!, $alias: String!, $version: String!) {
          setAlias(model: $model, alias: $alias, version: $version) {
            model { id name } modelVersion { id ref } previous { id ref } } }""",
        statement("move_alias"),
        lambda: next(given),
        writes=True,
    )


def _moves(models: list[dict[str, Any]]) -> Iterator[Variables]:
    for number, model in enumerate(cycle(models)):
        there = number // len(models) % 2 == 0
        version = f"{model['ref']}:{1 if there else model['last']}"
        yield {"model": model["ref"], "alias": "champion", "version": version}


async def _refs(graph: Graph, label: str) -> list[str]:
    found = f"MATCH (n:{label}) WITH n ORDER BY n.id LIMIT {MODELS} RETURN collect(n.ref)"
    return list(await graph.read(found))


async def _aliases(graph: Graph) -> list[dict[str, Any]]:
    found = """MATCH (n:Model) WHERE n.versionCount > 1
    WITH n ORDER BY n.id LIMIT $most RETURN collect({ref: n.ref, last: n.versionCount})"""
    return list(await graph.read(found, {"most": MODELS}))
