"""The search itself: what it must find, it finds, wherever and however it lies."""

import subprocess
import sys
from random import Random

import pytest

from tests.forensics import memory
from tests.forensics.memory import Extent
from tests.forensics.search import OVERLAP, STRIDES, Needle, Search, Spread

CHANCE = Random()
NEEDLE = Needle("secret", CHANCE.randbytes(24))
TEXT = Spread("text", b"qzvkxjwm")
HAYSTACK = CHANCE.randbytes(1 << 16)
HOLDER = """
import ctypes, mmap, os, sys
secret = bytes.fromhex(sys.argv[1])
how = sys.argv[2]
if how == "heap":
    kept = [bytearray(secret) for _ in range(3)]
elif how == "shared":
    kept = mmap.mmap(-1, 1 << 16)
    kept[5000 : 5000 + len(secret)] = secret
elif how == "nameless file":
    kept = os.memfd_create("frame")
    os.write(kept, bytes(1 << 16) + secret)
elif how == "read-only":
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    kept = libc.mmap(None, ctypes.c_size_t(8192), 3, 0x22, -1, ctypes.c_long(0))
    ctypes.memmove(kept, secret, len(secret))
    libc.mprotect(ctypes.c_void_p(kept), ctypes.c_size_t(8192), 1)
elif how == "strides":
    kept = b"".join(bytes([letter]) + os.urandom(15) for letter in secret)
del secret
sys.argv.clear()
print("kept", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("place", [0, 1, 2, 3, 4095, 4096, 4097, (1 << 16) - 24])
def test_a_needle_is_found_at_every_alignment_and_at_both_ends(place: int) -> None:
    buffer = HAYSTACK[:place] + NEEDLE.piece + HAYSTACK[place + 24 :]
    assert Search([NEEDLE]).exact(buffer) == {NEEDLE: 1}


def test_all_of_many_needles_are_found_and_nothing_else() -> None:
    needles = [Needle(str(number), CHANCE.randbytes(9 + number % 40)) for number in range(300)]
    search = Search(needles)
    assert search.exact(b"!".join(needle.piece for needle in needles)) == dict.fromkeys(needles, 1)
    assert not search.exact(HAYSTACK)


def test_a_needle_that_was_cut_twice_counts_once() -> None:
    assert len(Search([NEEDLE, NEEDLE]).needles) == 1


def test_a_needle_that_lacks_its_last_byte_is_not_found() -> None:
    assert not Search([NEEDLE]).exact(HAYSTACK + NEEDLE.piece[:-1] + b"?")


@pytest.mark.parametrize("stride", [1, 2, 4, 16, 24, 255, STRIDES])
def test_a_text_is_found_at_every_stride(stride: int) -> None:
    buffer = bytearray(HAYSTACK)
    for index, letter in enumerate(TEXT.letters):
        buffer[777 + index * stride] = letter
    assert Search([], [TEXT]).spread(bytes(buffer)) == {TEXT: 1}


def test_a_text_with_one_wrong_letter_is_not_found() -> None:
    buffer = bytearray(HAYSTACK)
    for index, letter in enumerate(TEXT.letters[:-1] + b"?"):
        buffer[777 + index * 16] = letter
    assert not Search([], [TEXT]).spread(bytes(buffer))


@pytest.mark.parametrize("length", [3, OVERLAP + 1])
def test_a_needle_that_would_be_found_by_chance_or_be_cut_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="secret"):
        Search([Needle("secret", CHANCE.randbytes(length))])


@pytest.mark.parametrize("how", ["heap", "shared", "nameless file", "read-only", "strides"])
def test_whatever_a_process_keeps_is_found_from_outside(how: str) -> None:
    secret = "".join(CHANCE.sample("abcdefghijklmnopqrstuvwxyz", 12)).encode()
    search = Search([Needle("secret", secret)], [Spread("strides", secret)])
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, secret.hex(), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"kept\n"
        extent = Extent()
        buffers = list(memory.buffers(holder.pid, extent))
        holder.communicate()
    kinds = {one.kind for buffer in buffers for one in search.spread(buffer)}
    if how != "strides":
        kinds |= {one.kind for buffer in buffers for one in search.exact(buffer)}
        assert "secret" in kinds
    assert "strides" in kinds
    assert extent.searched > 1 << 20
