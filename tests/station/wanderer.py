"""A real session that shows itself in every way that it can, then ends as erased.

Run as `python -m tests.station.wanderer` with the arguments of `ui`. Every page in every language,
text size and contrast, with names in every script, and every key of every keyboard.
"""

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.assets import FONTS
from kiosk.formats import faces
from kiosk.isolation import walls
from kiosk.isolation.channel import Say, SessionEnd
from ui import __main__ as session

if TYPE_CHECKING:  # a session puts up its walls before it imports Qt
    from ui.start import Session


def main() -> None:
    arguments = session._parser().parse_args()
    control = SessionEnd(arguments.control)
    session._end_on_any_fault(control)
    arguments.cast = None
    missing = walls.stage_one(training=True)
    from ui import start  # noqa: PLC0415

    begin, texts = start.Session.begin, samples()

    def begin_and_wander(self: "Session") -> None:
        self.app.parts.outside.shown.connect(lambda _: wander(self, texts))
        begin(self)

    start.Session.begin = begin_and_wander  # type: ignore[method-assign]
    start.run(arguments, control, [each.wall.value for each in missing])


def wander(self: "Session", texts: Sequence[str]) -> None:
    from ui.book import NAMES  # noqa: PLC0415
    from ui.window import SCALES  # noqa: PLC0415

    app = self.app
    languages = self._city.languages
    for language, _, contrast in itertools.product(languages, SCALES, (False, True)):
        app.parts.translator.use(language)
        for name in NAMES:
            app.parts.window.show_page(app.build(name))
            app.parts.window.grab()
        app.parts.window._pressed("contrast")
        if contrast:
            app.parts.window._pressed("text")
    write_in_every_script(self, texts)
    for name in NAMES:
        touch_every_key(self, name)
    self._warm_late()
    app.end(Say.ERASED)


def write_in_every_script(self: "Session", texts: Sequence[str]) -> None:
    from ui.widgets import Field  # noqa: PLC0415

    page = self.app.build("name")
    self.app.parts.window.show_page(page)
    fields = page.findChildren(Field)
    for text in texts:
        for field in fields:
            field.set_text(text)
        page.grab()
        self._studio.covers(text)


def samples() -> list[str]:
    """Return the first letters of every font."""
    return [
        "".join(map(chr, (face.first[len(face.first) // 2], face.first[-1], face.last[-1])))
        for face in faces.load(FONTS)
    ]


def touch_every_key(self: "Session", name: str) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.keyboard.keyboard import Keyboard  # noqa: PLC0415
    from ui.keyboard.keys import Key  # noqa: PLC0415

    page = self.app.build(name)
    self.app.parts.window.show_page(page)
    QApplication.processEvents()
    for keyboard in page.findChildren(Keyboard):
        for _ in range(4):  # a key may turn to another plane, which has keys of its own
            for key in keyboard.findChildren(Key):
                if key.isVisible():
                    key.clicked.emit()
            page.grab()


if __name__ == "__main__":
    main()
