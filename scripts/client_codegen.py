"""Makes what ariadne-codegen generates the client that people want; see client.sh.

- A method returns what its operation is about, not a wrapper around it: `model("risk/scorer")` a
  `Model`, `create_model(…)` the new one. Refusals are raised by the transport.
- What is optional is None if it is absent; everything but the first argument is given by name.
- Lists of `{key, value}` are mappings.
"""

import ast
from collections.abc import Iterator
from typing import Any

from ariadne_codegen.plugins.base import Plugin  # type: ignore[import-not-found]
from ariadne_codegen.utils import str_to_snake_case  # type: ignore[import-not-found]
from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLNonNull,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
)

TRANSPORT = "lineal.client.transport"
VALUES = "lineal.client.values"
MAPPINGS = {
    "ParameterInput": "Parameters",
    "MetricInput": "Metrics",
    "StatisticInput": "Parameters",
    "ColumnInput": "NewColumns",
    "PackageInput": "Packages",
}
SELECTED = {"parameters": "Parameters", "metrics": "Metrics", "statistics": "Parameters"}
SELECTED |= {"columns": "ColumnTypes", "packages": "Packages", "seeds": "Parameters"}

# They are null only beside an error, and that is raised.
NEVER_ABSENT = {"impact", "lineage", "compareModelVersions", "search"}

Method = ast.FunctionDef | ast.AsyncFunctionDef


class ClientPlugin(Plugin):  # type: ignore[misc]
    """Rewrites the generated syntax trees."""

    def __init__(self, schema: Any, config_dict: dict[str, Any]) -> None:
        super().__init__(schema, config_dict)
        self._results: dict[str, ast.ClassDef] = {}
        self._imports: dict[str, set[str]] = {}

    def generate_input_field(
        self, field_implementation: ast.AnnAssign, *_: Any, **__: Any
    ) -> ast.AnnAssign:
        if mapping := _mapping(field_implementation.annotation):
            field_implementation.annotation = ast.Name(mapping)
            field_implementation.value = ast.parse("Field(default_factory=dict)", mode="eval").body
        elif isinstance(field_implementation.value, ast.Call):
            # By `alias` type checkers would know only that name, which may be no Python name.
            for keyword in [*field_implementation.value.keywords]:
                if keyword.arg == "alias":
                    keyword.arg = "validation_alias"
                    serialised = ast.keyword("serialization_alias", keyword.value)
                    field_implementation.value.keywords.append(serialised)
        return field_implementation

    def generate_inputs_module(self, module: ast.Module) -> ast.Module:
        return _importing(module, VALUES, set(MAPPINGS.values()))

    def generate_result_class(self, class_: ast.ClassDef, *_: Any, **__: Any) -> ast.ClassDef:
        self._results[class_.name] = class_
        return class_

    def generate_result_field(
        self, field_implementation: ast.AnnAssign, operation_definition: Any, field: FieldNode
    ) -> ast.AnnAssign:
        mapping = SELECTED.get(field.name.value)
        if mapping and field.selection_set and len(field.selection_set.selections) == 2:
            field_implementation.annotation = ast.Name(mapping)
        return field_implementation

    def generate_fragments_module(self, module: ast.Module, *_: Any, **__: Any) -> ast.Module:
        return _importing(module, VALUES, set(SELECTED.values()))

    def generate_arguments(self, arguments: ast.arguments, *_: Any, **__: Any) -> ast.arguments:
        this, *given = arguments.args
        for argument in given:
            argument.annotation = _argument(argument.annotation)
        first, rest = given[:1], given[1:]
        optional = len(arguments.defaults)
        required = len(given) - optional
        arguments.args = [this, *first]
        arguments.kwonlyargs = rest
        arguments.defaults = [] if required else [ast.Constant(None)]
        arguments.kw_defaults = [
            ast.Constant(None) if index >= required else None for index in range(1, len(given))
        ]
        arguments.kwarg = None
        return arguments

    def generate_client_method(
        self, method: Method, operation_definition: OperationDefinitionNode
    ) -> Method:
        name = method.name
        (root,) = operation_definition.selection_set.selections
        assert isinstance(root, FieldNode)
        assert root.selection_set
        call = _call(method)
        if operation_definition.operation is OperationType.MUTATION:
            call.func = ast.Attribute(ast.Name("self"), "_success")
            type_, result = self._succeeded(root.selection_set)
        else:
            call.func = ast.Attribute(ast.Name("self"), "_answer")
            type_, result = self._answered(name, root)
        method.returns = ast.parse(type_, mode="eval").body
        method.body[-1:] = ast.parse(f"return {result}").body
        _plain_variables(method)
        del method.body[-2]
        _assign(method, "data", _await(method, call))
        method.name = name.removeprefix("get_").removeprefix("list_")
        return method

    def generate_client_module(self, module: ast.Module) -> ast.Module:
        for node in module.body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("transport"):
                node.module, node.level = TRANSPORT, 0
        for source, names in self._imports.items():
            module.body.insert(0, _import(source, names, 1))
        return _importing(module, VALUES, {*MAPPINGS.values(), "pairs"})

    def _succeeded(self, selected: SelectionSetNode) -> tuple[str, str]:
        """Returns the type and the expression of what a mutation's success is about."""
        for selection in selected.selections:
            if isinstance(selection, FragmentSpreadNode) and selection.name.value != "Refused":
                fragment = self._fragment(selection)
                return fragment, f"{fragment}.model_validate(data)"
            if isinstance(selection, InlineFragmentNode):
                (field,) = selection.selection_set.selections
                assert isinstance(field, FieldNode)
                fragment = self._fragment(_only(field))
                row = f"data[{field.name.value!r}]"
                assert selection.type_condition
                success = self.schema.type_map[selection.type_condition.name.value]
                return _validated(fragment, row, success.fields[field.name.value].type)
        raise AssertionError("a mutation selects nothing of its success")

    def _answered(self, name: str, root: FieldNode) -> tuple[str, str]:
        """Returns the type and the expression of what a query asks for."""
        spread = _only(root)
        row = f"data[{root.name.value!r}]"
        assert self.schema.query_type
        if isinstance(spread, FragmentSpreadNode):
            fragment = self._fragment(spread)
            type_ = self.schema.query_type.fields[root.name.value].type
            if isinstance(type_, GraphQLNonNull) or root.name.value in NEVER_ABSENT:
                return _validated(fragment, row, type_)
            read = f"None if {row} is None else {fragment}.model_validate({row})"
            return f"Optional[{fragment}]", read
        wrapper = "".join(word.capitalize() for word in name.split("_"))
        (field,) = (each for each in self._results[wrapper].body if isinstance(each, ast.AnnAssign))
        annotation = _without_annotated(field.annotation)
        self._imports.setdefault(name, set()).update({wrapper, *_names(annotation, wrapper)})
        union = ast.unparse(annotation).replace("'", "").replace('"', "")
        return union, f"{wrapper}.model_validate(data).{str_to_snake_case(root.name.value)}"

    def _fragment(self, spread: Any) -> str:
        name = str(spread.name.value)
        self._imports.setdefault("fragments", set()).add(name)
        return name


def _validated(fragment: str, row: str, type_: Any) -> tuple[str, str]:
    """Returns the type and the expression of what is there: one fragment, or a list of them."""
    if "[" in str(type_):
        return f"list[{fragment}]", f"[{fragment}.model_validate(row) for row in {row}]"
    return fragment, f"{fragment}.model_validate({row})"


def _only(field: FieldNode) -> Any:
    """Returns the only selection of a field, but for the name of its type; else None."""
    assert field.selection_set
    selections = [
        each
        for each in field.selection_set.selections
        if not isinstance(each, FieldNode) or each.name.value != "__typename"
    ]
    return selections[0] if len(selections) == 1 else None


def _mapping(annotation: Any) -> str | None:
    """Returns the mapping that stands for a list of pairs, if the annotation is one."""
    text = ast.unparse(annotation).replace("'", "").replace('"', "")
    return next((to for of, to in MAPPINGS.items() if f"list[{of}]" in text), None)


def _argument(annotation: Any) -> ast.expr:
    """Returns `Optional[X]` for `Union[Optional[X], UnsetType]`, and mappings for pairs."""
    assert annotation is not None
    optional = isinstance(annotation, ast.Subscript) and "UnsetType" in ast.unparse(annotation)
    if mapping := _mapping(annotation):
        return ast.Name(f"Optional[{mapping}]" if optional else mapping)
    if optional:
        assert isinstance(annotation.slice, ast.Tuple)
        return annotation.slice.elts[0]
    assert isinstance(annotation, ast.expr)
    return annotation


def _plain_variables(method: Method) -> None:
    """Makes mappings the lists that the API wants, in the variables of a request."""
    arguments = (*method.args.args, *method.args.kwonlyargs)
    wanted = {
        each.arg: name
        for each in arguments
        if each.annotation and (name := _unwrapped(each.annotation)) in MAPPINGS.values()
    }
    for node in ast.walk(method):
        if isinstance(node, ast.Dict):
            node.values = [
                ast.Call(ast.Name("pairs"), [value, ast.Name(wanted[value.id])], [])
                if isinstance(value, ast.Name) and value.id in wanted
                else value
                for value in node.values
            ]


def _unwrapped(annotation: ast.expr) -> str:
    return ast.unparse(annotation).removeprefix("Optional[").removesuffix("]")


def _call(method: Method) -> ast.Call:
    """Returns the call that sends the request."""
    calls = (
        node
        for node in ast.walk(method)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "self.execute"
    )
    call = next(calls)
    kept = {keyword.arg: keyword.value for keyword in call.keywords}
    call.args, call.keywords = [kept["query"], kept["variables"]], []
    return call


def _await(method: Method, call: ast.Call) -> ast.expr:
    return ast.Await(call) if isinstance(method, ast.AsyncFunctionDef) else call


def _assign(method: Method, name: str, value: ast.expr) -> None:
    """Puts `name = value` in the place of the statement that sends the request."""
    assert isinstance(method.body[-2], ast.Assign)
    method.body[-2] = ast.Assign([ast.Name(name)], value)


def _without_annotated(annotation: Any) -> Any:
    class Bare(ast.NodeTransformer):
        def visit_Subscript(self, node: ast.Subscript) -> Any:
            self.generic_visit(node)
            if ast.unparse(node.value) == "Annotated":
                assert isinstance(node.slice, ast.Tuple)
                return node.slice.elts[0]
            return node

    return Bare().visit(ast.parse(ast.unparse(annotation), mode="eval").body)


def _names(annotation: Any, prefix: str) -> Iterator[str]:
    for node in ast.walk(annotation):
        name = node.value if isinstance(node, ast.Constant) else getattr(node, "id", None)
        if isinstance(name, str) and name.strip("'\"").startswith(prefix):
            yield name.strip("'\"")


def _import(source: str, names: set[str], level: int = 0) -> ast.ImportFrom:
    return ast.ImportFrom(source, [ast.alias(name) for name in sorted(names)], level)


def _importing(module: ast.Module, source: str, names: set[str]) -> ast.Module:
    module.body.insert(0, _import(source, names))
    return ast.fix_missing_locations(module)
