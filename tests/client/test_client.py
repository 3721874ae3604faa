"""The client against a real server: what it returns, and what it raises."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from lineal.client import (
    AliasMoved,
    AlreadyExists,
    AmbiguousRef,
    ApplicationDetails,
    AsyncClient,
    BaseInput,
    Client,
    DatasetDetails,
    DatasetVersionInput,
    DeploymentDetails,
    Direction,
    EndedRunDetails,
    IdempotencyKeyReused,
    InvalidInput,
    InvalidRef,
    InvalidState,
    LineageKind,
    LinealError,
    ModelDetails,
    ModelWhere,
    NotFound,
    OnDuplicate,
    RecordKind,
    Refused,
    RunInputInput,
    RunKind,
    RunStatus,
    StaleRevision,
    StillReferredTo,
    TextFilter,
)
from lineal.client.values import Value

DIGEST = "sha256:0123456789abcdef"


@pytest.fixture
async def async_client(server: str) -> AsyncIterator[AsyncClient]:
    async with AsyncClient(server, deadline=120) as opened:
        yield opened


@pytest.fixture
def namespace(client: Client) -> str:
    """A namespace of the test's own."""
    return client.create_namespace(f"client-{uuid4().hex[:12]}", owners=["team:tests"]).ref


@pytest.fixture
def model(client: Client, namespace: str) -> str:
    """A model with one version."""
    ref = f"{namespace}/model"
    client.register_model_version(ref, create_model=ModelDetails(), digest=DIGEST)
    return ref


@pytest.fixture
def deployment(client: Client, model: str, namespace: str) -> str:
    """A deployment where the model's version serves."""
    ref = f"{namespace}/place"
    details = DeploymentDetails(environment="production")
    client.deploy_model_version(f"{model}:1", deployment=ref, create_deployment=details)
    return ref


class TestTold:
    def test_a_version_with_all_that_it_was_made_from(self, client: Client, namespace: str) -> None:
        parameters: Mapping[str, Value] = {
            "C": 0.3,
            "trees": 200,
            "balanced": True,
            "solver": "saga",
        }
        data = DatasetVersionInput(
            dataset=f"{namespace}/data",
            create_dataset=DatasetDetails(owners=["team:data"]),
            label="2026-11",
            columns={"id": "string", "amount": "double"},
            statistics={"rows.mean": 3.5, "source": "core"},
        )

        version = client.register_model_version(
            f"{namespace}/scorer",
            create_model=ModelDetails(description="Scores."),
            label="1.0",
            digest=DIGEST,
            parameters=parameters,
            metrics={"auc": 0.81},
            run=EndedRunDetails(name="train", inputs=[RunInputInput(dataset_version=data)]),
        )
        read = client.dataset_version(f"{namespace}/data#2026-11")

        assert (version.ref, version.number, version.label) == (f"{namespace}/scorer:1", 1, "1.0")
        assert version.parameters == parameters
        assert {key: type(value) for key, value in version.parameters.items()} == {
            key: type(value) for key, value in parameters.items()
        }
        assert version.metrics == {"auc": 0.81}
        assert read is not None
        assert read.columns == {"id": "string", "amount": "double"}
        assert read.statistics == {"rows.mean": 3.5, "source": "core"}

    def test_a_run_from_its_start_to_its_end(self, client: Client, namespace: str) -> None:
        began = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
        run = client.start_run(namespace, name="tune", started_at=began, parameters={"seed": 1})
        client.log_run(run.id, metrics={"auc": 0.7})
        client.log_run(run.id, metrics={"auc": 0.8})
        done = client.finish_run(run.id, status=RunStatus.FAILED, status_reason="No memory left.")

        assert done.started_at == began
        assert done.status is RunStatus.FAILED
        assert (done.parameters, done.metrics) == ({"seed": 1}, {"auc": 0.8})
        with pytest.raises(InvalidState):
            client.log_run(run.id, metrics={"auc": 0.9})

    def test_a_deployment_and_what_it_feeds(
        self, client: Client, deployment: str, model: str, namespace: str
    ) -> None:
        client.register_model_version(model, digest=DIGEST, on_duplicate=OnDuplicate.REGISTER)
        shared = client.deploy_model_version(f"{model}:2", deployment=deployment, weight=0.25)
        fed = client.record_feed(
            deployment,
            application=f"{namespace}/portal",
            create_application=ApplicationDetails(kind="service"),
        )
        back = client.roll_back_deployment(deployment, reason="A test.")
        client.end_feed(deployment, application=f"{namespace}/portal")
        ended = client.end_deployment(deployment)

        assert {each.version.ref: each.weight for each in shared.deployment.versions} == {
            f"{model}:1": 0.75,
            f"{model}:2": 0.25,
        }
        assert (fed.node.ref, fed.changed) == (f"{namespace}/portal", True)
        assert [each.version.number for each in back.versions] == [1]
        assert ended.versions == []

    def test_an_alias(self, client: Client, model: str) -> None:
        told = client.set_alias(model, alias="champion", version=f"{model}:1", reason="Reviewed.")
        removed = client.remove_alias(model, alias="champion", replaces=f"{model}:1")

        assert told.previous is None
        assert [(each.name, each.reason) for each in told.model.aliases] == [
            ("champion", "Reviewed.")
        ]
        assert removed.model.aliases == []

    def test_the_same_key_does_its_work_once(self, client: Client, namespace: str) -> None:
        key = uuid4().hex
        first = client.register_run(namespace, name="once", idempotency_key=key)
        again = client.register_run(namespace, name="once", idempotency_key=key)

        assert again.id == first.id
        with pytest.raises(IdempotencyKeyReused):
            client.register_run(namespace, name="twice", idempotency_key=key)

    def test_a_dry_run_changes_nothing(self, client: Client, namespace: str) -> None:
        made = client.create_model(f"{namespace}/tried", dry_run=True)

        assert made.name == "tried"
        assert client.model(made.ref) is None


class TestRefused:
    def test_already_exists_names_it(self, client: Client, namespace: str) -> None:
        with pytest.raises(AlreadyExists) as caught:
            client.create_namespace(namespace)

        assert caught.value.code == "ALREADY_EXISTS"
        assert caught.value.existing == namespace
        assert caught.value.path == ("name",)
        assert namespace in str(caught.value)

    def test_invalid_input_leads_to_it(self, client: Client) -> None:
        with pytest.raises(InvalidInput) as caught:
            client.create_namespace("not a name")

        assert caught.value.path == ("name",)

    def test_not_found(self, client: Client, namespace: str) -> None:
        with pytest.raises(NotFound) as caught:
            client.set_alias(f"{namespace}/no", alias="champion", version=f"{namespace}/no:1")

        assert caught.value.details["ref"] == f"{namespace}/no"

    def test_alias_moved(self, client: Client, model: str) -> None:
        with pytest.raises(AliasMoved) as caught:
            client.set_alias(model, alias="champion", version=f"{model}:1", replaces=f"{model}:1")

        assert (caught.value.expected, caught.value.actual) == (f"{model}:1", None)

    def test_stale_revision(self, client: Client, deployment: str) -> None:
        place = client.deployment(deployment)
        assert place is not None
        with pytest.raises(StaleRevision) as caught:
            client.end_deployment(deployment, expected_revision=place.revision - 1)

        assert (caught.value.expected, caught.value.actual) == (place.revision - 1, place.revision)

    def test_all_are_caught_as_one(self, client: Client, deployment: str) -> None:
        with pytest.raises(Refused) as caught:
            client.roll_back_deployment(deployment)

        assert isinstance(caught.value, LinealError)
        assert isinstance(caught.value, InvalidState)


class TestAsked:
    def test_what_there_is_none_of(self, client: Client, namespace: str) -> None:
        assert client.model(f"{namespace}/none") is None
        assert client.model_version(f"{namespace}/none@champion") is None
        assert client.dataset_version(f"{namespace}/none#1") is None
        assert client.deployment(f"{namespace}/none") is None
        assert client.run("00000000-0000-7000-8000-000000000000") is None

    def test_the_past(self, client: Client, model: str) -> None:
        before = datetime.now(UTC)
        client.set_alias(model, alias="champion", version=f"{model}:1")

        assert client.model_version(f"{model}@champion") is not None
        assert client.model_version(f"{model}@champion", as_of=before) is None

    def test_pages(self, client: Client, namespace: str) -> None:
        for name in ("a", "b", "c"):
            client.create_model(f"{namespace}/{name}")
        where = ModelWhere(namespace=TextFilter(in_=[namespace]))
        first = client.models(where, first=2)
        rest = client.models(where, first=2, after=first.page_info.end_cursor)

        assert [each.name for each in first.nodes] == ["a", "b"]
        assert [each.name for each in rest.nodes] == ["c"]
        assert not rest.page_info.has_next_page

    def test_impact_and_lineage(self, client: Client, namespace: str) -> None:
        data, place = f"{namespace}/data#1", f"{namespace}/place"
        run = EndedRunDetails(
            name="train",
            kind=RunKind.TRAINING,
            inputs=[
                RunInputInput(
                    dataset_version=DatasetVersionInput(
                        dataset=f"{namespace}/data", create_dataset=DatasetDetails(), label="1"
                    )
                )
            ],
        )
        client.register_model_version(f"{namespace}/m", create_model=ModelDetails(), run=run)
        details = DeploymentDetails(environment="production", owners=["team:ops"])
        client.deploy_model_version(f"{namespace}/m:1", deployment=place, create_deployment=details)
        tuned = client.register_model_version(
            f"{namespace}/m", bases=[BaseInput(ref=f"{namespace}/m:1", how="distilled")]
        )

        impact = client.impact([data])
        lineage = client.lineage([place], kinds=[LineageKind.DATASET_VERSION])
        after = client.lineage([data], direction=Direction.DOWNSTREAM)
        path = client.path(data, to=place)

        (item,) = impact.items
        assert item.node.typename__ == "Deployment"
        assert item.node.owners == ["team:ops"]
        assert item.distance == item.explanation.length == 3
        assert [(each.environment, each.count) for each in impact.environments] == [
            ("production", 1)
        ]
        assert [step.node.ref for step in lineage.nodes] == [data]
        assert tuned.ref in {step.node.ref for step in after.nodes}
        assert path is not None
        assert [edge.type_.value for edge in path.edges] == [
            "CONSUMED_BY",
            "PRODUCED",
            "DEPLOYED_AS",
        ]

    def test_a_node_of_any_kind(self, client: Client, model: str, namespace: str) -> None:
        found = client.node(namespace)
        version = client.node(f"{model}:1")

        assert found is not None
        assert version is not None
        assert (found.typename__, version.typename__) == ("Namespace", "ModelVersion")

    def test_a_refused_query_is_raised_alike(self, client: Client, namespace: str) -> None:
        client.create_model(f"{namespace}/both")
        client.create_application(f"{namespace}/both")

        with pytest.raises(NotFound):
            client.impact([f"{namespace}/none"])
        with pytest.raises(InvalidRef):
            client.model("no ref!")
        with pytest.raises(AmbiguousRef):
            client.lineage([f"{namespace}/both"])


class TestAsync:
    async def test_the_same_methods(self, async_client: AsyncClient) -> None:
        name = f"client-{uuid4().hex[:12]}"
        made = await async_client.create_namespace(name)
        version = await async_client.register_model_version(
            f"{name}/m", create_model=ModelDetails(), metrics={"auc": 0.8}
        )

        assert made.name == name
        assert version.metrics == {"auc": 0.8}
        assert await async_client.model(f"{name}/none") is None
        with pytest.raises(AlreadyExists):
            await async_client.create_namespace(name)

    def test_has_the_methods_of_the_other(self) -> None:
        def methods(kind: type) -> set[str]:
            return {name for name in dir(kind) if not name.startswith("_")}

        assert methods(AsyncClient) == methods(Client)


class TestReferrers:
    def test_are_paged_through(self, client: Client, namespace: str) -> None:
        data = DatasetVersionInput(
            dataset=f"{namespace}/data", create_dataset=DatasetDetails(), label="1"
        )
        runs = [
            client.register_run(
                namespace, name=f"r{number}", inputs=[RunInputInput(dataset_version=data)]
            )
            for number in range(3)
        ]
        with pytest.raises(StillReferredTo) as refused:
            client.delete_record(f"{namespace}/data#1")
        first = client.referrers(refused.value.ref, first=2)
        assert first is not None
        rest = client.referrers(
            refused.value.ref, first=2, after=first.referrers.page_info.end_cursor
        )
        assert rest is not None
        found = [*first.referrers.nodes, *rest.referrers.nodes]

        assert refused.value.ref == f"{namespace}/data#1"
        assert refused.value.total == first.referrers.total_count == 3
        assert [each.node.ref for each in found] == [run.id for run in reversed(runs)]
        assert {tuple(each.how) for each in found} == {("CONSUMED_BY",)}
        assert not rest.referrers.page_info.has_next_page

    def test_of_nothing_are_none(self, client: Client, namespace: str) -> None:
        assert client.referrers(f"{namespace}/nothing") is None


class TestSuggest:
    def test_is_a_list(self, client: Client, namespace: str) -> None:
        client.create_model(f"{namespace}/credit-scorer")
        client.create_dataset(f"{namespace}/credits")
        found = client.suggest("cred", namespace=namespace)

        assert {(each.ref, each.kind) for each in found} == {
            (f"{namespace}/credit-scorer", RecordKind.MODEL),
            (f"{namespace}/credits", RecordKind.DATASET),
        }
