"""Decides about datasets and their versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lineal.columns.inheritance import inherit
from lineal.datasets import store
from lineal.datasets.records import NewDataset, NewDatasetVersion, RegisteredDatasetVersion
from lineal.kernel.archived import archived, require_namespace
from lineal.kernel.change import Change
from lineal.kernel.finding import Wanted, find_all, find_name, parse_name
from lineal.kernel.ids import new_id
from lineal.kernel.refusals import AlreadyExists, NotFound, require_revision

Path = tuple[str, ...]


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

    def row(self) -> dict[str, str | None]:
        """Returns what `store.look` asks."""
        return {
            "namespace": self.namespace,
            "dataset": self.dataset,
            "ref": self.ref,
            "digest": self.new.digest,
        }


async def create_dataset(change: Change, new: NewDataset) -> str:
    """Returns the id of the new dataset; raises NotFound, AlreadyExists or StaleRevision."""
    namespace, name = parse_name(new.ref, ("ref",))
    asked = {"namespace": namespace, "dataset": new.ref, "ref": None, "digest": None}
    (there,) = await store.look(change, [asked])
    require_namespace(namespace, there["namespaceArchived"], ("ref",))
    if there["revision"]:
        raise AlreadyExists(f"There is already a dataset {new.ref}", ("ref",), existing=new.ref)
    require_revision(new.ref, new.expected_revision, 0)
    row = store.dataset_row(namespace, name, new)
    await store.create_datasets(change, [row])
    return str(row["id"])


async def register_dataset_version(change: Change, new: RegisteredDatasetVersion) -> str:
    """Returns the id of the new version, or raises NotFound, AlreadyExists or StaleRevision."""
    sources = await find_all(
        change.tx,
        [
            Wanted(ref, ("derivedFrom", str(i)), ("DatasetVersion",))
            for i, ref in enumerate(new.derived_from)
        ],
    )
    (id_,) = await ensure_versions(change, [(new, ())], reuse=False, expected=new.expected_revision)
    if sources:
        await store.derive(change, id_, [source.id for source in sources])
    return id_


async def ensure_versions(
    change: Change,
    wanted: Sequence[tuple[NewDatasetVersion, Path]],
    *,
    reuse: bool = True,
    expected: int | None = None,
) -> list[str]:
    """Returns the ids of dataset versions in the order asked, making those that are not there.

    A version with the same digest counts as the same, unless `reuse` is off. Raises NotFound for a
    namespace or a dataset, AlreadyExists for a label that has another content, StaleRevision for a
    dataset at another revision than the one that is `expected`.
    """
    if not wanted:
        return []
    asked = [
        Asked(new, path, *await find_name(change.tx, new.dataset, (*path, "dataset"), "Dataset"))
        for new, path in wanted
    ]
    rows = await store.look(change, [each.row() for each in asked])
    for each, there in zip(asked, rows, strict=True):
        require_revision(each.dataset, expected, there["revision"])
    new = _New()
    ids = [
        _existing(each, there, reuse=reuse) or new.version(each, there)
        for each, there in zip(asked, rows, strict=True)
    ]
    if new.datasets:
        await store.create_datasets(change, list(new.datasets.values()))
    if new.versions:
        await store.create_versions(change, await inherit(change, list(new.versions.values())))
    return ids


@dataclass(frozen=True, slots=True)
class _New:
    """The rows of what is to be made: datasets and versions by ref, and ids by what is the same."""

    datasets: dict[str, dict[str, object]] = field(default_factory=dict)
    versions: dict[str, dict[str, object]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def version(self, asked: Asked, there: Mapping[str, Any]) -> str:
        """Returns the id of a version to be made, which several may ask for.

        Raises NotFound for a namespace or a dataset that may not be made, InvalidState for one that
        is archived, AlreadyExists where two versions of different contents have one ref.
        """
        same = f"{asked.dataset}#{asked.new.digest}" if asked.new.digest else asked.ref
        if same in self.ids:
            return self.ids[same]
        if asked.ref in self.versions:
            message = f"{asked.ref} is given twice, with different contents"
            raise AlreadyExists(message, asked.path, existing=asked.ref)
        path = (*asked.path, "dataset")
        require_namespace(asked.namespace, there["namespaceArchived"], path)
        if not there["revision"] and asked.dataset not in self.datasets:
            self.datasets[asked.dataset] = _dataset(asked, path)
        if there["archived"]:
            raise archived(asked.dataset, path)
        id_ = self.ids[asked.ref] = self.ids[same] = new_id()
        self.versions[asked.ref] = store.version_row(id_, asked.namespace, asked.dataset, asked.new)
        return id_


def _existing(asked: Asked, there: Mapping[str, dict[str, str]], *, reuse: bool) -> str | None:
    """Returns the id of the version that is the one asked for, or raises AlreadyExists."""
    same, labelled = there["same"], there["labelled"]
    if same and reuse:
        return same["id"]
    if same:
        message = f"{same['ref']} already has the digest {asked.new.digest}"
        raise AlreadyExists(message, (*asked.path, "digest"), existing=same["ref"])
    if labelled and reuse and asked.new.digest is None:
        return labelled["id"]
    if labelled:
        message = f"There is already a dataset version {labelled['ref']}"
        raise AlreadyExists(message, (*asked.path, "label"), existing=labelled["ref"])
    return None


def _dataset(asked: Asked, path: Path) -> dict[str, object]:
    """Returns the row of a dataset to be made with its version, or raises NotFound."""
    if asked.new.create_dataset is None:
        raise NotFound(asked.dataset, path, "dataset")
    return store.dataset_row(asked.namespace, asked.name, asked.new.create_dataset)
