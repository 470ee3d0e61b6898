"""Trust: who may sign, what a card's number is, and whether a card is to be believed.

Used by the session, which reads back what it had signed, and by the offline verifier. Nothing here
opens a connection or knows a person longer than one call.
"""
