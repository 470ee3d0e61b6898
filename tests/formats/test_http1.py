import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import PrinterAddressWrong, PrinterLost
from kiosk.formats.http1 import Address, Answer, address, post, read_answer

OK = b"HTTP/1.1 200 OK\r\n"


def pieces(*received: bytes) -> Callable[[], bytes]:
    rest = iter(received)
    return lambda: next(rest, b"")


def test_an_address_has_a_host_with_its_port_and_a_path() -> None:
    assert address("ipp://localhost:8631/ipp/print") == Address(
        "ipp://localhost:8631/ipp/print", "localhost:8631", "/ipp/print"
    )
    assert address("ipps://printer/ipp/print").host == "printer"


@pytest.mark.parametrize(
    "uri",
    [
        *("", "http://localhost/", "ipp://localhost", "ipp:///ipp/print", "ippss://localhost/"),
        *("ipp://localhost/a b", "ipp://localhost/\r\nX: y", "ipp://user@localhost/"),
    ],
)
def test_anything_else_is_not_an_address(uri: str) -> None:
    with pytest.raises(PrinterAddressWrong):
        address(uri)


def test_a_request_says_where_to_and_how_much() -> None:
    assert post(address("ipp://[::1]:631/ipp/print"), 7) == (
        b"POST /ipp/print HTTP/1.1\r\nHost: [::1]:631\r\n"
        b"Content-Type: application/ipp\r\nContent-Length: 7\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("raw", "answer"),
    [
        (OK + b"Content-Length: 3\r\n\r\nabc", Answer(b"abc", stays_open=True)),
        (OK + b"content-length:3\r\n\r\nabc", Answer(b"abc", stays_open=True)),
        (
            OK + b"Connection: Close\r\nContent-Length: 0\r\n\r\n",
            Answer(b"", stays_open=False),
        ),
        (
            OK + b"Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n",
            Answer(b"ab0123456789", stays_open=True),
        ),
        (
            b"HTTP/1.1 100 Continue\r\n\r\n" + OK + b"Content-Length: 1\r\n\r\nx",
            Answer(b"x", stays_open=True),
        ),
    ],
)
def test_an_answer_is_read_however_it_is_cut(raw: bytes, answer: Answer) -> None:
    assert read_answer(pieces(raw)) == answer
    assert read_answer(pieces(*(bytes([byte]) for byte in raw))) == answer
    for length in range(len(raw)):
        with pytest.raises(PrinterLost):
            read_answer(pieces(raw[:length]))


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/2 200\r\n\r\n",
        OK + b"Content-Length: 1\r\n\r\nab",  # a byte that nobody asked for
        OK + b"Content-Length: -1\r\n\r\n",
        OK + b"Content-Length: 1_0\r\n\r\n0123456789",
        OK + b"Content-Length: 1048577\r\n\r\n" + bytes(1_048_577),
        OK + b"\r\nabc",
        OK + b"no colon\r\nContent-Length: 0\r\n\r\n",
        OK + b"X: y\r\n" + b"".join(b"A%d: b\r\n" % n for n in range(64)) + b"\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\nabc0\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n" + (b"ffff0\r\n" + bytes(0xFFFF0) + b"\r\n") * 2,
        OK + b"X: " + b"y" * 5000,
    ],
)
def test_anything_else_is_no_answer(raw: bytes) -> None:
    with pytest.raises(PrinterLost):
        read_answer(pieces(raw))


@given(raw=st.binary() | st.builds(lambda tail: OK + tail, st.binary()))
def test_any_bytes_are_an_answer_or_lost(raw: bytes) -> None:
    with contextlib.suppress(PrinterLost):
        assert isinstance(read_answer(pieces(raw)), Answer)
