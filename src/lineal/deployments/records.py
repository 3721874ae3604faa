"""Deployments, applications and what changes about them, before it is recorded."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from lineal.kernel.inputs import Line, NamedUpdate, NewNamed, Revision, Text, plain

Kind = Annotated[Literal["ONLINE", "BATCH", "EDGE"], BeforeValidator(plain)]
Weight = Annotated[float, Field(gt=0, le=1)]


class DeploymentDetails(NewNamed):
    """What is said of a deployment when it is made."""

    environment: Line
    kind: Kind = "ONLINE"
    platform: Line | None = None
    endpoint: Line | None = None
    image: Line | None = None


class NewDeployment(DeploymentDetails, Revision):
    """A deployment to be made; `ref` is `namespace/name`."""

    ref: str


class ApplicationDetails(NewNamed):
    """What is said of an application when it is made."""

    kind: Line | None = None


class NewApplication(ApplicationDetails, Revision):
    """An application to be made; `ref` is `namespace/name`."""

    ref: str


class DeploymentUpdate(NamedUpdate):
    """What is said anew of a deployment."""

    platform: Line | None = None
    endpoint: Line | None = None
    image: Line | None = None


class ApplicationUpdate(NamedUpdate):
    """What is said anew of an application."""

    kind: Line | None = None


class Deploy(Revision):
    """A version that is to serve at a deployment, with a share of the traffic."""

    deployment: str
    create_deployment: DeploymentDetails | None = None
    model_version: str
    weight: Weight = 1.0
    reason: Text | None = None


class End(Revision):
    """A version, or all there are, that are to serve at a deployment no longer."""

    deployment: str
    model_version: str | None = None
    reason: Text | None = None


class RollBack(Revision):
    """A deployment that is to go back to what served before."""

    deployment: str
    reason: Text | None = None


class Feed(Revision):
    """A deployment, and the application or the dataset version that it feeds."""

    deployment: str
    application: str | None = None
    dataset_version: str | None = None
    create_application: ApplicationDetails | None = None

    @model_validator(mode="after")
    def _feeds_one_thing(self) -> "Feed":
        if (self.application is None) == (self.dataset_version is None):
            raise ValueError("give an application or a dataset version, exactly one of them")
        if self.create_application is not None and self.application is None:
            raise ValueError("createApplication needs the ref of the application")
        return self
