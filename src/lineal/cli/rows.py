"""A line for each thing that is listed."""

from collections.abc import Callable, Mapping
from typing import Any

from lineal.cli.fitted import Cell, Row, print_fitted
from lineal.cli.kinds import Kind
from lineal.cli.output import drifted, joined, moment

# Columns with refs of other things, beside the first, in which is what each row is about.
_REFS: Mapping[Kind, tuple[int, ...]] = {Kind.EVALUATIONS: (0, 2)}


def print_rows(kind: Kind, nodes: list[Any]) -> None:
    """Prints a line for each thing that is listed of a kind; of nothing, nothing."""
    rows = [_ROWS.get(kind, _named)(node) for node in nodes]
    if rows:
        print_fitted(rows, _REFS.get(kind, (0,)))


def _named(node: Any, *facts: Cell) -> Row:
    return (node.ref, *facts, joined(node.owners), joined(node.tags))


def _model(node: Any) -> Row:
    latest, champion = node.latest_version, node.champion and node.champion.version
    return _named(
        node,
        f"version {latest.number}" if latest else "no version",
        f"champion {champion.number}" if champion else "",
        champion.metrics if champion else "",
    )


def _version(node: Any) -> Row:
    return (node.ref, node.label or "", moment(node.created_at), node.metrics)


def _evaluation(node: Any) -> Row:
    return (
        node.run.id,
        node.suite or "",
        joined(each.ref for each in node.model_versions),
        node.dataset.ref if node.dataset else "",
        moment(node.run.created_at),
        node.metrics,
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
