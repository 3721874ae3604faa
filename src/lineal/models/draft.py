"""Model versions that one call tells of: decided from what there is and what goes before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from lineal.columns import service as columns
from lineal.kernel.archived import archived
from lineal.kernel.bulk import Items
from lineal.kernel.change import Change
from lineal.kernel.finding import Wanted
from lineal.kernel.names import Names, look_up
from lineal.kernel.refusals import AlreadyExists, NotFound, Refusal, require_revision
from lineal.models import store
from lineal.models.records import NewBase, NewModelVersion, VersionFacts
from lineal.runs import draft as runs
from lineal.runs.ends import read_bases
from lineal.runs.service import require_ended
from lineal.runs.store import Ends

Path = tuple[str, ...]
Row = dict[str, Any]
Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Draft:
    """What there is of models, by ref and digest, and the rows of what is to be made."""

    names: Names
    runs: runs.Draft
    there: Mapping[Key, Row]
    models: dict[str, Row] = field(default_factory=dict)
    versions: list[store.NewVersion] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    same: dict[Key, Row] = field(default_factory=dict)
    bases: list[Ends] = field(default_factory=list)
    features: list[columns.Used] = field(default_factory=list)

    def register(self, place: int, new: NewModelVersion) -> str:
        """Returns the id of the new version, or of the one with its digest if that is asked for.

        Raises InvalidInput, NotFound, AmbiguousRef, AlreadyExists, StaleRevision or InvalidState.
        """
        there = self._there(new, ())
        require_revision(there["ref"], new.expected_revision, there["revision"])
        if duplicate := _duplicate(new, self._same(new, there)):
            return duplicate
        self._ensure_model(new, there, ())
        bases = [self._base(base, i) for i, base in enumerate(new.bases)]
        run = self._run(place, new, there, bases)
        id_ = self._create(new, there, run, bases)
        if new.features:
            self.features.append(columns.Used(place, run, id_, new.features))
        return id_

    async def write(self, change: Change, items: Items[Any]) -> None:
        """Makes what is not there; refuses items that make something of itself.

        Also those whose runs did not read what they use.
        """
        if self.models:
            store.create_models(change, list(self.models.values()))
        await self.runs.create(change)
        if self.versions:
            store.create_versions(change, self.versions)
        await self.runs.connect(change, items)
        await read_bases(change, self.bases, items)
        await columns.use(change, self.features, items)

    def _there(self, new: VersionFacts, path: Path) -> Row:
        """Returns what there is of a version's model; raises InvalidInput or NotFound."""
        path = (*path, "model")
        namespace, name = self.names.name(new.model, path, "Model")
        there = self.there[f"{namespace}/{name}", new.digest]
        if there["namespaceArchived"] is None:
            raise NotFound(namespace, path, "namespace")
        return there

    def _same(self, new: VersionFacts, there: Row) -> Row | None:
        """Returns the version of this digest, which is there or made by now."""
        return there["same"] or self.same.get((there["ref"], new.digest))

    def _ensure_model(self, new: VersionFacts, there: Row, path: Path) -> None:
        """Makes the model if it is not there; raises NotFound where it may not be made.

        Raises InvalidState if the model or its namespace is archived.
        """
        ref, path = there["ref"], (*path, "model")
        namespace, _, name = ref.partition("/")
        if there["archived"] or there["namespaceArchived"]:
            raise archived(ref if there["archived"] else namespace, path)
        if there["revision"] or ref in self.models:
            return
        if new.create_model is None:
            raise NotFound(new.model, path, "model")
        self.models[ref] = store.model_row(namespace, name, new.create_model)

    def _base(self, base: NewBase, position: int) -> Row:
        """Returns a base as `{id, role, how}`, which is made if its digest is not there."""
        path = ("bases", str(position))
        if base.model_version is not None:
            id_ = self._ensure_version(base.model_version, (*path, "modelVersion"))
        else:
            id_ = self.names.find(Wanted(base.ref or "", (*path, "ref"), ("ModelVersion",))).id
        return {"id": id_, "role": "base", "how": base.how}

    def _ensure_version(self, new: VersionFacts, path: Path) -> str:
        there = self._there(new, path)
        if same := self._same(new, there):
            return str(same["id"])
        self._ensure_model(new, there, path)
        return self._create(new, there, None, [])

    def _run(
        self, place: int, new: NewModelVersion, there: Row, bases: Sequence[Row]
    ) -> str | None:
        """Returns the id of the run that made the version, if one is known."""
        if new.run is not None:
            require_ended(new.run, ("run",))
            namespace = there["ref"].partition("/")[0]
            return self.runs.record(place, namespace, new.run, ("run",), bases)
        if new.run_ref is None:
            return None
        run = self.names.find(Wanted(new.run_ref, ("runRef",), ("Run",))).id
        if bases:
            self.bases.append(Ends(place, run, list(bases), []))
        return run

    def _create(self, new: VersionFacts, there: Row, run: str | None, bases: Sequence[Row]) -> str:
        """Returns the id of the next version of a model that is there, or made by now."""
        ref = there["ref"]
        number = self.numbers.get(ref, int(there["last"])) + 1
        self.numbers[ref] = number
        row = store.version_row(ref.partition("/")[0], ref, number, new)
        told = {"param.": new.parameters, "metric.": new.metrics}
        inherits = [prefix for prefix, own in told.items() if not own]
        model = there["id"] or self.models[ref]["id"]
        self.versions.append(
            store.NewVersion(model, row, run, inherits, [] if run else list(bases))
        )
        node = {key: row[key] for key in ("id", "ref", "namespace")} | {"kind": "ModelVersion"}
        for name in (ref, *there["former"]):
            self.names.add(f"{name}:{number}", node)
        if new.digest:
            self.same.setdefault((ref, new.digest), node)
        return str(row["id"])


async def look(change: Change, told: Sequence[NewModelVersion]) -> Draft:
    """Returns a draft that knows what there is of what versions name.

    Models are locked first, then datasets.
    """
    refs = (ref for new in told for ref in _refs_of(new))
    names = await look_up(change.tx, refs, (name for new in told for name in _names_of(new)))
    asked: dict[Key, Row] = {}
    for each in (facts for new in told for facts in _facts_of(new)):
        with suppress(Refusal):  # Whoever makes it says so.
            namespace, name = names.name(each.model, (), "Model")
            ref = f"{namespace}/{name}"
            asked[ref, each.digest] = {"ref": ref, "namespace": namespace, "digest": each.digest}
    there: list[Row] = []
    if asked:
        store.look_later(change, list(asked.values()), there)
    runs_ = await runs.look(change, names, [new.run for new in told if new.run is not None])
    await change.tx.finish()
    return Draft(names, runs_, dict(zip(asked, there, strict=True)))


def _facts_of(new: NewModelVersion) -> Iterable[VersionFacts]:
    inline = (base.model_version for base in new.bases)
    return (new, *(each for each in inline if each is not None))


def _refs_of(new: NewModelVersion) -> Iterator[str]:
    yield from (base.ref for base in new.bases if base.ref is not None)
    if new.run_ref is not None:
        yield new.run_ref
    if new.run is not None:
        yield from runs.refs_of(new.run)


def _names_of(new: NewModelVersion) -> Iterator[str]:
    yield from (each.model for each in _facts_of(new))
    if new.run is not None:
        yield from runs.names_of(new.run)


def _duplicate(new: NewModelVersion, same: Row | None) -> str | None:
    """Returns the id of the version to answer with instead, or raises AlreadyExists."""
    if same is None or new.on_duplicate == "REGISTER":
        return None
    if new.on_duplicate == "REUSE":
        return str(same["id"])
    message = f"{same['ref']} already has the digest {new.digest}"
    raise AlreadyExists(message, ("digest",), existing=same["ref"])
