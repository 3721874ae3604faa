"""A registry that is filled once, and asked in many ways; nothing here changes it."""

import pytest

from lineal.kernel.engine import Engine
from lineal.kernel.graph import Graph
from tests.asking import Registry, unique
from tests.documents.filled import Filled, filled
from tests.documents.stitched import Stitched


@pytest.fixture(scope="session")
async def full(engine: Engine, graph: Graph) -> Filled:
    """A registry that has something of every type."""
    return await filled(Registry(engine, graph, unique("ns")))


@pytest.fixture(scope="session")
def stitched(full: Filled) -> Stitched:
    """What answers field by field, and remembers what it was answered."""
    return Stitched(full.registry)


@pytest.fixture(scope="session")
async def cursors(full: Filled) -> list[str]:
    """Cursors of a few lists of the filled registry."""
    page = "{ edges { cursor } }"
    own = f'where: {{ namespace: {{ eq: "{full.registry.namespace}" }} }}'
    found = await full.registry.ask(
        f"""query ($ref: Ref!) {{
            model(ref: $ref) {{ versions {page} history {page} aliasHistory {page} }}
            lists: namespace(ref: "{full.registry.namespace}") {{ models {page} runs {page} }}
            models({own}) {page} modelVersions({own}) {page} runs({own}) {page} }}""",
        ref=full.ref("scorer"),
    )
    pages = [*found.pop("model").values(), *found.pop("lists").values(), *found.values()]
    return [each["cursor"] for page_ in pages for each in page_["edges"][:2]]
