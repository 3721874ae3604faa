"""`lineal stats`"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lineal.cli.options import Json, Url, connect
from lineal.cli.output import console, count, facts, joined, print_json, print_table

if TYPE_CHECKING:
    from lineal.client import Stats

# How long ago, as people say it.
AGES = {
    "WEEK": "up to a week",
    "MONTH": "up to a month",
    "QUARTER": "up to three months",
    "YEAR": "up to a year",
    "OLDER": "older",
}


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
    of_kinds = {kind: [each for each in found.ages if each.kind == kind] for kind in _kinds(found)}
    ages = {
        f"{_words(kind)}s by age": _counts((AGES[each.age.value], each.count) for each in ages)
        for kind, ages in of_kinds.items()
    }
    return {
        "there are": _by_kind(found.kinds),
        "runs": _counts((_words(each.status), each.count) for each in found.runs),
        "deployments": joined(
            f"{each.count:,} in {each.environment}, of which {each.serving:,} serving"
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
    return joined(count(each.count, _words(each.kind)) for each in counts if each.count)


def _counts(pairs: Iterable[tuple[str, int]]) -> str:
    """Returns what there is any of, each after its number."""
    return joined(f"{number:,} {word}" for word, number in pairs if number)


def _words(value: Any) -> str:
    """Returns the name of an enum's member as people write it."""
    return str(value.value).lower().replace("_", " ")
