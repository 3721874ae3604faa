"""Draws arguments to which a filled registry has an answer, and now and then one it refuses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLInputObjectType,
    GraphQLList,
    get_named_type,
    is_required_input_field,
)
from hypothesis import strategies as st

from tests.documents.drawing import Drawing, Word
from tests.documents.filled import DIGEST, Filled

KEYS = ("auc", "loss", "seed", "solver", "costCentre", "priority", "critical", "reviewed", "mean")
TEXTS = (
    *("credit", "ada", "team-risk", "champion", "candidate", "production", "staging", "holdout"),
    *("sklearn", "kserve", "service", "income", "int", "classification", "second", "a", DIGEST),
)
QUERIES = ("credit", "scor", "clean", "scorer api", "kind:model", "income", '"risk"', "nothing")
# What is refused where a list is asked for.
NO_PAGE = (0, 101)
NO_DEPTH = (-1, 101)


@dataclass(frozen=True)
class Values:
    """Draws the values of a filled registry."""

    made: Filled
    cursors: Sequence[str]

    def __call__(self, drawing: Drawing, name: str, type_: Any) -> Any:
        named = get_named_type(type_)
        if isinstance(named, GraphQLInputObjectType):
            return self._object(drawing, named)
        if isinstance(type_, GraphQLList):
            size = drawing.data.draw(st.integers(2 if name == "versions" else 1, 3))
            return [self._leaf(drawing, name, named.name) for _ in range(size)]
        return self._leaf(drawing, name, named.name)

    def _leaf(self, drawing: Drawing, name: str, type_: str) -> Any:
        if type_ in ("Ref", "ID"):
            return self._ref(drawing, name)
        if type_ == "Cursor":
            return self._cursor(drawing)
        if type_ == "DateTime":
            return drawing.one_of([*self.made.moments, "2026-03-03T12:30:00+02:00"])
        if type_ in ("Int", "Long"):
            return self._number(drawing, name)
        if type_ == "Float":
            return drawing.one_of([0.5, 0.9, 0.8, 3])
        if type_ == "Value":
            return drawing.one_of(["C-1", 3, True, 7, 0.9, "lbfgs"])
        if type_ == "Boolean":
            return drawing.one_of([True, False])
        return self._text(drawing, name)

    def _text(self, drawing: Drawing, name: str) -> str:
        if name == "namespace":
            return self.made.registry.namespace
        if name == "text":
            return str(drawing.one_of(QUERIES))
        return str(drawing.one_of(KEYS if name in ("key", "keys") else TEXTS))

    def _number(self, drawing: Drawing, name: str) -> int:
        if name in ("first", "maxDepth") and drawing.chance(40):
            drawing.wrong = True
            return int(drawing.one_of(NO_PAGE if name == "first" else NO_DEPTH))
        return int(drawing.data.draw(st.integers(1, 4)))

    def _cursor(self, drawing: Drawing) -> str:
        # Most are those of other lists.
        drawing.wrong = True
        return str(drawing.one_of(self.cursors))

    def _ref(self, drawing: Drawing, name: str) -> str:
        refs, odd = self.made.refs, drawing.data.draw(st.integers(0, 29))
        if odd < 3:
            drawing.wrong = True
            return (self.made.ref("nothing"), "no ref", self.made.registry.namespace)[odd]
        if odd < 9:
            return str(drawing.one_of(drawing.one_of(self.made.ids.values())))
        kinds = self._kinds(drawing, name) or list(refs)
        return str(drawing.one_of(refs[drawing.one_of(kinds)]))

    def _kinds(self, drawing: Drawing, name: str) -> list[str]:
        """Returns the kinds of what a ref may name, as far as that is plain."""
        assert drawing.asked is not None
        answers = get_named_type(drawing.asked.type).name
        if name in ("of", "from", "to"):
            return ["DatasetVersion", "Run", "ModelVersion", "Deployment", "Column", "Application"]
        if name == "versions":
            return ["ModelVersion"]
        if name == "ref" and answers in self.made.refs:
            return [answers]
        return []

    def _object(self, drawing: Drawing, type_: GraphQLInputObjectType) -> dict[str, Any]:
        if type_.name.endswith("Where"):
            return self._own(type_) | self._some(drawing, type_)
        if type_.name.endswith("Order"):
            return self._order(drawing, type_)
        if type_.name.endswith("Filter"):
            return self._filter(drawing, type_)
        return self._some(drawing, type_)

    def _own(self, type_: GraphQLInputObjectType) -> dict[str, Any]:
        """Returns what keeps a list to what this registry has."""
        own = {"eq": self.made.registry.namespace}
        return {"namespace": own} if "namespace" in type_.fields else {"tag": own}

    def _some(self, drawing: Drawing, type_: GraphQLInputObjectType) -> dict[str, Any]:
        """Draws a few of the fields of an input."""
        names = [name for name in type_.fields if name not in ("namespace", "tag")]
        few = drawing.data.draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
        return {name: drawing.value(name, type_.fields[name].type) for name in few}

    def _filter(self, drawing: Drawing, type_: GraphQLInputObjectType) -> dict[str, Any]:
        """Draws what a filter needs, and one thing more."""
        needed = [name for name, each in type_.fields.items() if is_required_input_field(each)]
        more = drawing.one_of([name for name in type_.fields if name not in needed])
        return {name: drawing.value(name, type_.fields[name].type) for name in (*needed, more)}

    def _order(self, drawing: Drawing, type_: GraphQLInputObjectType) -> dict[str, Any]:
        field = Word(drawing.one_of(get_named_type(type_.fields["field"].type).values))
        order: dict[str, Any] = {"field": field, "direction": Word(drawing.one_of(("ASC", "DESC")))}
        keyed = field in ("PROPERTY", "METRIC", "PARAMETER", "STATISTIC")
        if drawing.chance(30):
            drawing.wrong, keyed = True, not keyed
        return order | ({"key": drawing.one_of(KEYS)} if keyed else {})
