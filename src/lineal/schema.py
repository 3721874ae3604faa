"""The whole schema: what every slice can be asked and told."""

import strawberry
from strawberry.schema.config import StrawberryConfig

from lineal.datasets.schema import DatasetMutation, DatasetQuery
from lineal.kernel.scalars import SCALARS
from lineal.lineage.schema import LineageQuery
from lineal.namespaces.schema import NamespaceMutation, NamespaceQuery


@strawberry.type(description="What can be asked. Every field is answered by one statement.")
class Query(NamespaceQuery, DatasetQuery, LineageQuery):
    pass


@strawberry.type(
    description="What can be told. Each is done whole or not at all, and answers a refusal if not."
)
class Mutation(NamespaceMutation, DatasetMutation):
    pass


schema = strawberry.Schema(
    Query,
    Mutation,
    config=StrawberryConfig(scalar_map=SCALARS),
)
