"""Cards: pipes into which a rehearsed session writes what it issued, so that it is on no disk."""

import fcntl
import os
import selectors
from pathlib import Path

from kiosk.supervisor.rehearsal import CARD_FILES

_PNG_END = b"IEND\xaeB`\x82"
_MOST = 1 << 20  # bytes that a pipe holds
_PATIENCE = 60  # seconds; only a broken session is waited for that long


class Cards:
    """One person's three pipes; `content` is what has come of front, back and code."""

    def __init__(self, folder: Path, number: int) -> None:
        folder.mkdir(exist_ok=True)
        paths = [folder / f"{number:03d}-{name}" for name in CARD_FILES]
        for path in paths:
            os.mkfifo(path)
        self.files = [os.open(path, os.O_RDONLY | os.O_NONBLOCK) for path in paths]
        for file in self.files:
            fcntl.fcntl(file, fcntl.F_SETPIPE_SZ, _MOST)
        self.content = [b"", b"", b""]

    def read(self, file: int) -> bool:
        """Take what has come; False when there will be no more."""
        place = self.files.index(file)
        try:
            raw = os.read(file, _MOST)
        except BlockingIOError:
            return True
        self.content[place] += raw
        return bool(raw)

    def complete(self) -> None:
        """Read on until all three are whole."""
        ends = (_PNG_END, _PNG_END, b"\n")
        with selectors.DefaultSelector() as selector:
            for file in self.files:
                selector.register(file, selectors.EVENT_READ)
            while not all(map(bytes.endswith, self.content, ends)):
                ready = selector.select(_PATIENCE)
                assert ready, "the session has not sent its card"
                for key, _ in ready:
                    if not self.read(key.fd):
                        selector.unregister(key.fd)
