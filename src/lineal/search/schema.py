"""Full-text search over everything that was recorded, whatever kind it is."""

from collections.abc import Iterable
from enum import Enum
from typing import Annotated

import strawberry

from lineal.kernel.fields import (
    LARGEST_PAGE,
    After,
    First,
    Parameters,
    argument,
    described,
    fetched,
    whole,
)
from lineal.kernel.nodes import Record
from lineal.kernel.paging import PageInfo, limit, page
from lineal.kernel.refusals import InvalidInput
from lineal.search import lucene
from lineal.search.marks import highlights
from lineal.search.text import Field, Query, clean, parse

MOST_HITS = 1_000


@strawberry.enum(description="The kinds of what is recorded.")
class RecordKind(Enum):
    NAMESPACE = strawberry.enum_value("Namespace", description="A business unit or team.")
    DATASET = strawberry.enum_value("Dataset", description="A named body of data.")
    DATASET_VERSION = strawberry.enum_value("DatasetVersion", description="A state of a dataset.")
    COLUMN = strawberry.enum_value("Column", description="A column of a dataset version.")
    EXPERIMENT = strawberry.enum_value("Experiment", description="A group of runs.")
    RUN = strawberry.enum_value("Run", description="An execution.")
    MODEL = strawberry.enum_value("Model", description="A named line of work.")
    MODEL_VERSION = strawberry.enum_value("ModelVersion", description="A result of a model.")
    DEPLOYMENT = strawberry.enum_value("Deployment", description="A place where versions serve.")
    APPLICATION = strawberry.enum_value("Application", description="A consumer of predictions.")


@strawberry.type(description="A piece of a text.")
class Piece:
    text: str = described("What it says, as it was recorded: not HTML, not Markdown.")
    hit: bool = described("Whether it is a word that was looked for.")


@strawberry.type(description="Where in a hit the words are.")
class Highlight:
    field: str = described(
        "What the text is: `name`, `label`, `ref`, `description`, `tags`, `owners`, "
        "`documentation` (a title or an address), `property.<key>`, or another field of the node."
    )
    pieces: list[Piece] = whole(
        "The text, or a fragment of a long one, in pieces: one after the other they are all of it."
    )


@strawberry.type(description="Something that was found.")
class SearchHit:
    score: int = described(
        "How well it fits: words in a name count more than in a ref, and those more than in a "
        "description; a whole word more than a beginning, and that more than a mistyped word. "
        "What others record does not change it."
    )
    node: Record = described("What was found.")
    highlights: list[Highlight] = whole("Where the words are, a few places at most.", highlights)


@strawberry.type(description="How many hits have a value.")
class Facet:
    value: str = described("The value.")
    count: int = described("How many hits.")


@strawberry.type(description="What the hits have in common: the values that most of them have.")
class Facets:
    kinds: list[Facet] = whole("Kinds, as `kind:` takes them.")
    namespaces: list[Facet] = whole("Namespaces, up to 20.")
    tags: list[Facet] = whole("Tags, up to 20.")
    owners: list[Facet] = whole("Owners, up to 20.")


@strawberry.type(description="What was found for a text.")
class Search:
    hits: list[SearchHit] = described("The page of hits, best first; the newest of equal ones.")
    total_count: int = described("How many hits, on all pages.")
    facets: Facets = whole("What all the hits have in common, on all pages.")
    complete: bool = described(
        f"Whether these are all; if not, more than {MOST_HITS:,} fit, and only the best of them "
        "are counted and listed."
    )
    page_info: PageInfo = described("Where the page is in the list.")


@strawberry.type(description="What somebody who types may mean.")
class Suggestion:
    ref: str = described("Its ref.")
    kind: RecordKind = described("Its kind.")


Text = Annotated[
    str,
    argument(
        "Words, all of which a hit has: whole, their beginnings, or mistyped; in quotes, exactly "
        "as they are and in that order. `tag:pii`, `owner:ada`, `kind:model`, `namespace:risk` "
        'say what a hit has, `tag:"personal data"` with a blank in it. `-` in front of any of it '
        "excludes."
    ),
]
Kinds = Annotated[list[RecordKind] | None, argument("Only these kinds.")]
InNamespace = Annotated[str | None, argument("Only what is in this namespace.")]


def asked(query: Query) -> Parameters:
    """Returns what the statements compare as it is."""
    return {
        "namespaces": query.values(Field.NAMESPACE, negated=False),
        "tags": _lower(query.values(Field.TAG, negated=False)),
        "owners": _lower(query.values(Field.OWNER, negated=False)),
        "notNamespaces": query.values(Field.NAMESPACE, negated=True),
        "notTags": _lower(query.values(Field.TAG, negated=True)),
        "notOwners": _lower(query.values(Field.OWNER, negated=True)),
    }


def named(kinds: Iterable[RecordKind] | None) -> list[str]:
    """Returns kinds as nodes say them."""
    return [str(kind.value) for kind in (RecordKind if kinds is None else kinds)]


def _lower(values: list[str]) -> list[str]:
    return [value.lower() for value in values]


@strawberry.type
class SearchQuery:
    @fetched(Search | None)
    def search(
        text: Text,
        kinds: Kinds = None,
        namespace: InNamespace = None,
        first: First = 20,
        after: After = None,
    ) -> Parameters:
        """Everything whose names, descriptions, tags, owners, properties or links have these words.

        Of a name such as `creditScorer_v2` each part is a word, and all of it is one. What was
        recorded is found at once. What is archived, or belongs to what is, is left out.
        """
        query = parse(text)
        if query.unsaid:
            raise InvalidInput(f"text: nothing stands after {query.unsaid}:", ("text",))
        if not query.words and not query.has:
            raise InvalidInput("text: there is no word in it", ("text",))
        query = query.within(namespace)
        return (
            asked(query)
            | page("score", first, after, int, ".*")
            | {
                "lucene": lucene.written(query, named(kinds)),
                "words": list(query.wanted),
                "most": MOST_HITS,
            }
        )

    @fetched(list[Suggestion])
    def suggest(
        text: Annotated[str, argument("What was typed so far.")],
        kinds: Kinds = None,
        namespace: InNamespace = None,
        first: First = 10,
    ) -> Parameters:
        """What somebody who types may mean, by names and refs; nothing for an empty text."""
        typed = parse(text)
        query = typed.within(namespace)
        return asked(query) | {
            "lucene": lucene.suggested(query, named(kinds)),
            "typed": clean(text).strip().lower(),
            "some": bool(typed.words or typed.has),
            "most": 10 * LARGEST_PAGE,
            "first": limit(first),
        }
