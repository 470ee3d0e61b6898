"""Discard: what was needed only to make the card is gone before the resident takes it.

The clerk has decided and the card is made, so nobody has to look at a paper any more. What else a
session knows goes when the card was seen (`journey.discarded`), and with the process.
"""

from kiosk.isolation import memory
from kiosk.session.credential import Credential
from kiosk.session.scan import Scan


def end(credential: Credential, scan: Scan) -> Credential:
    """Leave nothing of the scan or of its frame, and return what ends the need for them."""
    scan.overwrite()
    memory.wash()
    return credential
