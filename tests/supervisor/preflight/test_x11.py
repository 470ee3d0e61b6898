"""What an X server can answer, byte by byte; the real one is in test_real_machine."""

import socket
import struct
from pathlib import Path

import pytest

from kiosk.supervisor.preflight import x11

LET_IN = struct.pack("<BxHHH", 1, 11, 0, 2) + struct.pack("<II", 0, 0x400000)
REFUSED = struct.pack("<BBHHH", 0, 4, 11, 0, 1) + b"nope"
PRESENT, ABSENT = (struct.pack("<BxHIBB22x", 1, 0, 0, there, 148) for there in (1, 0))
NEW, OLD = (struct.pack("<BxHIHH20x", 1, 0, 0, 1, minor) for minor in (2, 1))
ERROR = struct.pack("<BB30x", 0, 1)


def _clients(*entries: tuple[int, int, int | None]) -> bytes:
    packed = b"".join(
        struct.pack("<III", client, mask, 0 if pid is None else 4)
        + (b"" if pid is None else struct.pack("<I", pid))
        for client, mask, pid in entries
    )
    return struct.pack("<BxHII20x", 1, 0, len(packed) // 4, len(entries)) + packed


def _asked(monkeypatch: pytest.MonkeyPatch, *answers: bytes) -> tuple[int | None, ...]:
    ours, theirs = socket.socketpair()
    theirs.sendall(b"".join(answers))
    theirs.shutdown(socket.SHUT_WR)
    monkeypatch.setattr(x11, "_connect", lambda _: ours)
    with theirs:
        return x11.clients(":5", None)


def test_everybody_but_the_server_and_us(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = _clients(
        (0, 1, None), (0, 2, 100), (0x200000, 1, None), (0x200000, 2, 4321),
        (0x400000, 1, None), (0x400000, 2, 999), (0x600000, 1, None),
    )  # fmt: skip
    assert _asked(monkeypatch, LET_IN, PRESENT, NEW, answer) == (4321, None)


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ([REFUSED], "lets this user in on no cookie"),
        ([LET_IN, ABSENT], "has no X-Resource extension"),
        ([LET_IN, PRESENT, OLD], "is too old"),
        ([LET_IN, PRESENT, NEW, ERROR], "does not say who its clients are"),
        ([LET_IN, PRESENT, NEW, _clients((0, 1, None))[:-1]], "closed the connection"),
        ([LET_IN, PRESENT, NEW, struct.pack("<BxHII20x", 1, 0, 0, 9)], "cannot be read"),
        ([LET_IN[:4]], "closed the connection"),
        ([], "closed the connection"),
    ],
)
def test_what_is_no_answer(
    answers: list[bytes], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(x11.NoAnswer) as refused:
        _asked(monkeypatch, *answers)
    assert reason in refused.value.reason


@pytest.mark.parametrize(
    ("display", "number"),
    [(":0", 0), (":12.1", 12), ("unix:3", 3), ("localhost:10.0", None), ("", None), (":x", None)],
)
def test_the_number_of_a_display_of_this_machine(display: str, number: int | None) -> None:
    assert x11.number(display) == number


def _entry(family: int, host: bytes, number: bytes, name: bytes, data: bytes) -> bytes:
    fields = (host, number, name, data)
    return struct.pack(">H", family) + b"".join(struct.pack(">H", len(f)) + f for f in fields)


def test_a_client_whose_process_is_left_empty_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = _clients((0x200000, 2, None), (0x600000, 2, 77), (0x600000, 1, None))
    assert _asked(monkeypatch, LET_IN, PRESENT, NEW, answer) == (None, 77)


@pytest.mark.parametrize(
    ("environment", "file"),
    [
        ({"XAUTHORITY": "/run/cookie", "HOME": "/home/a"}, Path("/run/cookie")),
        ({"HOME": "/home/a"}, Path("/home/a/.Xauthority")),
        ({}, None),
    ],
)
def test_where_the_cookie_is_kept(environment: dict[str, str], file: Path | None) -> None:
    assert x11.authority(environment) == file


def test_the_cookie_of_this_machine_and_this_display(tmp_path: Path) -> None:
    here, name = socket.gethostname().encode(), b"MIT-MAGIC-COOKIE-1"
    file = tmp_path / "authority"
    file.write_bytes(
        _entry(256, b"elsewhere", b"5", name, b"wrong host")
        + _entry(256, here, b"6", name, b"wrong display")
        + _entry(256, here, b"5", b"XDM-AUTHORIZATION-1", b"wrong kind")
        + _entry(0, here, b"5", name, b"wrong family")
        + _entry(256, here, b"5", name, b"right")
        + _entry(65535, b"", b"", name, b"any")
    )
    assert x11._cookie(file, 5) == b"right"
    assert x11._cookie(file, 7) == b"any"
    assert x11._cookie(tmp_path / "none", 5) == x11._cookie(None, 5) == b""


def test_an_authority_file_that_is_cut_short_is_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "authority"
    file.write_bytes(b"\x01")
    ours, theirs = socket.socketpair()
    monkeypatch.setattr(x11, "_connect", lambda _: ours)
    with theirs, pytest.raises(x11.NoAnswer, match="cannot be read"):
        x11.clients(":5", file)


def test_a_server_that_hangs_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = socket.socketpair()
    ours.settimeout(0.01)
    monkeypatch.setattr(x11, "_connect", lambda _: ours)
    with theirs, pytest.raises(x11.NoAnswer, match="does not answer"):
        x11.clients(":5", None)
