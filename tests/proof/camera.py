"""Camera: a kernel's own test camera, looked through in a virtual machine.

`python -m tests.proof.camera`; needs what `make proof` needs, and a few minutes. The tests of
`kiosk.devices.v4l2` imitate a kernel; this is one, with its driver `vivid`.
"""

import sys

from kiosk.devices.v4l2 import PAPERS_SIZE, PORTRAIT_SIZE
from tests.proof import image, machine
from tests.proof.image import FOLDER, CannotBuild
from tests.proof.machine import Lost

_WITHIN = 600.0  # seconds, on an imitated processor
_INIT = "init=/opt/kiosk/proof/camera"
_BARS = 8
_WANTED = (("seen", PORTRAIT_SIZE), ("seen", PAPERS_SIZE), ("sealed", PORTRAIT_SIZE))


def main() -> int:
    """Return 0 if every picture was right, 1 if not, 2 if it could not be tried."""
    try:
        guest = machine.boot(image.build(), _INIT, FOLDER / "camera.log")
    except (CannotBuild, Lost) as fault:
        print(fault, file=sys.stderr)
        return 2
    try:
        right = [_right(guest, word, size) for word, size in _WANTED]
    except Lost as fault:
        print(fault, file=sys.stderr)
        return 1
    finally:
        guest.end()
    return 0 if all(right) else 1


def _right(guest: machine.Machine, word: str, size: tuple[int, int]) -> bool:
    """Return whether frames of this size came, with the colours of the test picture."""
    line = guest.wait_for(word, _WITHIN)
    print(line, flush=True)
    width, height, frames, bars = (int(part) for part in line.split()[1:])
    return (width, height) == size and frames > 0 and bars == _BARS


if __name__ == "__main__":
    sys.exit(main())
