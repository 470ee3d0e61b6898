"""A real session in which something fails, with somebody's name in it.

Run as `python -m tests.station.faulty` with the arguments of `ui`, and KIOSK_FAULT as the fault.
"""

import ctypes
import os
import threading
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.station import staged

if TYPE_CHECKING:
    from ui.start import Session

NAME = "Lumi Examplova"


class Falling:
    def __del__(self) -> None:
        raise ValueError(NAME)


def _raise(*_: object) -> None:
    raise ValueError(NAME)


def _in_a_thread(_: "Session") -> None:
    threading.Thread(target=_raise).start()


def _at_work(_: "Session") -> None:
    from ui import work  # noqa: PLC0415

    work.run(_raise, print)


def _in_a_timer(_: "Session") -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    QTimer.singleShot(0, _raise)


def _in_del(_: "Session") -> None:
    Falling()


def _without_end(_: "Session") -> None:
    def again(name: str) -> str:
        return again(name)

    again(NAME)


def _warn(session: "Session") -> None:
    warnings.warn(NAME, stacklevel=1)
    warnings.warn(NAME, DeprecationWarning, stacklevel=1)
    _end(session)


def _say_by_qt(session: "Session") -> None:
    from PySide6.QtCore import qCritical, qDebug, qWarning  # noqa: PLC0415

    for say in (qDebug, qWarning, qCritical):
        say(NAME)
    _end(session)


def _fatal_for_qt(_: "Session") -> None:
    from PySide6.QtCore import qFatal  # noqa: PLC0415

    qFatal(NAME)


def _end(session: "Session") -> None:
    from kiosk.isolation.channel import Say  # noqa: PLC0415

    session.app.end(Say.ERASED)
    os._exit(0)


def _free_twice() -> None:
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    place = ctypes.c_void_p(libc.malloc(64))
    libc.free(place)
    libc.free(place)


FAULTS: dict[str, Callable[["Session"], object]] = {
    "slot": _raise,
    "thread": _in_a_thread,
    "work": _at_work,
    "timer": _in_a_timer,
    "del": _in_del,
    "recursion": _without_end,
    "warning": _warn,
    "qt-message": _say_by_qt,
    "qt-fatal": _fatal_for_qt,
    "abort": lambda _: os.abort(),
    "segfault": lambda _: ctypes.string_at(0),
    "free": lambda _: _free_twice(),
}

if __name__ == "__main__":
    chosen = FAULTS[os.environ["KIOSK_FAULT"]]
    staged.run(chosen)
