"""Back ends: where the issuing key is. Each turns a 32-byte digest into an ES256 signature.

The length is checked here and not left to the key's keeper: a PKCS#11 token that was measured
signed digests of 0, 20, 31 and 33 bytes.
"""

from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from kiosk.errors import KeyFileUnreadable, KeyFileWrong, NotADigest, PassphraseWrong

DIGEST_LENGTH = 32
_PREHASHED = ec.ECDSA(utils.Prehashed(hashes.SHA256()))
_ARMOUR = b"-----BEGIN ENCRYPTED PRIVATE KEY-----"


@dataclass(frozen=True, slots=True)
class FileKey:
    """A key that lay encrypted in a file and now lies in this process."""

    _key: ec.EllipticCurvePrivateKey = field(repr=False)

    def sign(self, digest: bytes) -> bytes:
        """Return r and s, 32 bytes each, big-endian (RFC 9053 section 2.1).

        Raises NotADigest if `digest` is not 32 bytes.
        """
        if len(digest) != DIGEST_LENGTH:
            raise NotADigest
        r, s = utils.decode_dss_signature(self._key.sign(digest, _PREHASHED))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def open_file(path: Path, passphrase: bytes) -> FileKey:
    """Open a P-256 key in encrypted PKCS#8 (PEM).

    Raises KeyFileUnreadable if the file cannot be read, KeyFileWrong if it holds anything else, and
    PassphraseWrong.
    """
    try:
        pem = path.read_bytes()
    except OSError:
        raise KeyFileUnreadable from None
    key = _decrypt(pem, passphrase)
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise KeyFileWrong
    return FileKey(key)


def _decrypt(pem: bytes, passphrase: bytes) -> object:
    if not _is_encrypted(pem):
        raise KeyFileWrong
    try:
        return load_pem_private_key(pem, passphrase)
    except UnsupportedAlgorithm:
        raise KeyFileWrong from None
    except (TypeError, ValueError):  # an empty passphrase is a TypeError
        raise PassphraseWrong from None


def _is_encrypted(pem: bytes) -> bool:
    """Return whether it is whole, encrypted PKCS#8.

    The library has one exception for a broken file and for a wrong passphrase; asked without any
    passphrase it has two.
    """
    try:
        load_pem_private_key(pem, None)
    except TypeError:
        return pem.lstrip().startswith(_ARMOUR)  # the older way to encrypt has no key stretching
    except (ValueError, UnsupportedAlgorithm):
        return False
    return False
