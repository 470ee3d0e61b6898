"""What is searched for is one person's alone."""

from pathlib import Path
from random import Random

from tests.forensics import forms, needles
from tests.forensics.canary import invent
from tests.forensics.drawn import Drawing

_PEOPLE = 40
_TIMES = 60  # pieces are cut anew each time


def _pieces(code: str) -> list[bytes]:
    return [piece for pieces in forms.of_code(code).values() for piece in pieces]


def test_no_piece_of_a_code_stands_in_the_code_of_somebody_else(tmp_path: Path) -> None:
    chance, drawing = Random(7), Drawing()
    code, *others = [
        drawing.code(invent(chance, 0, tmp_path, "issued")) for _ in range(1 + _PEOPLE)
    ]
    found = {
        needle.piece for _ in range(_TIMES) for needle in needles.of_code(code, others, chance)
    }
    assert len(found) > _TIMES
    assert all(any(piece in whole for whole in _pieces(code)) for piece in found)
    theirs = [whole for other in others for whole in _pieces(other)]
    assert [piece for piece in found if any(piece in whole for whole in theirs)] == []
