"""What is asked about a registry, and what its twin has to say to that."""

from collections.abc import Callable, Iterable
from typing import Any

from tests.twin.twin import Thing, Twin

LOOK = """query($ids: [ID!]!) { nodes(ids: $ids) {
    __typename id ... on Record { ref archivedAt tags description } ... on Revised { revision }
    ... on Named { owners }
    ... on Model {
      latestVersion { id } versions(first: 100) { totalCount nodes { id } }
      aliases { name version { id } } aliasHistory(first: 100) { totalCount } formerRefs { ref } }
    ... on ModelVersion { number digest run { id } bases { version { id } } }
    ... on Dataset { latestVersion { id } versions(first: 100) { totalCount nodes { id } } }
    ... on Deployment {
      serving: versions { version { id } weight } feeds(first: 100) { nodes { node { id } } } }
    ... on Application { deployments(first: 100) { nodes { id } } }
    ... on Run { status inputs { role node { id } } outputs { id } }
} }"""
LOOK_BACK = """query($ids: [ID!]!, $asOf: DateTime!) { nodes(ids: $ids) {
    id ... on Model { aliases(asOf: $asOf) { name version { id } } }
    ... on Deployment { serving: versions(asOf: $asOf) { version { id } weight } }
} }"""
LINEAGE = """query($of: [Ref!]!, $direction: Direction!, $maxDepth: Int!, $asOf: DateTime) {
    lineage(of: $of, direction: $direction, maxDepth: $maxDepth, asOf: $asOf) {
      nodes { distance node { id } } edges { from to } totalCount complete } }"""
IMPACT = """query($from: Ref!, $to: Ref!) {
    impact(of: [$from]) { items { distance node { id } } environments { environment count } }
    path(from: $from, to: $to) { length nodes { id } } }"""
LISTS = {
    kind: f"""query($where: {where}, $orderBy: {order}, $first: Int!, $after: Cursor) {{
        list: {name}(where: $where, orderBy: $orderBy, first: $first, after: $after) {{
          totalCount nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"""
    for kind, name, where, order in (
        ("Dataset", "datasets", "NamedWhere", "NamedOrder"),
        ("Model", "models", "ModelWhere", "NamedOrder"),
        ("Deployment", "deployments", "DeploymentWhere", "NamedOrder"),
        ("Application", "applications", "ApplicationWhere", "NamedOrder"),
        ("Run", "runs", "RunWhere", "RunOrder"),
        ("DatasetVersion", "datasetVersions", "DatasetVersionWhere", "DatasetVersionOrder"),
        ("ModelVersion", "modelVersions", "ModelVersionWhere", "ModelVersionOrder"),
    )
}


def told(node: dict[str, Any]) -> tuple[Any, ...]:
    """Returns what is compared of the answer to a mutation."""
    return node["id"], node["ref"], node["revision"], node["archivedAt"] is not None


def fits(twin: Twin, thing: Thing, where: dict[str, Any]) -> bool:
    """Returns whether a condition holds of a thing."""
    has: dict[str, list[Any]] = {
        "namespace": [thing.namespace],
        "tag": thing.tags,
        "owner": thing.owners,
        "digest": [thing.digest],
        "alias": twin.pointed(thing),
    }
    return twin.is_archived(thing) == where.get("archived", False) and all(
        set(has[name]) & set(one.get("in") or [one["eq"]])
        for name, one in where.items()
        if name in has
    )


def in_order(things: Iterable[Thing], order: str | None) -> list[Thing]:
    """Returns things, which come in the order in which they were made, as a list has them."""
    things = list(things)
    if order is None:
        return sorted(things, key=lambda each: (each.namespace, each.name))
    return things if order == "ASC" else things[::-1]


def pointing(thing: Thing) -> dict[str, Any]:
    """Returns where a model's aliases point, or what serves at a deployment."""
    aliases = {name: version.id for name, version in thing.aliases.items()}
    shares = {version.id: share for version, share in thing.shares.items()}
    at = {"aliases": aliases} if thing.kind == "Model" else {"serving": shares}
    return {"id": thing.id, **at}


def expected(twin: Twin, thing: Thing) -> dict[str, Any]:
    """Returns what has to be told of a thing."""
    common = {
        "__typename": thing.kind,
        "id": thing.id,
        "ref": thing.ref,
        "archivedAt": thing.archived,
        "tags": thing.tags,
        "revision": thing.revision,
        "description": thing.description,
    }
    owned = {"owners": thing.owners} if thing.kind in OWNED else {}
    more = KINDS[thing.kind](twin, thing) if thing.kind in KINDS else {}
    return common | owned | more


def _versions(twin: Twin, thing: Thing) -> dict[str, Any]:
    ids = [each.id for each in twin.versions(thing)]
    return {
        "latestVersion": ids[-1] if ids else None,
        "versions": {"totalCount": len(ids), "nodes": ids[::-1]},
    }


def _model(twin: Twin, thing: Thing) -> dict[str, Any]:
    return {
        **_versions(twin, thing),
        **pointing(thing),
        "aliasHistory": len(thing.history),
        "formerRefs": {ref for ref, each in twin.former.items() if each is thing},
    }


def _model_version(twin: Twin, thing: Thing) -> dict[str, Any]:
    into = [each for each in twin.edges if each.target is thing]
    runs = [each.source for each in into if each.type == "PRODUCED"]
    read = [each for each in twin.edges if each.target in runs and each.role == "base"]
    direct = [each for each in into if each.type == "DERIVED_INTO"]
    return {
        "number": thing.number,
        "digest": thing.digest,
        "run": runs[0].id if runs else None,
        "bases": {each.source.id for each in [*read, *direct]},
    }


def _deployment(twin: Twin, thing: Thing) -> dict[str, Any]:
    fed = {e.target.id for e in twin.edges if e.source is thing and not e.ended}
    return pointing(thing) | {"feeds": fed}


def _application(twin: Twin, thing: Thing) -> dict[str, Any]:
    feeding = {e.source.id for e in twin.edges if e.target is thing and not e.ended}
    return {"deployments": feeding}


def _run(twin: Twin, thing: Thing) -> dict[str, Any]:
    return {
        "status": thing.status,
        "inputs": {(e.role, e.source.id) for e in twin.edges if e.target is thing},
        "outputs": {e.target.id for e in twin.edges if e.source is thing},
    }


OWNED = ("Namespace", "Dataset", "Model", "Deployment", "Application")
KINDS: dict[str, Callable[[Twin, Thing], dict[str, Any]]] = {
    "Dataset": _versions,
    "Model": _model,
    "ModelVersion": _model_version,
    "Deployment": _deployment,
    "Application": _application,
    "Run": _run,
}


def looked(node: dict[str, Any]) -> dict[str, Any]:
    """Returns what was told of a thing, in the words of `expected`."""
    return {name: SPELLED.get(name, lambda value: value)(value) for name, value in node.items()}


SPELLED: dict[str, Callable[[Any], Any]] = {
    "archivedAt": lambda value: value is not None,
    "latestVersion": lambda value: value and value["id"],
    "run": lambda value: value and value["id"],
    "versions": lambda value: value | {"nodes": [each["id"] for each in value["nodes"]]},
    "serving": lambda value: {each["version"]["id"]: each["weight"] for each in value},
    "aliases": lambda value: {each["name"]: each["version"]["id"] for each in value},
    "aliasHistory": lambda value: value["totalCount"],
    "formerRefs": lambda value: {each["ref"] for each in value},
    "bases": lambda value: {each["version"]["id"] for each in value},
    "feeds": lambda value: {each["node"]["id"] for each in value["nodes"]},
    "deployments": lambda value: {each["id"] for each in value["nodes"]},
    "inputs": lambda value: {(each["role"], each["node"]["id"]) for each in value},
    "outputs": lambda value: {each["id"] for each in value},
}
