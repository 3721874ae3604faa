"""Arguments arrive as they are declared: names of Python, inputs as objects of their classes.

graphql-core makes them so while it coerces what a client sent, once its schema is told how.
"""

from collections.abc import Callable
from dataclasses import MISSING
from typing import Any

from graphql import GraphQLField, GraphQLInputObjectType, GraphQLObjectType, GraphQLSchema
from strawberry.types.base import StrawberryObjectDefinition

# Under what Strawberry keeps its declaration of a part of the schema.
DEFINITION = "strawberry-definition"


def as_declared(schema: GraphQLSchema) -> None:
    """Tells a schema's inputs and arguments what Strawberry's declarations are called and make."""
    for type_ in schema.type_map.values():
        if isinstance(type_, GraphQLInputObjectType) and DEFINITION in type_.extensions:
            type_.out_type = _maker(type_.extensions[DEFINITION])  # type: ignore[method-assign,assignment]
            _name(type_.fields.values())
        elif isinstance(type_, GraphQLObjectType):
            for definition in type_.fields.values():
                _name(definition.args.values())


def declared(definition: GraphQLField) -> Callable[..., Any]:
    """Returns the function that declares a field with arguments."""
    found: Callable[..., Any] = definition.extensions[DEFINITION].base_resolver.wrapped_func
    return found


def _name(all_: Any) -> None:
    """Names arguments, or fields of an input, as Python does."""
    for each in all_:
        if DEFINITION in each.extensions:
            each.out_name = each.extensions[DEFINITION].python_name


def _maker(input_: StrawberryObjectDefinition) -> Callable[[dict[str, Any]], Any]:
    """Returns what makes an input of its fields; those without a default are null if not given."""
    make = input_.origin
    empty = {
        field.python_name: None
        for field in input_.fields
        if field.default is MISSING and field.default_factory is MISSING
    }
    return lambda given: make(**{**empty, **given})
