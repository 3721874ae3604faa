"""The address to listen on, had before anything else is started."""

import os
import socket


class CannotListen(Exception):
    """The address cannot be had; the text is one line that says why and what to set."""


def listen(host: str, port: int) -> socket.socket:
    """Returns a listening socket, so that nobody takes the port from now on.

    Raises CannotListen.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise CannotListen(f"LINEAL_HOST={host}: {error.strerror or error}") from None
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        listener.close()
        raise CannotListen(
            f"Cannot listen on {host} port {port} ({error.strerror}): "
            "stop what listens there, or set LINEAL_PORT or LINEAL_HOST to another"
        ) from None
    return listener


def url(host: str, port: int) -> str:
    """Returns where a browser on this machine finds the API."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/graphql"
