"""Files: one file of a pack as a table to read, and its mistakes with their lines.

A file that is not there, or is none, is a mistake like any other, so that all are named at once.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.lines import nearest, places
from kiosk.packs.table import Fault, Table


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake in a pack: the file, the line in it, and the reason in words."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file that is TOML; `table` gathers what is wrong in it while it is read."""

    name: str
    text: str
    table: Table

    def mistakes(self) -> tuple[Mistake, ...]:
        """Return what was found wrong so far, each thing once, from the top of the file."""
        if not self.table.faults:
            return ()
        known = places(self.text)
        found = (
            Mistake(self.name, nearest(known, fault.path), _reason(fault))
            for fault in dict.fromkeys(self.table.faults)
        )
        return tuple(sorted(found, key=lambda mistake: mistake.line))


def open_file(folder: Path, name: str) -> PackFile | Mistake:
    """Return the file called `name`, or what keeps it from being read at all."""
    try:
        raw = (folder / name).read_bytes()
    except FileNotFoundError:
        return Mistake(name, 1, "the file is missing")
    except IsADirectoryError:
        return Mistake(name, 1, "is a folder and not a file")
    except OSError:
        return Mistake(name, 1, "the file cannot be read")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return Mistake(name, raw[: error.start].count(b"\n") + 1, "is not UTF-8")
    return _parsed(name, text)


def _parsed(name: str, text: str) -> PackFile | Mistake:
    try:
        return PackFile(name, text, Table(tomllib.loads(text), []))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else _last_line(text)
        return Mistake(name, line, f"is not TOML: {error}")
    except RecursionError:
        return Mistake(name, 1, "is nested too deeply")
    except ValueError:  # the parser lets through what int() says of thousands of digits
        return Mistake(name, 1, "holds a number that is too long")


def _reason(fault: Fault) -> str:
    where = " › ".join(_printable(str(part)) for part in fault.path)
    return f"{where}: {fault.reason}" if where else fault.reason


def _printable(key: str) -> str:
    return key if key.isprintable() else repr(key)


def _last_line(text: str) -> int:
    return text.rstrip("\n").count("\n") + 1
