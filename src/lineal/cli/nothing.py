"""What is said where nothing is listed: a name that was mistyped looks like an empty list."""

from lineal.cli.kinds import Kind


def nothing(kind: Kind, filtered: bool) -> str:
    """Returns what is said of a list in which nothing is."""
    things = kind.value.replace("-", " ")
    return f"Nothing was found: there are no {things}{' as asked for' if filtered else ''}"
