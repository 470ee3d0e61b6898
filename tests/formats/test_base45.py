from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats import base45


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"AB", "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
        (b"", ""),
    ],
)
def test_examples_of_the_standard(raw: bytes, text: str) -> None:
    assert base45.encode(raw) == text
    assert base45.decode(text) == raw


@given(raw=st.binary(max_size=300))
def test_what_is_encoded_is_decoded(raw: bytes) -> None:
    assert base45.decode(base45.encode(raw)) == raw


@pytest.mark.parametrize(
    "text",
    [
        "A",  # a single digit stands for nothing
        "0",
        "BB8A",
        "BB80",
        "GGW",  # 65,536
        ":::",
        "::",  # more than one byte can be
        "5U",  # 256; of the least significant digit first
        "bb8",
        "BB8\n",
        "BB_",
        "BBÄ",
        "BB٨",
    ],
)
def test_refuses_what_no_bytes_encode_to(text: str) -> None:
    assert base45.decode(text) is None


def test_the_largest_groups_are_taken() -> None:
    assert base45.decode("FGW") == b"\xff\xff"
    assert base45.decode("U5") == b"\xff"


def test_one_text_for_one_run_of_bytes() -> None:
    digits = "0A Z:"
    for group in product(digits, repeat=3):
        raw = base45.decode("".join(group))
        assert raw is None or base45.encode(raw) == "".join(group)
