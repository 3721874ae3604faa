"""`lineal open`"""

import json
import webbrowser
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlencode, urlsplit

import typer

from lineal.cli.options import Url, connect, say
from lineal.cli.output import tell

if TYPE_CHECKING:
    from lineal.client import Client

# What there is to see of a kind first.
SELECTIONS = {
    "Namespace": "name owners models { nodes { ref } } deployments { nodes { ref environment } }",
    "Dataset": "ref owners latestVersion { ref } versions(first: 10) { nodes { ref createdAt } }",
    "DatasetVersion": "ref uri digest columns { name type } consumedBy { nodes { id name } }",
    "Column": "ref description tags",
    "Experiment": "ref description tags",
    "Run": "name status source { repository commit } parameters { key value } "
    "metrics { key value } inputs { role node { ref } } outputs { ref }",
    "Model": "ref owners aliases { name version { ref } } "
    "versions(first: 10) { nodes { ref metrics { key value } } }",
    "ModelVersion": "ref metrics { key value } parameters { key value } "
    "bases { how version { ref } } deployments { nodes { ref environment } } "
    "reproduction { missing { message } }",
    "Deployment": "ref environment owners versions { version { ref } weight since }",
    "Application": "ref owners deployments { nodes { ref environment } }",
}


def open_(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Any ref, or an id.")],
    print_: Annotated[
        bool, typer.Option("--print", help="Print the address, and open nothing.")
    ] = False,
    url: Url = None,
) -> None:
    """Open the browser at GraphiQL, with a query for what a ref names.

    Examples:

        lineal open risk/credit-scorer@champion

        lineal open risk/customers#2026-11 --print

    Exits with 0 when done, 1 when there is no such thing or it failed, 2 when called in a wrong
    way.
    """
    with connect(url) as client:
        address = _address(client, ref)
    if address is None:
        say(f"There is nothing named {ref}")
        raise typer.Exit(1)
    if print_ or not webbrowser.open(address):
        tell(address)


def _address(client: "Client", ref: str) -> str | None:
    """Returns the address of GraphiQL with a query for a node, or None if there is none."""
    node = client.node(ref)
    if node is None:
        return None
    given = urlencode({"query": query(node.typename__, ref)})
    return urlsplit(client.url)._replace(query=given, fragment="").geturl()


def query(kind: str, ref: str) -> str:
    """Returns a query for what a ref names, of a kind that is known."""
    # A text of JSON is one of GraphQL.
    text = json.dumps(ref, ensure_ascii=False)
    fields = f"\n    ... on {kind} {{ {SELECTIONS[kind]} }}" if kind in SELECTIONS else ""
    return f"{{\n  node(id: {text}) {{\n    id{fields}\n  }}\n}}\n"
