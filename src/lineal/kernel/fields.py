"""How a slice's schema declares what the compiler reads.

A plain annotation is a property of the node, or a file `cypher/<slice>/<Type>.<field>.cypher`
where there is one. `fetched` declares a field with arguments: its body turns them into the
parameters of that file, and is all the Python that such a field has. `whole` declares one whose
value, however deep, its node has already.
"""

from collections.abc import Callable
from typing import Annotated, Any

import strawberry

from lineal.kernel.scalars import Cursor

Parameters = dict[str, Any]

LARGEST_PAGE = 100
DEEPEST = 100


def described(description: str, **options: Any) -> Any:
    """Returns a field without arguments, described for GraphiQL."""
    return strawberry.field(description=description, **options)


def whole(description: str, make: Callable[[Any], Any] | None = None) -> Any:
    """Returns a field whose value comes with its node as it is, with all that is below it.

    Its keys are names of fields. `make` makes the value of what came, where Python has to.
    """
    return strawberry.field(description=description, metadata={"whole": make})


def fetched(type_: Any) -> Callable[[Callable[..., Parameters]], Any]:
    """Makes a function from arguments to Cypher parameters the field that they fetch.

    The function's docstring is the field's description.
    """

    def field(parameters: Callable[..., Parameters]) -> Any:
        return strawberry.field(
            resolver=parameters, graphql_type=type_, description=describe(parameters)
        )

    return field


def argument(description: str, **options: Any) -> Any:
    """Returns what annotates an argument, described for GraphiQL."""
    return strawberry.argument(description=description, **options)


def describe(function: Callable[..., Any]) -> str:
    """Returns a docstring as a description: without indentation, its lines joined."""
    paragraphs = (function.__doc__ or "").strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


First = Annotated[int, argument(f"How many at most, up to {LARGEST_PAGE}.")]
After = Annotated[
    Cursor | None, argument("Go on after this place: `pageInfo.endCursor` of the page before.")
]
