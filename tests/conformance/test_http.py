"""GraphQL over HTTP as the audits of the npm package graphql-http want it."""

import json

from tests.client.serving import server
from tests.conformance.node import FOLDER, run

__all__ = ["server"]

# How many there are in the version that the lock file names.
AUDITS = 61


class TestAudits:
    def test_all_pass_without_a_warning(self, server: str) -> None:
        found = json.loads(run(FOLDER / "audit.mjs", server))

        assert [each for each in found if each["status"] != "ok"] == []
        assert len(found) == AUDITS
