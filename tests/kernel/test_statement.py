"""Parameters of statements, without a database."""

from tests.kernel.planned import plan


class TestParameters:
    def test_each_field_has_its_own_parameters(self) -> None:
        statement = plan(
            '{ model(ref: "a/b") { a: versions(first: 1) { nodes { id } }'
            " b: versions(first: 2) { nodes { id } } } }"
        ).statement

        assert len({call.name for call in statement.calls}) == 3

    def test_what_a_shared_fragment_selects_adds_up(self) -> None:
        statement = plan(
            """
            { model(ref: "a/b") {
              a: latestVersion { ...F upstream { totalCount } }
              versions(first: 1) { nodes { ...F } }
            } }
            fragment F on ModelVersion { upstream { nodes { distance } } }
            """
        ).statement

        (constants,) = statement.constants.values()
        assert constants["selected"] == ["nodes", "nodes.distance", "totalCount"]
