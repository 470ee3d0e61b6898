"""Disk: room for the counts, no trace of when what was read, and no key that should be gone."""

import stat

from kiosk.isolation import trees
from kiosk.supervisor.preflight.check import Check, Seen
from kiosk.supervisor.preflight.machine import Machine

STATE = "/var/lib/city-id-kiosk"
KEYS = "/etc/city-id-kiosk/keys"
_LEAST_FREE = 256 << 20  # the counts of a year take less than one MiB; a full disk stops a station
_LEAST_FILES = 1000
_PUBLIC = ".pub"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def _free(machine: Machine) -> Seen:
    space = machine.space(STATE)
    enough = space.free_bytes >= _LEAST_FREE and space.free_files >= _LEAST_FILES
    told = f"{space.free_bytes >> 20} MiB and {space.free_files} files free in {space.folder}"
    return Seen(enough, f"{told}; needed are {_LEAST_FREE >> 20} MiB and {_LEAST_FILES} files")


def _access_times(machine: Machine) -> Seen:
    read = ("/", *map(str, (*trees.program(), *trees.system())))
    under = {mount.folder: mount for path in read if (mount := machine.mount_over(path))}
    kept = sorted(name for name, mount in under.items() if not mount.options & {"noatime", "ro"})
    cure = " && ".join(f"sudo mount -o remount,noatime {folder}" for folder in kept)
    lines = f"{cure}  # and noatime into the options of {', '.join(kept)} in /etc/fstab"
    told = f"kept on {', '.join(kept)}" if kept else f"none kept on {', '.join(sorted(under))}"
    return Seen(bool(under) and not kept, told, lines if kept else None)


def _retired_keys(machine: Machine) -> Seen:
    names = [name for name in machine.names(KEYS) if not name.endswith(_PUBLIC)]
    told = ", ".join(names) if names else "no private key"
    return Seen(len(names) <= 1, f"{told} in {KEYS}; one, the key in use, may be there")


def _key_folder(machine: Machine) -> Seen:
    names = machine.names(KEYS)
    places = [KEYS, *(f"{KEYS}/{name}" for name in names if not name.endswith(_PUBLIC))]
    modes = {place: machine.mode(place) for place in places}
    wide = [place for place, mode in modes.items() if mode is not None and mode & _OTHERS]
    if wide:
        return Seen(False, f"others may use {', '.join(wide)}")
    return Seen(True, f"nobody else may use {KEYS}" if modes[KEYS] else f"{KEYS} is not there")


CHECKS = (
    Check(
        "disk-free",
        "A blank is booked on the disk before it is printed on; a full disk would stop a card half"
        " way.",
        "sudo apt-get clean && sudo journalctl --vacuum-size=16M && df -h /var/lib",
        _free,
    ),
    Check(
        "access-times",
        "The time when a font or a table was last read tells that somebody came, when, and in"
        " which script they write.",
        "sudo sed -i 's/^\\(\\S\\+\\s\\+\\/\\s\\+\\S\\+\\s\\+\\)/\\1noatime,/' /etc/fstab && sudo"
        " mount -o remount,noatime /",
        _access_times,
    ),
    Check(
        "retired-keys",
        "A key that signs no more can still sign false cards when it is stolen.",
        f"ls -l {KEYS}  # then for every file but the key in use: sudo shred --remove {KEYS}/FILE",
        _retired_keys,
    ),
    Check(
        "key-folder",
        "Whoever can read the signing key can issue cards.",
        f"sudo chmod -R go= {KEYS}",
        _key_folder,
    ),
)
