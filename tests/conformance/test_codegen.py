"""A TypeScript client that graphql-codegen makes of the schema: it compiles, and it works."""

import json
from datetime import UTC, datetime
from pathlib import Path

from tests.asking import unique
from tests.client.serving import server
from tests.conformance.node import FOLDER, TYPESCRIPT, run

__all__ = ["server"]

STRICT = ("--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes")
FOR = ("--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", "--types", "")


class TestGraphqlCodegen:
    def test_a_client_of_it_compiles_and_works(self, server: str, tmp_path: Path) -> None:
        run(FOLDER / "codegen.mjs", str(tmp_path))
        run(TYPESCRIPT, *STRICT, *FOR, str(tmp_path / "ask.ts"))

        told = json.loads(run(tmp_path / "ask.js", server, unique("ts")))

        assert told == {
            "refused": "ALREADY_EXISTS",
            "number": 1,
            "year": str(datetime.now(UTC).year),
            "parameters": [{"key": "C", "value": 0.3}],
            "owners": ["team:ts"],
        }
