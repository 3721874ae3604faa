"""The statements that one would write by hand, one file each."""

from pathlib import Path

from lineal.kernel import queries

FOLDER = Path(__file__).parent


def statement(name: str) -> str:
    """Returns a statement, with the fragments of Lineal's that it includes."""
    words = queries.query("search/words").text
    return (FOLDER / f"{name}.cypher").read_text().replace("// include search/words", words)


def statements() -> dict[str, str]:
    """Returns all of them by name."""
    return {each.stem: statement(each.stem) for each in FOLDER.glob("*.cypher")}
