"""Documents that clients name by their id, and whether any other is answered.

An id is `sha256:` and the digest of a document's text, as the appendix on persisted documents to
GraphQL over HTTP has it (https://github.com/graphql/graphql-over-http/pull/264).
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson
from graphql import DocumentNode, GraphQLError, parse, print_ast
from graphql.utilities import separate_operations

from lineal.http.body import GraphQLRequest
from lineal.http.refused import Refused
from lineal.kernel.engine import Engine

PREFIX = "sha256:"
SOURCES = (".graphql", ".gql")


class DocumentsError(Exception):
    """A file has no documents to register; the text is one line that names it and says why."""


class Persisted:
    """The documents that are registered, and whether they are the `only` ones to be answered."""

    def __init__(self, texts: Mapping[str, str], *, only: bool, most_tokens: int) -> None:
        self._texts = texts
        self._only = only
        self._most_tokens = most_tokens
        self._alike = {canonical(parse(text)) for text in texts.values()} if only else set()

    def text(self, asked: GraphQLRequest) -> str:
        """Returns the text of the document that is asked for, or raises Refused (403 or 404)."""
        if asked.document_id is not None:
            text = self._texts.get(asked.document_id)
            if text is None:
                message = f"No document {asked.document_id!r:.100} is registered here"
                raise Refused(404, message, code="DOCUMENT_NOT_FOUND")
            return text
        assert asked.query is not None
        if self._only and not self._knows(asked.query):
            message = "Only documents that are registered here are answered (LINEAL_DOCUMENTS)"
            raise Refused(403, message, code="DOCUMENT_NOT_REGISTERED")
        return asked.query

    def _knows(self, text: str) -> bool:
        if id_of(text) in self._texts:
            return True
        try:
            return canonical(parse(text, max_lexical_tokens=self._most_tokens)) in self._alike
        except (GraphQLError, RecursionError):
            return False


def id_of(text: str) -> str:
    """Returns the id of a document."""
    return PREFIX + hashlib.sha256(text.encode()).hexdigest()


def canonical(document: DocumentNode) -> str:
    """Returns a text that documents have in common which differ in layout and order alone."""
    return "\n\n".join(sorted(print_ast(each) for each in document.definitions))


def read(paths: Iterable[Path]) -> dict[str, str]:
    """Returns the texts of documents by their ids; raises DocumentsError.

    A path is a manifest ({id: text} in JSON, or that of Apollo), a file of operations and fragments
    in GraphQL, or a folder of both. A fragment may stand in another file than what spreads it.
    """
    files = [file for path in paths for file in _files(path)]
    sources = [file for file in files if file.suffix in SOURCES]
    found = _from_sources(sources) if sources else {}
    for file in files:
        if file.suffix not in SOURCES:
            found |= _from_manifest(file)
    return found


def checked(texts: Mapping[str, str], engine: Engine) -> Mapping[str, str]:
    """Returns documents that are valid, or raises DocumentsError."""
    for id_, text in texts.items():
        if problem := engine.problem(text):
            first = text.strip().partition("\n")[0]
            raise DocumentsError(f"{first.rstrip(' {(')} ({id_}): {problem}")
    return texts


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(each for each in path.rglob("*") if each.suffix in (*SOURCES, ".json"))
    if not files:
        raise DocumentsError(f"{path}: there is no file in it that ends in .graphql or .json")
    return files


def _from_sources(files: list[Path]) -> dict[str, str]:
    definitions = [each for file in files for each in _parsed(file).definitions]
    document = DocumentNode(definitions=tuple(definitions))
    texts = [print_ast(each) for each in separate_operations(document).values()]
    return {id_of(text): text for text in texts}


def _parsed(file: Path) -> DocumentNode:
    try:
        return parse(_content(file))
    except GraphQLError as error:
        line = error.locations[0].line if error.locations else 1
        raise DocumentsError(f"{file}:{line}: {error.message}") from None


def _from_manifest(file: Path) -> dict[str, str]:
    try:
        given = orjson.loads(_content(file))
    except orjson.JSONDecodeError as error:
        raise DocumentsError(f"{file}: this is not JSON: {error}") from None
    texts = _listed(given)
    if texts is None:
        raise DocumentsError(f'{file}: allowed is an object such as {{"{PREFIX}…": "query …"}}')
    for id_, text in texts.items():
        if id_ != id_of(text):
            raise DocumentsError(f"{file}: {id_} is not the id of its text, that is {id_of(text)}")
    return texts


def _listed(given: Any) -> dict[str, str] | None:
    """Returns the texts of a manifest by their ids, which may lack the prefix; None: it is none."""
    if isinstance(given, dict) and isinstance(given.get("operations"), list):
        given = {each.get("id"): each.get("body") for each in given["operations"]}
    if not isinstance(given, dict) or not all(isinstance(each, str) for each in given.values()):
        return None
    return {PREFIX + str(id_).removeprefix(PREFIX): text for id_, text in given.items()}


def _content(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentsError(f"{file}: {getattr(error, 'strerror', None) or error}") from None
