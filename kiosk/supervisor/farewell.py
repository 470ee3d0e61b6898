"""Farewell: a session that has ended is stopped, overwritten and killed, behind the next page.

Stopped at once, so that nothing of it runs on while the next one is shown; overwritten by a
one-shot wiper, which can write its memory and not read it (`kiosk.isolation.wiper`); killed when
that is done, and at the latest after WITHIN seconds, whatever became of the wiper. What died by
itself has given its memory back already: there only the kernel can wipe (`init_on_free`).
"""

import socket
import time
from collections.abc import Callable

from kiosk.isolation.channel import WIPE, WIPER_READY
from kiosk.isolation.role import Role
from kiosk.supervisor.children import Child, spawn
from kiosk.supervisor.sources import Sources

WITHIN = 0.25  # seconds: a wiper takes about 0.05 to start and 0.05 for 100 MB
_LOOK_AGAIN = 0.002  # seconds until a session that was told to stop is looked at again

Dead = Callable[[float], None]


class Farewell:
    """The last moments of a session, or of its sight; `dead` gets the milliseconds they took.

    `offered` is the socket in which it left the right to wipe it, None if it has none.
    """

    def __init__(
        self, sources: Sources, session: Child, offered: socket.socket | None, *, training: bool
    ) -> None:
        self.session = session
        self._sources = sources
        self._offered = offered
        self._training = training
        self._wiper: Child | None = None
        self._began = time.monotonic()
        self._over = False
        self._dead: Dead = lambda _: None

    def begin(self, dead: Dead) -> None:
        """Stop the session now and see to the rest in the turns that follow."""
        self._dead = dead
        self.session.stop()
        self._sources.readable(self.session.pidfd, self._died)
        self._sources.at(0.0, self._wipe)
        self._sources.at(WITHIN, self._kill)

    def break_off(self) -> None:
        """Kill and reap what is left at once; for a station that must close now."""
        self._kill()
        if not self._over:
            self._died()

    def _kill(self) -> None:
        if not self._over:  # its pidfd is another's once it is reaped
            self.session.kill()

    def _died(self) -> None:
        self._over = True
        self._sources.forget(self.session.pidfd)
        self.session.reap()
        self._end_wiper()
        if self._offered is not None:
            self._offered.close()
        self._dead((time.monotonic() - self._began) * 1000)

    # -- the wiper -----------------------------------------------------------------------------

    def _wipe(self) -> None:
        if self._over:
            return
        if self._offered is None:
            self._kill()
            return
        left = self._offered.fileno()
        arguments = ["--memory", str(left), *(["--training"] if self._training else [])]
        started = spawn(
            "kiosk.isolation.wiper", arguments, [left], role=Role.WIPER, training=self._training
        )
        self._wiper = started
        self._sources.readable(started.control, lambda: self._hear(started))
        self._sources.readable(started.pidfd, self._wiper_died)

    def _hear(self, started: Child) -> None:
        try:
            said = started.control.recv(1)
        except OSError:
            said = b""
        if said == WIPER_READY:
            self._let_go(started)
        else:  # it is done, or it cannot do it
            self._sources.forget(started.control)
            self._kill()

    def _let_go(self, started: Child) -> None:
        """Let the wiper begin as soon as the session stands still."""
        if self._over or self._wiper is None:
            return
        if not self.session.stopped():
            self._sources.at(_LOOK_AGAIN, lambda: self._let_go(started))
            return
        try:
            started.control.send(WIPE)
        except OSError:
            self._kill()

    def _wiper_died(self) -> None:
        self._end_wiper()
        self._kill()

    def _end_wiper(self) -> None:
        started, self._wiper = self._wiper, None
        if started is None:
            return
        for source in (started.control, started.pidfd):
            self._sources.forget(source)
        started.kill()
        started.reap()
