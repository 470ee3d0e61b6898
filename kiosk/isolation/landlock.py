"""Landlock: which files a process may still open, and whom it may reach, whatever its user may.

Rules name trees that may be read and, for a maker's driver alone, programs that may be started;
nothing but /dev/null may be written.
Rules are bound to the calling thread and its later children, so that they must stand before Qt is
imported and starts threads. A second set can only take more away. The kernel's word for what it can
do is a number, the ABI: see landlock(7) and Documentation/userspace-api/landlock.rst.
"""

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.isolation import kernel

# The numbers of these calls are the same on every machine.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_ABI = 1  # LANDLOCK_CREATE_RULESET_VERSION
_PATH_BENEATH = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
# Every right on files that a kernel of this ABI can take away: 13 at first, then refer, truncate
# and ioctl on devices.
_FILES = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_TCP = 0b11  # bind, connect: ABI 4
_SCOPES = 0b11  # abstract Unix sockets, signals: ABI 6
# ABI 7 writes each refusal, with the path, to the audit log: a name in a path would stay there.
_LOG_NOTHING = 0b101  # LOG_SAME_EXEC_OFF, LOG_SUBDOMAINS_OFF

TRUNCATE_ABI, TCP_ABI, DEVICES_ABI, SCOPES_ABI, _LOG_ABI = 3, 4, 5, 6, 7

SINK = Path("/dev/null")


@dataclass(frozen=True, slots=True)
class Rules:
    """Trees and files that may be read, files that may be written, programs that may be started.

    `scopes`: see `restrict`.
    """

    read: Sequence[Path] = ()
    write: Sequence[Path] = ()
    run: Sequence[Path] = ()
    scopes: bool = False


def abi() -> int:
    """Return what this kernel's Landlock can do; 0 if it has none or it is switched off."""
    try:
        return kernel.call(_CREATE_RULESET, None, 0, _ASK_ABI)
    except OSError:
        return 0


def restrict(rules: Rules) -> None:
    """Put the rules before the calling thread, for good: as much of them as the ABI can hold.

    With `scopes`, no signal and no abstract Unix socket reaches beyond this process. Under X11 that
    must wait until the display is connected, because the C library of X tries such a socket first
    and does not try another. Paths that do not exist are passed over. Raises OSError.
    """
    version = abi()
    ruleset = kernel.call(_CREATE_RULESET, *_attributes(version, scopes=rules.scopes), 0)
    try:
        for path in rules.read:
            _grant(ruleset, path, _READ_FILE, _READ_DIR)
        for path in rules.write:
            _grant(ruleset, path, _READ_FILE | _WRITE_FILE, 0)
        for path in rules.run:
            _grant(ruleset, path, _READ_FILE | _EXECUTE, 0)
        kernel.no_new_privileges()
        kernel.call(_RESTRICT_SELF, ruleset, _LOG_NOTHING if version >= _LOG_ABI else 0)
    finally:
        os.close(ruleset)


def _attributes(version: int, *, scopes: bool) -> tuple[bytes, int]:
    """Return struct landlock_ruleset_attr and its size, both as this ABI has them."""
    files = _FILES[max(known for known in _FILES if known <= max(version, 1))]
    words = [files]
    if version >= TCP_ABI:
        words.append(_TCP)
    if version >= SCOPES_ABI:
        words.append(_SCOPES if scopes else 0)
    packed = struct.pack(f"={len(words)}Q", *words)
    return packed, len(packed)


def _grant(ruleset: int, path: Path, on_files: int, on_folders: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # it is not there or not for us: there is nothing to grant
        return
    try:
        rights = on_files | (on_folders if path.is_dir() else 0)
        described = struct.pack("=Qi", rights, place)  # struct landlock_path_beneath_attr
        kernel.call(_ADD_RULE, ruleset, _PATH_BENEATH, described, 0)
    finally:
        os.close(place)
