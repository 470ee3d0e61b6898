"""Signer link: keeps one signer alive, and gives a session a channel to it.

A channel is tagged with the session's ordinal, so that the signer can count its signatures.
In training a signer that died is started anew, and the open session goes on with a new channel.
"""

import contextlib
import os
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import (
    KeyFileUnreadable,
    KeyFileWrong,
    KioskError,
    PassphraseWrong,
    SignerLost,
    StaffFileWrong,
)
from kiosk.isolation import channel
from kiosk.isolation.role import Role
from kiosk.isolation.wall import Wall, by_exit_status
from kiosk.supervisor.children import FORGETTING, Child, spawn
from kiosk.supervisor.sources import Sources

START_WITHIN = 20.0  # seconds
GIVE_UP = 5  # signers that died in a row before they were ready
BACK_OFF = 1.0  # seconds
SILENT_AFTER = 5.0  # checking two PINs takes two fifths of a second, on a busy machine more
_FAILURES: dict[bytes, type[KioskError]] = {
    b"1": KeyFileUnreadable,
    b"2": KeyFileWrong,
    b"3": PassphraseWrong,
    b"4": StaffFileWrong,
}


@dataclass(frozen=True, slots=True)
class SignerFiles:
    """Where the signer finds the issuing key and the staff's PIN verifiers."""

    key: Path
    staff: Path
    passphrase: bytes
    training: bool = True


def start(files: SignerFiles) -> Child:
    """Start a signer; it answers when it has opened the key."""
    reading, writing = os.pipe()
    os.write(writing, files.passphrase)  # a few bytes: the pipe holds them until they are read
    os.close(writing)
    try:
        arguments = ["--key", str(files.key), "--staff", str(files.staff)]
        arguments += ["--passphrase-fd", str(reading)]
        arguments += ["--training"] if files.training else []
        return spawn(
            "kiosk.signer", arguments, [reading], FORGETTING,
            role=Role.SIGNER, training=files.training,
        )  # fmt: skip
    finally:
        os.close(reading)


class SignerLink:
    """The signer of this station; `hand` takes a session's ordinal and its end of a channel.

    It gets None instead while no signer can be started: the session says so and the clerk waits.
    `barred` gets the wall without which the signer will not start, which no new try would change.
    """

    def __init__(
        self,
        sources: Sources,
        files: SignerFiles,
        hand: Callable[[int, int | None], None],
        barred: Callable[[Wall], None],
    ) -> None:
        self._sources = sources
        self._barred = barred
        self._files = files
        self._hand = hand
        self._waiting: list[int] = []
        self._ready = False
        self._heard = 0.0
        self._failures = 0
        self._worked = False
        self._closed = False
        self._child: Child | None = None

    @property
    def child(self) -> Child | None:
        return self._child

    def begin(self) -> None:
        """Start the signer."""
        if self._closed:
            return
        self._child = start(self._files)
        self._ready = False
        self._heard = time.monotonic()
        self._sources.readable(self._child.control, self._hear)
        self._sources.readable(self._child.pidfd, self._died)

    def ask(self, ordinal: int) -> None:
        """Give this session a new channel, now or as soon as there is a signer."""
        self._waiting.append(ordinal)
        self._serve()

    def watch(self, now: float) -> None:
        """Ping the signer; one that is silent for too long is killed, and started anew."""
        if self._child is None:
            return
        if self._ready:
            with contextlib.suppress(OSError):
                self._child.control.send(b"p", socket.MSG_DONTWAIT)
        if now - self._heard > (SILENT_AFTER if self._ready else START_WITHIN):
            self._heard = now
            self._child.kill()

    def close(self) -> None:
        """Kill the signer, and start none any more."""
        self._closed = True
        if self._child is not None:
            self._child.kill()
            self._died()

    def _hear(self) -> None:
        if self._child is None:
            return
        try:
            message = self._child.control.recv(2)
        except OSError:
            message = b""
        if not message:  # its death follows
            self._sources.forget(self._child.control)
            return
        self._heard = time.monotonic()
        if not self._ready:
            self._started(message)

    def _started(self, message: bytes) -> None:
        if message == b"r":
            self._ready = self._worked = True
            self._failures = 0
            self._serve()
        elif not self._worked:
            raise _FAILURES.get(message, SignerLost)

    def _died(self) -> None:
        if self._child is None:
            return
        for source in (self._child.control, self._child.pidfd):
            self._sources.forget(source)
        status = self._child.exit_status()
        self._child.reap()
        self._child = None
        if self._closed:
            return
        missing = by_exit_status(status)
        if missing is not None:  # to start it again would not put it up
            self._barred(missing)
            return
        self._failures += not self._ready
        if self._failures >= GIVE_UP:
            self._give_up()
        # The first two are started at once: whoever waits for a signature must not notice.
        self._sources.at(BACK_OFF * max(0, self._failures - 1), self.begin)

    def _give_up(self) -> None:
        """Refuse whoever waits; a station whose signer never worked does not start."""
        if not self._worked:
            raise SignerLost
        waiting, self._waiting = self._waiting, []
        for ordinal in waiting:
            self._hand(ordinal, None)

    def _serve(self) -> None:
        if self._child is None or not self._ready:
            return
        waiting, self._waiting = self._waiting, []
        for ordinal in waiting:
            self._connect(self._child, ordinal)

    def _connect(self, signer: Child, ordinal: int) -> None:
        for_signer, for_session = channel.pair()
        # A dying signer is not waited for: the session sees the channel's end and asks again.
        with contextlib.suppress(OSError):
            tagged = b"c" + struct.pack(">I", ordinal)
            socket.send_fds(signer.control, [tagged], [for_signer.fileno()])
        self._hand(ordinal, for_session.fileno())
        for_signer.close()
        for_session.close()
