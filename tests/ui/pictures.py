"""Draw every page in every language, in both orientations, and a contact sheet of each.

`python -m tests.ui.pictures [outdir] [scene...]`; needs no screen. For people to look at.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.ui.scenes import COVERS, LANDSCAPE, LANGUAGES, PORTRAIT, SCENES, Stage
from ui.palette import HIGH_CONTRAST
from ui.theme import Look, Theme, install, load_all_fonts, load_first_fonts, theme
from ui.widgets import icon

ROOT = Path(__file__).resolve().parent.parent.parent
FONTS = ROOT / "assets" / "fonts"
SHAPES = {"portrait": PORTRAIT, "landscape": LANDSCAPE}
SAMPLES = {
    "contrast": Look(palette=HIGH_CONTRAST),
    "large": Look(text_scale=1.3),
    "larger": Look(text_scale=1.6),
    "small": Look(text_scale=0.85),
}
SAMPLED = ("language", "name", "check", "evidence_clerk", "review", "cover_idle")
_THUMB = 360  # pixels: width of a portrait picture on the contact sheet


def main() -> None:
    """Draw all pictures into the folder that is named, or build/pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "pictures"
    wanted = sys.argv[2:] or [*SCENES, *COVERS]
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    load_first_fonts(FONTS)
    load_all_fonts(FONTS)
    install(app, Theme())
    icon.warm()
    stage = Stage()
    for shape, size in SHAPES.items():
        _draw(stage, Look(), size, folder, f"{shape}_", wanted)
    for sample, look in SAMPLES.items():
        for shape, size in SHAPES.items():
            some = [name for name in SAMPLED if name in wanted]
            _draw(stage, look, size, folder, f"{sample}_{shape}_", some)


def _draw(
    stage: Stage, look: Look, size: QSize, folder: Path, prefix: str, names: list[str]
) -> None:
    stage.window.resize(size)
    stage.window.show()
    theme().set_look(replace(theme().look, palette=look.palette, text_scale=look.text_scale))
    for language in LANGUAGES:
        files = []
        for name in names:
            stage.play(name, language)
            files.append(folder / f"{prefix}{language}_{name}.png")
            stage.window.grab().save(str(files[-1]))
        if files:
            _sheet(files, folder / f"sheet_{prefix}{language}.png", size)


def _sheet(files: list[Path], out: Path, size: QSize) -> None:
    """Put thumbnails of `files` on one sheet, in rows."""
    wide = size.width() > size.height()
    across = 4 if wide else 7
    width = _THUMB * (2 if wide else 1)
    height = width * size.height() // size.width()
    rows = -(-len(files) // across)
    sheet = Image.new("RGB", (across * (width + 12), rows * (height + 12)), (120, 120, 120))
    for place, file in enumerate(files):
        with Image.open(file) as picture:
            small = picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (place % across * (width + 12), place // across * (height + 12)))
    sheet.save(out)


if __name__ == "__main__":
    main()
