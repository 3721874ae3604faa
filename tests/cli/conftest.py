"""Commands as a shell runs them, against a real server."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from lineal.cli import main
from lineal.client import (
    ApplicationDetails,
    Client,
    DatasetDetails,
    DatasetVersionInput,
    DeploymentDetails,
    EndedRunDetails,
    ModelDetails,
    RunInputInput,
    RunOutputInput,
)
from tests.asking import unique
from tests.client.serving import server

__all__ = ["server"]

CI_VARIABLES = ("GITHUB_SHA", "CI_COMMIT_SHA", "BUILD_SOURCEVERSION", "GIT_COMMIT")


@dataclass(frozen=True)
class Said:
    """What a command said, and how it exited."""

    code: int
    out: str
    err: str


Lineal = Callable[..., Said]


@pytest.fixture
def lineal(
    server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Lineal:
    """Runs `lineal` with these arguments and this standard input; the server is LINEAL_URL."""
    monkeypatch.setenv("LINEAL_URL", server)
    for name in ("COLUMNS", "FORCE_COLOR", *CI_VARIABLES):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, stdin: str = "") -> Said:
        monkeypatch.setattr("sys.argv", ["lineal", *arguments])
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as exit_:
            main()
        said = capsys.readouterr()
        # The interpreter prints the text of an exit, and makes its code 1.
        if isinstance(text := exit_.value.code, str):
            return Said(1, said.out, f"{said.err}{text}\n")
        return Said(text or 0, said.out, said.err)

    return run


@pytest.fixture
def client(server: str) -> Iterator[Client]:
    with Client(server) as opened:
        yield opened


@pytest.fixture
def ns(client: Client) -> str:
    """A namespace of the test's own."""
    return client.create_namespace(unique("ns"), owners=["ada"]).name


@pytest.fixture
def world(client: Client, ns: str) -> str:
    """The test's namespace, filled as `fill` says."""
    return fill(client, ns)


@pytest.fixture(scope="session")
def example(server: str) -> str:
    """A namespace filled as `fill` says, which all tests read and none changes."""
    with Client(server) as client:
        return fill(client, client.create_namespace(unique("ns"), owners=["ada"]).name)


def fill(client: Client, ns: str) -> str:
    """Returns the namespace, with data, a model made from it, where it serves, what that feeds.

    raw#1 -> clean -> clean#1 -> train -> scorer:1 -> api (production) -> portal
                         `---------> train -> scorer:2 -> trial (staging)
    """
    raw = DatasetVersionInput(dataset=f"{ns}/raw", create_dataset=DatasetDetails(), label="1")
    clean = DatasetVersionInput(dataset=f"{ns}/clean", create_dataset=DatasetDetails(), label="1")
    client.register_run(
        ns,
        name="clean",
        inputs=[RunInputInput(role="source", dataset_version=raw)],
        outputs=[RunOutputInput(dataset_version=clean)],
    )
    for name in ("train-1", "train-2"):
        client.register_model_version(
            f"{ns}/scorer",
            create_model=ModelDetails(owners=["ada"]),
            run=EndedRunDetails(name=name, inputs=[RunInputInput(ref=f"{ns}/clean#1")]),
        )
    for number, name, environment in ((1, "api", "production"), (2, "trial", "staging")):
        client.deploy_model_version(
            f"{ns}/scorer:{number}",
            deployment=f"{ns}/{name}",
            create_deployment=DeploymentDetails(environment=environment, owners=["platform"]),
        )
    client.record_feed(
        f"{ns}/api",
        application=f"{ns}/portal",
        create_application=ApplicationDetails(owners=["sales"]),
    )
    return ns
