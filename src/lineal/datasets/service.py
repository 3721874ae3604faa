"""Decides about datasets and their versions."""

from lineal.columns import service as columns
from lineal.columns.service import Derived
from lineal.datasets import draft, store
from lineal.datasets.records import NewDataset, RegisteredDatasetVersion
from lineal.kernel.archived import require_namespace
from lineal.kernel.bulk import Items
from lineal.kernel.change import Change
from lineal.kernel.finding import parse_name
from lineal.kernel.names import look_up
from lineal.kernel.refusals import AlreadyExists, require_revision


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
    store.create_datasets(change, [row])
    return str(row["id"])


async def register_dataset_versions(
    change: Change, items: Items[RegisteredDatasetVersion]
) -> dict[int, str]:
    """Returns the ids of new versions by their places, of those that are not refused.

    Raises StaleRevision.
    """
    given = list(items.records.values())
    sources = (ref for new in given for ref in new.derived_from)
    names = await look_up(change.tx, sources, (new.dataset for new in given))
    drafted = await draft.look(change, names, given)
    made: dict[int, str] = {}
    for place, new in items.each():
        with items.at(place):
            made[place] = drafted.register(place, new)
    await drafted.write(change)
    told = [
        Derived(place, None, new.derived_columns, ("derivedColumns",), made[place])
        for place, new in items.each()
        if new.derived_columns
    ]
    await columns.derive(change, told, items)
    return made
