"""The signer: a long-lived process that turns a clerk's PIN and a digest into a signature.

It holds the issuing key and the staff's PIN verifiers, and sees 32 bytes of what it signs. It never
imports `kiosk.session` or `kiosk.supervisor`.
"""
