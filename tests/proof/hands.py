"""Hands: keys and touches through QEMU's devices, so that driver, evdev, libinput and compositor
all see them, as they see a resident's.
"""

import time
from collections.abc import Sequence

from tests.proof.machine import HEIGHT, WIDTH, Machine
from tests.proof.places import Place

_BETWEEN = 0.06  # seconds: a guest on an imitated processor misses faster ones
_FULL = 0x7FFF  # QEMU's absolute axes

# Linux key codes (linux/input-event-codes.h) of a US keyboard, by letter.
CODES = (
    {letter: 16 + place for place, letter in enumerate("qwertyuiop")}
    | {letter: 30 + place for place, letter in enumerate("asdfghjkl")}
    | {letter: 44 + place for place, letter in enumerate("zxcvbnm")}
    | {digit: 2 + place for place, digit in enumerate("1234567890")}
    | {" ": 57}
)
_NAMES = {" ": "spc"}


def codes(text: str) -> tuple[int, ...]:
    """Return the codes of the keys that type `text`, without shift."""
    return tuple(CODES[letter] for letter in text.lower())


def type_text(machine: Machine, text: str) -> None:
    """Type `text`, key by key."""
    for letter in text:
        shift = ("shift",) if letter.isupper() else ()
        press(machine, (*shift, _NAMES.get(letter, letter.lower())))


def press(machine: Machine, keys: Sequence[str]) -> None:
    """Press keys together, and let them go."""
    for key in keys:
        _key(machine, key, down=True)
    time.sleep(_BETWEEN)
    for key in reversed(keys):
        _key(machine, key, down=False)
    time.sleep(_BETWEEN)


def touch(machine: Machine, place: Place) -> None:
    """Touch the screen at a place in pixels."""
    across, down = place
    move = [
        {"type": "abs", "data": {"axis": axis, "value": at * _FULL // size}}
        for axis, at, size in (("x", across, WIDTH), ("y", down, HEIGHT))
    ]
    machine.ask("input-send-event", {"events": move})
    time.sleep(_BETWEEN)
    for pressed in (True, False):
        button = {"type": "btn", "data": {"down": pressed, "button": "left"}}
        machine.ask("input-send-event", {"events": [button]})
        time.sleep(_BETWEEN)


def _key(machine: Machine, key: str, *, down: bool) -> None:
    event = {"type": "key", "data": {"down": down, "key": {"type": "qcode", "data": key}}}
    machine.ask("input-send-event", {"events": [event]})
