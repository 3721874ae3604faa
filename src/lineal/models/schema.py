"""Models, their immutable versions, and the aliases that point at one of them."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from lineal.columns.schema import Column
from lineal.kernel import bulk, refs
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import After, First, Parameters, argument, described, fetched
from lineal.kernel.filters import any_of
from lineal.kernel.inputs import RecordUpdate
from lineal.kernel.mutation import AnewInput, MutationInput, UpdateInput, mutation
from lineal.kernel.nodes import Named, OwnDetails, Revised
from lineal.kernel.ordering import ByName, ordered
from lineal.kernel.paging import Connection, page
from lineal.kernel.refused import (
    AlreadyExists,
    AmbiguousRef,
    ItemsRefused,
    NotFound,
    Refused,
)
from lineal.kernel.scalars import DateTime, Long, Ref
from lineal.kernel.updates import update
from lineal.lineage.nodes import AsOf, LineageNode
from lineal.models import service
from lineal.models.order import ByAge
from lineal.models.records import (
    ModelUpdate,
    MovedAlias,
    NewModel,
    NewModelVersion,
    RemovedAlias,
    RenamedModel,
)
from lineal.models.reproduction import Reproduction
from lineal.models.risk import RiskTier
from lineal.models.where import ModelVersionWhere, ModelWhere, asked_of_model, asked_of_version
from lineal.runs.metrics import Metric, MetricInput
from lineal.runs.schema import EndedRunDetails, Parameter, ParameterInput, Run

if TYPE_CHECKING:
    from lineal.deployments.schema import Deployment
    from lineal.evaluations.schema import Evaluation
    from lineal.namespaces.schema import Namespace

LazyVersion = Annotated["ModelVersion", strawberry.lazy("lineal.models.schema")]


@strawberry.type(description="A movable name on a model, and the version that it points at.")
class Alias:
    name: str = described("The name, such as `champion`.")
    version: LazyVersion = described("The version that it points at.")
    since: DateTime = described("From when on it did.")
    until: DateTime | None = described("Until when it did; absent while it does.")
    by: str = described("Who moved it there.")
    reason: str | None = described("Why, as they put it.")
    ended_by: str | None = described("Who moved it away.")
    end_reason: str | None = described("Why, as they put it.")


@strawberry.type(description="A version that another was made from directly.")
class Base:
    how: str = described("How: fine-tuned, distilled, quantised, merged, …")
    version: LazyVersion = described("The version.")


@strawberry.type(description="What a model was called before. It still means that model.")
class FormerRef:
    ref: str = described("The ref; with a number or an alias it means a version.")
    until: DateTime = described("Until when it was called so.")
    by: str = described("Who renamed it.")
    reason: str | None = described("Why, as they put it.")


@strawberry.type(description="A named line of work, whose results are versions.")
class Model(Named):
    namespace: Annotated["Namespace", strawberry.lazy("lineal.namespaces.schema")] = described(
        "The business unit that it belongs to."
    )
    former_refs: list[FormerRef] = described(
        "What it was called before, the last first. Every one still means it."
    )
    task: str | None = described("What it is for, in a word, such as `credit-scoring`.")
    risk_tier: RiskTier | None = described("How risky its use is, after the EU AI Act.")
    intended_use: str | None = described("What it may be used for, and what not, in Markdown.")
    latest_version: LazyVersion | None = described("The version with the highest number.")

    @fetched(Connection[LazyVersion])
    def versions(order_by: ByAge = None, first: First = 50, after: After = None) -> Parameters:
        """Its versions, newest first."""
        return ordered(order_by, first, after, "number", r"[1-9]\d{0,9}")

    @fetched(Alias | None)
    def alias(
        name: Annotated[str, argument("The name, if not `champion`.")] = "champion",
        as_of: AsOf = None,
    ) -> Parameters:
        """The alias of a name, with the version it points at; absent where it points nowhere."""
        return {"name": name, "asOf": as_of}

    @fetched(list[Alias])
    def aliases(as_of: AsOf = None) -> Parameters:
        """Its aliases, by name, each with the version it points at."""
        return {"asOf": as_of}

    @fetched(Connection[Alias])
    def alias_history(
        name: Annotated[str | None, argument("Only this alias.")] = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Every version that an alias pointed at, newest first."""
        return page("since", first, after) | {"name": name}


@strawberry.type(description="One immutable result of a model; what is said of it may change.")
class ModelVersion(LineageNode, Revised):
    model: Model = described("What it is a version of.")
    number: int = described("1, 2, 3, … without gaps.")
    label: str | None = described("A name of your own, such as a semantic version.")
    uri: str | None = described("Where its files are.")
    digest: str | None = described("The digest of its content, such as `sha256:…`.")
    size_bytes: Long | None = described("How large its content is.")
    framework: str | None = described("What can load it, such as `scikit-learn`.")
    parameters: list[Parameter] = described("What its training was told, by key.")
    metrics: list[Metric] = described("What was measured of it, by key.")
    run: Run | None = described("The run that made it.")
    bases: list[Base] = described("The versions that it was made from directly, by ref.")
    features: list[Column] = described("The columns that it uses, if that was told, by ref.")
    reproduction: Reproduction = described(
        "What is needed to train it again, and what of that was never recorded."
    )

    @fetched(Connection[LazyVersion])
    def derivatives(order_by: ByAge = None, first: First = 50, after: After = None) -> Parameters:
        """The versions that were made from it directly, newest first."""
        return ordered(order_by, first, after, "id")

    @fetched(list[Alias])
    def aliases(as_of: AsOf = None) -> Parameters:
        """The aliases that point at it, by name."""
        return {"asOf": as_of}

    @fetched(Connection[Annotated["Evaluation", strawberry.lazy("lineal.evaluations.schema")]])
    def evaluations(
        suite: Annotated[str | None, argument("Only by this suite.")] = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """What finished evaluations said about it, newest first."""
        return page("id", first, after) | {"suite": suite}

    @fetched(Connection[Annotated["Deployment", strawberry.lazy("lineal.deployments.schema")]])
    def deployments(order_by: ByName = None, first: First = 50, after: After = None) -> Parameters:
        """Where it serves now, by name."""
        return ordered(order_by, first, after, "ref")


@strawberry.type
class ModelQuery:
    @fetched(Model | None)
    def model(ref: Annotated[Ref, argument("`namespace/model`, or its id.")]) -> Parameters:
        """The model that a ref names, or nothing."""
        return {"ref": refs.parse(ref).parameter(), "asOf": None}

    @fetched(ModelVersion | None)
    def model_version(
        ref: Annotated[
            Ref, argument("`namespace/model:7`, `namespace/model@champion`, or its id.")
        ],
        as_of: Annotated[
            DateTime | None, argument("What an alias pointed at, at this moment.")
        ] = None,
    ) -> Parameters:
        """The model version that a ref names, or nothing."""
        return {"ref": refs.parse(ref).parameter(), "asOf": as_of}

    @fetched(Connection[Model])
    def models(
        where: Annotated[ModelWhere | None, argument("Which ones.")] = None,
        order_by: ByName = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Models, by namespace and name."""
        return ordered(order_by, first, after, "ref") | any_of(where, asked_of_model)

    @fetched(Connection[ModelVersion])
    def model_versions(
        where: Annotated[ModelVersionWhere | None, argument("Which ones.")] = None,
        order_by: ByAge = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Model versions, newest first."""
        return ordered(order_by, first, after, "id") | any_of(where, asked_of_version)


@strawberry.enum(description="What to do with a version whose digest the model already has.")
class OnDuplicate(Enum):
    REFUSE = strawberry.enum_value("REFUSE", description="Refuse it, and name the one there is.")
    REUSE = strawberry.enum_value("REUSE", description="Answer with the one there is.")
    REGISTER = strawberry.enum_value("REGISTER", description="Register it again.")


@strawberry.input(description="What is said of a model when it is made.")
class ModelDetails(OwnDetails):
    task: str | None = described(
        "What it is for, in a word, such as `credit-scoring`.", default=None
    )
    risk_tier: RiskTier | None = described(
        "How risky its use is, after the EU AI Act.", default=None
    )
    intended_use: str | None = described(
        "What it may be used for, and what not, in Markdown.", default=None
    )
    description: str | None = described("What it is, in Markdown.", default=None)
    tags: list[str] = described("Words by which it is found.", default_factory=list)
    owners: list[str] = described("The users and teams that answer for it.", default_factory=list)


@strawberry.input(description="A model to be made.")
class CreateModelInput(MutationInput, ModelDetails):
    ref: Ref = described("Its namespace and name, such as `risk/credit-scorer`.")


@strawberry.input(description="What is said of a model version itself.")
class ModelVersionInput(OwnDetails):
    model: Ref = described("The model, such as `risk/credit-scorer`.")
    create_model: ModelDetails | None = described(
        "Makes the model if there is none; if there is one, this changes nothing.", default=None
    )
    label: str | None = described("A name of your own, such as a semantic version.", default=None)
    description: str | None = described("What it is, in Markdown.", default=None)
    tags: list[str] = described("Words by which it is found.", default_factory=list)
    uri: str | None = described("Where its files are.", default=None)
    digest: str | None = described(
        "The digest of its content, with the algorithm, such as `sha256:…`.", default=None
    )
    size_bytes: Long | None = described("How large its content is.", default=None)
    framework: str | None = described("What can load it, such as `scikit-learn`.", default=None)
    parameters: list[ParameterInput] = described(
        "What its training was told; absent: those of its run.", default_factory=list
    )
    metrics: list[MetricInput] = described(
        "What was measured of it; absent: those of its run.", default_factory=list
    )


@strawberry.input(
    description="A version that the new one is made from directly: give `ref` or `modelVersion`."
)
class BaseInput:
    ref: Ref | None = described("The version, such as `nlp/encoder:3`.", default=None)
    model_version: ModelVersionInput | None = described(
        "The version; it is registered unless its digest is there already.", default=None
    )
    how: str = described("How: fine-tuned, distilled, quantised, merged, …", default="fine-tuned")


@strawberry.input(
    description="A trained version with all that it was made from; all of it is done, or nothing."
)
class RegisteredModelVersionInput(ModelVersionInput):
    run: EndedRunDetails | None = described("The run that made it, told of here.", default=None)
    run_ref: Ref | None = described("The run that made it, which is there already.", default=None)
    bases: list[BaseInput] = described("The versions it is made from.", default_factory=list)
    features: list[Ref] = described(
        "The columns that it uses, the target too, of what its run read, such as "
        "`risk/customers#2026-11.income`. Of a dataset version of which none is named, it may use "
        "all; where some are, they are all that it uses.",
        default_factory=list,
    )
    on_duplicate: OnDuplicate = described(
        "What to do if the model has a version with this digest.", default=OnDuplicate.REFUSE
    )


@strawberry.input(
    description="A trained version with all that it was made from; all of it is done, or nothing."
)
class RegisterModelVersionInput(MutationInput, RegisteredModelVersionInput):
    pass


@strawberry.input(description="Many trained versions, to be registered: all of them, or none.")
class RegisterModelVersionsInput(MutationInput):
    items: list[RegisteredModelVersionInput] = described(
        "The versions, up to 1,000, all within the deadline of the server. One may be made from "
        "those before it."
    )


@strawberry.input(description="An alias to be set or moved.")
class SetAliasInput(MutationInput):
    model: Ref = described("The model, such as `risk/credit-scorer`.")
    alias: str = described("The name, such as `champion`.")
    version: Ref = described("The version that it shall point at, such as `risk/credit-scorer:7`.")
    replaces: Ref | None = described(
        "The version that it is expected to point at until now; if it does not, it is not moved. "
        "That it points nowhere yet, the model's `expectedRevision` makes sure of.",
        default=None,
    )
    reason: str | None = described("Why, for those who read the history.", default=None)


@strawberry.input(description="An alias to be removed.")
class RemoveAliasInput(MutationInput):
    model: Ref = described("The model, such as `risk/credit-scorer`.")
    alias: str = described("The name, such as `champion`.")
    replaces: Ref | None = described(
        "The version that it is expected to point at until now.", default=None
    )
    reason: str | None = described("Why, for those who read the history.", default=None)


@strawberry.input(description="What is said anew of a model.")
class UpdateModelInput(UpdateInput):
    task: str | None = described(
        "What it is for, in a word; absent: as it was; null: not known.", default=strawberry.UNSET
    )
    risk_tier: RiskTier | None = described(
        "How risky its use is; absent: as it was; null: not known.", default=strawberry.UNSET
    )
    intended_use: str | None = described(
        "What it may be used for, and what not, in Markdown; absent: as it was; null: not known.",
        default=strawberry.UNSET,
    )


@strawberry.input(description="A model to be renamed, or moved to another namespace.")
class RenameModelInput(MutationInput):
    model: Ref = described("The model, such as `risk/credit-scorer`.")
    to: Ref = described("Its new namespace and name, such as `credit/scorer`.")
    reason: str | None = described("Why, for those who read the history.", default=None)


@strawberry.type(description="The model has its new ref.")
class RenameModelSuccess:
    model: Model = described("The model.")


@strawberry.type(description="The model was created.")
class CreateModelSuccess:
    model: Model = described("The model.")


@strawberry.type(description="The model is as it was told.")
class UpdateModelSuccess:
    model: Model = described("The model.")


@strawberry.type(description="The version was registered.")
class RegisterModelVersionSuccess:
    model_version: ModelVersion = described("The version.")


@strawberry.type(description="All of them were registered.")
class RegisterModelVersionsSuccess:
    model_versions: list[ModelVersion] = described("The versions, item by item.")


@strawberry.type(description="The alias points at the version.")
class SetAliasSuccess:
    model: Model = described("The model.")
    model_version: ModelVersion = described("The version that it points at now.")
    previous: ModelVersion | None = described("The version that it pointed at before.")


@strawberry.type(description="The alias is gone; its history is kept.")
class RemoveAliasSuccess:
    model: Model = described("The model.")
    previous: ModelVersion = described("The version that it pointed at.")


@strawberry.type(description="The alias does not point at the version that the caller expected.")
class AliasMoved(Refused):
    expected_version: str | None = described("The ref of the version that was expected.")
    actual_version: str | None = described(
        "The ref of the version that it points at, if it is set."
    )


@strawberry.input(description="What is said anew of a model version.")
class UpdateModelVersionInput(AnewInput):
    pass


@strawberry.type(description="The model version is described as it was told.")
class UpdateModelVersionSuccess:
    model_version: ModelVersion = described("The model version.")


@strawberry.type
class ModelMutation:
    @mutation(CreateModelSuccess, NotFound, AlreadyExists)
    async def create_model(change: Change, input: CreateModelInput) -> Made:
        """Creates a model, which has no version yet."""
        return {"model": await service.create_model(change, NewModel.of(input))}

    @mutation(UpdateModelSuccess, NotFound)
    async def update_model(change: Change, input: UpdateModelInput) -> Made:
        """Says anew what a model is; what is absent stays as it was."""
        return {"model": await update(change, "Model", ModelUpdate.of(input.told()))}

    @mutation(RenameModelSuccess, NotFound, AlreadyExists)
    async def rename_model(change: Change, input: RenameModelInput) -> Made:
        """Renames a model, or moves it to another namespace, with all of its versions.

        What it was called before still means it, whoever asks or tells, and `formerRefs` says so.
        No other model can be called so. Runs and deployments stay where they are.
        """
        return {"model": await service.rename_model(change, RenamedModel.of(input))}

    @mutation(RegisterModelVersionSuccess, NotFound, AmbiguousRef, AlreadyExists)
    async def register_model_version(
        change: Change,
        input: RegisterModelVersionInput,
    ) -> Made:
        """Registers a trained version with its run, data, bases, parameters and metrics.

        The next number of the model is its number. All is done in one transaction, or nothing is.
        """
        new = NewModelVersion.of(input)
        made = await bulk.one(change, new, service.register_model_versions)
        return {"modelVersion": made}

    @mutation(RegisterModelVersionsSuccess, ItemsRefused)
    async def register_model_versions(change: Change, input: RegisterModelVersionsInput) -> Made:
        """Registers up to 1,000 trained versions in one transaction: all of them, or none.

        `expectedRevision` is that of each model among them before the first of its versions.
        """
        made = await bulk.many(change, input, NewModelVersion.of, service.register_model_versions)
        return {"modelVersions": made}

    @mutation(SetAliasSuccess, NotFound, AliasMoved)
    async def set_alias(change: Change, input: SetAliasInput) -> Made:
        """Points an alias at a version: at exactly one at any moment, with its history kept."""
        return await service.set_alias(change, MovedAlias.of(input))

    @mutation(RemoveAliasSuccess, NotFound, AliasMoved)
    async def remove_alias(change: Change, input: RemoveAliasInput) -> Made:
        """Removes an alias; its history is kept."""
        return await service.remove_alias(change, RemovedAlias.of(input))

    @mutation(UpdateModelVersionSuccess, NotFound)
    async def update_model_version(change: Change, input: UpdateModelVersionInput) -> Made:
        """Says anew what a model version is; what is absent stays as it was.

        Its number, files, digest, parameters and metrics never change.
        """
        new = RecordUpdate.of(input.told())
        return {"modelVersion": await update(change, "ModelVersion", new)}
