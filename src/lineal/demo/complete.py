"""What is told last, so that its presence says that the demo is complete."""

from lineal.client import Client

LAST = "operations/model-inventory"


def is_complete(client: Client) -> bool:
    """Returns whether the registry holds the whole demo."""
    return client.application(LAST) is not None
