"""A process that loads the reader, marks that it is ready, reads one frame, and marks the end.

The marks are writes to file descriptor 1 that a trace shows; the lines themselves are not told.
"""

import os

import cv2

from kiosk.devices.reader.mrz_reader import load, read_mrz
from kiosk.formats.mrz_layout import Kind
from tests.devices.reader.mrz_readings import frame


def main() -> None:
    cv2.setNumThreads(1)
    network = load()
    zone, picture = frame(Kind.TD3, "clean")
    os.write(1, b"ready")
    reading = read_mrz(picture, network)
    os.write(1, b"right" if reading and reading.lines == zone else b"wrong")


if __name__ == "__main__":
    main()
