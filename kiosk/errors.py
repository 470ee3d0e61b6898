"""Every expected failure: a class and its code, whose sentence is in `kiosk.cli` or a .ts file.

An error never carries text or data, because a text can hold a name. What the world does (a jam, an
expired paper) is a value; an error is what a caller, an operator or a file did wrong.
"""

from typing import ClassVar


class KioskError(Exception):
    """An expected failure. `code` names it to the people who translate and to those who search."""

    code: ClassVar[str] = "unexpected"

    def __init__(self) -> None:
        super().__init__()


class UnknownCity(KioskError):
    code = "unknown-city"


class BadPack(KioskError):
    code = "bad-pack"


class PackNotConfirmed(KioskError):
    """The city has not confirmed that the pack holds its rules; no production day opens on it."""

    code = "pack-not-confirmed"


class UnknownDocumentKind(KioskError):
    code = "unknown-document-kind"


class NoWayBack(KioskError):
    code = "no-way-back"


class Incomplete(KioskError):
    """A stage was reached without the stages before it; only a fault in the program can do that."""

    code = "incomplete"


class Unverified(KioskError):
    """A credential that was just signed does not verify; nothing is printed."""

    code = "unverified"


class Unprintable(KioskError):
    """A text that the bundled fonts cannot draw, or that fits its field at no allowed size."""

    code = "unprintable"


class SignerLost(KioskError):
    """The signer closed the channel or died before it answered."""

    code = "signer-lost"


class SightLost(KioskError):
    """The process that looks at pictures is gone, too slow, or says what it may not say."""

    code = "sight-lost"


class PrinterLost(KioskError):
    """The printer's connection is gone, or what it says is not IPP."""

    code = "printer-lost"


class PrinterNotOurs(PrinterLost):
    """The printer's certificate is not the one that was pinned; not a byte was said to it."""

    code = "printer-not-ours"


class PrinterAddressWrong(KioskError):
    """A printer's address is of no form that we know."""

    code = "printer-address-wrong"


class PrinterInClear(KioskError):
    """A card would travel in clear to another machine."""

    code = "printer-in-clear"


class PrinterProfileWrong(KioskError):
    """There is no profile of that name, or it cannot be used."""

    code = "printer-profile-wrong"


class RasterWrong(KioskError):
    """A PWG raster document that cannot be read; only a fault in the program can make one."""

    code = "raster-wrong"


class KeyFileUnreadable(KioskError):
    code = "key-file-unreadable"


class KeyFileWrong(KioskError):
    code = "key-file-wrong"


class PassphraseWrong(KioskError):
    code = "passphrase-wrong"


class StaffFileWrong(KioskError):
    code = "staff-file-wrong"


class TrustFileWrong(KioskError):
    """A trust file is not the JSON it should be, or names a key by another key's `kid`."""

    code = "trust-file-wrong"


class LedgerMissing(KioskError):
    """A real station's ledger is not there: to begin a new one would forget every card."""

    code = "ledger-missing"


class LedgerInUse(KioskError):
    """Another station, or another program, has the ledger open."""

    code = "ledger-in-use"


class LedgerUnwritable(KioskError):
    """The disk is full or read-only, or this user may not write the ledger."""

    code = "ledger-unwritable"


class LedgerDamaged(KioskError):
    """The ledger is no ledger, or holds what no station has counted."""

    code = "ledger-damaged"


class LedgerOfAnotherKind(KioskError):
    """A real station's ledger was given to a training station or the other way, or a newer one."""

    code = "ledger-of-another-kind"


class NotADigest(KioskError):
    """Somebody asked for a signature over what is not 32 bytes; nothing is signed."""

    code = "not-a-digest"


class ShapingMissing(KioskError):
    """Pillow cannot shape text (libfribidi is missing): Arabic would be printed unjoined."""

    code = "shaping-missing"


class FontsWrong(KioskError):
    """A bundled font is missing or is not the one that was pinned."""

    code = "fonts-wrong"


class StationFileMissing(KioskError):
    code = "station-file-missing"


class StationFileUnsigned(KioskError):
    code = "station-file-unsigned"


class WallMissing(KioskError):
    """A wall around a process cannot be put up on this machine, and in production it must be.

    `wall` is the value of a `kiosk.isolation.walls.Wall`.
    """

    code = "wall-missing"

    def __init__(self, wall: str) -> None:
        super().__init__()
        self.wall = wall


class NotAPicture(KioskError):
    code = "not-a-picture"
