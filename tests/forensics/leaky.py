"""Leaky: a session with a mistake planted in it, to see that the search finds what comes of it.

    python -m tests.forensics.leaky … --leak NAME[,NAME…]:FOLDER

does what `ui` does, without the walls and with the named leaks, each a mistake that somebody could
make in good faith. With `walls` among the names the walls stand, and the leak is tried all the
same. `forms` is no leak: such a session keeps every form of its data until it dies.
"""

import base64
import contextlib
import socket
import subprocess
import sys
import tempfile
import traceback
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from PIL import Image

from kiosk.formats import base45
from kiosk.isolation import user, walls
from kiosk.session.journey import Journey
from kiosk.session.portrait import HEIGHT, WIDTH
from tests.forensics import forms
from ui import __main__ as session
from ui.rehearsal import cast as casts

_WALLS = "walls"  # a name that leaves them up
_hoard: list[object] = []  # what a session keeps until it dies


@dataclass(frozen=True, slots=True)
class Held:
    """What a session knows when a leak runs, and the folder in which mistakes are made."""

    journey: Journey
    folder: Path

    @property
    def texts(self) -> list[str]:
        application = self.journey.application
        assert application.name is not None
        assert application.address is not None
        name = application.name
        said = [name.given, name.family, application.gender or "", *application.address.lines]
        return [*said, *(application.emergency_contact or ())]

    @property
    def line(self) -> str:
        """The first line of the address: ASCII."""
        return self.texts[3]

    @property
    def code(self) -> str:
        assert self.journey.credential is not None
        return self.journey.credential.text

    @property
    def portrait(self) -> Image.Image:
        assert self.journey.portrait is not None
        return Image.frombytes("RGB", (WIDTH, HEIGHT), self.journey.portrait.rgb)


def _settings(held: Held) -> None:
    from PySide6.QtCore import QSettings  # noqa: PLC0415  # Qt comes after the walls

    file = QSettings(str(held.folder / "settings.ini"), QSettings.Format.IniFormat)
    file.setValue("last/address", held.line)
    file.sync()


def _log(held: Held) -> None:
    with (held.folder / "session.log").open("a", encoding="utf-8") as file:
        file.write(f"card approved for {held.texts[0]} {held.texts[1]}\n")


def _temporary(held: Held) -> None:
    with tempfile.NamedTemporaryFile(suffix=".jpg", dir=held.folder, delete=False) as file:
        file.write(forms.of_picture(held.portrait)["JPEG"][0])


def _shared(held: Held) -> None:
    # The examination's folder is in memory itself, and takes these away when it is over.
    shared = Path("/dev/shm", f"{held.folder.parent.parent.name}-{held.folder.name}")  # noqa: S108
    shared.write_bytes(base64.b64encode(held.code.encode()))


def _clipboard(held: Held) -> None:
    from PySide6.QtGui import QClipboard, QGuiApplication  # noqa: PLC0415  # as above

    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        QGuiApplication.clipboard().setText(" ".join(held.texts), mode)


def _title(held: Held) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # as above

    for window in QApplication.topLevelWidgets():
        window.setWindowTitle(" ".join(held.texts))


def _environment(held: Held) -> None:
    subprocess.Popen(["sleep", "600"], env={"APPLICANT": held.texts[1]}, start_new_session=True)


def _socket(held: Held) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(b"\0" + held.line.encode())
        subprocess.Popen(["sleep", "600"], stdout=listening.fileno(), start_new_session=True)


def _job(held: Held) -> None:
    from kiosk.formats import ipp  # noqa: PLC0415  # it is patched, not used

    ipp.JOB_NAME = held.line


def _exception(held: Held) -> None:
    before = sys.excepthook

    def report(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        told = traceback.TracebackException(kind, fault, trace, capture_locals=True)
        (held.folder / "traceback.txt").write_text("".join(told.format()), encoding="utf-8")
        before(kind, fault, trace)

    sys.excepthook = report


def _forms(held: Held) -> None:
    """Keep everything in every form: not to leak it, but to be found while alive."""
    assert held.journey.card is not None
    front, back = held.journey.card.front.frame, held.journey.card.back.frame
    pin = next(known.pin for known in _hoard if isinstance(known, casts.Cast))
    _hoard.extend(forms.of_text(text) for text in (*held.texts, pin))
    _hoard.append(forms.of_picture(held.portrait))
    _hoard.extend(forms.of_pixels(forms.image(side)) for side in (front, back))
    _hoard.append(forms.of_code(held.code))
    _hoard.append(forms.of_matrix(forms.modules(held.code)))


def _use_every_form_once() -> None:
    """Have all that it takes in memory: behind the walls nothing is loaded."""
    blank, code = Image.new("RGB", (WIDTH, HEIGHT)), base45.encode(zlib.compress(b"nobody"))
    forms.of_text("nobody at all")
    forms.of_picture(blank)
    forms.of_pixels(blank)
    forms.of_code(code)
    forms.of_matrix(forms.modules(code))


Leak = Callable[[Held], None]
# Those that run when the answers are shown to be checked; the others run when the card is signed.
_EARLY: dict[str, Leak] = {"exception": _exception}
_LATE: dict[str, Leak] = {
    "settings": _settings,
    "log": _log,
    "temporary": _temporary,
    "shared": _shared,
    "clipboard": _clipboard,
    "title": _title,
    "environment": _environment,
    "socket": _socket,
    "job": _job,
    "forms": _forms,
}


def main() -> None:
    if "--leak" not in sys.argv:  # a session with nobody to play
        session.main()
        return
    place = sys.argv.index("--leak")
    told, _, folder = sys.argv[place + 1].partition(":")
    del sys.argv[place : place + 2]
    names = told.split(",")
    _remember_the_cast()
    stage_two = walls.stage_two

    def plant_and_seal(**how: Any) -> Any:
        _plant(names, Path(folder))
        return stage_two(**how) if _WALLS in names else ()

    walls.stage_two = plant_and_seal
    if _WALLS not in names:
        walls.stage_one = lambda **_: ()
        user.become = lambda *_, **__: None
    session.main()


def _remember_the_cast() -> None:
    read = casts.read

    def keep(arguments: Any) -> Any:
        _hoard.append(read(arguments))
        return _hoard[-1]

    casts.read = keep


def _plant(names: list[str], folder: Path) -> None:
    """Have each leak run when there is something to leak. What stops it stays in this process."""
    from ui import duties, flow  # noqa: PLC0415  # Qt comes after the first walls

    Image.init()  # the picture formats: nothing can be opened later
    if "forms" in names:
        _use_every_form_once()
    go, preview = flow.Flow.go, duties._preview

    def leak(leaks: dict[str, Leak], journey: Journey) -> None:
        for name in names:
            if name in leaks:
                with contextlib.suppress(OSError):
                    leaks[name](Held(journey, folder))

    def leak_and_go(self: flow.Flow, journey: Journey, wish: str | None = None) -> None:
        if journey.credential is not None and journey.printed is None:
            leak(_LATE, journey)
        go(self, journey, wish)

    def leak_and_preview(hands: Any) -> None:
        leak(_EARLY, hands.flow.journey)
        preview(hands)

    flow.Flow.go = leak_and_go  # type: ignore[method-assign]  # planted
    duties._preview = leak_and_preview


if __name__ == "__main__":
    main()
