"""Search, over the real full-text index."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from graphql import GraphQLInterfaceType

from lineal.kernel import queries
from lineal.kernel.migrations import statements
from lineal.search.schema import MOST_HITS, RecordKind
from lineal.search.text import KINDS
from tests.asking import Registry, unique
from tests.kernel.planned import GRAPHQL, plan

MIGRATION = r"migrations/\d+_words"
HITS = "hits { score node { __typename ref } }"


async def search(registry: Registry, text: str, select: str = HITS, **given: Any) -> Any:
    query = f"""query ($text: String!, $kinds: [RecordKind!], $namespace: String, $first: Int!,
      $after: Cursor) {{ search(text: $text, kinds: $kinds, namespace: $namespace, first: $first,
      after: $after) {{ {select} }} }}"""
    given = {"namespace": registry.namespace, "first": 20} | given
    return (await registry.ask(query, text=text, **given))["search"]


async def refs(registry: Registry, text: str, **given: Any) -> list[str]:
    """Returns the refs of what is found in the test's namespace, without that, best first."""
    hits = (await search(registry, text, **given))["hits"]
    return [hit["node"]["ref"].removeprefix(f"{registry.namespace}/") for hit in hits]


async def model(registry: Registry, name: str, **said: Any) -> None:
    await registry.told("createModel", "model { id }", ref=registry.ref(name), **said)


class TestWords:
    @pytest.mark.parametrize(
        "text",
        [
            *("credit", "scorer", "credit-scorer", "creditscorer", "CREDIT", "credit scorer"),
            *("cred", "credit sco", "scor", "credit-sc", "creditsc", "credit_scorer"),
            *("credt", "crdeit", "credot", "scoreer", "credti-scorer"),
            *('"credit scorer"', '"Credit-Scorer"', "the credit of a scorer"),
        ],
    )
    async def test_of_a_name(self, registry: Registry, text: str) -> None:
        await model(registry, "credit-scorer")
        await model(registry, "churn")

        assert await refs(registry, text) == ["credit-scorer"]

    @pytest.mark.parametrize("name", ["credit_scorer", "credit.scorer", "Credit-Scorer"])
    async def test_of_a_name_with_other_signs(self, registry: Registry, name: str) -> None:
        await model(registry, name)

        for text in ("credit", "scorer", "credit-scorer", "creditscorer"):
            assert await refs(registry, text) == [name]

    @pytest.mark.parametrize(
        "name",
        ["creditScorer", "credit_scorer_v2", "credit-scorer", "CreditScorer2", "credit.scorer"],
    )
    async def test_of_a_name_in_one_word_or_in_several(self, registry: Registry, name: str) -> None:
        await registry.told(
            "registerModelVersion", "modelVersion { id }", model=registry.ref(name), createModel={}
        )
        whole = name.lower().replace("_", "").replace("-", "").replace(".", "")

        for text in ("credit", "scorer", "creditScorer", "credit scorer", name, whole):
            assert await refs(registry, text) == [name, f"{name}:1"]

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            *(("HTTPScorer2Go", "http"), ("HTTPScorer2Go", "scorer 2"), ("HTTPScorer2Go", "go")),
            *(("scorer_v2", "2"), ("scorer_v2", "scorer-2"), ("LightGBM", "gbm")),
            *(("größeÄrger", "ärger"), ("riskTierEU", "eu")),
        ],
    )
    async def test_of_a_part_of_a_label(self, registry: Registry, name: str, text: str) -> None:
        for label in ("other", name):
            await registry.told(
                "registerModelVersion",
                "modelVersion { id }",
                model=registry.ref("a"),
                createModel={},
                label=label if label.isascii() else "x",
                tags=[label],
            )

        assert await refs(registry, text) == ["a:2"]

    async def test_of_no_part_of_a_digest(self, registry: Registry) -> None:
        await registry.told(
            "registerDatasetVersion",
            "datasetVersion { id }",
            dataset=registry.ref("customers"),
            createDataset={},
            digest="sha256:12ab34cd56ef",
        )

        assert await refs(registry, "56") == []
        assert await refs(registry, "12ab34") == ["customers#12ab34cd56ef"]

    async def test_of_a_column(self, registry: Registry) -> None:
        names = ("annualIncome", "annual_income_2", "age")
        await registry.told(
            "registerDatasetVersion",
            "datasetVersion { id }",
            dataset=registry.ref("customers"),
            createDataset={},
            label="1",
            columns=[{"name": name, "type": "int"} for name in names],
        )
        both = {"customers#1.annualIncome", "customers#1.annual_income_2"}

        for text in ("income", "annual income", "annualIncome", "annual-income"):
            assert set(await refs(registry, text)) == both

    @pytest.mark.parametrize(
        "text",
        [
            *("runbook", "wiki", "on-call", "https://wiki.example/credit_scoring/Runbook_2?a=b"),
            *("loans", "retail lending", "classification", "tabular", "high"),
        ],
    )
    async def test_of_links_and_of_what_a_model_is_for(self, registry: Registry, text: str) -> None:
        await model(registry, "other", documentation=[{"title": "x", "url": "https://a.example"}])
        await model(
            registry,
            "scorer",
            documentation=[
                {"title": "What to do on-call", "url": "mailto:team@lending.example"},
                {"title": "Steps", "url": "https://wiki.example/credit_scoring/Runbook_2?a=b"},
            ],
            intendedUse="Loans in retail lending.",
            task="tabular-classification",
            riskTier="HIGH",
        )

        assert await refs(registry, text) == ["scorer"]

    @pytest.mark.parametrize(
        "text",
        [
            *("default", "Ausfallwahrscheinlichkeit", "ausfall", "größe", "信用", "risk_tier"),
            *("tier", "pii", "team", "ada", "costCentre", "4711", "0.91", "wiki", "don't"),
            *('"probability of default"', "true"),
        ],
    )
    async def test_of_all_that_is_said(self, registry: Registry, text: str) -> None:
        await model(registry, "churn")
        await model(
            registry,
            "scorer",
            description="The probability of default (Ausfallwahrscheinlichkeit), nach Größe; "
            "信用评分. "
            "Don't use risk_tier for it.",
            tags=["pii"],
            owners=["team:risk", "ada"],
            properties=[
                {"key": "costCentre", "number": 4711},
                {"key": "limit", "number": 0.91},
                {"key": "audited", "boolean": True},
                {"key": "page", "link": "https://wiki.example/scorer"},
            ],
        )

        assert await refs(registry, text) == ["scorer"]

    async def test_that_are_not_all_there_find_nothing(self, registry: Registry) -> None:
        await model(registry, "credit-scorer")

        assert await refs(registry, "credit nonsense") == []
        assert await refs(registry, '"scorer credit"') == []
        assert await refs(registry, "x") == []

    async def test_of_everything_there_is(self, registry: Registry) -> None:
        await registry.told(
            "registerModelVersion",
            "modelVersion { id }",
            model=registry.ref("wombat"),
            createModel={},
            label="wombat-2",
            run={
                "name": "train wombat",
                "inputs": [
                    {
                        "datasetVersion": {
                            "dataset": registry.ref("wombats"),
                            "createDataset": {},
                            "label": "1",
                            "columns": [{"name": "wombat_income", "type": "int"}],
                        }
                    }
                ],
            },
        )
        await registry.told(
            "deployModelVersion",
            "deployment { id }",
            deployment=registry.ref("wombat-api"),
            createDeployment={"environment": "production"},
            modelVersion=registry.ref("wombat:1"),
        )
        await registry.told(
            "createApplication", "application { id }", ref=registry.ref("wombat-ui")
        )
        hits = (await search(registry, "wombat"))["hits"]

        assert {hit["node"]["__typename"] for hit in hits} == {
            *("Model", "ModelVersion", "Run", "Dataset", "DatasetVersion", "Deployment"),
            *("Application", "Column"),
        }
        assert hits[0]["node"]["__typename"] == "Model"
        assert await refs(registry, "income") == ["wombats#1.wombat_income"]
        assert await refs(registry, "wombat:1", kinds=["MODEL_VERSION"]) == ["wombat:1"]

    async def test_of_a_namespace(self, registry: Registry) -> None:
        hits = await search(registry, f"{registry.namespace} kind:namespace", namespace=None)

        assert [hit["node"]["ref"] for hit in hits["hits"]] == [registry.namespace]


class TestRanking:
    async def test_names_before_descriptions_and_whole_before_part_before_mistyped(
        self, registry: Registry
    ) -> None:
        await model(registry, "d1", description="About crodit.")
        await model(registry, "crodit")
        await model(registry, "d2", description="About creditors.")
        await model(registry, "d3", description="About credit.")
        await model(registry, "creditor-list")
        await model(registry, "the-credit")
        await model(registry, "credit")

        found = await refs(registry, "credit")

        assert found == ["credit", "the-credit", "creditor-list", "d3", "crodit", "d2", "d1"]

    async def test_names_before_links(self, registry: Registry) -> None:
        wiki = {"title": "Credit", "url": "https://wiki.example/credit"}
        await model(registry, "old-credit-list")
        await model(registry, "a", documentation=[wiki])

        assert await refs(registry, "credit") == ["old-credit-list", "a"]

    async def test_parts_of_names_as_names(self, registry: Registry) -> None:
        for name in ("old-credit", "creditScorer", "big-credit", "theCredit_2"):
            await model(registry, name)
        await model(registry, "c", description="credit", tags=["credit"])

        found = await refs(registry, "credit")

        assert found == ["creditScorer", "theCredit_2", "big-credit", "old-credit", "c"]

    async def test_the_newest_of_equal_ones(self, registry: Registry) -> None:
        for name in ("credit-a", "credit-b", "credit-c"):
            await model(registry, name)

        assert await refs(registry, "credit") == ["credit-c", "credit-b", "credit-a"]

    async def test_the_model_before_its_versions(self, registry: Registry) -> None:
        for _ in range(2):
            await registry.told(
                "registerModelVersion",
                "modelVersion { id }",
                model=registry.ref("credit"),
                createModel={},
            )

        assert await refs(registry, "credit") == ["credit", "credit:2", "credit:1"]


def test_every_kind_of_record_is_searched() -> None:
    record = GRAPHQL.type_map["Record"]
    assert isinstance(record, GraphQLInterfaceType)
    records = GRAPHQL.get_possible_types(record)

    assert {str(kind.value) for kind in RecordKind} == {type_.name for type_ in records}
    assert set(KINDS.values()) == {str(kind.value) for kind in RecordKind}


class TestForms:
    async def test_tags_owners_kinds(self, registry: Registry) -> None:
        await model(registry, "one", tags=["pii", "Personal data"], owners=["team:risk"])
        await model(registry, "two", tags=["pii-free"], owners=["team:risk:emea"])

        assert await refs(registry, "tag:PII") == ["one"]
        assert await refs(registry, 'tag:"personal data"') == ["one"]
        assert await refs(registry, "owner:team:risk") == ["one"]
        assert await refs(registry, "owner:team:risk tag:pii-free") == []
        assert await refs(registry, "kind:models tag:pii-free") == ["two"]
        assert await refs(registry, "kind:dataset tag:pii") == []
        assert await refs(registry, "pii", kinds=["RUN"]) == []
        assert await refs(registry, "pii", kinds=[]) == []

    async def test_exclusion(self, registry: Registry) -> None:
        await model(registry, "one", tags=["pii"], description="credit scorer", owners=["ada"])
        await model(registry, "two", tags=["pii", "draft"], description="credit cards")

        assert await refs(registry, "credit -cards") == ["one"]
        assert await refs(registry, 'credit -"credit scorer"') == ["two"]
        assert await refs(registry, "credit -tag:draft") == ["one"]
        assert await refs(registry, "tag:pii -owner:ada") == ["two"]
        assert await refs(registry, "credit -kind:model") == []
        assert await refs(registry, f"credit -namespace:{registry.namespace}") == []
        assert set(await refs(registry, "-nonsense")) == {"one", "two"}

    async def test_namespace(self, registry: Registry, engine: Any, graph: Any) -> None:
        await model(registry, "credit")
        namespace = registry.namespace

        assert await refs(registry, f"credit namespace:{namespace}", namespace=None) == ["credit"]
        assert await refs(registry, "credit", namespace=f"{namespace}-other") == []
        assert await refs(registry, f"credit namespace:{namespace}-other") == []

    async def test_an_unknown_kind_is_told(self, registry: Registry) -> None:
        (error,) = await registry.errors('{ search(text: "kind:thing") { totalCount } }')

        assert "'thing' is no kind" in error["message"]


class TestWritten:
    async def test_what_was_changed_is_found_at_once(self, registry: Registry) -> None:
        await model(registry, "scorer", description="old", tags=["first"])
        await registry.told(
            "updateModel",
            "model { id }",
            ref=registry.ref("scorer"),
            description="new",
            tags=["second"],
            setProperties=[{"key": "tier", "text": "gold"}],
        )

        assert await refs(registry, "new second gold") == ["scorer"]
        assert await refs(registry, "old") == []
        assert await refs(registry, "first") == []

    async def test_another_name(self, registry: Registry) -> None:
        await registry.told(
            "registerModelVersion",
            "modelVersion { id }",
            model=registry.ref("wombat"),
            createModel={},
        )
        await registry.told(
            "renameModel", "model { id }", model=registry.ref("wombat"), to=registry.ref("koala")
        )

        assert await refs(registry, "koala") == ["koala", "koala:1"]
        assert await refs(registry, "wombat") == ["koala"]

    async def test_what_was_renamed_before_that_was_known(self, registry: Registry) -> None:
        await model(registry, "redWombat")
        await registry.told(
            "renameModel", "model { id }", model=registry.ref("redWombat"), to=registry.ref("koala")
        )
        now = await said(registry, "koala")
        forget = "MATCH (n:Model {ref: $ref}) SET n.calledBefore = null, n.searchText = []"
        await registry.graph.run(forget, {"ref": registry.ref("koala")})
        assert await refs(registry, "wombat") == []
        for statement in statements(queries.query("migrations/0016_former_names").text):
            await registry.graph.run(statement)

        assert await said(registry, "koala") == now
        assert await refs(registry, "wombat") == ["koala"]

    async def test_nothing_that_is_archived(self, registry: Registry) -> None:
        await model(registry, "credit-scorer")
        told = {"model": registry.ref("credit-scorer"), "description": "Credit."}
        await registry.told("registerModelVersion", "modelVersion { id }", **told)

        assert await refs(registry, "credit") == ["credit-scorer", "credit-scorer:1"]

        await registry.told("archiveRecord", "record { id }", ref=registry.ref("credit-scorer"))

        assert await refs(registry, "credit") == []

    async def test_a_tag_that_a_run_got_later(self, registry: Registry) -> None:
        run = await registry.told(
            "startRun", "run { id }", namespace=registry.namespace, name="train"
        )
        await registry.told("logRun", "run { id }", run=run["run"]["id"], tags=["wombat"])

        assert len(await refs(registry, "wombat")) == 1

    async def test_what_was_there_before_the_index(self, registry: Registry) -> None:
        await model(registry, "old-scorer", tags=["wombat"], properties=[{"key": "a", "text": "b"}])
        now = await said(registry, "old-scorer")
        forget = """MATCH (n:Entity {ref: $ref}) SET n.searchRef = null, n.searchName = null,
          n.searchWords = null, n.searchText = null"""
        await registry.graph.run(forget, {"ref": registry.ref("old-scorer")})
        assert await refs(registry, "wombat") == []
        (migration,) = (name for name in queries.names() if re.fullmatch(MIGRATION, name))
        for statement in statements(queries.query(migration).text):
            mine = statement.replace("(node:Entity)", "(node:Entity {ref: $ref})")
            await registry.graph.run(mine, {"ref": registry.ref("old-scorer")})

        assert await said(registry, "old-scorer") == now
        assert await refs(registry, "wombat") == ["old-scorer"]


async def said(registry: Registry, name: str) -> Any:
    return await registry.graph.read(
        """MATCH (n:Entity {ref: $ref})
        RETURN n {.searchName, .searchWords, .searchRef, .searchText}""",
        {"ref": registry.ref(name)},
    )


@pytest.fixture
async def crowd(registry: Registry) -> AsyncIterator[str]:
    """More models than a search lists, in another namespace; they fit better than most."""
    other = unique("crowd")
    await registry.told("createNamespace", "namespace { id }", name=other)
    mine = {"namespace": other, "most": MOST_HITS}
    await registry.graph.run(
        f"""UNWIND range(0, $most) AS i
        CREATE (node:Entity:Model {{id: '01' + randomUUID(), nodeKind: 'Model', name: 'credit',
          namespace: $namespace, ref: $namespace + '/credit-' + toString(i), tags: ['Draft'],
          owners: ['bob'], createdAt: datetime()}})
        {queries.query("search/words").text}
        RETURN count(node)""",
        mine,
    )
    yield other
    await registry.graph.run(
        "MATCH (n:Model) WHERE n.namespace = $namespace AND $most > 0 DETACH DELETE n", mine
    )


class TestCrowd:
    @pytest.mark.parametrize(
        "text",
        [
            *("credit", "-nonsense", "credit namespace:{mine}", "tag:draft-2 credit"),
            *("credit -tag:draft", "credit -owner:bob", "credit -namespace:{crowd}"),
        ],
    )
    async def test_nothing_is_cut_before_all_of_it_is_compared(
        self, registry: Registry, crowd: str, text: str
    ) -> None:
        await model(registry, "scorer", description="credit", tags=["draft-2"])
        text = text.format(mine=registry.namespace, crowd=crowd)
        select = "totalCount complete hits { node { ref } } facets { tags { value count } }"
        found = await search(registry, text, select)

        assert found == {
            "totalCount": 1,
            "complete": True,
            "hits": [{"node": {"ref": registry.ref("scorer")}}],
            "facets": {"tags": [{"value": "draft-2", "count": 1}]},
        }

    @pytest.mark.parametrize("text", ["-tag:draft", "-owner:bob", "-namespace:{crowd}"])
    async def test_what_is_excluded_makes_room(
        self, registry: Registry, crowd: str, text: str
    ) -> None:
        await model(registry, "scorer", description=f"Like those of {crowd}.")
        text = f"{crowd} kind:model {text.format(crowd=crowd)}"
        found = await search(registry, text, namespace=None)

        assert [hit["node"]["ref"] for hit in found["hits"]] == [registry.ref("scorer")]

    async def test_what_is_archived_makes_room(self, registry: Registry, crowd: str) -> None:
        await model(registry, "scorer", description=f"Like those of {crowd}.")
        await registry.told("archiveRecord", "record { id }", ref=crowd)
        found = await search(registry, f"{crowd} kind:model", namespace=None)

        assert [hit["node"]["ref"] for hit in found["hits"]] == [registry.ref("scorer")]

    async def test_more_than_are_listed_are_told(self, registry: Registry, crowd: str) -> None:
        found = await search(registry, "credit", "totalCount complete", namespace=crowd)

        assert found == {"totalCount": MOST_HITS, "complete": False}

    async def test_suggestions_are_of_the_namespace(self, registry: Registry, crowd: str) -> None:
        await model(registry, "a-credit")
        query = """query($text: String!, $namespace: String) {
          suggest(text: $text, namespace: $namespace) { ref } }"""
        found = await registry.ask(query, text="cred", namespace=registry.namespace)

        assert crowd
        assert found["suggest"] == [{"ref": registry.ref("a-credit")}]


PAGE = (
    "totalCount complete hits { node { ref } } pageInfo { hasNextPage hasPreviousPage endCursor }"
)


class TestPages:
    async def test_have_everything_once(self, registry: Registry) -> None:
        for number in range(7):
            await model(registry, f"credit-{number}", description="credit" if number % 2 else None)
        found, after = [], None
        for _ in range(3):
            page = await search(registry, "credit", PAGE, first=3, after=after)
            found += [hit["node"]["ref"] for hit in page["hits"]]
            after = page["pageInfo"]["endCursor"]
            # What others write moves nothing.
            await model(registry, unique("other"), description="wombat")

        assert len(found) == len(set(found)) == 7
        assert not page["pageInfo"]["hasNextPage"]

    async def test_say_how_many_there_are(self, registry: Registry) -> None:
        for name in ("credit-a", "credit-b"):
            await model(registry, name)
        page = await search(registry, "credit", PAGE, first=1)

        assert (page["totalCount"], page["complete"]) == (2, True)
        assert page["pageInfo"]["hasNextPage"]
        assert not page["pageInfo"]["hasPreviousPage"]

    @pytest.mark.parametrize("after", ["WyIiLCJzY29yZSIsMSwiYSJd", "WyIiLCJyZWYiLCJhIl0"])
    async def test_of_another_list_are_refused(self, registry: Registry, after: str) -> None:
        query = f'{{ search(text: "a", after: "{after}") {{ totalCount }} }}'

        assert await registry.code(query) == "INVALID_INPUT"


class TestUnsaid:
    @pytest.mark.parametrize("text", ["tag:", "credit owner:", "tag: pii", '-kind:""'])
    async def test_is_refused_where_nothing_stands_after_a_field(
        self, registry: Registry, text: str
    ) -> None:
        (error,) = await registry.errors(
            "query($text: String!) { search(text: $text) { totalCount } }", text=text
        )

        assert error["message"].startswith("text: nothing stands after ")


class TestFacets:
    async def test_count_all_hits(self, registry: Registry) -> None:
        await model(registry, "credit-a", tags=["pii"], owners=["ada"])
        await model(registry, "credit-b", tags=["pii", "eu"], owners=["ada", "bob"])
        facets = """facets { kinds { value count } namespaces { count } tags { value count }
          owners { value } }"""

        found = (await search(registry, "credit", facets, first=1))["facets"]

        assert found == {
            "kinds": [{"value": "Model", "count": 2}],
            "namespaces": [{"count": 2}],
            "tags": [{"value": "pii", "count": 2}, {"value": "eu", "count": 1}],
            "owners": [{"value": "ada"}, {"value": "bob"}],
        }


MARKED = "hits { highlights { field pieces { text hit } } }"


class TestHighlights:
    async def test_say_where_the_words_are(self, registry: Registry) -> None:
        await model(registry, "scorer", description="A <b>credit</b> model", tags=["credit risk"])
        (hit,) = (await search(registry, "cred scorer", MARKED))["hits"]

        marked = [(each["field"], marks(each["pieces"])) for each in hit["highlights"]]
        assert marked == [
            ("name", "[scorer]"),
            ("ref", f"{registry.namespace}/[scorer]"),
            ("description", "A <b>[credit]</b> model"),
            ("tags", "[credit] risk"),
        ]

    async def test_in_a_link(self, registry: Registry) -> None:
        wiki = {"title": "The runbook", "url": "https://wiki.example/runbook"}
        await model(registry, "scorer", documentation=[wiki])
        (hit,) = (await search(registry, "runbook", MARKED))["hits"]

        assert [(each["field"], marks(each["pieces"])) for each in hit["highlights"]] == [
            ("documentation", "The [runbook]"),
            ("documentation", "https://wiki.example/[runbook]"),
        ]

    async def test_of_a_mistyped_word(self, registry: Registry) -> None:
        await model(registry, "credit-scorer")
        (hit,) = (await search(registry, "crdeit", MARKED))["hits"]

        assert marks(hit["highlights"][0]["pieces"]) == "[credit]-scorer"

    async def test_under_other_names_and_in_fragments(self, registry: Registry) -> None:
        await model(registry, "scorer")
        query = """query ($text: String!) { search(text: $text) {
          found: hits { ...Marked marks: highlights { pieces { said: text } } } } }
          fragment Marked on SearchHit { highlights { what: field ...Pieces } }
          fragment Pieces on Highlight { pieces { hit } }"""
        answer = await registry.ask(query, text=f"scorer namespace:{registry.namespace}")

        (hit,) = answer["search"]["found"]
        assert hit["highlights"][0] == {"what": "name", "pieces": [{"hit": True}]}
        assert hit["marks"][0] == {"pieces": [{"said": "scorer"}]}


def marks(pieces: list[dict[str, Any]]) -> str:
    return "".join(f"[{each['text']}]" if each["hit"] else each["text"] for each in pieces)


class TestSuggest:
    async def suggested(self, registry: Registry, text: str, **given: Any) -> list[str]:
        query = """query ($text: String!, $kinds: [RecordKind!], $namespace: String) {
          suggest(text: $text, kinds: $kinds, namespace: $namespace) { ref kind } }"""
        answer = await registry.ask(query, text=text, namespace=registry.namespace, **given)
        return [f"{each['kind']} {each['ref'].partition('/')[2]}" for each in answer["suggest"]]

    async def test_names_that_begin_so(self, registry: Registry) -> None:
        await model(registry, "credit-scorer")
        await model(registry, "scorer", description="credit")

        assert await self.suggested(registry, "cre") == ["MODEL credit-scorer"]
        assert await self.suggested(registry, "credit-s") == ["MODEL credit-scorer"]
        assert await self.suggested(registry, f"{registry.namespace}/credit-s") == [
            "MODEL credit-scorer"
        ]
        assert await self.suggested(registry, "scor") == ["MODEL scorer", "MODEL credit-scorer"]
        assert await self.suggested(registry, "cre", kinds=["DATASET"]) == []

    async def test_refs_that_begin_so_come_first(self, registry: Registry) -> None:
        ns = registry.namespace
        await model(registry, "credit-scorer")
        await registry.told("startRun", "run { id }", namespace=ns, name=f"{ns} credit scorer")
        for _ in range(2):
            await registry.told(
                "registerModelVersion", "modelVersion { id }", model=registry.ref("credit-scorer")
            )

        assert await self.suggested(registry, f"{ns}/cre") == [
            "MODEL credit-scorer",
            "MODEL_VERSION credit-scorer:1",
            "MODEL_VERSION credit-scorer:2",
            "RUN ",
        ]
        assert (await self.suggested(registry, f"{ns}/credit-scorer:"))[:2] == [
            "MODEL_VERSION credit-scorer:1",
            "MODEL_VERSION credit-scorer:2",
        ]

    async def test_mistyped(self, registry: Registry) -> None:
        await model(registry, "credit-scorer")
        await model(registry, "cedit")

        assert await self.suggested(registry, "credt") == ["MODEL credit-scorer"]
        assert await self.suggested(registry, "credt-sco") == ["MODEL credit-scorer"]
        assert await self.suggested(registry, "cedit") == ["MODEL cedit", "MODEL credit-scorer"]

    async def test_nothing_for_nothing(self, registry: Registry) -> None:
        assert await self.suggested(registry, "") == []
        assert await self.suggested(registry, '* -- "') == []


HOSTILE = [
    *(
        '"',
        '""',
        "(",
        ")",
        "a AND",
        "AND",
        "NOT a",
        "a OR b",
        "+",
        "a -",
        "--",
        "&&",
        "a && b",
        "||",
    ),
    *(
        "*",
        "?",
        "a*",
        "*a",
        "a?b",
        "~",
        "a~",
        "a~99",
        "^",
        "a^9",
        "a^-1",
        ":",
        "a:",
        ":a",
        "name:a",
    ),
    *("[a TO b]", "{a TO b}", "[", "/a.*/", "\\", "a\\", "\\u0041", 'tag:"a\\" OR *:*"', "tag:\\"),
    *("nodeKind:Run", "*:*", "searchText:secret", "_exists_:a", "\u0000", "\ud800a", "a\u202eb"),
    *("tag:*", "owner:[a", "namespace:/x/", "namespace:../..", "-tag:!!!", "a\n\tb", "'; DROP"),
    *("}) RETURN 1 //", "$lucene", "é" * 100, "𝔘𝔫𝔦", "👍", "क्रेडिट", "TO", "to", "İstanbul", "ﬁne"),
    *(" ".join(["fraudulent"] * 16), " ".join(f"word{chr(97 + i)}letters" for i in range(16))),
    *("x" * 500, "a-" * 8, "tag:" + "y" * 490),
]


ONE_TOO_MANY = " ".join(f"a{number}" for number in range(17))


class TestHostile:
    @pytest.mark.parametrize("text", HOSTILE)
    async def test_is_words_or_refused(self, registry: Registry, text: str) -> None:
        await model(registry, "credit-scorer")
        document = "query ($text: String!) { search(text: $text) { totalCount hits { score } } }"
        outcome = await registry.execute(document, {"text": text})

        codes = {error["extensions"]["code"] for error in outcome.errors or []}
        assert codes <= {"INVALID_INPUT"}
        await registry.ask("query ($text: String!) { suggest(text: $text) { ref } }", text=text)

    @pytest.mark.parametrize(
        "text", ["x" * 501, ONE_TOO_MANY, ONE_TOO_MANY.replace(" ", "-"), "", "***"]
    )
    async def test_too_much_or_nothing_is_refused(self, registry: Registry, text: str) -> None:
        document = "query ($text: String!) { search(text: $text) { totalCount } }"
        (error,) = await registry.errors(document, text=text)

        assert error["extensions"]["code"] == "INVALID_INPUT"
        assert error["message"].startswith("text: ")


class TestPlan:
    @pytest.mark.parametrize(
        "query",
        [
            """{ search(text: "credit") { totalCount complete facets { tags { value } }
              hits { score node { ref } highlights { field } } } }""",
            '{ suggest(text: "credit") { ref kind } }',
        ],
    )
    async def test_begins_at_the_index(self, registry: Registry, query: str) -> None:
        operators = await registry.graph.plan(plan(query).statement.text)

        assert "ProcedureCall" in operators
        # Of what is archived: namespaces, models, datasets and experiments.
        assert [each for each in operators if "Scan" in each] == ["NodeIndexScan"] * 4
