"""A process that reads papers between two words, for whoever watches what it asks of the kernel."""

import os
import sys

import numpy as np

from kiosk.devices.reader import mrz_reader, read
from kiosk.formats.mrz_layout import Kind
from tests.documents.barcode_scene import blank_frame, city_card_back, frame_of, licence_back
from tests.documents.camera import CONDITIONS, photograph
from tests.documents.licences import MODERN, payload
from tests.documents.papers import print_paper
from tests.documents.zones import invent

BEGIN, END = b"begin", b"end"


def main() -> None:
    rng = np.random.default_rng(1)
    licence, card = licence_back(payload(MODERN)), city_card_back("ALDERPORT:" * 30)
    frames = [frame_of(page, 3, CONDITIONS["desk"], rng) for page in (licence, card)]
    passport = print_paper(Kind.TD3, invent(Kind.TD3, rng), rng)
    frames += [photograph(passport, 6, CONDITIONS["desk"], rng), blank_frame()]
    network = mrz_reader.load()
    os.write(sys.stdout.fileno(), BEGIN)
    for frame in frames:
        read(frame, lambda grey: mrz_reader.read_mrz(grey, network))
    os.write(sys.stdout.fileno(), END)


if __name__ == "__main__":
    main()
