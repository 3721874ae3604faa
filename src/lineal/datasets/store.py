"""Datasets and their versions in the graph."""

from collections.abc import Sequence
from typing import Any

from lineal.columns.store import column_row
from lineal.datasets.records import DatasetDetails, NewDatasetVersion
from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.kernel.finding import require_all


async def look(change: Change, asked: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Returns, for each `{namespace, dataset, ref, digest}`, what there is; locks the datasets.

    A row says `namespaceArchived` (None: there is no namespace), of the dataset its `id` and
    `revision` (0: there is none), `archived`, and `labelled` and `same`: the versions
    `{id, ref, digest}` of that label and of that digest, or None.
    """
    statement = queries.query("datasets/look").text
    return list(await change.tx.value(statement, {"versions": list(asked)}))


def create_datasets(change: Change, new: Sequence[dict[str, Any]]) -> None:
    """Makes datasets from what `dataset_row` returns."""
    statement = queries.query("datasets/create_datasets").text
    parameters = {"datasets": list(new), "actor": change.actor}
    change.tx.later(statement, parameters, lambda made: require_all(made, new, "namespace"))
    change.made(*(each["id"] for each in new))


def create_versions(change: Change, new: Sequence[dict[str, Any]]) -> None:
    """Makes dataset versions from what `version_row` returns; their datasets exist."""
    datasets: dict[str, list[dict[str, Any]]] = {}
    for each in new:
        datasets.setdefault(each["datasetId"], []).append(each)
    told = [{"id": id_, "versions": versions} for id_, versions in datasets.items()]
    parameters = {"datasets": told, "actor": change.actor}
    change.tx.later(queries.query("datasets/create_versions").text, parameters)
    for id_, versions in datasets.items():
        change.made(*(each["properties"]["id"] for each in versions))
        change.changed(id_, {}, {"versions": [each["properties"]["ref"] for each in versions]})


def derive(change: Change, versions: Sequence[dict[str, Any]]) -> None:
    """Records, of each `{id, sources}`, that a version was made directly from others."""
    parameters = {"versions": list(versions), "actor": change.actor}
    change.tx.later(queries.query("datasets/derive").text, parameters)


def dataset_row(namespace: str, name: str, details: DatasetDetails) -> dict[str, Any]:
    """Returns the properties of a new dataset."""
    return details.row(name, namespace) | {"kind": details.kind}


def version_row(
    id_: str, dataset_id: str, namespace: str, dataset: str, new: NewDatasetVersion
) -> dict[str, Any]:
    """Returns the properties of a new dataset version; a statistic `x` is the property `stat.x`."""
    return {
        "datasetId": dataset_id,
        "dataset": dataset,
        "properties": {
            "id": id_,
            "ref": f"{dataset}#{new.name}",
            "namespace": namespace,
            "datasetRef": dataset,
            "label": new.name,
            "description": new.description,
            "tags": new.tags,
            "uri": new.uri,
            "digest": new.digest,
            "sizeBytes": new.size_bytes,
            "rowCount": new.row_count,
        }
        | new.own_row()
        | {f"stat.{each.key}": each.value for each in new.statistics},
        "columns": [
            column_row(column, position, f"{dataset}#{new.name}")
            for position, column in enumerate(new.columns)
        ],
    }
