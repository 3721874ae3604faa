"""Dataset versions that one call tells of: which there are, and which are to be made."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from lineal.columns.inheritance import inherit
from lineal.datasets import store
from lineal.datasets.records import NewDatasetVersion, RegisteredDatasetVersion
from lineal.kernel.archived import archived, require_namespace
from lineal.kernel.change import Change
from lineal.kernel.finding import Wanted
from lineal.kernel.ids import new_id
from lineal.kernel.names import Names
from lineal.kernel.refusals import AlreadyExists, NotFound, Refusal, require_revision

Path = tuple[str, ...]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A dataset version that should be there, and where in the input it stands."""

    new: NewDatasetVersion
    path: Path
    namespace: str
    name: str

    @property
    def dataset(self) -> str:
        return f"{self.namespace}/{self.name}"

    @property
    def ref(self) -> str:
        return f"{self.dataset}#{self.new.name}"

    @property
    def by_digest(self) -> str | None:
        return f"{self.dataset}#{self.new.digest}" if self.new.digest else None

    @property
    def key(self) -> tuple[str, str | None]:
        """What `store.look` is asked by."""
        return self.ref, self.by_digest


@dataclass(frozen=True, slots=True)
class Made:
    """A version to be made, and the place of the item that told of it."""

    id: str
    ref: str
    place: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What there is of the versions that are told of, and the rows of what is to be made."""

    names: Names
    there: Mapping[tuple[str, str | None], Row]
    datasets: dict[str, Row] = field(default_factory=dict)
    versions: dict[str, Row] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    derived: list[Row] = field(default_factory=list)

    def register(self, place: int, new: RegisteredDatasetVersion) -> str:
        """Returns the id of a new version; raises NotFound, AlreadyExists or StaleRevision."""
        sources = [
            self.names.find(Wanted(ref, ("derivedFrom", str(i)), ("DatasetVersion",))).id
            for i, ref in enumerate(new.derived_from)
        ]
        asked = _asked(self.names, new, ())
        require_revision(asked.dataset, new.expected_revision, self.there[asked.key]["revision"])
        id_ = self._version(place, asked, reuse=False)
        if sources:
            self.derived.append({"id": id_, "sources": sources})
        return id_

    def ensure(self, place: int, new: NewDatasetVersion, path: Path) -> str:
        """Returns the id of a version, which is made if it is not there.

        One with the same digest is the same. Raises NotFound for a namespace or a dataset,
        InvalidState for one that is archived, AlreadyExists for a label that has another content.
        """
        return self._version(place, _asked(self.names, new, path), reuse=True)

    async def write(self, change: Change) -> None:
        """Makes what is not there."""
        if self.datasets:
            store.create_datasets(change, list(self.datasets.values()))
        if self.versions:
            rows = await inherit(change, list(self.versions.values()))
            store.create_versions(change, rows)
        if self.derived:
            store.derive(change, self.derived)

    def _version(self, place: int, asked: Asked, *, reuse: bool) -> str:
        there = self.there[asked.key]
        same = there["same"] or self._before(place, asked.by_digest)
        labelled = there["labelled"] or self._before(place, asked.ref)
        if existing := _existing(asked, same, labelled, reuse=reuse):
            return existing
        return self._new(place, asked, there)

    def _before(self, place: int, key: str | None) -> Row | None:
        """Returns the version that an earlier item makes under a label or a digest."""
        made = self.made.get(key) if key else None
        return {"id": made.id, "ref": made.ref} if made and made.place != place else None

    def _new(self, place: int, asked: Asked, there: Row) -> str:
        """Returns the id of a version to be made, which one item may ask for several times."""
        if same := self.made.get(asked.by_digest or asked.ref):
            return same.id
        if asked.ref in self.versions:
            message = f"{asked.ref} is given twice, with different contents"
            raise AlreadyExists(message, asked.path, existing=asked.ref)
        path = (*asked.path, "dataset")
        require_namespace(asked.namespace, there["namespaceArchived"], path)
        if not there["revision"] and asked.dataset not in self.datasets:
            self.datasets[asked.dataset] = _dataset(asked, path)
        if there["archived"]:
            raise archived(asked.dataset, path)
        id_ = new_id()
        dataset = there["id"] or self.datasets[asked.dataset]["id"]
        self.versions[asked.ref] = store.version_row(
            id_, dataset, asked.namespace, asked.dataset, asked.new
        )
        node = {"id": id_, "kind": "DatasetVersion", "ref": asked.ref, "namespace": asked.namespace}
        for key in filter(None, asked.key):
            self.made[key] = Made(id_, asked.ref, place)
            self.names.add(key, node)
        return id_


async def look(change: Change, names: Names, wanted: Iterable[NewDatasetVersion]) -> Draft:
    """Returns a draft that knows what there is of these versions, whose datasets are locked."""
    asked: dict[tuple[str, str | None], Asked] = {}
    for new in wanted:
        with suppress(Refusal):  # Whoever makes it says so.
            each = _asked(names, new, ())
            asked[each.key] = each
    rows = [
        {
            "namespace": each.namespace,
            "dataset": each.dataset,
            "ref": each.ref,
            "digest": each.new.digest,
        }
        for each in asked.values()
    ]
    there = await store.look(change, rows) if rows else []
    return Draft(names, dict(zip(asked, there, strict=True)))


def _asked(names: Names, new: NewDatasetVersion, path: Path) -> Asked:
    return Asked(new, path, *names.name(new.dataset, (*path, "dataset"), "Dataset"))


def _existing(asked: Asked, same: Row | None, labelled: Row | None, *, reuse: bool) -> str | None:
    """Returns the id of the version that is the one asked for, or raises AlreadyExists."""
    if same and reuse:
        return str(same["id"])
    if same:
        message = f"{same['ref']} already has the digest {asked.new.digest}"
        raise AlreadyExists(message, (*asked.path, "digest"), existing=same["ref"])
    if labelled and reuse and asked.new.digest is None:
        return str(labelled["id"])
    if labelled:
        message = f"There is already a dataset version {labelled['ref']}"
        raise AlreadyExists(message, (*asked.path, "label"), existing=labelled["ref"])
    return None


def _dataset(asked: Asked, path: Path) -> Row:
    """Returns the row of a dataset to be made with its version, or raises NotFound."""
    if asked.new.create_dataset is None:
        raise NotFound(asked.dataset, path, "dataset")
    return store.dataset_row(asked.namespace, asked.name, asked.new.create_dataset)
