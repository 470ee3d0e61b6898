"""Display: an X server of the test's own, whose screen can be read without asking it.

Xvfb keeps its screen in a file of the window dump format (xwd): what is on the screen at a moment
is read from there, so that the very pixels can be looked for in every process.
"""

import os
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.forensics.search import Needle

_SIZE = "1080x1920"
_HELLO = struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0)  # X11 protocol, connection setup
_WELCOME = b"\1"
_HEADER = struct.Struct(">25I")  # XWDFile.h: numbers, the most significant byte first
_HEADER_SIZE, _HEIGHT, _LINE, _COLOURS = 0, 5, 12, 19
_COLOUR_SIZE = 12  # bytes of an entry of the colour table
_ACROSS = 24  # pixels of a needle
_STEP = 8  # rows and pieces that are looked at: one of so many
# Colours of letters and art lie between few colours; those of a canary's face lie in all
# directions. Measured: 2 to 16 on every page of the program and on the card, 20 to 54 in a face.
_MOTLEY = 20
_COLOURED = 25  # how far red and green go apart, at least: cheap to know
_PIECES = 6


@dataclass(frozen=True, slots=True)
class Display:
    """A running X server: its name, its process, and the file with its screen."""

    name: str
    pid: int
    file: Path

    def pixels(self) -> NDArray[np.uint32]:
        """Return the screen as it is now, a number a pixel, row by row."""
        raw = self.file.read_bytes()
        header = _HEADER.unpack_from(raw)
        start = header[_HEADER_SIZE] + header[_COLOURS] * _COLOUR_SIZE
        rows = np.frombuffer(raw, dtype="<u4", offset=start)
        across = header[_LINE] // 4
        return rows[: header[_HEIGHT] * across].reshape(-1, across)

    def faces(self) -> list[Needle]:
        """Return pieces of what is on the screen that no art has: a person's face is there."""
        screen = self.pixels()[::_STEP]
        height, width = screen.shape
        pieces = screen[:, : width // _ACROSS * _ACROSS].reshape(height, -1, _ACROSS)
        red, green = ((pieces >> shift & 0xFF).astype(np.int16) for shift in (16, 8))
        coloured = pieces[(red - green).std(axis=2) > _COLOURED]
        faces = coloured[_spread_of_colours(coloured) > _MOTLEY]
        chosen = np.linspace(0, len(faces) - 1, min(_PIECES, len(faces)), dtype=int)
        return [Needle("screen", faces[place].astype("<u4").tobytes()) for place in chosen]

    def settle(self) -> None:
        """Return when the server has done all that it had to do: it serves its clients in turns."""
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(f"/tmp/.X11-unix/X{self.name[1:]}")  # noqa: S108  # its place by custom
            client.sendall(_HELLO)
            assert client.recv(1) == _WELCOME


def _spread_of_colours(pieces: NDArray[np.uint32]) -> NDArray[np.float64]:
    """Return how far each piece's colours spread in the direction in which they spread least."""
    colours = np.stack([pieces >> shift & 0xFF for shift in (16, 8, 0)], axis=2).astype(float)
    around = colours - colours.mean(axis=1, keepdims=True)
    covariance = np.einsum("npi,npj->nij", around, around) / _ACROSS
    least: NDArray[np.float64] = np.linalg.eigvalsh(covariance)[:, 0]
    return np.sqrt(np.abs(least))


@contextmanager
def x_server(folder: Path) -> Iterator[Display]:
    """Run an X server that keeps its screen in `folder`."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{_SIZE}x24"]
    command += ["-fbdir", str(folder), "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start. Please run: make test (it names what is missing)"
        try:
            yield Display(f":{number}", server.pid, folder / "Xvfb_screen0")
        finally:
            server.terminate()
