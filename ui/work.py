"""Work: run what takes long beside the screen, and bring its result back to the screen's thread.

Signing, drawing and printing take from tens of milliseconds to minutes; a touch must be answered
meanwhile. A thread that is still at work when the session ends dies with the process. What comes
faster than it can be worked on, as a camera's frames do, takes Turns.
"""

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

Result = TypeVar("Result")


class _Task(QObject):
    finished = Signal(object)

    def __init__(self, done: Callable[[object], None]) -> None:
        super().__init__()
        self._done = done
        self.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _deliver(self, result: object) -> None:
        _running.discard(self)
        if isinstance(result, BaseException):
            raise result
        self._done(result)


_running: set[_Task] = set()
"""Tasks under way: a QObject that nobody holds would be gone before its thread is done."""


def run(job: Callable[[], Result], done: Callable[[Result], None]) -> None:
    """Run `job` in a thread of its own, then `done` with its result in the screen's thread.

    What `job` raises is raised in the screen's thread, where it ends the session.
    """
    task = _Task(done)  # type: ignore[arg-type]  # the signal carries any object
    _running.add(task)

    def work() -> None:
        try:
            result: object = job()
        except BaseException as fault:  # noqa: BLE001  # raised again in the screen's thread
            result = fault
        task.finished.emit(result)

    threading.Thread(target=work, daemon=True).start()


class Turns:
    """Jobs about what is now: one at a time, and a result only of what has not been forgotten.

    `busy` says whether one is under way, forgotten or not.
    """

    def __init__(self) -> None:
        self.busy = False
        self._round = object()

    def take(self, job: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Run `job` as `run` does, or drop it if another one is under way."""
        if self.busy:
            return
        self.busy = True
        belongs = self._round

        def tell(result: Result) -> None:
            self.busy = False
            if belongs is self._round:
                done(result)

        run(job, tell)

    def forget(self) -> None:
        """Tell nothing of the job that is under way; its turn is over when it is done."""
        self._round = object()
