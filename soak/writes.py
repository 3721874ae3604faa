"""A write: what is sent, what came of it, and what it leaves in the graph if it was done."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

MODEL = "__typename id ref revision description aliases { name version { id } }"
RUN = "__typename id ref name revision series { key count last { step value } }"
# What is asked of a node of each kind: as a write's answer, and once more after a crash.
SELECTIONS = {
    "Namespace": "__typename id ref revision description",
    "Model": MODEL,
    "Dataset": "__typename id ref revision description",
    "ModelVersion": f"""__typename id ref revision number label digest
      parameters {{ key value }} metrics {{ key value }}
      run {{ id name status inputs {{ role node {{ id ref }} }} }} model {{ {MODEL} }}""",
    "Run": RUN,
    "Deployment": "__typename id ref revision versions { version { id } weight }",
}


class State(StrEnum):
    """What the client knows of a write."""

    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Traces:
    """A statement that counts what a write leaves, and how much that is if all of it is there."""

    statement: str
    parameters: dict[str, Any]
    whole: int


@dataclass(slots=True)
class Write:
    """A mutation with its input; `select` is what its success is asked for."""

    mutation: str
    given: dict[str, Any]
    select: str
    traces: Traces
    state: State = State.UNKNOWN
    answer: dict[str, Any] = field(default_factory=dict)

    @property
    def document(self) -> str:
        name = self.mutation[0].upper() + self.mutation[1:]
        return f"""mutation ($input: {name}Input!) {{ {self.mutation}(input: $input) {{
          __typename ... on {name}Success {{ {self.select} }}
          ... on Refusal {{ code message }} }} }}"""

    @property
    def has_key(self) -> bool:
        return "idempotencyKey" in self.given

    @property
    def facts(self) -> dict[str, dict[str, Any]]:
        """Returns what its answer says of each node, by id."""
        return facts(self.answer)

    def __str__(self) -> str:
        told = {key: each for key, each in self.given.items() if key not in ("items", "points")}
        return f"{self.mutation} {told} ({self.state})"


def facts(answer: Any) -> dict[str, dict[str, Any]]:
    """Returns what an answer says of each node in it; in place of a node in another is its id."""
    found: dict[str, dict[str, Any]] = {}

    def plain(value: Any) -> Any:
        if isinstance(value, list):
            return [plain(each) for each in value]
        if not isinstance(value, dict):
            return value
        told = {key: plain(each) for key, each in value.items()}
        if "id" not in told or "revision" not in told:
            return told
        found[told["id"]] = told
        return told["id"]

    plain(answer)
    return found


def create_namespace(name: str, description: str) -> Write:
    return Write(
        "createNamespace",
        {"name": name, "description": description},
        f"namespace {{ {SELECTIONS['Namespace']} }}",
        Traces(
            """RETURN COUNT { (:Namespace {name: $name, description: $description}) }
              + COUNT { (:Namespace {name: $name})<-[:ABOUT {made: true}]-(:Event) }""",
            {"name": name, "description": description},
            2,
        ),
    )


def create_named(kind: str, ref: str, description: str) -> Write:
    """Makes a model or a dataset."""
    return Write(
        f"create{kind}",
        {"ref": ref, "description": description},
        f"{kind.lower()} {{ {SELECTIONS[kind]} }}",
        Traces(
            """RETURN COUNT { (:Entity {ref: $ref})-[:IN_NAMESPACE]->(:Namespace) }
              + COUNT { (:Entity {ref: $ref})<-[:ABOUT {made: true}]-(:Event) }""",
            {"ref": ref},
            2,
        ),
    )


def start_run(namespace: str, name: str) -> Write:
    return Write(
        "startRun",
        {"namespace": namespace, "name": name},
        f"run {{ {RUN} }}",
        Traces(
            """RETURN COUNT { (:Run {name: $name, namespace: $namespace})-[:IN_NAMESPACE]->() }
              + COUNT { (:Run {name: $name, namespace: $namespace})<-[:ABOUT {made: true}]-() }""",
            {"name": name, "namespace": namespace},
            2,
        ),
    )


# Of versions, of the runs that made them, of the dataset versions that those read: each node with
# its place, its event and what was said of it.
REGISTERED = """
CALL () {
  UNWIND $digests AS digest
  MATCH (version:ModelVersion {digest: digest})
  RETURN sum(1
    + COUNT { (:Model {ref: $model})-[:HAS_VERSION]->(version) }
    + COUNT { (version)<-[:ABOUT {made: true}]-(:Event) }
    + COUNT { (:Run)-[:PRODUCED]->(version) }
    + size([key IN keys(version) WHERE key STARTS WITH 'param.' OR key STARTS WITH 'metric.'])
  ) AS versions
}
CALL () {
  UNWIND $runs AS name
  MATCH (run:Run {name: name, namespace: $namespace})
  RETURN sum(1
    + COUNT { (run)-[:IN_NAMESPACE]->(:Namespace {name: $namespace}) }
    + COUNT { (run)<-[:ABOUT {made: true}]-(:Event) }
    + COUNT { (:DatasetVersion)-[:CONSUMED_BY]->(run) }
  ) AS runs
}
CALL () {
  UNWIND $data AS digest
  MATCH (read:DatasetVersion {digest: digest})
  RETURN sum(1
    + COUNT { (:Dataset)-[:HAS_VERSION]->(read) }
    + COUNT { (read)<-[:ABOUT {made: true}]-(:Event) }
  ) AS data
}
RETURN versions + runs + data"""


def trained(model: str, mark: str, datasets: int) -> dict[str, Any]:
    """Returns what registers a version that a run made from some dataset versions."""
    namespace = model.partition("/")[0]
    return {
        "model": model,
        "createModel": {},
        "label": mark,
        "digest": digest(mark),
        "run": {
            "name": f"run-{mark}",
            "parameters": [{"key": "mark", "value": mark}, {"key": "depth", "value": len(mark)}],
            "metrics": [{"key": "auc", "value": 0.5 + len(mark) / 1000}],
            "inputs": [_input(namespace, mark, number) for number in range(datasets)],
        },
    }


def _input(namespace: str, mark: str, number: int) -> dict[str, Any]:
    read = {"dataset": f"{namespace}/data-{number}", "digest": digest(f"{mark}-data-{number}")}
    return {
        "role": ("train", "validation", "test")[number],
        "datasetVersion": read | {"label": f"{mark}-{number}", "createDataset": {}},
    }


def digest(mark: str) -> str:
    return f"mark:{mark.replace('.', '-'):_>8}"


def _registered(items: list[dict[str, Any]]) -> Traces:
    """Returns the traces of versions that `trained` told."""
    read = [each["datasetVersion"]["digest"] for item in items for each in item["run"]["inputs"]]
    return Traces(
        REGISTERED,
        {
            "model": items[0]["model"],
            "namespace": items[0]["model"].partition("/")[0],
            "digests": [item["digest"] for item in items],
            "runs": [item["run"]["name"] for item in items],
            "data": read,
        },
        # 4 and 3 facts of a version, 3 and its inputs of a run, 3 of what it read.
        10 * len(items) + 4 * len(read),
    )


def register_version(model: str, mark: str) -> Write:
    told = trained(model, mark, 3)
    select = f"modelVersion {{ {SELECTIONS['ModelVersion']} }}"
    return Write("registerModelVersion", told, select, _registered([told]))


def register_versions(model: str, mark: str, count: int) -> Write:
    items = [trained(model, f"{mark}.{number}", number % 2) for number in range(count)]
    select = f"modelVersions {{ {SELECTIONS['ModelVersion']} }}"
    return Write("registerModelVersions", {"items": items}, select, _registered(items))


def set_alias(model: str, alias: str, version: str, mark: str) -> Write:
    return Write(
        "setAlias",
        {"model": model, "alias": alias, "version": version, "reason": mark},
        f"model {{ {MODEL} }} previous {{ id }}",
        Traces(
            """MATCH (model:Model {ref: $model})
              RETURN COUNT { (model)-[alias:HAS_ALIAS {reason: $reason}]->({id: $version})
                  WHERE alias.name = $alias }
                + COUNT { (model)<-[:ABOUT]-(:Event {reason: $reason}) }""",
            {"model": model, "alias": alias, "version": version, "reason": mark},
            2,
        ),
    )


SERVED = """MATCH (deployment:Deployment {ref: $deployment})
RETURN COUNT { (deployment)<-[edge:DEPLOYED_AS]-({id: $version}) WHERE edge[$said] = $reason }
  + COUNT { (deployment)<-[edge:INTENDED]-({id: $version}) WHERE edge[$said] = $reason }
  + COUNT { (deployment)<-[:ABOUT]-(:Event {reason: $reason}) }"""


def deploy(deployment: str, version: str, weight: float, mark: str) -> Write:
    told = {"deployment": deployment, "reason": mark}
    return Write(
        "deployModelVersion",
        told
        | {"modelVersion": version, "weight": weight}
        | {"createDeployment": {"environment": "production"}},
        f"deployment {{ {SELECTIONS['Deployment']} }}",
        Traces(SERVED, told | {"version": version, "said": "reason"}, 3),
    )


def end_deployment(deployment: str, version: str, mark: str) -> Write:
    told = {"deployment": deployment, "reason": mark}
    return Write(
        "endDeployment",
        told | {"modelVersion": version},
        f"deployment {{ {SELECTIONS['Deployment']} }}",
        Traces(SERVED, told | {"version": version, "said": "endReason"}, 3),
    )


def update_model(ref: str, mark: str, revision: int) -> Write:
    return Write(
        "updateModel",
        {"ref": ref, "description": mark, "expectedRevision": revision},
        f"model {{ {MODEL} }}",
        Traces(
            """MATCH (model:Model {ref: $ref})
              RETURN COUNT { (model)<-[about:ABOUT]-(:Event) WHERE $told IN about.after }""",
            {"ref": ref, "told": f'"{mark}"'},
            1,
        ),
    )


def log_metrics(run: str, keys: list[str], steps: range) -> Write:
    points = [
        {"key": key, "step": step, "value": step * 0.5 + place}
        for place, key in enumerate(keys)
        for step in steps
    ]
    return Write(
        "logMetrics",
        {"run": run, "points": points},
        f"run {{ {RUN} }}",
        Traces(
            """UNWIND $points AS told
              MATCH (chunk:MetricChunk {run: $run, key: told.key})
              UNWIND range(0, size(chunk.steps) - 1) AS i
              WITH told, chunk, i
              WHERE chunk.steps[i] = told.step AND chunk.values[i] = told.value
              RETURN count(*)""",
            {"run": run, "points": points},
            len(points),
        ),
    )


def delete_record(ref: str) -> Write:
    return Write(
        "deleteRecord",
        {"ref": ref},
        "deleted { id kind ref }",
        Traces(
            """RETURN CASE WHEN EXISTS { (:Entity {ref: $ref}) } THEN 0 ELSE 1 END
              + COUNT { (event:Event {action: 'deleteRecord'}) WHERE $ref IN event.refs }""",
            {"ref": ref},
            2,
        ),
    )
