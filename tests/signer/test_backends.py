import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)

from kiosk.errors import KeyFileWrong, NotADigest, PassphraseWrong
from kiosk.signer.backends import FileKey, open_file
from kiosk.trust.verify import PREHASHED
from tests.signer.conftest import KEY, Files


def test_signs_what_the_public_key_verifies() -> None:
    digest = bytes(range(32))
    signature = FileKey(KEY).sign(digest)
    r, s = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
    KEY.public_key().verify(utils.encode_dss_signature(r, s), digest, PREHASHED)


def test_a_signature_is_always_64_bytes() -> None:
    # One number in 256 is shorter than 32 bytes; no signature of 4,000 having one is a 10^-14.
    assert {len(FileKey(KEY).sign(bytes(32))) for _ in range(4000)} == {64}


@pytest.mark.parametrize("length", [length for length in range(65) if length != 32])
def test_signs_nothing_but_32_bytes(length: int) -> None:
    with pytest.raises(NotADigest):
        FileKey(KEY).sign(bytes(length))


def test_a_wrong_passphrase_is_always_told_from_a_wrong_file(files: Files) -> None:
    # Of wrong passphrases about one in 256 decrypts to well-formed padding, and then to garbage.
    for number in range(1000):
        with pytest.raises(PassphraseWrong):
            open_file(files.key, f"{number}".encode())


def test_a_key_of_another_kind(files: Files) -> None:
    other = ed25519.Ed25519PrivateKey.generate()
    encryption = BestAvailableEncryption(b"x")
    files.key.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption))
    with pytest.raises(KeyFileWrong):
        open_file(files.key, b"x")


def test_the_older_encryption_without_key_stretching(files: Files) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    encryption = BestAvailableEncryption(b"x")
    old = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, encryption)
    files.key.write_bytes(old)
    with pytest.raises(KeyFileWrong):
        open_file(files.key, b"x")


def test_a_key_does_not_show_itself() -> None:
    assert repr(FileKey(KEY)) == "FileKey()"
