"""A small session behind all walls: it paints, is typed into, draws, works in a thread, and talks.

Run as `python -m tests.isolation.sealed_session PLATFORM PRINTER CONTROL`, the last two descriptors
of a connected TCP socket and of a SOCK_SEQPACKET channel. Prints what it managed, a word a line.
"""

import gc
import io
import os
import socket
import sys
import threading
from pathlib import Path

from kiosk.isolation import walls

ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
TYPED = "Lumi Examplova"
PAPER = b"paper"

platform, printer, control = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
os.environ["QT_QPA_PLATFORM"] = platform
missing = walls.stage_one(training=True)

import qrcode  # noqa: E402  # libraries come after stage one, as in a session
import zxingcpp  # noqa: E402
from cryptography.hazmat.primitives import hashes  # noqa: E402
from cryptography.hazmat.primitives.asymmetric import ec  # noqa: E402
from PIL import Image, ImageDraw, ImageFont  # noqa: E402
from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QImage, QPainter, QPixmap  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget  # noqa: E402

from ui import work  # noqa: E402


def tell(word: str) -> None:
    os.write(1, f"{word}\n".encode())


def draw_and_read() -> bytes:
    """Do what a card needs: shaped text, two kinds of picture, a code and its reading."""
    font = ImageFont.truetype(io.BytesIO(FONT), 40)
    card = Image.new("RGB", (400, 500), "white")
    ImageDraw.Draw(card).text((10, 10), TYPED, font=font, fill=0)
    webp, jpeg = io.BytesIO(), io.BytesIO()
    card.save(webp, "WEBP")
    card.save(jpeg, "JPEG")
    Image.open(webp).load()
    code = qrcode.QRCode(border=4, box_size=6)
    code.add_data("HELLO")
    picture = code.make_image().get_image().convert("L")
    assert zxingcpp.read_barcodes(picture)[0].text == "HELLO"
    key = ec.generate_private_key(ec.SECP256R1())
    signature = key.sign(b"card", ec.ECDSA(hashes.SHA256()))
    key.public_key().verify(signature, b"card", ec.ECDSA(hashes.SHA256()))
    return jpeg.getvalue()


FONT = (ASSETS / "fonts" / "NotoSans-Regular.ttf").read_bytes()
app = QApplication(["session"])
QFontDatabase.addApplicationFontFromData(FONT)
window = QWidget()
column = QVBoxLayout(window)
field, picture = QLineEdit(), QLabel()
column.addWidget(field)
column.addWidget(picture)
window.resize(400, 300)
window.winId()
window.grab()
QImage.fromData(draw_and_read())
starting = threading.Thread(target=gc.freeze)
starting.start()
starting.join()

missing += walls.stage_two(training=True, wayland=platform == "wayland")
tell("missing " + ",".join(sorted(lack.wall for lack in missing)))

window.show()
assert QTest.qWaitForWindowExposed(window)
QTest.keyClicks(field, TYPED)
assert field.text() == TYPED
tell("typed")

drawn = QImage(200, 100, QImage.Format.Format_RGB32)
with QPainter(drawn) as painter:
    painter.fillRect(drawn.rect(), QColor(255, 0, 0))
    painter.drawText(20, 50, TYPED)
picture.setPixmap(QPixmap.fromImage(drawn))
window.repaint()
QGuiApplication.sync()
seen = window.screen().grabWindow(window.winId()) if platform == "xcb" else window.grab()
middle = picture.geometry().center()
assert seen.toImage().pixelColor(picture.x() + 3, middle.y()).red() == 255
tell("painted")


def worked(result: bytes) -> None:
    assert not QImage.fromData(result).isNull()
    tell("worked")
    QTimer.singleShot(0, app.quit)


work.run(draw_and_read, worked)
app.exec()

connection = socket.socket(fileno=printer)
connection.settimeout(10)
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
connection.sendall(bytes(1 << 20))
assert connection.recv(5) == PAPER
tell("printed")

received = socket.recv_fds(socket.socket(fileno=control), 1, 1)[1]
assert os.read(received[0], 6) == b"camera"
memory = os.memfd_create("frame")
os.ftruncate(memory, 4096)
tell("received")
os._exit(0)
