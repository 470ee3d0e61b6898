"""Needles: short pieces, cut from every form of a person's data, that only this person has.

A piece that another person's data has too (the card's art, a white row) would be found everywhere
and prove nothing: each is checked against somebody else's, a piece of a code against many others'.
A code is packed bit by bit, so that what all cards of a city say is packed in one of many ways, and
one other card has just one of them. Texts are taken whole; from long forms a
few pieces are cut at random places, so that no two runs look for the same.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from PIL import Image

from kiosk.devices import Frame
from kiosk.formats import qr
from tests.forensics import forms
from tests.forensics.canary import Canary
from tests.forensics.forms import Issued
from tests.forensics.search import SHORTEST, SHORTEST_SPREAD, Needle, Spread

OTHER_CODES = 128  # with one, a piece in 200 was another's too; with these, one in 26,000

_PIECES = 3  # of each long form
_LONG = 32  # bytes cut from a stream
_ACROSS = 40  # pixels cut from a row of noise
_LETTERS_ACROSS = 96  # pixels cut from a row of letters: about eight of them
_CODE_ACROSS = 112  # pixels cut from a row of the code: more than twenty modules
_RUN = 128  # pixels that the printer's document keeps together; no cut goes over the border
_VARIETY = 6  # different bytes in a piece
_CHANGES = 12  # times that the colour changes along a piece of a card
_INK = 12  # pure black pixels in a piece of letters: what a person wrote is printed so
_TRIES = 4000
_MATRIX = 3  # rows of a code, whole

_LETTERS = ((380, 195, 950, 270), (380, 480, 620, 535))  # where the name and the address stand

_FILES = ("JPEG", "WEBP", "PNG")
KINDS = frozenset(
    {
        *(f"text as {kind}" for kind in ("UTF-8", "UTF-16", "UTF-32", "Latin-1", "base64")),
        *(f"PIN as {kind}" for kind in ("UTF-8", "UTF-16", "UTF-32", "base64")),
        *(f"portrait as {kind}" for kind in ("RGB24", "RGB32", "grey", *_FILES)),
        *(f"card as {kind}" for kind in ("RGB24", "RGB32", "grey", "1 bit")),
        *(f"credential as {kind}" for kind in ("Base45", "zlib", "CBOR", "base64")),
        *(f"code as {kind}" for kind in ("bytes", "bits")),
        "printer's document", "text in strides", "PIN in strides",
    }
)  # fmt: skip
"""Every kind of needle for somebody whose card is printed."""

Unlike = Callable[[bytes], bool]


def of_canary(canary: Canary) -> list[Needle]:
    """Return the needles of what a person types and brings, and of the clerk's PIN."""
    found = [
        Needle(f"text as {kind}", _worn(piece))
        for text in canary.texts.values()
        for kind, pieces in forms.of_text(text).items()
        for piece in pieces
    ]
    found += _of_pin(canary.pin)
    rows = _without_bits(canary.picture)
    chance = Random(canary.pin)
    found += _of_rows("portrait", canary.picture, rows, _any_place(chance, canary.picture))
    for kind in _FILES:
        for whole in forms.of_picture(canary.picture)[kind]:
            found += _cut(f"portrait as {kind}", whole, chance)
    return found


def _of_pin(pin: str) -> list[Needle]:
    found = forms.of_text(pin)
    return [
        Needle(f"PIN as {kind}", _worn(piece)) for kind, pieces in found.items() for piece in pieces
    ]


def spreads(canary: Canary) -> list[Spread]:
    """Return the texts to be looked for with their characters any distance apart."""
    named = {"text": canary.texts.values(), "PIN": [canary.pin]}
    found = [
        Spread(f"{kind} in strides", bytes(ord(sign) & 0xFF for sign in text))
        for kind, texts in named.items()
        for text in texts
    ]
    assert all(len(spread.letters) >= SHORTEST_SPREAD for spread in found)
    return found


def of_front(front: Frame, others: Sequence[Frame], chance: Random) -> list[Needle]:
    """Return the needles of a card's front: of the face on it, and of the letters beside it."""
    picture = forms.image(front)
    unlike = _unlike(front, *others)
    rows = _without_bits(picture)
    face = _places(chance, picture, (60, 200, 330, 540), _ACROSS, unlike)
    found = _of_rows("card", picture, rows, face)
    for box in _LETTERS:
        letters = _places(chance, picture, box, _LETTERS_ACROSS, _inked(unlike))
        found += _of_rows("card", picture, rows, letters, _LETTERS_ACROSS)
    return found


def of_issued(issued: Issued, other: Issued, codes: Sequence[str], chance: Random) -> list[Needle]:
    """Return the needles of the credential, its code, the back and the printer's document.

    `codes` are the credentials of further people; OTHER_CODES of them are enough.
    """
    found = of_code(issued.code, (other.code, *codes), chance)
    back = forms.image(issued.back)
    unlike = _unlike(issued.back, other.back)
    places = list(_places(chance, back, (560, 60, 960, 440), _CODE_ACROSS, unlike))
    found += _of_rows("card", back, forms.of_pixels(back), iter(places), _CODE_ACROSS)
    found += _of_matrix(forms.modules(issued.code))
    document = forms.of_document(issued)
    return found + _cut("printer's document", document, chance, _not_in(forms.of_document(other)))


def of_code(code: str, others: Sequence[str], chance: Random) -> list[Needle]:
    """Return the needles of a credential that are in none of the `others`."""
    theirs = [forms.of_code(other) for other in others]
    found = []
    for kind, wholes in forms.of_code(code).items():
        unlike = _not_in(*(whole for their in theirs for whole in their[kind]))
        for whole in wholes:
            found += _cut(f"credential as {kind}", whole, chance, unlike)
    return found


def _of_matrix(modules: qr.Modules) -> list[Needle]:
    """Return whole rows of the code, from its middle, where no pattern is shared by all codes."""
    across = len(modules)
    rows = range(across // 2, across // 2 + _MATRIX)
    return [
        Needle(f"code as {kind}", whole[row * width : (row + 1) * width])
        for kind, (whole,) in forms.of_matrix(modules).items()
        for width in [len(whole) // across]
        for row in rows
    ]


def _of_rows(
    name: str,
    picture: Image.Image,
    rows: forms.Forms,
    places: Iterator[tuple[int, int]],
    across: int = _ACROSS,
) -> list[Needle]:
    """Cut the same places out of every layout of a picture."""
    chosen = list(places)
    found = []
    for kind, wholes in rows.items():
        for whole in wholes:
            step = len(whole) // picture.height  # bytes of a row
            for x, y in chosen:
                first, last = x * step // picture.width, (x + across) * step // picture.width
                piece = whole[y * step + first : y * step + last]
                if len(piece) >= SHORTEST and len(set(piece)) >= min(_VARIETY, len(piece) // 3):
                    found.append(Needle(f"{name} as {kind}", piece))
    return found


def _without_bits(picture: Image.Image) -> forms.Forms:
    """Return the layouts that a picture in colours may have: one bit a pixel is for the back."""
    return {kind: whole for kind, whole in forms.of_pixels(picture).items() if kind != "1 bit"}


def _any_place(chance: Random, picture: Image.Image) -> Iterator[tuple[int, int]]:
    for _ in range(_PIECES):
        yield chance.randrange(picture.width - _ACROSS), chance.randrange(picture.height)


def _places(
    chance: Random,
    picture: Image.Image,
    box: tuple[int, int, int, int],
    across: int,
    unlike: Unlike,
) -> Iterator[tuple[int, int]]:
    """Draw places in `box` whose pixels vary, and are on no other card."""
    left, top, right, bottom = box
    found = 0
    for _ in range(_TRIES):
        x, y = chance.randrange(left, right - across), chance.randrange(top, bottom)
        piece = picture.crop((x, y, x + across, y + 1)).tobytes()
        changes = sum(piece[i : i + 3] != piece[i + 3 : i + 6] for i in range(0, len(piece) - 3, 3))
        if x % _RUN + across <= _RUN and changes >= _CHANGES and unlike(piece):
            found += 1
            yield x, y
            if found == _PIECES:
                return
    raise LookupError("nothing of the card is this person's alone")


def _unlike(frame: Frame, *others: Frame) -> Unlike:
    """Tell whether a piece of `frame` is nowhere on the other cards."""
    assert all((frame.width, frame.height) == (other.width, other.height) for other in others)
    return _not_in(*(other.rgb for other in others))


def _inked(unlike: Unlike) -> Unlike:
    """Tell whether a piece is nowhere else and has black letters in it, not art alone."""
    return lambda piece: (
        unlike(piece)
        and sum(piece[at : at + 3] == b"\0\0\0" for at in range(0, len(piece), 3)) >= _INK
    )


def _not_in(*elsewhere: bytes) -> Unlike:
    return lambda piece: not any(piece in whole for whole in elsewhere)


def _cut(kind: str, whole: bytes, chance: Random, unlike: Unlike = lambda _: True) -> list[Needle]:
    """Cut pieces that vary out of a stream, behind its head, which all such streams share."""
    head = len(whole) // 8
    found: list[Needle] = []
    for _ in range(_TRIES):
        at = chance.randrange(head, max(head + 1, len(whole) - _LONG))
        piece = whole[at : at + _LONG]
        if len(set(piece)) >= min(16, len(whole) // 3) and unlike(piece):
            found.append(Needle(kind, piece))
        if len(found) == _PIECES:
            return found
    raise LookupError(kind)


def _worn(piece: bytes) -> bytes:
    """Return a piece without zero bytes at its end, which any text of zeros would go on with."""
    return piece.rstrip(b"\0")
