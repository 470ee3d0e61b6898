"""The command line: one module of `kiosk.commands` a command, one plain sentence a failure.

Exit codes: 0 fine, 1 refused or not valid, 2 misuse or unreadable. A command's module is imported
when it runs, so that no command waits for another's libraries.
"""

import argparse
import errno
import importlib
import os
import re
import signal
import sys
from datetime import date
from pathlib import Path
from types import FrameType

from kiosk.commands import TRAINING_CITY, Misuse
from kiosk.errors import KioskError

_NUMBER = re.compile(r"[0-9]{1,3}")

_SENTENCES = {
    "unknown-city": "There is no city of that name. Known are: {cities}.",
    "bad-pack": "The city's pack cannot be used. kiosk pack check FOLDER names every mistake.",
    "pack-not-confirmed": "The city has not confirmed this pack, so no card can be issued by it.",
    "key-file-unreadable": "The signing key file cannot be read. Check that it is there and that"
    " this user may read it.",
    "key-file-wrong": "The signing key file holds no P-256 private key in PKCS#8. Put the right"
    " file in its place.",
    "passphrase-wrong": "The passphrase does not open the signing key file. Enter the right one.",
    "staff-file-wrong": "The staff file cannot be used. Compare it with"
    " assets/training/staff.toml.",
    "signer-lost": "The signing process could not be started. Start the station again.",
    "ledger-missing": "The ledger of cards is not there, so no card can be issued. Put it back in"
    " its place.",
    "ledger-in-use": "Another program has the ledger of cards open, perhaps another station. Close"
    " it, then start again.",
    "ledger-unwritable": "The ledger of cards cannot be written, so no card can be issued. Free"
    " some space on its disk, check its permissions, then start again.",
    "ledger-damaged": "The ledger of cards is damaged, so no card can be issued. Do not delete it:"
    " keep it for whoever counts the cards, and put its last copy in its place.",
    "ledger-of-another-kind": "This ledger of cards is not for this station: real cards and"
    " training cards are counted in different files. Give the right one.",
    "shaping-missing": "Text cannot be shaped, so Arabic would be printed unjoined. Please run:"
    " sudo apt-get install -y libfribidi0",
    "fonts-wrong": "A bundled font is missing or changed. Restore the folder assets/fonts.",
    "trust-file-wrong": "The trust file cannot be used. Get a new one from the city.",
    "unprintable": "A text does not fit the card, or has a sign that no bundled font has.",
}


def main() -> None:
    """Run one command and exit with its code."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        arguments = _parser().parse_args()
        command = importlib.import_module(f"kiosk.commands.{arguments.command}")
        code = int(command.command(arguments))
    except Misuse as misuse:
        code = _fail(misuse.sentence)
    except KioskError as error:
        code = _fail(_sentence(error))
    except BrokenPipeError:  # whoever read the answer has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except OSError as error:
        code = _fail(_os_sentence(error))
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_run(commands.add_parser("run", help="open the station; training without a station file"))
    _add_rehearse(commands.add_parser("rehearse", help="play whole sessions unattended"))
    _add_specimen(commands.add_parser("specimen", help="draw specimen cards of a people file"))
    _add_verify(commands.add_parser("verify", help="check a card offline"))
    _add_read(commands.add_parser("read", help="what pictures of specimen papers say"))
    _add_preflight(commands.add_parser("preflight", help="is this machine fit to issue cards"))
    _add_assess(commands.add_parser("assess", help="would these papers do, and what is missing"))
    _add_pack(commands.add_parser("pack", help="check a city's pack, and list the packs at hand"))
    return parser


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--station", type=Path, metavar="FILE", help="the signed station file")
    _add_printer(parser)
    _add_training(parser)


def _add_printer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--printer",
        metavar="URI",
        help="ipp://localhost:PORT/PATH, ipps://HOST/PATH?pin=sha256-… or raw:///dev/usb/lp0;"
        " default: on screen",
    )
    parser.add_argument("--printer-profile", metavar="NAME", help="a file of assets/printers")


def _add_training(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--reading", action="store_true", help="let clerks have papers read")
    parser.add_argument(
        "--ledger", type=Path, metavar="FILE", help="count cards there; default: in memory"
    )


def _add_rehearse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--people", type=Path, required=True, metavar="FILE")
    parser.add_argument("--city", default=TRAINING_CITY, metavar="NAME")
    _add_printer(parser)
    parser.add_argument(
        "--slip-printer",
        metavar="URI",
        help="escpos://HOST:PORT, file:///dev/usb/lp0 or ipp://HOST:PORT/PATH; default: on screen",
    )
    parser.add_argument("--platform", choices=("offscreen", "xcb"), default="offscreen")
    parser.add_argument("--keep-cards", type=Path, metavar="DIR", help="write the cards there")
    parser.add_argument("--hold", type=float, default=0.0, metavar="SECONDS", help="stay up after")
    _add_training(parser)
    parser.add_argument("--json", action="store_true", help="one JSON line a person, and a summary")


def _add_specimen(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--people", type=Path, required=True, metavar="FILE")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--city", default=TRAINING_CITY, metavar="NAME")


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("card", metavar="IMAGE|TEXT|-", help="a picture, the code's text, or stdin")
    parser.add_argument("--trust", type=Path, required=True, metavar="FILE")
    parser.add_argument("--json", action="store_true")


def _add_read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("images", type=Path, nargs="+", metavar="IMAGE")
    parser.add_argument("--json", action="store_true", help="one JSON line a paper")


def _add_preflight(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _add_assess(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--city", required=True, metavar="NAME", help="a pack, or its folder")
    parser.add_argument(
        "--documents", default="", metavar="LIST", help="CODE[:expired=DAYS][:age=DAYS][:photo]…,…"
    )
    parser.add_argument("--age", type=_age, metavar="N", help="the applicant's age in years")
    parser.add_argument("--caretaker", action="store_true", help="somebody comes with them")
    parser.add_argument("--today", type=_day, metavar="DAY", help="as 2026-11-24")
    parser.add_argument(
        "--language", metavar="CODE", help="of the texts; default: the pack's first"
    )
    parser.add_argument("--json", action="store_true")


def _add_pack(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser("check", help="name every mistake with its line")
    check.add_argument("pack", metavar="PACK", help="a pack, or its folder")
    check.add_argument("--json", action="store_true")
    preview = actions.add_parser("preview", help="a contact sheet of the card's worst cases")
    preview.add_argument("pack", metavar="PACK", help="a pack, its folder, or a shared design")
    preview.add_argument("--out", type=Path, metavar="FILE", help="default: PACK-preview.png")
    listing = actions.add_parser("list", help="the packs at hand")
    listing.add_argument("--json", action="store_true")
    papers = actions.add_parser("papers", help="the codes and names of a pack's papers")
    papers.add_argument("city", metavar="NAME", help="a pack, or its folder")
    papers.add_argument("--language", metavar="CODE", help="of the names; default: the first")
    papers.add_argument("--json", action="store_true")


def _age(text: str) -> int:
    """Return an age in years."""
    from kiosk.policy import OLDEST  # noqa: PLC0415  # a station's start need not wait for it

    if not _NUMBER.fullmatch(text) or int(text) > OLDEST:
        raise Misuse(f"{text!r} is no age. Give whole years from 0 to {OLDEST}.")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Misuse(f"{text!r} is no day. Give one as 2026-11-24.") from None


def _sentence(error: KioskError) -> str:
    from kiosk.city import cities  # noqa: PLC0415  # only for a sentence

    text = _SENTENCES.get(error.code, "The program cannot go on. Start it again.")
    return text.format(cities=", ".join(cities()))


def _os_sentence(error: OSError) -> str:
    """Return a sentence for what the machine refused; paths are the caller's own words."""
    if error.errno == errno.ENOSPC:
        return "The disk is full. Free some space and try again."
    reason = (error.strerror or "it cannot be used").lower()
    if error.filename is None:
        return f"The machine refused: {reason}."
    return f"{error.filename}: {reason}. Check the path and its permissions."


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def _terminated(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(143)
