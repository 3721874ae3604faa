"""Tells facts to Lineal: the only module of the example that knows its client.

One function for each kind of fact; each is one call, as a CI job makes it. Every call carries an
idempotency key made from what it is about, so that a job that is run again changes nothing; what
is there already (a dataset's version, a model with the same digest) counts as told.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress

from lineal.client import (
    AlreadyExists,
    BaseInput,
    Client,
    ColumnDerivationInput,
    ColumnDetails,
    DatasetVersionInput,
    DeploymentDetails,
    DeploymentKind,
    EndedRunDetails,
    IdempotencyKeyReused,
    MetricPointInput,
    OnDuplicate,
    RunEnvironmentInput,
    RunInputInput,
    RunKind,
    RunOutputInput,
    RunSourceInput,
    SliceInput,
)

from .facts import (
    Alias,
    Column,
    DatasetVersion,
    Deployment,
    Fact,
    Feed,
    Input,
    ModelVersion,
    Named,
    Namespace,
    Rollback,
    Run,
)


class Registrar:
    """Tells facts through a client, and remembers the refs that the registry gave.

    A dataset version's handle (`ns/name#label`) is its ref; a model version's (`ns/name/label`) is
    not, since the registry gives the number. It may be used by several threads.
    """

    def __init__(self, client: Client, key: str = "credit-risk") -> None:
        self._client = client
        self._key = key
        self._refs: dict[str, str] = {}

    def tell(self, fact: Fact) -> None:
        """Tells one fact; raises the client's refusal where the registry will not have it."""
        # The same key with another input: it was told before, from other files or at another time.
        with suppress(AlreadyExists, IdempotencyKeyReused):
            match fact:
                case Namespace():
                    self._tell_namespace(fact)
                case Named():
                    self._tell_named(fact)
                case DatasetVersion():
                    self._tell_dataset_version(fact)
                case Run():
                    self._tell_run(fact)
                case ModelVersion():
                    self._tell_model_version(fact)
                case Alias():
                    self._tell_alias(fact)
                case Deployment():
                    self._tell_deployment(fact)
                case Rollback():
                    self._tell_rollback(fact)
                case Feed():
                    self._tell_feed(fact)

    def _tell_namespace(self, fact: Namespace) -> None:
        self._client.create_namespace(
            fact.name,
            description=fact.description,
            owners=list(fact.owners),
            tags=list(fact.tags),
            idempotency_key=self._about("namespace", fact.name),
        )

    def _tell_named(self, fact: Named) -> None:
        description, key = fact.description, self._about(fact.kind, fact.ref)
        owners, tags = list(fact.owners), list(fact.tags)
        match fact.kind:
            case "dataset":
                self._client.create_dataset(
                    fact.ref,
                    description=description,
                    owners=owners,
                    tags=tags,
                    idempotency_key=key,
                )
            case "model":
                self._client.create_model(
                    fact.ref,
                    description=description,
                    owners=owners,
                    tags=tags,
                    idempotency_key=key,
                )
            case "experiment":
                self._client.create_experiment(
                    fact.ref,
                    description=description,
                    owners=owners,
                    tags=tags,
                    idempotency_key=key,
                )
            case "application":
                self._client.create_application(
                    fact.ref,
                    kind=fact.application_kind,
                    description=description,
                    owners=owners,
                    tags=tags,
                    idempotency_key=key,
                )

    def _tell_dataset_version(self, fact: DatasetVersion) -> None:
        self._client.register_dataset_version(
            fact.dataset,
            label=fact.label,
            description=fact.description,
            uri=fact.uri,
            digest=fact.digest,
            size_bytes=fact.size_bytes,
            row_count=fact.row_count,
            columns=_columns(fact.columns),
            statistics=dict(fact.statistics),
            tags=list(fact.tags),
            idempotency_key=self._about("dataset version", fact.handle),
        )

    def _tell_run(self, fact: Run) -> None:
        self._client.register_run(
            fact.namespace,
            name=fact.name,
            kind=RunKind(fact.kind),
            description=fact.description,
            source=_source(fact),
            environment=_environment(fact),
            started_at=fact.started_at,
            ended_at=fact.ended_at,
            parameters=dict(fact.parameters),
            metrics=dict(fact.metrics),
            suite=fact.suite,
            slices=[SliceInput(name=name, metrics=of) for name, of in fact.slices.items()],
            inputs=self._inputs(fact.inputs),
            outputs=_outputs(fact.outputs),
            columns=[
                ColumnDerivationInput(from_=list(each.of), to=each.to) for each in fact.columns
            ],
            tags=list(fact.tags),
            idempotency_key=self._about("run", fact.namespace, fact.name),
        )

    def _tell_model_version(self, fact: ModelVersion) -> None:
        run_ref = self._tell_series(fact.run) if fact.run.series else None
        version = self._client.register_model_version(
            fact.model,
            label=fact.label,
            description=fact.description,
            uri=fact.uri,
            digest=fact.digest,
            size_bytes=fact.size_bytes,
            framework=fact.framework,
            parameters=dict(fact.parameters),
            metrics=dict(fact.metrics),
            bases=[BaseInput(ref=self._ref(base), how=fact.how) for base in fact.bases],
            run=None if run_ref else self._run(fact),
            run_ref=run_ref,
            features=list(fact.features),
            tags=list(fact.tags),
            on_duplicate=OnDuplicate.REUSE,
            # Told again with other times, the answer must still be the version there is.
            idempotency_key=self._about("model version", fact.handle, repr(fact)),
        )
        self._refs[fact.handle] = version.ref

    def _run(self, fact: ModelVersion) -> EndedRunDetails:
        run = fact.run
        return EndedRunDetails(
            name=run.name,
            kind=RunKind(run.kind),
            description=run.description,
            source=_source(run),
            environment=_environment(run),
            started_at=run.started_at,
            ended_at=run.ended_at,
            experiment=run.experiment,
            parameters=dict(run.parameters),
            metrics=dict(run.metrics),
            # That the run read the bases, the registry knows from `bases`.
            inputs=self._inputs(each for each in run.inputs if each.of not in fact.bases),
            outputs=_outputs(run.outputs),
            tags=list(run.tags),
        )

    def _tell_series(self, run: Run) -> str | None:
        """Tells a run with what it measured step by step, which is told only while it goes on.

        Returns its id, or None if it was told before, at another time: its version is there then.
        """
        with suppress(IdempotencyKeyReused):
            started = self._client.start_run(
                run.namespace,
                name=run.name,
                kind=RunKind(run.kind),
                description=run.description,
                source=_source(run),
                environment=_environment(run),
                started_at=run.started_at,
                experiment=run.experiment,
                parameters=dict(run.parameters),
                inputs=self._inputs(run.inputs),
                tags=list(run.tags),
                idempotency_key=self._about("series", run.namespace, run.name),
            )
            points = [
                MetricPointInput(key=name, step=step, value=value)
                for name, values in run.series.items()
                for step, value in enumerate(values)
            ]
            self._client.log_metrics(started.id, points=points)
            self._client.finish_run(started.id, ended_at=run.ended_at, metrics=dict(run.metrics))
            return started.id
        return None

    def _tell_alias(self, fact: Alias) -> None:
        self._client.set_alias(
            fact.model,
            alias=fact.name,
            version=self._ref(fact.version),
            replaces=self._ref(fact.replaces) if fact.replaces else None,
            reason=fact.reason,
            idempotency_key=self._about("alias", fact.name, fact.version),
        )

    def _tell_deployment(self, fact: Deployment) -> None:
        self._client.deploy_model_version(
            self._ref(fact.version),
            deployment=fact.deployment,
            create_deployment=DeploymentDetails(
                environment=fact.environment,
                kind=DeploymentKind(fact.kind),
                description=fact.description,
                owners=list(fact.owners),
                platform=fact.platform,
                endpoint=fact.endpoint,
            ),
            weight=fact.weight,
            idempotency_key=self._about(
                "deployment", fact.deployment, fact.version, str(fact.weight)
            ),
        )

    def _tell_rollback(self, fact: Rollback) -> None:
        self._client.roll_back_deployment(
            fact.deployment,
            reason=fact.reason,
            idempotency_key=self._about("rollback", fact.deployment, fact.reason),
        )

    def _tell_feed(self, fact: Feed) -> None:
        is_application = fact.consumer_kind == "application"
        self._client.record_feed(
            fact.deployment,
            application=fact.consumer if is_application else None,
            dataset_version=None if is_application else fact.consumer,
            idempotency_key=self._about("feed", fact.deployment, fact.consumer),
        )

    def _ref(self, handle: str) -> str:
        return self._refs.get(handle, handle)

    def _inputs(self, inputs: Iterable[Input]) -> list[RunInputInput]:
        return [RunInputInput(ref=self._ref(each.of), role=each.role) for each in inputs]

    def _about(self, *words: str) -> str:
        """Returns the idempotency key of what these words say."""
        about = hashlib.sha256("\n".join(words).encode()).hexdigest()[:32]
        return f"{self._key}:{words[0]}:{about}"


def _source(run: Run) -> RunSourceInput:
    known = run.provenance
    return RunSourceInput(
        repository=known.repository,
        commit=known.commit,
        entry_point=known.entry_point,
        arguments=None if known.arguments is None else list(known.arguments),
    )


def _environment(run: Run) -> RunEnvironmentInput:
    return RunEnvironmentInput(lock_digest=run.provenance.lock_digest)


def _columns(columns: Iterable[Column]) -> dict[str, str | ColumnDetails]:
    return {
        column.name: ColumnDetails(type=column.type, tags=list(column.tags))
        if column.tags
        else column.type
        for column in columns
    }


def _outputs(outputs: Iterable[DatasetVersion]) -> list[RunOutputInput]:
    return [
        RunOutputInput(
            dataset_version=DatasetVersionInput(
                dataset=each.dataset,
                label=each.label,
                description=each.description,
                uri=each.uri,
                digest=each.digest,
                size_bytes=each.size_bytes,
                row_count=each.row_count,
                columns=_columns(each.columns),
                statistics=dict(each.statistics),
                tags=list(each.tags),
            )
        )
        for each in outputs
    ]
