"""Plans, bound to the arguments of a request."""

import pytest

from tests.kernel.planned import executor, plan


class TestBind:
    @pytest.mark.parametrize(("depth", "bound"), [(0, 2), (3, 4), (6, 11), (20, 21), (100, 101)])
    def test_the_depth_is_a_number_of_the_statement(self, depth: int, bound: int) -> None:
        document = f'{{ lineage(of: ["a/b"], maxDepth: {depth}) {{ totalCount }} }}'

        statement, _ = plan(document).bind(executor(document).variable_values)

        assert f"*0..{bound}" in statement

    def test_one_plan_serves_all_values_of_a_variable(self) -> None:
        document = "query ($ref: Ref!) { model(ref: $ref) { name } }"
        found = plan(document, ref="a/b")

        statement, parameters = found.bind(executor(document, ref="c/d").variable_values)

        assert statement == found.bind(executor(document, ref="a/b").variable_values)[0]
        assert [given["ref"]["text"] for given in parameters.values()] == ["c/d"]
