"""Somebody else at the printer's address: shakes hands with a key of their own, and listens."""

import socket
import ssl
import threading
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Impostor:
    """Takes one connection; `heard` is what was said to it behind the TLS, or None without TLS."""

    def __init__(self, folder: Path, newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.set_ciphers("ALL:@SECLEVEL=0")
        self._context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
        with warnings.catch_warnings(action="ignore"):  # of versions that nobody is to speak
            self._context.maximum_version = newest
        self._context.load_cert_chain(*_credentials(folder))
        self.heard: bytes | None = None
        ours, self._theirs = socket.socketpair()
        self._thread = threading.Thread(target=self._listen, args=(ours,), daemon=True)
        self._thread.start()

    def connection(self) -> int:
        """Return the descriptor of the line to it."""
        return self._theirs.detach()

    def wait(self) -> None:
        """Return when the line has ended."""
        self._thread.join()

    def _listen(self, ours: socket.socket) -> None:
        try:
            line = self._context.wrap_socket(ours, server_side=True, suppress_ragged_eofs=True)
        except OSError:
            ours.close()
            return
        self.heard = b""
        with line:
            while more := _received(line):
                self.heard += more


def _received(line: ssl.SSLSocket) -> bytes:
    try:
        return line.recv(1 << 16)
    except OSError:
        return b""


def _credentials(folder: Path) -> tuple[Path, Path]:
    """Write a certificate in the printer's name, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    shown, kept = folder / "certificate.pem", folder / "key.pem"
    shown.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    kept.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return shown, kept
