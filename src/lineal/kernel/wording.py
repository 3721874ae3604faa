"""What pydantic finds wrong, in words of our own: they are the API's, whatever library checks."""

from collections.abc import Mapping, Sized
from typing import Any

# By pydantic's types of errors (https://docs.pydantic.dev/latest/errors/validation_errors/), with
# what it knows of each; `given` is what was given, and `size` of how many parts that is.
_WORDS = {
    "too_long": "give at most {max_length:,}, not {size:,}",
    "too_short": "give at least {min_length:,}, not {size:,}",
    "string_too_long": "at most {max_length:,} characters, not {size:,}",
    # No text has a least length but 1, and blanks around it do not count.
    "string_too_short": "must not be empty",
    "greater_than": "{given} is not more than {gt:g}",
    "greater_than_equal": "{given} is less than {ge:g}",
    "less_than": "{given} is not less than {lt:g}",
    "less_than_equal": "{given} is more than {le:g}",
    "missing": "must be given",
    "extra_forbidden": "is not known here",
    "finite_number": "{given} is not a finite number",
    "enum": "{given} is not {expected}",
    "literal_error": "{given} is not {expected}",
    **dict.fromkeys(("string_type", "string_sub_type"), "{given} is not a text"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "{given} is neither true nor false"),
    **dict.fromkeys(("float_type", "float_parsing"), "{given} is not a number"),
    **dict.fromkeys(
        ("int_type", "int_parsing", "int_from_float", "int_parsing_size"),
        "{given} is not a whole number",
    ),
    **dict.fromkeys(
        (
            *("datetime_type", "datetime_parsing", "datetime_from_date_parsing"),
            *("datetime_object_invalid", "timezone_aware"),
        ),
        "{given} is not a time with a zone, such as 2026-03-03T12:00:00Z",
    ),
    **dict.fromkeys(("list_type", "iterable_type"), "{given} is not a list"),
    **dict.fromkeys(
        ("dict_type", "mapping_type", "model_type", "model_attributes_type"),
        "{given} has no keys and values",
    ),
}
# How much is told of what was given.
_MOST = 80


def worded(error: Mapping[str, Any]) -> str:
    """Returns what is wrong, of one of a ValidationError's `errors()`."""
    told = str(error["msg"]).removeprefix("Value error, ")
    words = _WORDS.get(error["type"])
    if words is None:
        return told
    given = error["input"]
    size = len(given) if isinstance(given, Sized) else 0
    return words.format(**error.get("ctx", {}), given=repr(given)[:_MOST], size=size)
