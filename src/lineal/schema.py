"""The whole schema: what every slice can be asked and told."""

import strawberry
from strawberry.schema.config import StrawberryConfig

from lineal.datasets.schema import DatasetMutation, DatasetQuery
from lineal.deployments.schema import DeploymentMutation, DeploymentQuery
from lineal.kernel.scalars import SCALARS
from lineal.lineage.schema import LineageQuery
from lineal.models.schema import ModelMutation, ModelQuery
from lineal.namespaces.schema import NamespaceMutation, NamespaceQuery
from lineal.nodes.schema import NodeQuery
from lineal.runs.schema import RunMutation, RunQuery


@strawberry.type(description="What can be asked. Every field is answered by one statement.")
class Query(
    NodeQuery, NamespaceQuery, DatasetQuery, RunQuery, ModelQuery, DeploymentQuery, LineageQuery
):
    pass


@strawberry.type(
    description="What can be told. Each is done whole or not at all, and answers a refusal if not."
)
class Mutation(NamespaceMutation, DatasetMutation, RunMutation, ModelMutation, DeploymentMutation):
    pass


schema = strawberry.Schema(
    Query,
    Mutation,
    config=StrawberryConfig(scalar_map=SCALARS),
)
