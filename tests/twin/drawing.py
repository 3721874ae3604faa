"""Draws what a registry is told: mostly what fits, now and then what must be refused."""

from typing import Any

from hypothesis import strategies as st

from tests.asking import unique
from tests.twin.twin import Twin

NAMED = {
    "Dataset": ("?a/d0", "?a/d1", "?b/d0"),
    "Model": ("?a/m0", "?a/m1", "?b/m0"),
    "Deployment": ("?a/p0", "?b/p1"),
    "Application": ("?a/p0", "?a/a0"),
}
NAMES = sorted({name for names in NAMED.values() for name in names})
VERSIONS = ("DatasetVersion", "ModelVersion")
DIGESTS = [f"sha256:{digit * 16}" for digit in "01"]
ALIASES = ("champion", "candidate")


def one(data: st.DataObject, twin: Twin, *kinds: str) -> str:
    """Draws a ref or an id: mostly of what is there and fits, now and then of nothing."""
    there = twin.of_kind(*kinds) if kinds else twin.things
    odd = data.draw(st.integers(0, 11))
    if not there or odd == 0:
        others = [each.id for each in twin.things if each not in there]
        return str(data.draw(st.sampled_from(["?a/nothing", "?a/m0:9", *NAMES, *others])))
    thing = there[data.draw(st.integers(0, len(there) - 1))]
    ways = [thing.id] if odd < 4 else [thing.ref]
    ways += [ref for ref, each in twin.former.items() if each is thing]
    ways += [
        f"{model.ref}@{alias}"
        for model in twin.of_kind("Model")
        for alias, version in model.aliases.items()
        if version is thing
    ]
    return str(data.draw(st.sampled_from(ways)))


def some(data: st.DataObject, twin: Twin, *kinds: str) -> list[str]:
    """Draws different things by their refs, of what is there; mostly one or two."""
    if not twin.of_kind(*kinds):
        return []
    refs = [one(data, twin, *kinds) for _ in range(data.draw(st.integers(0, 2)))]
    found = [[each.id for each in twin.named(ref)] for ref in refs]
    return refs if len(found) < 2 or found[0] != found[1] else refs[:1]


def run(data: st.DataObject) -> dict[str, Any]:
    """Draws a run, and in which namespace."""
    where = data.draw(st.sampled_from(["?a", "?a", "?b", "?nowhere"]))
    return {"name": "r", "kind": "TRAINING", "namespace": where}


def ends(data: st.DataObject, twin: Twin) -> dict[str, Any]:
    """Draws what a run reads and writes."""
    role = data.draw(st.sampled_from(["train", "test"]))
    return {
        "inputs": [{"role": role, "ref": ref} for ref in some(data, twin, *VERSIONS)],
        "outputs": [{"ref": ref} for ref in some(data, twin, "DatasetVersion")],
    }


def alias(data: st.DataObject, twin: Twin) -> dict[str, Any]:
    """Draws an alias of a model, and now and then what it must point at by now."""
    given = {"model": one(data, twin, "Model"), "alias": data.draw(st.sampled_from(ALIASES))}
    if data.draw(st.integers(0, 3)) == 0:
        given["replaces"] = one(data, twin, "ModelVersion")
    return given


def how(data: st.DataObject, twin: Twin, given: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    """Draws whether something is only tried, told under a key, or decided by a revision."""
    odd = data.draw(st.integers(0, 19))
    if odd == 0:
        return {"dryRun": True}
    if odd == 1:
        keys.append(unique("key"))
        return {"idempotencyKey": keys[-1]}
    if odd == 2 and keys:
        return {"idempotencyKey": data.draw(st.sampled_from(keys))}
    if odd < 6:
        texts = [each for each in given.values() if isinstance(each, str)]
        named = [each.revision for text in texts for each in twin.named(text)]
        return {"expectedRevision": data.draw(st.sampled_from([*named, *named, 0, 7]))}
    return {}


def condition(data: st.DataObject, kind: str, prefix: str) -> dict[str, Any]:
    """Draws what a list is kept to."""
    namespaces = [f"{prefix}{each}" for each in data.draw(st.sampled_from(["a", "ab"]))]
    where: dict[str, Any] = {"namespace": {"in": namespaces}}
    where |= perhaps(data, "archived", [True, False])
    where |= perhaps(data, "tag", [{"eq": "red"}, {"in": ["red", "blue"]}])
    if kind in ("Model", "ModelVersion"):
        where |= perhaps(data, "alias", [{"eq": each} for each in ALIASES])
    if kind in NAMED:
        where |= perhaps(data, "owner", [{"eq": "ada"}])
    if kind in VERSIONS:
        where |= perhaps(data, "digest", [{"eq": each} for each in DIGESTS])
    return where


def said(data: st.DataObject) -> dict[str, Any]:
    """Draws what is said of something that has a name."""
    return {
        **perhaps(data, "tags", [["red"], ["blue", "red"]]),
        **perhaps(data, "owners", [["ada"], []]),
        **perhaps(data, "description", ["Some words."]),
    }


def perhaps(data: st.DataObject, name: str, values: list[Any]) -> dict[str, Any]:
    """Draws one value, or none."""
    value = data.draw(st.sampled_from([None, *values]))
    return {} if value is None else {name: value}
