"""The printer's end of a line that it only listens to."""

import os
import threading


class Sink:
    """A printer's end of a line: keeps what it takes, until it has had `enough`."""

    def __init__(self, descriptor: int, enough: int | None = None) -> None:
        self.taken = b""
        self._descriptor, self._enough = descriptor, enough
        self._thread = threading.Thread(target=self._take, daemon=True)
        self._thread.start()

    def all(self) -> bytes:
        """Return everything, when the line has ended."""
        self._thread.join()
        return self.taken

    def _take(self) -> None:
        while self._enough is None or len(self.taken) < self._enough:
            try:
                more = os.read(self._descriptor, 1 << 16)
            except OSError:  # the other end of a terminal is closed
                break
            if not more:
                break
            self.taken += more
        os.close(self._descriptor)
