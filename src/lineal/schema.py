"""The whole schema: what every slice can be asked and told."""

import strawberry
from graphql.utilities.print_schema import print_schema_definition
from strawberry.schema.config import StrawberryConfig

from lineal.archive.schema import ArchiveMutation
from lineal.columns.schema import ColumnMutation, ColumnQuery
from lineal.datasets.schema import DatasetMutation, DatasetQuery
from lineal.deployments.reports.schema import ReportMutation
from lineal.deployments.schema import DeploymentMutation, DeploymentQuery
from lineal.evaluations.schema import EvaluationMutation, EvaluationQuery
from lineal.experiments.schema import ExperimentMutation, ExperimentQuery
from lineal.kernel.scalars import SCALARS
from lineal.lineage.schema import LineageQuery
from lineal.models.comparison import ComparisonQuery
from lineal.models.schema import ModelMutation, ModelQuery
from lineal.namespaces.schema import NamespaceMutation, NamespaceQuery
from lineal.nodes.schema import NodeMutation, NodeQuery
from lineal.runs.schema import RunMutation, RunQuery
from lineal.search.schema import SearchQuery
from lineal.stats.schema import StatsQuery

DESCRIPTION = """\
A registry of AI models: what each was made from, who answers for it, where it runs, and what is \
affected if a dataset turns out to be wrong. Queries find anything by its words (`search`), list \
(`models`, `datasets`, `deployments`), show one thing by its ref (`model`, `modelVersion`, \
`node`), and follow the data (`lineage`, `impact`, `path`). Each mutation answers its success or a \
refusal; with `dryRun` it changes nothing.

A first query:

```graphql
{
  models(first: 5) {
    nodes { ref owners latestVersion { number metrics { key value } } }
  }
}
```"""


@strawberry.type(description="What can be asked. Every field is answered by one statement.")
class Query(
    NodeQuery,
    SearchQuery,
    StatsQuery,
    NamespaceQuery,
    DatasetQuery,
    RunQuery,
    ExperimentQuery,
    ModelQuery,
    EvaluationQuery,
    ComparisonQuery,
    ColumnQuery,
    DeploymentQuery,
    LineageQuery,
):
    pass


@strawberry.type(
    description="What can be told. Each is done whole or not at all, and answers a refusal if not."
)
class Mutation(
    NamespaceMutation,
    DatasetMutation,
    ColumnMutation,
    ExperimentMutation,
    RunMutation,
    ModelMutation,
    EvaluationMutation,
    DeploymentMutation,
    ReportMutation,
    NodeMutation,
    ArchiveMutation,
):
    pass


class Schema(strawberry.Schema):
    """Strawberry's, with a description: it takes none, and prints none."""

    def as_str(self) -> str:
        return f"{print_schema_definition(self._schema)}\n\n{super().as_str()}"


schema = Schema(
    Query,
    Mutation,
    config=StrawberryConfig(scalar_map=SCALARS),
)
schema._schema.description = DESCRIPTION
