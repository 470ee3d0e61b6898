"""Verdicts: what the results of examinations mean. The tests and the report share them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Examination = dict[str, Any]

REAL = ("offscreen", "xcb")
SCREEN = "screen"  # needles cut from what was on the screen, if the card was
HOLDING, LEAKING, CRASHING, WALLED = range(4)  # the people of the planted examination
# Leak -> what the mistake is, in words.
LEAKS = {
    "settings": "the program saves its settings, with the last address in them",
    "log": "a line in a log file names the person",
    "temporary": "the photograph is put into a temporary file",
    "shared": "the card's code is put, in base64, into a file in memory",
    "clipboard": "what was typed is copied to the clipboard and selected",
    "title": "the window's title names the person",
    "environment": "a helper program is started with a name among its settings, and lives on",
    "socket": "a socket is named after the address",
    "job": "the print job is named after the address",
    "supervisor": "the supervisor reads the person's file, and keeps it",
    "exception": "a failure writes down all it knows",
}
# Leak -> the process in which it is found, and as what.
IN_PROCESSES = {
    "clipboard": ("another program on the display", "text as UTF-16"),
    "title": ("display server", "text as UTF-8"),
    "environment": ("helper: sleep", "text as UTF-8"),
    "job": ("printer", "text as UTF-8"),
    "supervisor": ("supervisor", "text as UTF-8"),
}
# Leak -> the end of the path of the file in which it is found, and as what.
IN_FILES = {
    "settings": ("/settings.ini", "text as UTF-8"),
    "log": ("/session.log", "text as UTF-8"),
    "temporary": (".jpg", "portrait as JPEG"),
    "shared": (f"-{LEAKING + 1}", "credential as base64"),
    "exception": ("/traceback.txt", "text as UTF-8"),
}
IN_TABLES = {"socket": ("/proc/net/unix", "text as UTF-8")}


@dataclass(frozen=True, slots=True)
class Verdict:
    """`residues` counts what was found where nothing may be; `places`, where each leak was.

    `blind` names the kinds of needles that the search did not find where they were.
    """

    residues: int
    blind: tuple[str, ...]
    places: Mapping[str, str]
    through_walls: int
    walled: tuple[str, ...]  # the leaks that were tried behind the walls

    @property
    def planted(self) -> int:
        return len(LEAKS)

    @property
    def caught(self) -> int:
        return len(self.places)


def judge(results: Mapping[str, Examination], walled: tuple[str, ...] = ()) -> Verdict:
    """Judge all three examinations."""
    planted = results["planted"]
    places = {leak: place for leak in LEAKS if (place := place_of(leak, planted))}
    return Verdict(
        sum(len(residues(results[kind])) for kind in REAL),
        tuple(blind(planted)),
        places,
        len(through_walls(planted)),
        walled,
    )


def residues(examination: Examination) -> list[str]:
    """Return everything that was found where nothing may be, a line each."""
    found = [line for person in examination["people"] for line in of_person(person)]
    files = examination["files"]["found"].items()
    return found + [f"{path}: {', '.join(kinds)}" for path, kinds in files]


def blind(planted: Examination) -> list[str]:
    """Return the kinds of which not every needle was found in the session that holds all forms."""
    one = planted["people"][HOLDING]
    wanted = {kind: count for kind, count in one["needles"].items() if kind != SCREEN}
    return [kind for kind, count in wanted.items() if one["held"].get(kind, 0) < count]


def of_person(person: Examination) -> list[str]:
    """Return what was found of one person outside their session, a line each."""
    found = [
        f"{person['ending']}, {other['moment']}: {other['process']} holds {kind}, {count} times"
        for other in person["others"]
        for kind, count in left(other).items()
    ]
    return found + [f"{name}: {', '.join(kinds)}" for name, kinds in person["tables"].items()]


def left(other: Mapping[str, Any]) -> dict[str, int]:
    """Return what was found in a process, but for what is not over yet.

    That is the dots of a page that everybody still sees, and what a sight has seen until it is
    wiped with its session.
    """
    found: dict[str, int] = other["found"]
    if is_sight_of_a_session(other):
        return {}
    return {
        kind: count
        for kind, count in found.items()
        if not (on_the_screen(other) and kind == SCREEN)
    }


def on_the_screen(other: Mapping[str, Any]) -> bool:
    """Return whether this is the display server while a session's window is there."""
    return other["moment"] in ("held", "stopped") and other["process"] == "display server"


def is_sight_of_a_session(other: Mapping[str, Any]) -> bool:
    """Return whether this is the sight of a session that is there, or stopped and not yet wiped."""
    return other["moment"] in ("held", "stopped") and other["process"] == "sight"


def place_of(leak: str, planted: Examination) -> str:
    """Return where a planted leak was found, or "" if it was not."""
    leaking = planted["people"][LEAKING]
    if leak in IN_PROCESSES:
        process, kind = IN_PROCESSES[leak]
        others = (one for one in leaking["others"] if one["process"] == process)
        return f"the memory of: {process}" if any(kind in one["found"] for one in others) else ""
    if leak in IN_TABLES:
        table, kind = IN_TABLES[leak]
        return f"the kernel's table {table}" if kind in leaking["tables"].get(table, ()) else ""
    end, kind = IN_FILES[leak]
    files = (path for path in _holding(kind, planted) if path.endswith(end))
    return next((f"the file {path.rpartition('/')[2]}" for path in files), "")


def through_walls(planted: Examination) -> list[str]:
    """Return what was found of the leaks that were tried behind the walls."""
    walled = planted["people"][WALLED]
    ends = (f"-{WALLED + 1}", f"/mistakes/{WALLED + 1}")
    files = (path for path in planted["files"]["found"] if any(end in path for end in ends))
    return [*of_person(walled), *files]


def _holding(kind: str, examination: Examination) -> Iterator[str]:
    return (path for path, kinds in examination["files"]["found"].items() if kind in kinds)
