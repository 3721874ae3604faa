"""What can be set from outside, all through LINEAL_* environment variables."""

import difflib
import os
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

import platformdirs
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from lineal.kernel.documents import Public
from lineal.kernel.limits import Limits

PREFIX = "LINEAL_"

# Read by the client and by the tests, not by the server.
ELSEWHERE = ("LINEAL_URL", "LINEAL_TEST_")

# How browsers and clients on the same machine call it.
LOOPBACK = ("localhost", "127.0.0.1", "[::1]", "::1")

BOLT_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


class SettingsError(Exception):
    """A setting is wrong; the text is one line that names it and says what is allowed."""


def _bolt_uri(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in BOLT_SCHEMES or not parts.hostname:
        raise ValueError(f"allowed is an address like bolt://host:7687 ({', '.join(BOLT_SCHEMES)})")
    if parts.username or parts.password:
        raise ValueError(
            "give the user and password as LINEAL_NEO4J_USER and LINEAL_NEO4J_PASSWORD"
        )
    return value


def _folder(value: Path) -> Path:
    folder = value.expanduser().absolute()
    if folder.exists() and not folder.is_dir():
        raise ValueError("allowed is a folder; this is a file")
    return folder


def _names(value: object) -> object:
    """Returns the names in a text with commas between them."""
    if not isinstance(value, str):
        return value
    return tuple(name.strip().lower() for name in value.split(",") if name.strip())


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


Most = Annotated[int, Field(ge=1)]
Text = Annotated[str, BeforeValidator(_stripped), Field(min_length=1)]


class Settings(BaseSettings):
    """The settings of one process; `load` reads them and says clearly what is wrong."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    data: Annotated[Path, AfterValidator(_folder)] = Field(
        default_factory=lambda: platformdirs.user_data_path("lineal", appauthor=False),
        description="The folder that holds the embedded Neo4j's data, password and logs.",
    )
    host: Text = Field(default="127.0.0.1", description="The address to listen on.")
    port: int = Field(default=8000, ge=1, le=65535, description="The port to listen on.")
    workers: Most = Field(
        default=1, le=64, description="How many processes answer requests, over one database."
    )
    neo4j_uri: Annotated[str, AfterValidator(_bolt_uri)] | None = Field(
        default=None, description="Your own Neo4j; absent: an embedded one is started."
    )
    neo4j_user: Text = Field(default="neo4j", description="The user at your own Neo4j.")
    neo4j_password: SecretStr | None = Field(
        default=None, description="The password at your own Neo4j; absent: no authentication."
    )
    neo4j_database: Text = Field(default="neo4j", description="The database's name.")
    actor: Text = Field(
        default="anonymous", max_length=256, description="Who is recorded as having written."
    )
    deadline: float = Field(
        default=10.0, gt=0, le=3600, description="Seconds that one request may take."
    )

    introspection: bool = Field(
        default=True, description="Whether the schema may be asked for through the API."
    )
    suggestions: bool = Field(
        default=True, description="Whether errors suggest names of the schema that were meant."
    )
    graphiql: bool = Field(default=True, description="Whether browsers are shown GraphiQL.")
    require_preflight: bool = Field(
        default=False,
        description="Whether every query by GET needs a header `GraphQL-Require-Preflight`, which "
        "one from another site's page always does.",
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_names)] = Field(
        default=(),
        description="The names that the server is reached by, with commas between them; absent: "
        "any, but on the loopback `localhost` and its addresses.",
    )
    documents: Path | None = Field(
        default=None,
        description="A file or folder of documents that clients may ask for by their id.",
    )
    documents_only: bool = Field(
        default=False, description="Whether those documents are the only ones that are answered."
    )

    max_requests: Most = Field(
        default_factory=lambda: max(4, 2 * (os.cpu_count() or 1)),
        description="How many requests are worked on at once, by each worker; others wait a "
        "moment, or get a 503. Absent: two for each processor, at least 4.",
    )
    max_body: Most = Field(
        default=4_194_304, description="How many bytes the body of a request may have."
    )
    max_items: Most = Field(default=1_000, description="How many items one call may register.")
    max_tokens: Most = Field(
        default=Limits.tokens, description="How many tokens a document may have."
    )
    max_depth: Most = Field(
        default=Limits.depth, description="How many levels of fields a document may have."
    )
    max_root_fields: Most = Field(
        default=Limits.root_fields, description="How many root fields an operation may have."
    )
    max_fields: Most = Field(
        default=Limits.fields,
        description="How many fields an operation may have, with those of fragments wherever they "
        "are spread.",
    )
    max_aliases: Most = Field(
        default=Limits.aliases, description="How many aliases an operation may have, likewise."
    )
    max_directives: Most = Field(
        default=Limits.directives,
        description="How many directives an operation may have, likewise.",
    )
    max_nodes: Most = Field(
        default=Limits.nodes,
        description="How many nodes an operation may return, lists being as long as asked for.",
    )

    def limits(self) -> Limits:
        """Returns the limits of documents."""
        return Limits(**{each.name: getattr(self, f"max_{each.name}") for each in fields(Limits)})

    def public(self) -> Public:
        """Returns what strangers may learn of the schema."""
        return Public(introspection=self.introspection, suggestions=self.suggestions)

    def hosts(self) -> tuple[str, ...]:
        """Returns the names that the server answers to; none: any name."""
        return self.allowed_hosts or (LOOPBACK if self.host in LOOPBACK else ())

    @model_validator(mode="after")
    def _only_needs_documents(self) -> Self:
        if self.documents_only and self.documents is None:
            raise ValueError(
                "LINEAL_DOCUMENTS_ONLY is set but LINEAL_DOCUMENTS is not: set both, or neither"
            )
        return self

    @model_validator(mode="after")
    def _password_needs_uri(self) -> Self:
        if self.neo4j_password is not None and self.neo4j_uri is None:
            raise ValueError(
                "LINEAL_NEO4J_PASSWORD is set but LINEAL_NEO4J_URI is not: "
                "set both for your own Neo4j, or neither for the embedded one"
            )
        return self


ALLOWED = {
    "data": "the path of a folder",
    "port": "a whole number from 1 to 65535",
    "workers": "a whole number from 1 to 64",
    "actor": "a name of 1 to 256 characters",
    "deadline": "a number of seconds, more than 0 and at most 3600",
}


def load() -> Settings:
    """Returns the settings that the environment asks for, or raises SettingsError."""
    _refuse_unknown(os.environ)
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_one_line(error)) from None


def _refuse_unknown(environment: Iterable[str]) -> None:
    """Raises SettingsError for a LINEAL_* name that means nothing: a typo is a wrong setting."""
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    for name in sorted(environment):
        if not name.upper().startswith(PREFIX) or name.startswith(ELSEWHERE):
            continue
        if name.upper() in known:
            continue
        close = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]}?" if close else f"allowed are {', '.join(known)}"
        raise SettingsError(f"{name} is not a setting: {hint}")


def _one_line(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    reason = str(first["msg"]).removeprefix("Value error, ")
    if not first["loc"]:
        return reason
    name = str(first["loc"][0])
    if first["type"] != "value_error":
        reason = f"allowed is {_allowed(name)}"
    given = str(first["input"])
    secret = name == "neo4j_password" or "@" in given
    return f"{PREFIX}{name.upper()}{'' if secret else '=' + given}: {reason}"


def _allowed(name: str) -> str:
    if name.startswith("max_"):
        return "a whole number, 1 or more"
    if Settings.model_fields[name].annotation is bool:
        return "true or false"
    return ALLOWED.get(name, "a text that is not empty")
