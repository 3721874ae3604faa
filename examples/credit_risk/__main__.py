"""Runs the example: `python -m examples.credit_risk --help`."""

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path

from lineal.client import Client

from . import Lab, story
from .facts import (
    Alias,
    DatasetVersion,
    Deployment,
    Fact,
    Feed,
    ModelVersion,
    Named,
    Namespace,
    Rollback,
    Run,
)
from .register import Registrar


def main() -> None:
    """Runs the pipeline, and tells what it did to a registry unless it is a dry run."""
    parser = argparse.ArgumentParser(prog="credit_risk", description=__doc__)
    parser.add_argument("--server", help="address (default: LINEAL_URL, or this machine's server)")
    parser.add_argument("--out", type=Path, help="folder for the files (default: a new one)")
    parser.add_argument("--dry-run", action="store_true", help="tell nobody")
    arguments = parser.parse_args()
    folder = arguments.out or Path(tempfile.mkdtemp(prefix="credit-risk-"))
    registrar = None if arguments.dry_run else Registrar(Client(arguments.server))
    for fact in story(Lab(folder)):
        if registrar:
            registrar.tell(fact)
        print(summary(fact))
    print(f"The files are in {folder}")


def summary(fact: Fact) -> str:
    """Returns a line that says what a fact tells."""
    match fact:
        case Namespace() | Named():
            return f"{'name':11} {fact.name if isinstance(fact, Namespace) else fact.ref}"
        case DatasetVersion():
            return f"{'data':11} {fact.handle}, {fact.row_count} rows"
        case Run():
            return f"{fact.kind.lower():11.11} {fact.name}{_auc(fact.metrics)}"
        case ModelVersion():
            return f"{'model':11} {fact.handle}, {fact.run.parameters.get('algorithm', 'derived')}"
        case Alias():
            return f"{'alias':11} {fact.name} is {fact.version}: {fact.reason}"
        case Deployment():
            return f"{'deploy':11} {fact.version} to {fact.deployment}, weight {fact.weight}"
        case Rollback():
            return f"{'roll back':11} {fact.deployment}: {fact.reason}"
        case Feed():
            return f"{'feed':11} {fact.deployment} feeds {fact.consumer}"


def _auc(metrics: Mapping[str, float]) -> str:
    return f", AUC {metrics['auc']:.3f}" if "auc" in metrics else ""


if __name__ == "__main__":
    main()
