"""Discard: what was needed only to make the card is gone before the resident takes it.

The clerk has decided and the card is made, so nobody has to look at a paper any more. What else a
session knows goes when the card was seen (`journey.discarded`), and with the process.
"""

from kiosk.session.credential import Credential
from kiosk.session.scan import Scan


def end(credential: Credential, scan: Scan) -> Credential:
    """Overwrite the scan, and return the credential that ends the need for it."""
    scan.overwrite()
    return credential
