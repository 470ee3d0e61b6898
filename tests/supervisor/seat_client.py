"""A compositor's side of a seat, by the real libseat: obeys a word a line, says what happened."""

import ctypes
import sys

libseat = ctypes.CDLL("libseat.so.1")
libseat.libseat_open_seat.restype = ctypes.c_void_p
Handler = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)


class Listener(ctypes.Structure):
    _fields_ = (("enable", Handler), ("disable", Handler))


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def disable(seat: int, _data: int) -> None:
    say("rests")
    libseat.libseat_disable_seat(ctypes.c_void_p(seat))


listener = Listener(Handler(lambda _seat, _data: say("active")), Handler(disable))
seat = ctypes.c_void_p(libseat.libseat_open_seat(ctypes.byref(listener), None))
say("seated" if seat.value else "refused")
for line in sys.stdin:
    word, _, path = line.strip().partition(" ")
    if word == "open":
        descriptor = ctypes.c_int(-1)
        number = libseat.libseat_open_device(seat, path.encode(), ctypes.byref(descriptor))
        say("opened" if number > 0 else "refused")
    elif word == "listen":
        libseat.libseat_dispatch(seat, -1)
        say("listened")
