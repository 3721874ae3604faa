"""Experiments, before they are made."""

from lineal.kernel.inputs import NewNamed, Revision


class ExperimentDetails(NewNamed):
    """What is said of an experiment when it is made."""


class NewExperiment(ExperimentDetails, Revision):
    """An experiment to be made; `ref` is `namespace/name`."""

    ref: str
