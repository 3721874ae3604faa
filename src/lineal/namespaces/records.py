"""A namespace, before it is made."""

from lineal.kernel.inputs import Name, NewNamed


class NewNamespace(NewNamed):
    """A namespace to be made."""

    name: Name
