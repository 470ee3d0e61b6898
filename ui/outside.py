"""Outside: the session's only window on the world, the one-byte channel to the supervisor.

What is asked for comes back later as a descriptor or as "not there"; each question is answered
once, in the order of asking.
"""

import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from kiosk.isolation.channel import Say, SessionEnd, Tell

Answer = Callable[[int | None], None]

_ANSWERS = {
    Tell.PRINTER: Say.PRINTER,
    Tell.NO_PRINTER: Say.PRINTER,
    Tell.CAMERA: Say.CAMERA,
    Tell.NO_CAMERA: Say.CAMERA,
    Tell.SIGNER: Say.SIGNER,
    Tell.NO_SIGNER: Say.SIGNER,
    Tell.SLIP: Say.SLIP,
    Tell.NO_SLIP: Say.SLIP,
    Tell.SIGHT: Say.SIGHT,
    Tell.NO_SIGHT: Say.SIGHT,
}
_SHOWING = frozenset({Tell.SHOW, Tell.SHOW_LOOK, Tell.SHOW_LEFT})


class Outside(QObject):
    """`shown` carries the Tell that says how to show oneself."""

    shown = Signal(object)

    def __init__(self, control: SessionEnd) -> None:
        super().__init__()
        self._control = control
        self._asked: dict[Say, deque[Answer]] = {what: deque() for what in _ANSWERS.values()}
        self._booked = threading.Event()
        self._notifier = QSocketNotifier(control.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def stop_listening(self) -> None:
        """Hear no more, not even that the supervisor is gone, which would end this process."""
        self._notifier.setEnabled(False)

    def say(self, message: Say) -> None:
        """Say one byte."""
        self._control.say(message)

    def confess(self, kind: type[BaseException]) -> None:
        """Say the class of the exception that ends this session."""
        self._control.confess(kind)

    def ask(self, what: Say, answer: Answer) -> None:
        """Ask for a printer, a camera, the signer or a sight; `answer` gets a descriptor."""
        self._asked[what].append(answer)
        self._control.say(what)

    def ask_and_wait(self, what: Say) -> int | None:
        """Ask from a thread at work, and wait for the descriptor, or None if it is not there.

        Must not be called from the screen's thread, which brings the answer.
        """
        answered = threading.Event()
        answers: list[int | None] = []

        def answer(descriptor: int | None) -> None:
            answers.append(descriptor)
            answered.set()

        self.ask(what, answer)
        answered.wait()
        return answers[0]

    def book_blank(self) -> None:
        """Say that a blank is opened and wait until it is booked; from a thread at work only."""
        self._booked.clear()
        self._control.say(Say.OPENED)
        self._booked.wait()

    def _hear(self) -> None:
        heard = self._control.hear()
        if heard is None:
            return
        message, descriptor = heard
        if message is Tell.PING:
            self._control.say(Say.PONG)
        elif message is Tell.BOOKED:
            self._booked.set()
        elif message in _SHOWING:
            self.shown.emit(message)
        else:
            self._asked[_ANSWERS[message]].popleft()(descriptor)
