"""A process that reads papers between two words, for whoever watches what it asks of the kernel."""

import os
import sys

import numpy as np

from kiosk.devices.reader import read
from tests.documents.barcode_scene import blank_frame, city_card_back, frame_of, licence_back
from tests.documents.camera import CONDITIONS
from tests.documents.licences import MODERN, payload

BEGIN, END = b"begin", b"end"


def main() -> None:
    rng = np.random.default_rng(1)
    licence, card = licence_back(payload(MODERN)), city_card_back("ALDERPORT:" * 30)
    frames = [frame_of(page, 3, CONDITIONS["desk"], rng) for page in (licence, card)]
    frames.append(blank_frame())
    os.write(sys.stdout.fileno(), BEGIN)
    for frame in frames:
        read(frame)
    os.write(sys.stdout.fileno(), END)


if __name__ == "__main__":
    main()
