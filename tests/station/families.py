"""The children of a family that visits a station in a test, spelled backwards.

So the names are nowhere in a session but where somebody has typed them.
"""

FIRST, SECOND = "tfewelbmarB nolliuQ", "kciwretsO nismaT"
