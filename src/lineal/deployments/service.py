"""Decides about deployments: what serves where, what that feeds, and how one goes back."""

from dataclasses import dataclass

from lineal.deployments import store, traffic
from lineal.deployments.records import (
    ApplicationDetails,
    Deploy,
    DeploymentDetails,
    End,
    Feed,
    NewApplication,
    NewDeployment,
    RollBack,
)
from lineal.deployments.store import Serving, Step
from lineal.deployments.traffic import Shares
from lineal.kernel.archived import require_namespace, require_unarchived
from lineal.kernel.change import Change
from lineal.kernel.finding import find, parse, parse_name
from lineal.kernel.refs import Form
from lineal.kernel.refusals import AlreadyExists, InvalidState, NotFound, require_revision

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deployed:
    """The ids of a deployment and of the version that serves there; whether that is new."""

    deployment: str
    version: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Fed:
    """The ids of a deployment and of what it feeds; whether that is new."""

    deployment: str
    node: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A name in a namespace, where it stands in the input, and the ids of what already has it."""

    namespace: str
    name: str
    path: Path
    archived: bool
    deployment: str | None
    application: str | None


async def create_deployment(change: Change, new: NewDeployment) -> str:
    """Returns the id of the new deployment; raises NotFound, AlreadyExists or StaleRevision."""
    place = await _place(change, new.ref, ("ref",))
    if place.deployment:
        raise AlreadyExists(f"There is already a deployment {new.ref}", ("ref",), existing=new.ref)
    require_revision(new.ref, new.expected_revision, 0)
    return await _create_deployment(change, place, new)


async def create_application(change: Change, new: NewApplication) -> str:
    """Returns the id of the new application; raises NotFound, AlreadyExists or StaleRevision."""
    place = await _place(change, new.ref, ("ref",))
    if place.application:
        message = f"There is already an application {new.ref}"
        raise AlreadyExists(message, ("ref",), existing=new.ref)
    require_revision(new.ref, new.expected_revision, 0)
    return await _create_application(change, place, new)


async def deploy_model_version(change: Change, new: Deploy) -> Deployed:
    """Returns what serves now, which changes nothing if it did; or raises a refusal."""
    version = await find(change.tx, new.model_version, ("modelVersion",), "ModelVersion")
    made = await _make_deployment(change, new)
    id_ = made or await _deployment(change, new.deployment)
    serving = await _lock(change, id_, None if made else new.expected_revision)
    shares = traffic.deployed(serving.shares, version.id, new.weight)
    return Deployed(id_, version.id, await _serve(change, id_, serving, shares, new.reason))


async def end_deployment(change: Change, new: End) -> str:
    """Returns the deployment's id; raises InvalidState where that does not serve."""
    id_ = await _deployment(change, new.deployment)
    version = None
    if new.model_version is not None:
        version = await find(change.tx, new.model_version, ("modelVersion",), "ModelVersion")
    serving = await _lock(change, id_, new.expected_revision)
    known = {**serving.shares, **(serving.intended or {})}
    if not known:
        message = f"Nothing serves at {serving.ref}"
        raise InvalidState(message, ("deployment",), ref=serving.ref, state="EMPTY")
    if version is not None and version.id not in known:
        message = f"{version.ref} does not serve at {serving.ref}"
        raise InvalidState(message, ("modelVersion",), ref=version.ref, state="NOT_SERVING")
    if version is None or version.id in serving.shares:
        shares = traffic.ended(serving.shares, version.id if version else None)
        await _serve(change, id_, serving, shares, new.reason)
    else:
        await _intend(change, id_, serving, version.id, new.reason)
    return id_


async def roll_back_deployment(change: Change, new: RollBack) -> str:
    """Returns the deployment's id; raises InvalidState where nothing served before."""
    id_ = await _deployment(change, new.deployment)
    serving = await _lock(change, id_, new.expected_revision)
    shares = await store.served_before(change, id_)
    if not shares:
        message = f"Nothing served at {serving.ref} before the last change"
        raise InvalidState(message, ("deployment",), ref=serving.ref, state="NOTHING_BEFORE")
    await _serve(change, id_, serving, shares, new.reason)
    return id_


async def record_feed(change: Change, new: Feed) -> Fed:
    """Returns what is fed now, which changes nothing if it was; or raises a refusal."""
    id_ = await _deployment(change, new.deployment)
    fed = await _fed(change, new)
    await _lock(change, id_, new.expected_revision)
    there = await store.feeds(change, id_, fed)
    if not there["feeds"]:
        store.record_feed(change, id_, fed)
    return Fed(id_, fed, not there["feeds"])


async def end_feed(change: Change, new: Feed) -> Fed:
    """Returns what is fed no longer; raises InvalidState where it is not fed."""
    id_ = await _deployment(change, new.deployment)
    fed = await _fed(change, new)
    await _lock(change, id_, new.expected_revision)
    there = await store.feeds(change, id_, fed)
    if not there["feeds"]:
        message = f"{there['deployment']} does not feed {there['fed']}"
        path = ("application" if new.application is not None else "datasetVersion",)
        raise InvalidState(message, path, ref=there["fed"], state="NOT_FED")
    store.end_feed(change, id_, fed)
    return Fed(id_, fed, changed=True)


async def _serve(
    change: Change, id_: str, serving: Serving, shares: Shares, reason: str | None
) -> bool:
    """Returns whether these shares are others than before, or than were intended.

    If so they serve, and are intended to, from now on. Raises InvalidState where something is
    archived.
    """
    if shares == serving.shares == serving.intended:
        return False
    turn = traffic.turn(serving.shares, shares)
    if turn.begun:
        begun = dict.fromkeys(turn.begun, ("modelVersion",))
        await require_unarchived(change, {id_: ("deployment",), **begun})
    step = Step(
        turn,
        intended=traffic.turn(serving.intended or {}, shares),
    )
    await store.change_serving(change, {id_: step}, reason)
    return True


async def _intend(
    change: Change, id_: str, serving: Serving, gone: str, reason: str | None
) -> None:
    """Ends the intention that a version serves which does not, as its platform says."""
    intended = serving.intended or {}
    turn = traffic.turn(intended, traffic.ended(intended, gone))
    await store.change_serving(change, {id_: Step(traffic.turn({}, {}), intended=turn)}, reason)


async def _lock(change: Change, id_: str, expected: int | None) -> Serving:
    """Returns what serves there; raises StaleRevision if the caller knew another revision."""
    serving = (await store.lock(change, [id_]))[id_]
    require_revision(serving.ref, expected, serving.revision)
    return serving


async def _deployment(change: Change, text: str) -> str:
    """Returns the id of the deployment that a ref names, or raises a refusal."""
    return (await find(change.tx, text, ("deployment",), "Deployment")).id


async def _make_deployment(change: Change, new: Deploy) -> str | None:
    """Returns the id of the deployment that it makes, or None if it is there or may not be made.

    Raises StaleRevision for one that is not there, if the caller knew a revision of it.
    """
    path = ("deployment",)
    name = _own_name(new.deployment, path, "Deployment")
    if new.create_deployment is None or name is None:
        return None
    place = await _place(change, name, path)
    if place.deployment:
        return None
    require_revision(name, new.expected_revision, 0)
    return await _create_deployment(change, place, new.create_deployment)


async def _create_deployment(change: Change, place: Place, details: DeploymentDetails) -> str:
    """Returns the id of the new deployment; raises InvalidState in an archived namespace."""
    require_namespace(place.namespace, place.archived, place.path)
    row = store.deployment_row(place.namespace, place.name, details)
    store.create_deployments(change, [row])
    return str(row["id"])


async def _create_application(change: Change, place: Place, details: ApplicationDetails) -> str:
    """Returns the id of the new application; raises InvalidState in an archived namespace."""
    require_namespace(place.namespace, place.archived, place.path)
    return store.create_application(change, place.namespace, place.name, details)


async def _ensure_application(change: Change, text: str, details: ApplicationDetails | None) -> str:
    """Returns the id of an application, which is made if it is not there and there are details."""
    path = ("application",)
    if details is None or not (name := _own_name(text, path, "Application")):
        return (await find(change.tx, text, path, "Application")).id
    place = await _place(change, name, path)
    if place.application:
        return place.application
    return await _create_application(change, place, details)


async def _fed(change: Change, new: Feed) -> str:
    """Returns the id of what is fed, or raises a refusal."""
    if new.application is not None:
        return await _ensure_application(change, new.application, new.create_application)
    assert new.dataset_version is not None
    return (await find(change.tx, new.dataset_version, ("datasetVersion",), "DatasetVersion")).id


def _own_name(text: str, path: Path, kind: str) -> str | None:
    """Returns the `namespace/name` under which a node of this kind could be made, if it is one."""
    ref = parse(text, path)
    return ref.key if ref.form is Form.NAME and ref.kind in (None, kind) else None


async def _place(change: Change, ref: str, path: Path) -> Place:
    """Returns what has a name, or raises InvalidInput, or NotFound for the namespace."""
    namespace, name = parse_name(ref, path)
    there = await store.look(change, namespace, ref)
    is_archived = there["namespaceArchived"]
    if is_archived is None:
        raise NotFound(namespace, path, "namespace")
    return Place(namespace, name, path, is_archived, there["deployment"], there["application"])
