import os

import pytest

from kiosk.trust import serial


@pytest.mark.parametrize(
    ("raw", "drawn"),
    [
        (bytes(10), "0000000000000000"),
        (b"\xff" * 10, "ZZZZZZZZZZZZZZZZ"),
        (bytes(9) + b"\x01", "0000000000000001"),
        (bytes.fromhex("0123456789abcdef0123"), "04HMASW9NF6YY093"),
    ],
)
def test_eighty_bits_are_sixteen_signs(raw: bytes, drawn: str) -> None:
    asked: list[int] = []

    def randomness(count: int) -> bytes:
        asked.append(count)
        return raw

    assert serial.draw(randomness) == drawn
    assert asked == [10]


def test_no_two_are_the_same() -> None:
    assert len({serial.draw(os.urandom) for _ in range(1000)}) == 1000


def test_printed_in_groups_of_four() -> None:
    assert serial.grouped("7QX4K2M9PT3DV6HZ") == "7QX4-K2M9-PT3D-V6HZ"
