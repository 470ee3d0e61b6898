"""Ours: Pillow with Raqm, and the lettering of the cards themselves."""

from PIL import Image

from kiosk.devices.drawn_camera import draw as face
from kiosk.formats.lettering import Hand, Lettering, draw
from tests.bench.render import scene
from tests.bench.render.scene import Draw


def engine(dpi: int) -> Draw:
    """Return what draws a card at `dpi` dots an inch."""
    lettering, mm = Lettering(scene.FONTS), scene.dots(dpi)
    size = (mm(scene.CARD[0]), mm(scene.CARD[1]))
    frame = face()
    photo = Image.frombytes("RGB", (frame.width, frame.height), frame.rgb).resize(scene.SOURCE)
    ground = Image.new("RGB", size, scene.PAPER)
    box = (mm(scene.NAME[0]), mm(scene.NAME[1]))

    def write(front: Image.Image, text: str, hand: Hand, at: tuple[float, float]) -> None:
        draw(lettering.fit([text], box, hand), front, (mm(at[0]), mm(at[1])))

    def card(_: str, family: str, given: str) -> list[bytes]:
        front = ground.copy()
        across = (mm(scene.PHOTO[0]), mm(scene.PHOTO[1]))
        left, top = scene.PHOTO_AT
        front.paste(photo.resize(across, Image.Resampling.LANCZOS), (mm(left), mm(top)))
        large = Hand(scene.LARGEST, scene.SMALLEST, dpi, lines=2, bold=True)
        left, top = scene.NAMES_AT
        for line, text in enumerate((family, given)):
            write(front, text, large, (left, top + 9 * line))
        left, top = scene.DATA_AT
        for line, text in enumerate(scene.DATA):
            write(front, text, Hand(scene.SMALL, scene.SMALL, dpi), (left, top + 5 * line))
        return [front.tobytes(), _back(size, mm(36), (mm(scene.CODE_AT[0]), mm(scene.CODE_AT[1])))]

    return card


def _back(size: tuple[int, int], room: int, at: tuple[int, int]) -> bytes:
    modules = scene.matrix()
    side = room // len(modules) * len(modules)
    rows = b"".join(b"\0" if dark else b"\xff" for row in modules for dark in row)
    small = Image.frombytes("L", (len(modules), len(modules)), rows)
    back = Image.new("RGB", size, "white")
    back.paste(small.resize((side, side), Image.Resampling.NEAREST).convert("RGB"), at)
    return back.tobytes()
