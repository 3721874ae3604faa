"""What comes of each mutation, as its description in the schema says: a function for each.

Each changes a twin, of which there is a copy if it is refused, and returns the things that the
answer names.
"""

import copy
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from graphql.pyutils import snake_to_camel

from tests.twin.twin import Edge, Thing, Twin, owner_of

Outcome = tuple[Twin, list[Thing]] | set[str]
Change = Callable[[Twin, dict[str, Any]], list[Thing]]
UNREADY = ("RUNNING",)
# The share of the traffic of a version, as exactly as the API tells it.
DIGITS = 9


def tell(twin: Twin, mutation: str, given: dict[str, Any]) -> Outcome:
    """Returns the twin after a change and the things that the answer names, or why it is refused.

    Of several reasons either may be told: in what order a registry looks for them, nobody promises.
    """
    after = copy.deepcopy(twin)
    payload = repr({k: v for k, v in given.items() if k not in ("idempotencyKey", "dryRun")})
    key = given.get("idempotencyKey")
    if key in after.keys:
        used, same, things = after.keys[key]
        if (used, same) != (mutation, payload) or not set(things) <= set(after.things):
            return {"IdempotencyKeyReused"}
        return after, things
    things = CHANGES[mutation](after, given)
    if after.reasons:
        return after.reasons
    if key:
        after.keys[key] = (mutation, payload, things)
    return after, things


def _make(twin: Twin, kind: str, ref: str, details: dict[str, Any]) -> Thing:
    """Returns a new thing with a name, in a namespace that takes it."""
    namespace, _, name = ref.partition("/")
    _into(twin, namespace)
    made = Thing(kind, namespace, name)
    made.environment = details.get("environment", "")
    made.tags, made.owners = details.get("tags", []), details.get("owners", [])
    made.description = details.get("description")
    twin.things.append(made)
    return made


def _into(twin: Twin, namespace: str) -> None:
    """Refuses what would come into a namespace that is archived, or is not there."""
    there = [each for each in twin.of_kind("Namespace") if each.name == namespace]
    twin.refuse("NotFound", not there)
    twin.refuse("InvalidState", any(each.archived for each in there))


def _create(kind: str, twin: Twin, given: dict[str, Any]) -> list[Thing]:
    ref = given["ref"]
    taken = [each for each in twin.named(ref) if each.kind == kind]
    twin.refuse("AlreadyExists", taken)
    twin.expect(given, taken[0] if taken else None)
    return [_make(twin, kind, ref, given)]


def create_namespace(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    taken = [each for each in twin.of_kind("Namespace") if each.name == given["name"]]
    twin.refuse("AlreadyExists", taken)
    twin.expect(given, taken[0] if taken else None)
    made = Thing("Namespace", given["name"], given["name"])
    twin.things.append(made)
    return [made]


def _update(kind: str, twin: Twin, given: dict[str, Any]) -> list[Thing]:
    thing = twin.found(given["ref"], kind)
    twin.expect(given, thing)
    before = thing.tags, thing.owners, thing.description
    for name in ("tags", "owners", "description"):
        setattr(thing, name, given.get(name, getattr(thing, name)))
    thing.revision += (thing.tags, thing.owners, thing.description) != before
    return [thing]


def rename_model(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    model, to = twin.found(given["model"], "Model"), given["to"]
    twin.expect(given, model)
    if twin.reasons or model.ref == to:
        return [model]
    taken = [each for each in twin.named(to) if each.kind == "Model"]
    twin.refuse("AlreadyExists", any(each is not model for each in taken))
    _into(twin, to.partition("/")[0])
    twin.former[model.ref] = model
    twin.former.pop(to, None)
    model.namespace, _, model.name = to.partition("/")
    model.revision += 1
    for version in twin.versions(model):
        version.namespace = model.namespace
    return [model]


# Versions.


def _versioned(twin: Twin, kind: str, given: dict[str, Any]) -> Thing:
    """Returns what a new version belongs to, which is made if that is asked for."""
    name = kind.lower()
    ref, details = given[name], given.get(f"create{kind}")
    there = [each for each in twin.named(ref) if each.kind == kind]
    twin.expect(given, there[0] if there else None)
    if not there and details is not None:
        return _make(twin, kind, ref, details)
    if not there:
        twin.refuse("NotFound", True)
        _into(twin, ref.partition("/")[0])
    owner = there[0] if there else Thing(kind, "", ref)
    twin.refuse("InvalidState", twin.is_archived(owner))
    return owner


def register_dataset_version(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    dataset = _versioned(twin, "Dataset", given)
    sources = [twin.found(ref, "DatasetVersion") for ref in given.get("derivedFrom", [])]
    for version in twin.versions(dataset):
        same = {version.label, version.digest} & {given.get("label"), given.get("digest")}
        twin.refuse("AlreadyExists", same - {None})
    made = Thing("DatasetVersion", dataset.namespace, "", of=dataset)
    made.label, made.digest = given["label"], given.get("digest")
    twin.things.append(made)
    dataset.revision += 1
    twin.edges += [Edge("DERIVED_INTO", source, made) for source in dict.fromkeys(sources)]
    return [made]


def register_model_version(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    model = _versioned(twin, "Model", given)
    bases = [twin.found(each["ref"], "ModelVersion") for each in given.get("bases", [])]
    bases = list(dict.fromkeys(bases))
    run = twin.found(given["runRef"], "Run") if given.get("runRef") else None
    digest = given.get("digest")
    same = [each for each in twin.versions(model) if digest and each.digest == digest]
    duplicate = given.get("onDuplicate", "REFUSE")
    if same and duplicate == "REUSE" and twin.reasons <= {"NotFound", "InvalidInput"}:
        # What is there is answered, whatever else is said of it.
        twin.reasons.clear()
        return [same[0]]
    twin.refuse("AlreadyExists", same and duplicate == "REFUSE")
    made = Thing("ModelVersion", model.namespace, "", of=model, digest=digest)
    model.last += 1
    made.number = model.last
    twin.things.append(made)
    model.revision += 1
    if run is None:
        twin.edges += [Edge("DERIVED_INTO", base, made) for base in bases]
        return [made]
    _read(twin, run, [(base, "base") for base in bases])
    twin.edges.append(Edge("PRODUCED", run, made))
    twin.refuse("InvalidInput", _is_of_itself(twin, run))
    return [made]


# Runs.


def _read(twin: Twin, run: Thing, read: list[tuple[Thing, str]]) -> None:
    """Has a run read bases; one that has ended has read what it read."""
    known = [e.source for e in twin.edges if e.target is run]
    new = [(base, role) for base, role in read if base not in known]
    twin.refuse("InvalidState", new and run.status not in UNREADY)
    run.revision += bool(new)
    twin.edges += [Edge("CONSUMED_BY", base, run, role=role) for base, role in new]


def _connect(twin: Twin, run: Thing, given: dict[str, Any]) -> None:
    """Has a run read and write what is there."""
    kinds = "DatasetVersion", "ModelVersion"
    for each in given.get("inputs", []):
        source, role = twin.found(each["ref"], *kinds), each["role"]
        there = [e for e in twin.edges if e.source is source and e.target is run]
        if role not in [e.role for e in there]:
            twin.edges.append(Edge("CONSUMED_BY", source, run, role=role))
    for each in given.get("outputs", []):
        target = twin.found(each["ref"], "DatasetVersion")
        there = [e for e in twin.edges if e.source is run and e.target is target]
        if not there:
            twin.edges.append(Edge("PRODUCED", run, target))
    twin.refuse("InvalidInput", _is_of_itself(twin, run))


def _is_of_itself(twin: Twin, run: Thing) -> bool:
    """Returns whether a run has read what was made from what it wrote."""
    reached = twin.distances([run], down=True)
    return any(e.target is run and e.source in reached for e in twin.edges if not e.ended)


def _new_run(twin: Twin, given: dict[str, Any], status: str) -> list[Thing]:
    twin.expect(given, None)
    _into(twin, given["namespace"])
    run = Thing("Run", given["namespace"], given["name"], status=status)
    twin.things.append(run)
    _connect(twin, run, given)
    return [run]


def start_run(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    return _new_run(twin, given, "RUNNING")


def register_run(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    twin.refuse("InvalidInput", given["status"] in UNREADY)
    return _new_run(twin, given, given["status"])


def _going_on(twin: Twin, given: dict[str, Any]) -> Thing:
    run = twin.found(given["run"], "Run")
    twin.expect(given, run)
    twin.refuse("InvalidState", run.status not in UNREADY)
    run.revision += 1
    _connect(twin, run, given)
    return run


def log_run(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    return [_going_on(twin, given)]


def finish_run(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    run = _going_on(twin, given)
    twin.refuse("InvalidInput", given["status"] in UNREADY)
    run.status = given["status"]
    return [run]


# Aliases.


def _alias(twin: Twin, given: dict[str, Any]) -> tuple[Thing, Thing | None]:
    model = twin.found(given["model"], "Model")
    twin.expect(given, model)
    current = model.aliases.get(given["alias"])
    if given.get("replaces"):
        expected = twin.found(given["replaces"], "ModelVersion")
        twin.refuse("AliasMoved", expected is not current)
    return model, current


def set_alias(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    model, current = _alias(twin, given)
    version = twin.found(given["version"], "ModelVersion")
    twin.refuse("InvalidInput", version.of is not model)
    twin.refuse("InvalidState", twin.is_archived(model) or twin.is_archived(version))
    if current is not version:
        model.aliases[given["alias"]] = version
        model.history.append((given["alias"], version))
        model.revision += 1
    return [model]


def remove_alias(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    model, current = _alias(twin, given)
    twin.refuse("NotFound", current is None)
    model.aliases.pop(given["alias"], None)
    model.revision += 1
    return [model]


# Deployments.


def _serve(twin: Twin, deployment: Thing, shares: dict[Thing, float]) -> bool:
    """Returns whether something else serves from now on, or with other shares."""
    shares = {version: round(share, DIGITS) for version, share in shares.items()}
    if shares == deployment.shares:
        return False
    begun = shares.keys() - deployment.shares.keys()
    for each in [deployment, *begun] if begun else []:
        twin.refuse("InvalidState", twin.is_archived(each))
    changed = [v for v, share in shares.items() if deployment.shares.get(v) != share]
    for edge in twin.edges:
        if edge.type == "DEPLOYED_AS" and edge.target is deployment:
            edge.ended = edge.ended or edge.source not in shares or edge.source in changed
    twin.edges += [Edge("DEPLOYED_AS", version, deployment) for version in changed]
    deployment.before, deployment.shares = deployment.shares, shares
    deployment.revision += 1
    return True


def deploy_model_version(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    version = twin.found(given["modelVersion"], "ModelVersion")
    named = [each for each in twin.named(given["deployment"]) if each.kind == "Deployment"]
    twin.expect(given, named[0] if named else None)
    if not named and "createDeployment" in given:
        deployment = _make(twin, "Deployment", given["deployment"], given["createDeployment"])
    else:
        deployment = twin.found(given["deployment"], "Deployment")
    weight = given.get("weight", 1.0)
    twin.refuse("InvalidInput", not 0 < weight <= 1)
    others = {v: share for v, share in deployment.shares.items() if v is not version}
    rest = sum(others.values())
    shares = {version: 1.0}
    if weight < 1 and rest:
        shares = {v: share / rest * (1 - weight) for v, share in others.items()}
        shares[version] = weight
    _serve(twin, deployment, shares)
    return [deployment]


def end_deployment(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    deployment = twin.found(given["deployment"], "Deployment")
    twin.expect(given, deployment)
    shares: dict[Thing, float] = {}
    if given.get("modelVersion"):
        version = twin.found(given["modelVersion"], "ModelVersion")
        twin.refuse("InvalidState", version not in deployment.shares)
        shares = {v: share for v, share in deployment.shares.items() if v is not version}
        rest = sum(shares.values())
        shares = {v: share / rest for v, share in shares.items()}
    twin.refuse("InvalidState", not deployment.shares)
    _serve(twin, deployment, shares)
    return [deployment]


def roll_back_deployment(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    deployment = twin.found(given["deployment"], "Deployment")
    twin.expect(given, deployment)
    twin.refuse("InvalidState", not deployment.before)
    _serve(twin, deployment, deployment.before)
    return [deployment]


def _fed(twin: Twin, given: dict[str, Any]) -> tuple[Thing, Thing, list[Edge]]:
    deployment = twin.found(given["deployment"], "Deployment")
    twin.expect(given, deployment)
    if "application" in given:
        fed = twin.found(given["application"], "Application")
    else:
        fed = twin.found(given["datasetVersion"], "DatasetVersion")
    edges = [e for e in twin.edges if e.source is deployment and e.target is fed]
    return deployment, fed, [e for e in edges if not e.ended]


def record_feed(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    deployment, fed, there = _fed(twin, given)
    if not there:
        twin.edges.append(Edge("FEEDS", deployment, fed))
        deployment.revision += 1
    return [deployment]


def end_feed(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    deployment, _, there = _fed(twin, given)
    twin.refuse("InvalidState", not there)
    for edge in there:
        edge.ended = True
    deployment.revision += 1
    return [deployment]


# Anything.


def archive_record(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    thing = twin.found(given["ref"])
    twin.expect(given, thing)
    if not thing.archived:
        twin.refuse("InvalidState", any(_serves(twin, each) for each in _with(twin, thing)))
        thing.revision += 1
    thing.archived = True
    return [thing]


def unarchive_record(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    thing = twin.found(given["ref"])
    twin.expect(given, thing)
    thing.revision += thing.archived
    thing.archived = False
    return [thing]


def delete_record(twin: Twin, given: dict[str, Any]) -> list[Thing]:
    thing = twin.found(given["ref"])
    twin.expect(given, thing)
    doomed = {thing, *twin.versions(thing)}
    twin.refuse("StillReferredTo", twin.referrers(doomed))
    twin.things = [each for each in twin.things if each not in doomed]
    twin.edges = [e for e in twin.edges if not {e.source, e.target} & doomed]
    twin.former = {ref: each for ref, each in twin.former.items() if each not in doomed}
    for owner in owner_of(thing):
        owner.revision += 1
    return []


def _with(twin: Twin, thing: Thing) -> Iterator[Thing]:
    """Yields a thing and what belongs to it."""
    for each in twin.things:
        belongs = thing.kind == "Namespace" and each.namespace == thing.name
        if each is thing or each.of is thing or belongs:
            yield each


def _serves(twin: Twin, thing: Thing) -> bool:
    return bool(thing.shares) or any(thing in each.shares for each in twin.things)


CHANGES: dict[str, Change] = {
    f"create{kind}": partial(_create, kind)
    for kind in ("Dataset", "Model", "Deployment", "Application")
}
CHANGES |= {f"update{kind}": partial(_update, kind) for kind in ("Model", "Dataset", "Deployment")}
CHANGES |= {
    snake_to_camel(each.__name__, upper=False): each
    for each in (
        create_namespace,
        rename_model,
        register_dataset_version,
        register_model_version,
        start_run,
        register_run,
        log_run,
        finish_run,
        set_alias,
        remove_alias,
        deploy_model_version,
        end_deployment,
        roll_back_deployment,
        record_feed,
        end_feed,
        archive_record,
        unarchive_record,
        delete_record,
    )
}
