"""Specimens of one person in every pack: the same answers, six cards, all of which are read."""

import json
from pathlib import Path

import pytest
from PIL import Image

from kiosk.city import cities
from kiosk.devices import Frame
from kiosk.formats import qr
from tests.commands.typed import Kiosk

PERSON = {
    "language": "es", "given_names": "Ana María", "family_names": "Ñandú", "latin_name": None,
    "birth_date": "1987-03-27", "gender": "", "address": ["418 Alder Street"],
    "postcode": "60601", "documents": [], "portrait": None, "ending": "issued",
}  # fmt: skip


@pytest.mark.parametrize("code", cities())
def test_specimen_of_every_pack_is_drawn_and_its_code_is_read(
    kiosk: Kiosk, tmp_path: Path, code: str
) -> None:
    people, out = tmp_path / "people.json", tmp_path / "out"
    people.write_text(json.dumps([PERSON]), encoding="utf-8")
    said = kiosk("specimen", "--people", str(people), "--out", str(out), "--city", code)
    assert said.code == 0, said.err
    with Image.open(out / "001-back.png") as back:
        frame = Frame(back.width, back.height, back.convert("RGB").tobytes())
    assert qr.read(frame) == (out / "001-qr.txt").read_text(encoding="ascii").rstrip("\n")
    assert (out / "001-front.png").is_file()
