"""Other readers of zones, on the same frames, in a Python of their own.

They are no part of the project: one has a licence that is none of ours, and it writes the picture
of the paper to a file. So they run in the Python that is named, as a child that gets frames through
a pipe and answers with lines. What is not installed there is left out.
"""

import contextlib
import importlib
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# A folder with eng.traineddata (Debian's tesseract-ocr-eng), and mrz.traineddata for fastmrz, whose
# own is in no package: a copy of `eng` under that name stands in.
TESSDATA = os.environ.get("TESSDATA_PREFIX", "/usr/share/tesseract-ocr/5/tessdata")
SIGNS = "<ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
LEAST = 28  # signs; a shorter line of what was read is no line of a zone
END = "."


class Peers:
    """The child, and what it made of the frames so far."""

    def __init__(self, python: Path) -> None:
        command = [str(python), str(Path(__file__))]
        self._child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._exact: dict[str, list[bool]] = defaultdict(list)
        self._took: dict[str, list[float]] = defaultdict(list)

    def show(
        self, pitch: float, conditions: str, zone: tuple[str, ...], frame: NDArray[np.uint8]
    ) -> None:
        """Let all peers read a frame; those with glare or few pixels are not shown to them."""
        if pitch < 13 or conditions == "glare":
            return
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(np.array(frame.shape, "<u4").tobytes() + frame.tobytes())
        self._child.stdin.flush()
        for line in iter(self._child.stdout.readline, f"{END}\n".encode()):
            name, took, *lines = line.decode().split()
            self._exact[name].append(tuple(lines) == zone)
            self._took[name].append(float(took))

    def table(self) -> str:
        """Return one line a peer, and let the child end."""
        self._child.communicate()
        return "\n".join(
            f"{name:16} {len(exact):6} {100 * np.mean(exact):5.1f}% exact, "
            f"median {np.median(self._took[name]):.0f} ms"
            for name, exact in self._exact.items()
        )


def _frames() -> Iterator[NDArray[np.uint8]]:
    while head := sys.stdin.buffer.read(8):
        height, width = np.frombuffer(head, "<u4")
        pixels = sys.stdin.buffer.read(int(height) * int(width))
        yield np.frombuffer(pixels, np.uint8).reshape(height, width)


def _child() -> None:
    """Answer every frame with a line for each reader, and a line that says that this was all."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what the libraries print is no answer
    readers = dict(_readers())
    for frame in _frames():
        for name, read in readers.items():
            started = time.perf_counter()
            text = read(frame)
            took = (time.perf_counter() - started) * 1000
            rows = ["".join(row.split()) for row in text.splitlines()]
            lines = [row for row in rows if len(row) >= LEAST and set(row) <= set(SIGNS)]
            print(name, f"{took:.1f}", *lines[-3:], file=answers)
        print(END, file=answers, flush=True)


def _readers() -> Iterator[tuple[str, Callable[[NDArray[np.uint8]], str]]]:
    with contextlib.suppress(ImportError):
        tesserocr, pillow = (importlib.import_module(name) for name in ("tesserocr", "PIL.Image"))
        engine = tesserocr.PyTessBaseAPI(path=TESSDATA, lang="eng")
        engine.SetVariable("tessedit_char_whitelist", SIGNS)

        def with_tesserocr(frame: NDArray[np.uint8]) -> str:
            engine.SetImage(pillow.fromarray(frame))
            return str(engine.GetUTF8Text())

        yield "tesserocr", with_tesserocr
    with contextlib.suppress(ImportError):
        other = importlib.import_module("fastmrz").FastMRZ(tessdata_path=TESSDATA)

        def with_fastmrz(frame: NDArray[np.uint8]) -> str:
            colours = np.repeat(frame[:, :, None], 3, axis=2)
            found = other.get_details(colours, input_type="numpy", ignore_parse=True)
            return found if isinstance(found, str) else ""

        yield "fastmrz", with_fastmrz


if __name__ == "__main__":
    _child()
