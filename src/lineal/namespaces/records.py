"""A namespace, before it is made."""

from pydantic import field_validator

from lineal.kernel import refs
from lineal.kernel.inputs import Name, NewNamed, Revision


class NewNamespace(NewNamed, Revision):
    """A namespace to be made."""

    name: Name

    @field_validator("name")
    @classmethod
    def _is_no_id(cls, name: str) -> str:
        if refs.parse(name).form is not refs.Form.NAMESPACE:
            raise ValueError(f"{name} reads as an id: nobody could call the namespace by its name")
        return name
