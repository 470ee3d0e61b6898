"""A real IPP printer process (ippeveprinter) with a mechanism that follows a plan.

Fixtures: `card_printer` is one that prints well; `start_card_printer` starts others. The process
wants a D-Bus even with DNS-SD off, so it gets a private one; nothing else of the test sees it.
"""

import hashlib
import json
import os
import re
import select
import shlex
import signal
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.printer.relay import Relay

HERE = Path(__file__).parent
PATIENCE = 20  # seconds; only a broken test waits that long

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/><allow user="*"/>
</policy></busconfig>
"""

StartCardPrinter = Callable[..., "CardPrinterProcess"]
MakeRelay = Callable[..., Relay]


class CardPrinterProcess:
    """One printer process; `attributes` replaces lines of card-printer.conf (None: drops them).

    It keeps the documents that it received, for `documents`, unless it is told not to.
    """

    def __init__(
        self,
        folder: Path,
        bus: str,
        attributes: Mapping[str, str | None] | None = None,
        *,
        keep: bool = True,
    ) -> None:
        self._folder = folder
        self._bus = bus
        self._keep = ["-k"] if keep else []
        self.spool = folder / "spool"
        self.spool.mkdir(parents=True)
        (folder / "keys").mkdir()
        self._plan = folder / "plan.json"
        self._gate = folder / "gate"
        os.mkfifo(self._gate)
        (folder / "printer.conf").write_text(_configuration(attributes or {}))
        _write_command(folder / "mechanism", self._plan, folder / "events", self._gate)
        self._events: list[dict[str, Any]] = []
        self._news = threading.Condition()
        self._channel = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._channel.bind(str(folder / "events"))
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.plan()
        self._process = self._start()

    @property
    def uri(self) -> str:
        return f"ipp://localhost:{self.port}/ipp/print"

    @property
    def secure_uri(self) -> str:
        """The URI of the same printer over TLS, with the certificate that it shows now."""
        return f"ipps://localhost:{self.port}/ipp/print?pin=sha256-{self.pin.hex()}"

    @property
    def pin(self) -> bytes:
        """The SHA-256 of the certificate that it shows now; it makes one if it has none."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with context.wrap_socket(socket.socket(fileno=self.connect())) as line:
            shown = line.getpeercert(binary_form=True)
        assert shown is not None
        return hashlib.sha256(shown).digest()

    def change_certificate(self) -> None:
        """Let it start anew with another certificate, as another printer in its place would."""
        self.switch_off()
        for file in (self._folder / "keys").iterdir():
            file.unlink()
        self.switch_on()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def cards_out(self) -> int:
        """How many cards have really left the printer."""
        return self.count("card-out")

    def count(self, event: str) -> int:
        self._take_all()
        with self._news:
            return sum(known["event"] == event for known in self._events)

    def documents(self) -> list[bytes]:
        """Return what the printer received, in the order of its jobs."""
        return [path.read_bytes() for path in sorted(self.spool.glob("*.pwg"), key=_job_number)]

    def plan(self, **plan: Any) -> None:
        """Say what the next card's mechanism is to do; nothing: print well."""
        self._plan.write_text(json.dumps(plan))

    def connect(self) -> int:
        """Return the descriptor of a fresh connection, as a session would be given it."""
        connection = socket.create_connection(("localhost", self.port), timeout=PATIENCE)
        connection.settimeout(None)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection.detach()

    def wait_for(self, event: str, times: int = 1) -> None:
        """Return when the mechanism has told of `event` so many times."""
        with self._news:
            told = self._news.wait_for(
                lambda: sum(known["event"] == event for known in self._events) >= times, PATIENCE
            )
        assert told, f"no {event}"

    def release(self) -> None:
        """Let a mechanism that holds go on; waits until it holds."""
        with self._gate.open("wb"):
            pass

    def freeze(self) -> None:
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def switch_off(self) -> None:
        """Cut the power: the process and its mechanism are gone at once."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(PATIENCE)

    def switch_on(self) -> None:
        """Start it again on the same port."""
        self._process.wait(PATIENCE)
        self._process = self._start(self.port)

    def stop(self) -> None:
        """End everything that was started."""
        if self._process.poll() is None:
            self.switch_off()
        self._channel.shutdown(socket.SHUT_RDWR)
        self._listener.join(PATIENCE)
        self._channel.close()

    def _start(self, port: int | None = None) -> subprocess.Popen[bytes]:
        for _ in range(5):
            self.port = port or _free_port()
            process = self._spawn()
            if self._is_ready(process):
                return process
            process.wait(PATIENCE)
        pytest.fail((self._folder / "log").read_text())

    def _spawn(self) -> subprocess.Popen[bytes]:
        folder = self._folder
        command = ["ippeveprinter", "-r", "off", "-n", "localhost", "-p", str(self.port)]
        command += ["-K", str(folder / "keys"), *self._keep, "-d", str(self.spool)]
        command += ["-a", str(folder / "printer.conf")]
        command += ["-c", str(folder / "mechanism"), "Card Printer"]
        with (folder / "log").open("ab") as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": self._bus},
                start_new_session=True,
            )

    def _is_ready(self, process: subprocess.Popen[bytes]) -> bool:
        while process.poll() is None:
            try:
                os.close(self.connect())
            except OSError:
                _let_run(process)
            else:
                return True
        return False

    def _listen(self) -> None:
        """Wait for what the mechanism says, until the channel is shut."""
        while self._take_all():
            select.select([self._channel], [], [])

    def _take_all(self) -> bool:
        """Take whatever was said already; False when nothing will be said any more.

        Whoever counts takes it too: what was said before is counted, however late the listener.
        """
        with self._news:
            while select.select([self._channel], [], [], 0)[0]:
                raw = self._channel.recv(4096)
                if not raw:
                    return False
                self._events.append(json.loads(raw))
                self._news.notify_all()
        return True


@pytest.fixture(scope="session")
def private_bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a D-Bus on which nobody is."""
    with run_bus(tmp_path_factory.mktemp("bus")) as address:
        yield address


@contextmanager
def run_bus(folder: Path) -> Iterator[str]:
    """Run a D-Bus that listens in `folder`; yields its address."""
    (folder / "bus.conf").write_text(_BUS.format(path=folder / "socket"))
    daemon = subprocess.Popen(
        [
            "dbus-daemon",
            f"--config-file={folder / 'bus.conf'}",
            "--nofork",
            "--nopidfile",
            "--print-address",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    with daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().decode().strip()
        assert address
        try:
            yield address
        finally:
            daemon.terminate()


@pytest.fixture
def start_card_printer(tmp_path: Path, private_bus: str) -> Iterator[StartCardPrinter]:
    """Start printers; each call takes the attributes that differ from card-printer.conf."""
    with ExitStack() as stack:
        number = iter(range(100))

        def start(attributes: Mapping[str, str | None] | None = None) -> CardPrinterProcess:
            folder = tmp_path / f"printer-{next(number)}"
            printer = CardPrinterProcess(folder, private_bus, attributes)
            stack.callback(printer.stop)
            return printer

        yield start


@pytest.fixture
def card_printer(start_card_printer: StartCardPrinter) -> CardPrinterProcess:
    """A card printer that is ready."""
    return start_card_printer()


@pytest.fixture
def make_relay() -> Iterator[MakeRelay]:
    """Make wires to a printer: from its descriptor, and after how many bytes to cut it."""
    with ExitStack() as stack:

        def make(printer: int, cut_after: int | None = None) -> Relay:
            relay = Relay(printer, cut_after)
            stack.callback(relay.close)
            return relay

        yield make


def _configuration(attributes: Mapping[str, str | None]) -> str:
    lines = (HERE / "card-printer.conf").read_text().splitlines()
    kept = [line for line in lines if _attribute(line) not in attributes]
    return "\n".join([*kept, *(line for line in attributes.values() if line is not None)]) + "\n"


def _attribute(line: str) -> str:
    match = re.match(r"ATTR \S+ (\S+)", line)
    return match[1] if match else ""


def _write_command(command: Path, *arguments: Path) -> None:
    words = [sys.executable, "-IS", HERE / "mechanism.py", *arguments]
    command.write_text(f'#!/bin/sh\nexec {shlex.join(map(str, words))} "$@"\n')
    command.chmod(0o700)


def _free_port() -> int:
    with socket.create_server(("localhost", 0)) as server:
        return int(server.getsockname()[1])


def _let_run(process: subprocess.Popen[bytes]) -> None:
    with suppress(subprocess.TimeoutExpired):
        process.wait(0.01)


def _job_number(path: Path) -> int:
    return int(path.name.partition("-")[0])
