from collections.abc import Callable, Iterator

import pytest

from kiosk.errors import NotADigest, SignerLost
from kiosk.isolation import channel
from kiosk.isolation.approval import Approval
from tests.signer.conftest import (
    DIGEST,
    Signer,
    is_signature,
)

SECOND = (65_535, "1234567890123456")


@pytest.fixture
def approval(signer: Signer) -> Iterator[Approval]:
    ours = Approval(signer.session(1).detach())
    yield ours
    ours.close()


def test_an_approval_checks_then_signs(approval: Approval) -> None:
    assert approval.check(12, "246810") is None
    answer = approval.sign(12, "246810", DIGEST)
    assert isinstance(answer, bytes)
    assert is_signature(answer, DIGEST)
    with pytest.raises(SignerLost):
        approval.check(12, "246810")


def test_an_approval_counts_the_tries_down(approval: Approval) -> None:
    assert approval.check(12, "1") == 2
    assert approval.sign(12, "1", DIGEST) == 1
    assert approval.check(12, "1") == 0
    with pytest.raises(SignerLost):
        approval.check(12, "246810")


def test_two_people_have_a_digest_signed(approval: Approval) -> None:
    answer = approval.sign(12, "246810", DIGEST, SECOND)
    assert isinstance(answer, bytes)
    assert is_signature(answer, DIGEST)
    with pytest.raises(SignerLost):
        approval.check(12, "246810")


def test_a_wrong_pair_costs_one_try(approval: Approval) -> None:
    assert approval.sign(12, "1", DIGEST, SECOND) == 2
    assert approval.sign(12, "246810", DIGEST, (12, "246810")) == 1
    assert approval.sign(12, "1", DIGEST, (65_535, "1")) == 0
    with pytest.raises(SignerLost):
        approval.sign(12, "246810", DIGEST, SECOND)


CANNOT_BE_ASKED = pytest.mark.parametrize(
    ("number", "pin"),
    [(12, "٢٤٦٨١٠"), (12, "2" * 17), (65_536 + 12, "246810"), (-1, "246810"), (10**30, "1")],
)


@CANNOT_BE_ASKED
def test_what_cannot_be_asked_is_wrong(approval: Approval, number: int, pin: str) -> None:
    assert approval.check(number, pin) == 2


@CANNOT_BE_ASKED
def test_what_cannot_be_asked_is_wrong_in_a_pair(approval: Approval, number: int, pin: str) -> None:
    assert approval.sign(*SECOND, DIGEST, (number, pin)) == 2
    assert approval.sign(number, pin, DIGEST, SECOND) == 1


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_an_approval_asks_for_no_other_length(approval: Approval, length: int) -> None:
    with pytest.raises(NotADigest):
        approval.sign(12, "246810", bytes(length))


@pytest.mark.parametrize("answer", [b"", b"\xff", b"\x02\x02", bytes(63), bytes(65)])
def test_an_answer_that_is_none_loses_the_signer(answer: bytes) -> None:
    theirs, ours = channel.pair()
    approval = Approval(ours.detach())
    theirs.send(answer)
    with pytest.raises(SignerLost):
        approval.sign(12, "246810", DIGEST)
    theirs.close()
    with pytest.raises(SignerLost):
        approval.check(12, "246810")
    approval.close()


@pytest.mark.parametrize(
    ("ask", "length"),
    [
        (lambda approval: approval.check(12, "246810"), 18),
        (lambda approval: approval.sign(12, "246810", DIGEST), 50),
        (lambda approval: approval.sign(*SECOND, DIGEST, (12, "246810")), 68),
    ],
)
def test_an_approval_wipes_its_request(
    approval: Approval,
    monkeypatch: pytest.MonkeyPatch,
    ask: Callable[[Approval], object],
    length: int,
) -> None:
    sent: list[bytearray] = []

    class End:
        def send(self, message: bytearray) -> None:
            assert b"246810" in message
            sent.append(message)

        def recv(self, _: int) -> bytes:
            return b"\x02"

    with monkeypatch.context() as patched:
        patched.setattr(approval, "_end", End())
        assert ask(approval) == 2
    assert sent == [bytearray(length)]
