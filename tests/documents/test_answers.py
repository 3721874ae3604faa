"""Any document is answered as if each field of each thing had been asked for alone.

The compiler makes one statement of a whole selection set, and a projection completes what that
fetches. Both are compared with the slow way: `stitched.py` asks for one field at a time, and the
generic executor of graphql-core puts the answers together; and with what the generic executor
completes of the same rows.
"""

import json
from collections.abc import Iterable
from inspect import isawaitable
from typing import Any

from graphql import ExecutionResult, parse
from hypothesis import given
from hypothesis import strategies as st

from lineal.context import Context
from lineal.kernel import errors
from lineal.kernel.documents import Document
from lineal.kernel.engine import Outcome
from lineal.kernel.executor import Executor
from lineal.kernel.plans import Row
from tests.documents.drawing import DEPTH, Drawing
from tests.documents.filled import Filled
from tests.documents.stitched import SCHEMA, Stitched
from tests.documents.values import Values
from tests.drawn import drawn

QUERY = SCHEMA.query_type
assert QUERY is not None
ROOTS = list(QUERY.fields)
# What asks for too much at once is refused, and no matter of these tests.
TOO_MUCH = {"TOO_COMPLEX", "LIMIT_EXCEEDED"}


class Generic(Executor):
    """Completes rows as graphql-core does it, without a projection."""

    def complete_value(
        self, return_type: Any, details: Any, info: Any, path: Any, result: Any, place: Any
    ) -> Any:
        value = result.value if isinstance(result, Row) else result
        return super().complete_value(return_type, details, info, path, value, place)


async def completed(made: Filled, text: str, variables: dict[str, Any]) -> ExecutionResult:
    """Returns what a valid document answers without a projection."""
    registry = made.registry
    context = Context(registry.graph, registry.actor, "request")
    document = Document(parse(text), tuple(variables))
    executor = Generic.of(registry.engine.graphql, document, variables, None, context)
    assert isinstance(executor, Generic), executor
    result = executor.execute_operation()
    if isawaitable(result):
        result = await result
    assert isinstance(result, ExecutionResult)
    return result


class TestDrawn:
    """Documents that are drawn from the schema."""

    @drawn(12)
    @given(data=st.data())
    async def test_is_answered_as_field_by_field(
        self, full: Filled, stitched: Stitched, cursors: list[str], data: st.DataObject
    ) -> None:
        drawing = Drawing(data, Values(full, cursors))
        names = data.draw(st.lists(st.sampled_from(ROOTS), min_size=1, max_size=2))
        text = drawing.text("query", " ".join(drawing.selected(QUERY, n, DEPTH) for n in names))
        outcome = await full.registry.execute(text, drawing.variables)
        refused = codes(outcome.errors or ())
        if TOO_MUCH & {code for each in refused.values() for code in each}:
            return
        generic = await completed(full, text, drawing.variables)
        alone = await stitched.answer(parse(text), drawing.variables)

        assert outcome.executed, outcome.errors
        assert json.dumps(outcome.data) == json.dumps(generic.data)
        assert outcome.errors == (
            [errors.of_field(each, "request") for each in generic.errors or ()] or None
        )
        self.compare(outcome, alone, may_be_refused=drawing.wrong)

    def compare(self, outcome: Outcome, alone: ExecutionResult, *, may_be_refused: bool) -> None:
        """Compares what is answered; a root field that is refused anywhere below is as a whole."""
        refused = codes(outcome.errors or ())
        wanted = codes([each.formatted for each in alone.errors or ()])

        if outcome.data is None or alone.data is None:
            # A root field that may not be null was refused: the others need not be answered.
            assert refused
            assert may_be_refused or wanted
            return

        assert wanted.keys() <= refused.keys()
        assert all(refused[root] <= wanted[root] for root in wanted)
        # An argument of what is not there is refused too, but not if it is asked for alone.
        assert may_be_refused or refused.keys() == wanted.keys()
        there = {name: value for name, value in outcome.data.items() if name not in refused}

        assert json.dumps(there) == json.dumps({name: alone.data[name] for name in there})


def codes(found: Iterable[Any]) -> dict[str, set[str]]:
    """Returns the codes of errors, by the root field below which they are."""
    by_root: dict[str, set[str]] = {}
    for each in found:
        by_root.setdefault(str(each["path"][0]), set()).add(each["extensions"]["code"])
    return by_root
