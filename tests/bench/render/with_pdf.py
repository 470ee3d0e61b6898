"""Over a PDF: Cairo writes it, Poppler rasters it from its standard input."""

import io
import subprocess

import cairocffi

from tests.bench.render import scene
from tests.bench.render.scene import Draw
from tests.bench.render.with_pango import back, front

_POINTS = 72  # an inch


def engine(dpi: int) -> Draw:
    """Return what draws a card at `dpi` dots an inch."""

    def card(name: str, family: str, given: str) -> list[bytes]:
        paper = io.BytesIO()
        width, height = (side / 25.4 * _POINTS for side in scene.CARD)
        surface = cairocffi.PDFSurface(paper, width, height)
        front(surface, _POINTS, name, (family, given))
        surface.finish()
        command = ["pdftoppm", "-r", str(dpi), "-", "-"]
        raster = subprocess.run(command, input=paper.getvalue(), capture_output=True, check=True)
        return [raster.stdout, back(dpi)]

    return card
