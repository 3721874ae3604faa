"""A TCP proxy before the database, which can hang, or be gone, as networks and servers do."""

import asyncio
from contextlib import suppress
from typing import Self
from urllib.parse import urlsplit


class Proxy:
    """Forwards to one address until told otherwise; `async with` opens and closes it."""

    def __init__(self, uri: str) -> None:
        parts = urlsplit(uri)
        self._target = (parts.hostname, parts.port)
        self._open = asyncio.Event()
        self._open.set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self.connections = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.vanish()

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def hang(self) -> None:
        """From now on nothing is forwarded, and no connection is closed."""
        self._open.clear()

    def go_on(self) -> None:
        """Forwards what was held back."""
        self._open.set()

    def break_connections(self) -> None:
        """Closes every connection; new ones are accepted."""
        for writer in self._writers:
            writer.transport.abort()

    async def vanish(self) -> None:
        """Closes everything; new connections are refused."""
        self._server.close()
        self.break_connections()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with suppress(OSError):
            there, back = await asyncio.open_connection(*self._target)
            self._writers |= {writer, back}
            for source, sink in ((reader, back), (there, writer)):
                task = asyncio.create_task(self._forward(source, sink))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _forward(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await source.read(1 << 16):
                await self._open.wait()
                sink.write(data)
                await sink.drain()
        sink.close()
