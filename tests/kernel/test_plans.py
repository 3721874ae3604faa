"""Plans, bound to the arguments of a request."""

import pytest

from tests.kernel.planned import bind, plan


class TestBind:
    @pytest.mark.parametrize(("depth", "bound"), [(0, 2), (3, 4), (6, 11), (20, 21), (100, 101)])
    def test_the_depth_is_a_number_of_the_statement(self, depth: int, bound: int) -> None:
        document = f'{{ lineage(of: ["a/b"], maxDepth: {depth}) {{ totalCount }} }}'

        statement, _ = bind(plan(document), document)

        assert f"*0..{bound}" in statement

    def test_one_plan_serves_all_values_of_a_variable(self) -> None:
        document = "query ($ref: Ref!) { model(ref: $ref) { name } }"
        found = plan(document, ref="a/b")

        statement, parameters = bind(found, document, ref="c/d")

        assert statement == bind(found, document, ref="a/b")[0]
        assert [given["ref"]["text"] for given in parameters.values()] == ["c/d"]
