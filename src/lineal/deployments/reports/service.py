"""Decides about reports: what a platform observes, against what the registry knows."""

from collections.abc import Mapping, Sequence

from lineal.deployments import store
from lineal.deployments.reports.outcome import Observed, outcome
from lineal.deployments.reports.records import Report
from lineal.deployments.reports.store import claim_report
from lineal.deployments.store import Serving
from lineal.deployments.traffic import Shares
from lineal.kernel.archived import archived_among
from lineal.kernel.change import Change, Made
from lineal.kernel.finding import Found, Wanted, find_known
from lineal.kernel.refusals import InvalidInput, NotFound, require_revision

Path = tuple[str, ...]
# A version as it was reported, and what is known of it.
Version = tuple[Wanted, Found | None]


async def report_deployments(change: Change, report: Report) -> Made:
    """Returns the ids of what began, changed, ended or did not, what is unknown, and archived.

    Raises InvalidInput, NotFound for the namespace, AmbiguousRef or StaleRevision.
    """
    names = _names(report)
    claimed = await claim_report(change, report.namespace, report.platform, names)
    if claimed is None:
        raise NotFound(report.namespace, ("namespace",), "namespace")
    what = f"What {report.platform} reports of {report.namespace}"
    require_revision(what, report.expected_revision, claimed["revision"] - 1)
    wanted = _wanted(report)
    found = await find_known(change.tx, wanted)
    there = await store.lock(change, claimed["deployments"])
    _require_own(report, there)
    versions = list(zip(wanted, found, strict=True))
    done = outcome(report, _observed(report, versions), there)
    if done.made:
        store.create_deployments(change, done.made)
    if done.steps:
        await store.change_serving(change, done.steps, report.reason)
    return {
        "revision": claimed["revision"],
        "began": done.began,
        "changed": done.changed,
        "ended": done.ended,
        "unchanged": done.unchanged,
        "unknown": [_told(report, each) for each, node in versions if node is None],
        "archived": await _archived(change, report, versions),
    }


def _names(report: Report) -> list[str]:
    """Returns the names of the deployments, or raises InvalidInput where two have the same."""
    names: dict[str, int] = {}
    for i, each in enumerate(report.deployments):
        if names.setdefault(each.name, i) != i:
            path = ("deployments", str(i), "name")
            raise InvalidInput(f"{'.'.join(path)}: {each.name} is given twice", path)
    return list(names)


def _wanted(report: Report) -> list[Wanted]:
    return [
        Wanted(
            version.model_version,
            ("deployments", str(i), "versions", str(j), "modelVersion"),
            ("ModelVersion",),
        )
        for i, each in enumerate(report.deployments)
        for j, version in enumerate(each.versions)
    ]


def _require_own(report: Report, there: Mapping[str, Serving]) -> None:
    """Raises InvalidInput where a name is that of another platform's deployment."""
    platforms = {serving.facts["name"]: serving.facts["platform"] for serving in there.values()}
    for i, each in enumerate(report.deployments):
        platform = platforms.get(each.name)
        if platform not in (None, report.platform):
            path = ("deployments", str(i), "name")
            ref = f"{report.namespace}/{each.name}"
            raise InvalidInput(f"{'.'.join(path)}: {ref} is a deployment of {platform}", path)


def _observed(report: Report, versions: Sequence[Version]) -> list[Observed]:
    nodes = iter(versions)
    return [
        Observed(each, _shares([(next(nodes), version.weight) for version in each.versions]))
        for each in report.deployments
    ]


def _shares(versions: Sequence[tuple[Version, float]]) -> Shares | None:
    """Returns the shares of versions, None where one is unknown, or raises InvalidInput."""
    shares: Shares = {}
    for (wanted, found), weight in versions:
        if found is None:
            continue
        if found.id in shares:
            message = f"{'.'.join(wanted.path)}: {found.ref} is given twice"
            raise InvalidInput(message, wanted.path)
        shares[found.id] = weight
    return shares if len(shares) == len(versions) else None


async def _archived(
    change: Change, report: Report, versions: Sequence[Version]
) -> list[dict[str, object]]:
    """Returns those versions that run although they are archived, with what is."""
    known = [(each, node.id) for each, node in versions if node is not None]
    refs = await archived_among(change, (id_ for _, id_ in known))
    return [_told(report, each) | {"archived": refs[id_]} for each, id_ in known if id_ in refs]


def _told(report: Report, version: Wanted) -> dict[str, object]:
    """Returns where a version was reported, and as what."""
    return {
        "path": list(version.path),
        "deployment": report.deployments[int(version.path[1])].name,
        "modelVersion": version.text,
    }
