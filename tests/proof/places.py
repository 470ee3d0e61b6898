"""Places: what each page looks like and where its controls are, drawn here at the guest's size.

The guest draws with the same Qt, the same fonts and the same code, so that a page is recognised by
its picture, and a control is touched where it is here.
"""

import os
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.assets import FONTS
from tests.proof.machine import HEIGHT, WIDTH
from tests.ui.scenes import SCENES, Stage
from ui.theme import Theme, install, load_all_fonts, load_first_fonts, theme
from ui.widgets import icon

# Every state that a visit passes through; a page's name is the part before the dot.
_SCENES = {
    "attract": "attract", "language": "language", "readiness": "readiness", "notice": "notice",
    "name": "name",
    "latin_name": "latin_name", "birth_date": "birth_date", "gender": "gender",
    "address": "address", "veteran": "veteran_asked",
    "portrait": "portrait", "portrait.taken": "portrait_taken",
    "check": "check", "check.drawing": "check_drawing", "evidence": "evidence",
    "evidence.clerk": "evidence_nothing", "evidence.license": "evidence_license",
    "evidence.enough": "evidence_license_enough", "review": "review",
    "review.pin": "review_pin",
    "printing": "printing_ask", "printing.busy": "printing", "taken": "taken",
    "look": "look_left",
}  # fmt: skip
_SMALLER = 4  # a picture is compared at a quarter of its width
_DIFFERENT = 24  # of 255 grades

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Guide:
    """Pictures by state, and the middles of controls by state and name."""

    pictures: dict[str, Image.Image]
    controls: dict[str, dict[str, Place]]

    def state(self, screen: Path) -> str:
        """Return the state whose picture is nearest to what is on the screen."""
        with Image.open(screen) as picture:
            seen = _small(picture)
        return min(self.pictures, key=lambda state: _distance(self.pictures[state], seen))

    def place(self, state: str, name: str) -> Place:
        return self.controls[state][name]


def draw() -> Guide:
    """Draw every page of a visit in English."""
    app = QApplication.instance() or QApplication([])
    load_first_fonts(FONTS)
    load_all_fonts(FONTS)
    assert isinstance(app, QApplication)
    install(app, Theme())
    icon.warm()
    stage, size = Stage(("en",)), QSize(WIDTH, HEIGHT)
    theme().fit(size)
    stage.window.resize(size)
    stage.window.show()
    guide = Guide({}, {})
    for state, scene in _SCENES.items():
        assert SCENES[scene].page == state.split(".")[0]
        stage.play(scene, "en")
        guide.controls[state] = _controls(stage.window)
        guide.pictures[state] = _small(_grab(stage.window))
    stage.end()
    return guide


def _grab(window: QWidget) -> Image.Image:
    drawn = window.grab().toImage()
    content = bytes(drawn.constBits())
    return Image.frombuffer("RGB", (WIDTH, HEIGHT), content, "raw", "BGRX", drawn.bytesPerLine())


def _small(picture: Image.Image) -> Image.Image:
    return picture.convert("L").reduce(_SMALLER)


def _distance(one: Image.Image, other: Image.Image) -> int:
    """Return how many points differ so much that one would see it."""
    grades = ImageChops.difference(one, other).histogram()
    return sum(grades[_DIFFERENT:])


def _controls(window: QWidget) -> dict[str, Place]:
    found = {}
    for control in window.findChildren(QWidget):
        if control.objectName() and control.isVisible():
            middle = QPoint(control.width() // 2, control.height() // 2)
            place = control.mapTo(window, middle)
            found[control.objectName()] = (place.x(), place.y())
    return found
