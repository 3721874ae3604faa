from tests.client.serving import server

__all__ = ["server"]
