"""The kernel's BPF machine in small, so that a filter is tried for both processors on either."""

import struct
from collections.abc import Sequence

KILL, ALLOW, ERRNO = 0x80000000, 0x7FFF0000, 0x00050000


def verdict(program: bytes, audit: int, number: int, arguments: Sequence[int] = ()) -> int:
    """Return what the program says to a call: KILL, ALLOW, or ERRNO with a number."""
    words = [word & 0xFFFFFFFFFFFFFFFF for word in (*arguments, 0, 0, 0, 0, 0, 0)[:6]]
    call = struct.pack("=IIQ6Q", number & 0xFFFFFFFF, audit, 0, *words)
    steps = list(struct.iter_unpack("=HBBI", program))
    place, accumulator = 0, 0
    while True:
        code, then, otherwise, operand = steps[place]
        place += 1
        match code:
            case 0x20:
                (accumulator,) = struct.unpack_from("=I", call, operand)
            case 0x15:
                place += then if accumulator == operand else otherwise
            case 0x35:
                place += then if accumulator >= operand else otherwise
            case 0x45:
                place += then if accumulator & operand else otherwise
            case 0x06:
                return int(operand)
            case _:
                raise AssertionError(hex(code))
