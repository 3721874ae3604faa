"""A line for each thing that is listed."""

from collections.abc import Callable, Mapping
from typing import Any

from lineal.cli.kinds import Kind
from lineal.cli.output import console, drifted, joined, moment, print_table, table

Row = tuple[str, ...]


def print_rows(kind: Kind, nodes: list[Any]) -> None:
    """Prints a table of what is listed of a kind; of nothing, nothing."""
    rows = table()
    for node in nodes:
        rows.add_row(*_ROWS.get(kind, _named)(node))
    if nodes:
        print_table(console(), rows)


def _named(node: Any, *facts: str) -> Row:
    return (node.ref, *facts, joined(node.owners), joined(node.tags))


def _model(node: Any) -> Row:
    latest, champion = node.latest_version, node.champion and node.champion.version
    return _named(
        node,
        f"version {latest.number}" if latest else "no version",
        f"champion {champion.number}" if champion else "",
        _metrics(champion.metrics) if champion else "",
    )


def _version(node: Any) -> Row:
    return (node.ref, node.label or "", moment(node.created_at), _metrics(node.metrics))


def _metrics(metrics: Mapping[str, float]) -> str:
    return joined(f"{key} {value:g}" for key, value in metrics.items())


def _evaluation(node: Any) -> Row:
    return (
        node.run.id,
        node.suite or "",
        joined(each.ref for each in node.model_versions),
        node.dataset.ref if node.dataset else "",
        moment(node.run.created_at),
        _metrics(node.metrics),
    )


def _dataset_version(node: Any) -> Row:
    return (node.ref, moment(node.created_at), joined(node.tags))


def _column(node: Any) -> Row:
    return (node.ref, node.type_, joined(node.tags))


def _run(node: Any) -> Row:
    return (node.id, node.name, node.status.value.lower(), moment(node.created_at))


def _deployment(node: Any) -> Row:
    return _named(node, node.environment, joined(drifted(each) for each in node.drift))


_ROWS: Mapping[Kind, Callable[[Any], Row]] = {
    Kind.MODELS: _model,
    Kind.VERSIONS: _version,
    Kind.EVALUATIONS: _evaluation,
    Kind.DATASET_VERSIONS: _dataset_version,
    Kind.COLUMNS: _column,
    Kind.RUNS: _run,
    Kind.DEPLOYMENTS: _deployment,
}
