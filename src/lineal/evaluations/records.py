"""Evaluations, before they are recorded."""

from lineal.kernel.inputs import Choice, Line, Revision
from lineal.runs.records import RunDetails


class NewEvaluation(RunDetails, Revision):
    """What an evaluation said about a model version."""

    model_version: str
    dataset: str | None = None
    suite: Line
    name: Line = "evaluate"
    kind: Choice = "EVALUATION"
