"""Filters: the driver beside a session, started afresh for each card that is to be printed.

A session that asks for its printer gets one end of a line to the driver, and the driver gets the
printer. What the driver has written when it ends by itself is still brought out; what a killed one
had written and not yet sent is dropped.
"""

import os
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.isolation.role import Role
from kiosk.supervisor.children import FORGETTING, Child, Wipeable, spawn
from kiosk.supervisor.doors import DrivenPrinter, Handed, PrinterDoor, PrinterPlace
from kiosk.supervisor.sources import Sources

if TYPE_CHECKING:
    from kiosk.devices.profile import Driver

FREE_WITHIN = 3.0  # seconds: a driver whose session has hung up ends at once
_LOOK_AGAIN = 0.02
_BRING_OUT = struct.pack("ii", 0, 0)


@dataclass(frozen=True, slots=True)
class _Running:
    """A driver, and our copy of the printer, so that the last to close it are we."""

    child: Child
    printer: int


class Filters:
    """Hands every session its printer: as it is, or behind a driver of its own.

    A driver's memory cannot be wiped by us, because the right to do it ends when the program
    starts. On a real station there is none unless the kernel clears what is freed.
    """

    def __init__(
        self,
        sources: Sources,
        printer: PrinterPlace | None,
        *,
        training: bool,
        clears: Callable[[], bool],
    ) -> None:
        self._sources = sources
        self._door = PrinterDoor(sources, printer)
        self._driver = printer.driver if isinstance(printer, DrivenPrinter) else None
        self._training = training
        self._of: dict[int, _Running] = {}
        self.barred = self._driver is not None and not training and not clears()

    def open(self, ordinal: int, handed: Handed) -> None:
        """Begin; `handed` is called once, with a descriptor, or None if nobody is there."""
        if self._driver is None:
            self._door.open(handed)
        elif self.barred:
            handed(None)
        else:
            self._open_when_free(ordinal, self._driver, handed, time.monotonic() + FREE_WITHIN)

    def release(self, ordinal: int) -> list[Wipeable]:
        """Return what has to go with this session."""
        running = self._of.pop(ordinal, None)
        if running is None:
            return []
        self._sources.forget(running.child.pidfd)
        os.close(running.printer)
        return [Wipeable(running.child, None)]

    def _open_when_free(
        self, ordinal: int, driver: "Driver", handed: Handed, latest: float
    ) -> None:
        """Wait for the last driver's end: a raw device is opened by one at a time."""
        if ordinal not in self._of:
            self._door.open(lambda printer: self._start(ordinal, driver, printer, handed))
        elif time.monotonic() > latest:
            handed(None)
        else:
            again = (ordinal, driver, handed, latest)
            self._sources.at(_LOOK_AGAIN, lambda: self._open_when_free(*again))

    def _start(self, ordinal: int, driver: "Driver", printer: int | None, handed: Handed) -> None:
        if printer is None or ordinal in self._of:
            handed(None)
            return
        for_session, for_driver = socket.socketpair()
        with for_session, for_driver:
            child = self._spawn(driver, for_driver.fileno(), printer)
            self._of[ordinal] = _Running(child, os.dup(printer))
            self._sources.readable(child.pidfd, lambda: self._over(ordinal))
            handed(for_session.fileno())

    def _over(self, ordinal: int) -> None:
        running = self._of.pop(ordinal)
        self._sources.forget(running.child.pidfd)
        running.child.reap()
        _bring_out(running.printer)

    def _spawn(self, driver: "Driver", line: int, printer: int) -> Child:
        arguments = ["--line", str(line), "--printer", str(printer)]
        arguments += ["--program", str(driver.program), "--description", str(driver.description)]
        arguments += [f"--data={path}" for path in driver.data]
        arguments += [f"--options={driver.options}", *["--training"] * self._training]
        return spawn(
            "kiosk.filter", arguments, [line, printer], FORGETTING,
            role=Role.FILTER, training=self._training,
        )  # fmt: skip


def kernel_clears() -> bool:
    """Return whether this machine's kernel clears memory when it is freed."""
    from kiosk.supervisor.preflight import kernel  # noqa: PLC0415  # for one way of printing alone
    from kiosk.supervisor.preflight.machine import Machine  # noqa: PLC0415

    return kernel.clears_what_is_freed(Machine())


def _bring_out(printer: int) -> None:
    """Close the printer; the kernel still sends what was written to it."""
    try:
        connection = socket.socket(fileno=printer)
    except OSError:  # a raw device: what was written is there
        os.close(printer)
        return
    with connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _BRING_OUT)
