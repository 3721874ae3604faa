"""`lineal stats`"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lineal.cli.options import Json, Url, connect
from lineal.cli.output import console, facts, print_json, print_table

if TYPE_CHECKING:
    from lineal.client import Stats


def stats(
    namespace: Annotated[str | None, typer.Option(help="Only of this namespace.")] = None,
    json: Json = False,
    url: Url = None,
) -> None:
    """Count what there is, and what is missing of it: owners, documentation.

    Examples:

        lineal stats

        lineal stats --namespace risk --json

    Exits with 0 when done, 1 when it failed or there is no such namespace, 2 when called in a wrong
    way.
    """
    with connect(url) as client:
        found = client.stats(namespace)
    if json:
        print_json(found)
    if found is None:
        raise SystemExit(f"There is no namespace {namespace}")
    if not json:
        print_table(console(), facts(_rows(found)))


def _rows(found: "Stats") -> dict[str, str]:
    versions = {kind: [each for each in found.ages if each.kind == kind] for kind in _kinds(found)}
    ages = {
        f"age of {_words(kind)}s": _counts((_words(each.age), each.count) for each in of_kind)
        for kind, of_kind in versions.items()
    }
    return {
        "there are": _by_kind(found.kinds),
        "runs": _counts((_words(each.status), each.count) for each in found.runs),
        "deployments": _counts(
            (f"{each.environment} (serving {each.serving})", each.count)
            for each in found.environments
        ),
        "aliases": _counts((each.alias, each.count) for each in found.aliases),
        **ages,
        "without owner": _by_kind(found.without_owner) or "none",
        "without documentation": _by_kind(found.without_documentation) or "none",
        "archived": _by_kind(found.archived),
    }


def _kinds(found: "Stats") -> list[Any]:
    return list(dict.fromkeys(each.kind for each in found.ages))


def _by_kind(counts: Iterable[Any]) -> str:
    return _counts((_words(each.kind), each.count) for each in counts)


def _counts(pairs: Iterable[tuple[str, int]]) -> str:
    """Returns what there is any of, each with its number."""
    return ", ".join(f"{word} {number:,}" for word, number in pairs if number)


def _words(value: Any) -> str:
    """Returns the name of an enum's member as people write it."""
    return str(value.value).lower().replace("_", " ")
