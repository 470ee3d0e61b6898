"""`kiosk verify`: check a card offline, with nothing but a trust file."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from kiosk.commands import Misuse
from kiosk.devices import still
from kiosk.errors import NotAPicture
from kiosk.trust import keys
from kiosk.trust.verify import Checked, Verdict, as_json, verify

_STATION_FILE = Path("/etc/city-id-kiosk/station.toml")

_FILES = (".png", ".jpg", ".jpeg", ".webp", ".txt")

_WORDS = {
    Verdict.VALID: "valid",
    Verdict.SPECIMEN: "a specimen: the signature is right, and it is not a real card",
    Verdict.EXPIRED: "expired",
    Verdict.NOT_YET_VALID: "not valid yet",
    Verdict.UNKNOWN_ISSUER: "not valid: signed by nobody that the trust file knows",
    Verdict.FORGED: "not valid: the signature is wrong",
    Verdict.UNREADABLE: "not a card's code",
}


def command(arguments: argparse.Namespace) -> int:
    """Print the verdict; 0 only for a card that the trust file was made for."""
    if arguments.card != "-" and _STATION_FILE.exists():
        raise Misuse(
            "On a station only - is taken, and the code from standard input: a real person's code"
            " must not stay in a list of processes or in a shell's history."
        )
    trust = keys.read_trust(arguments.trust.read_bytes())
    checked = verify(_text(arguments.card), trust, datetime.now(UTC).date())
    if arguments.json:
        print(json.dumps(as_json(checked), ensure_ascii=False))
    else:
        print(_WORDS[checked.verdict])
    return _code(checked, training=trust.training)


def _code(checked: Checked, *, training: bool) -> int:
    """Return the exit code; a specimen is fine only to a trust file that is for training."""
    if checked.verdict is Verdict.UNREADABLE:
        return 2
    fine = (Verdict.VALID, Verdict.SPECIMEN) if training else (Verdict.VALID,)
    return 0 if checked.verdict in fine else 1


def _text(card: str) -> str:
    if card == "-":
        return sys.stdin.read().rstrip("\r\n")  # never strip spaces: they are Base45 digits
    path = Path(card)
    try:
        if not path.is_file():
            return _not_a_file(card)
    except OSError:  # longer than a path can be
        return card
    if path.suffix == ".txt":
        return path.read_text(encoding="ascii").rstrip("\r\n")
    return _read_picture(path)


def _not_a_file(card: str) -> str:
    """Return the code itself, unless it can only have been meant as a file."""
    if card.lower().endswith(_FILES):
        raise Misuse(f"There is no file at {card}. Check the path.")
    return card


def _read_picture(path: Path) -> str:
    from kiosk.devices.reader import barcodes, pictures  # noqa: PLC0415  # most cards come as text

    try:
        codes = barcodes.read_barcodes(pictures.grey(still.load(path)))
    except NotAPicture:
        raise Misuse(f"{path} is not a picture.") from None
    for code in codes:
        if code.symbology is barcodes.Symbology.QR:
            return code.payload.decode("ascii", "replace")
    raise Misuse(f"No code can be read in {path}. Take a sharper picture of the card's back.")
