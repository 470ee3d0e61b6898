"""Theme: how large a millimetre is, how large text is, and which colours are in force.

Every size in `ui` is stated in millimetres, because a finger and an eye do not care for pixels; the
site says how many pixels its panel has for one. Nothing here is saved: a theme dies with its
session, so that the next person starts with the defaults (VVSG 2.0, 7.1-A).
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QRawFont
from PySide6.QtWidgets import QApplication

from ui.palette import DAY, Palette, Token

LONG, SHORT = 480.0, 270.0  # mm: the panel that pages are designed for, 21.5 inches
TEXT_SCALES: Final = (0.85, 1.0, 1.3, 1.6)

Role = Literal["display", "title", "heading", "lead", "body", "caption"]


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in millimetres. Text sizes are em sizes: Noto Sans capitals are 0.714 em high.

    The smallest text has capitals of 4.8 mm (ADA 707.7.2). Targets are never scaled with text:
    standing at a kiosk, 20 mm are as good as more (Colle & Hiszem 2004).
    """

    display: float = 18.5
    title: float = 13.0
    heading: float = 10.5
    lead: float = 9.0
    body: float = 7.5
    caption: float = 6.75
    target: float = 20.0
    action: float = 24.0
    key: float = 22.0
    gap: float = 2.0  # between keys
    radius: float = 4.5
    page: float = 14.0  # between a page's content and the screen's edge
    focus: float = 2.25  # both rings together

    def role(self, role: Role) -> float:
        """Return the em size of `role`."""
        return float(getattr(self, role))


METRICS: Final = Metrics()

# Only the first ones are named. Qt finds the loaded font of any other script by itself, and would
# otherwise try 64 families one by one for the first letter of each size.
FAMILIES: Final = ("Noto Sans", "Noto Sans Arabic")


@dataclass(frozen=True, slots=True)
class Look:
    """What can change while a session runs."""

    palette: Palette = DAY
    px_per_mm: float = 4.0
    text_scale: float = 1.0
    landscape: bool = False


class Theme(QObject):
    """The look in force. `changed` comes after every change; all components follow it.

    `keys_drive` is true while keys move the focus: only then buttons show a focus ring.
    """

    changed = Signal()

    def __init__(self, look: Look | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look or Look()
        self.keys_drive = False

    @property
    def look(self) -> Look:
        return self._look

    @property
    def palette(self) -> Palette:
        return self._look.palette

    @property
    def px_per_mm(self) -> float:
        return self._look.px_per_mm

    @property
    def text_scale(self) -> float:
        return self._look.text_scale

    @property
    def landscape(self) -> bool:
        return self._look.landscape

    def set_look(self, look: Look) -> None:
        """Show `look` from now on; use dataclasses.replace on the one in force."""
        if look != self._look:
            self._look = look
            self.changed.emit()

    def set_palette(self, palette: Palette) -> None:
        self.set_look(replace(self._look, palette=palette))

    def set_text_scale(self, text_scale: float) -> None:
        """Scale all text; TEXT_SCALES holds the steps that are offered."""
        self.set_look(replace(self._look, text_scale=text_scale))

    def fit(self, size: QSize) -> None:
        """Take orientation and scale from a window of `size` pixels: the design fills it."""
        long, short = max(size.width(), size.height()), min(size.width(), size.height())
        scale = max(0.5, min(long / LONG, short / SHORT))
        landscape = size.width() > size.height()
        self.set_look(replace(self._look, px_per_mm=scale, landscape=landscape))

    def mm(self, length: float) -> int:
        """Return `length` millimetres in whole pixels; what is not nothing is at least one."""
        return max(1, round(length * self.px_per_mm)) if length > 0 else 0

    def color(self, token: Token) -> QColor:
        return self.palette.color(token)

    def font(self, em: float, *, bold: bool = False, scaled: bool = True) -> QFont:
        """Return the interface's font at `em` millimetres, times the text scale if `scaled`."""
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(self.mm(em * (self.text_scale if scaled else 1)))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font


def install(app: QApplication, theme: Theme) -> None:
    """Make `theme` the one that `theme()` finds, and set Fusion underneath our painting."""
    app.setStyle("Fusion")
    # Qt says on stderr which fonts lack a script before it finds the one that has it.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    theme.setParent(app)
    app.setProperty(_PROPERTY, theme)
    theme.changed.connect(lambda: _dress(app, theme))
    _dress(app, theme)


def theme() -> Theme:
    """Return the theme of the running application.

    It hangs on the application object, which is global already, so that constructors of widgets
    stay short and there is no module-level state. Raises LookupError before `install`.
    """
    app = QCoreApplication.instance()
    found = app.property(_PROPERTY) if app else None
    if not isinstance(found, Theme):
        raise LookupError  # noqa: TRY004 the theme is missing, not of a wrong type
    return found


_PROPERTY: Final = "kioskTheme"


def _dress(app: QApplication, theme: Theme) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, theme.color("paper"))
    palette.setColor(QPalette.ColorRole.WindowText, theme.color("ink"))
    palette.setColor(QPalette.ColorRole.Base, theme.color("surface"))
    palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
    app.setPalette(palette)


_ANY_SIZE: Final = 16
FIRST_FONTS: Final = ("NotoSans-", "NotoSansArabic-")


def load_first_fonts(folder: Path) -> None:
    """Load what the first page needs."""
    for path in _fonts(folder):
        if path.name.startswith(FIRST_FONTS):
            QFontDatabase.addApplicationFont(str(path))


def load_all_fonts(folder: Path) -> None:
    """Load the fonts of all other scripts, for names.

    Qt opens a file when its first letter is drawn, so that the fonts are shared by all processes
    instead of copied into each; before a session is sealed, `open_fonts` must have been called.
    """
    for path in _fonts(folder):
        if not path.name.startswith(FIRST_FONTS):
            QFontDatabase.addApplicationFont(str(path))


def open_fonts() -> list[QRawFont]:
    """Open every loaded font; while the list is kept, Qt opens none again, at whatever size."""
    return [
        QRawFont.fromFont(QFontDatabase.font(family, style, _ANY_SIZE))
        for family in QFontDatabase.families()
        for style in QFontDatabase.styles(family)
    ]


def _fonts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in {".ttf", ".otf", ".ttc"})
