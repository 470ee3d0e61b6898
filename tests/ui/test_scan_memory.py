"""Of a scan that was kept nothing is in memory after `discard`, while its session still lives."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from kiosk.formats.camera_pixels import from_jpeg
from tests.forensics.memory import Extent, buffers
from tests.forensics.search import Needle, Search
from tests.ui.scan_kept import SIZE, picture

ROOT = Path(__file__).resolve().parents[2]
_PIECES, _LENGTH = 97, 48  # all over the picture


def test_a_scan_is_found_before_discard_and_nowhere_after_it() -> None:
    jpeg = picture()
    rgb = from_jpeg(jpeg, SIZE)
    assert rgb is not None
    last = len(rgb) - _LENGTH
    starts = [last * piece // (_PIECES - 1) for piece in range(_PIECES)]
    search = Search(
        [Needle(f"from byte {start}", rgb[start : start + _LENGTH]) for start in starts]
    )
    with subprocess.Popen(
        [sys.executable, "-B", "-m", "tests.ui.scan_kept"],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as session:  # fmt: skip
        assert session.stdin is not None
        assert session.stdout is not None
        session.stdin.write(b"%d\n" % len(jpeg) + jpeg)
        found: dict[bytes, Counter[Needle]] = {}
        for word in (b"kept\n", b"discarded\n"):
            session.stdin.flush()
            while (said := session.stdout.readline()) != word:
                assert said
            pieces = [search.exact(buffer) for buffer in buffers(session.pid, Extent())]
            found[word] = sum(pieces, start=Counter[Needle]())
            session.stdin.write(b"\n")
    assert found[b"kept\n"].keys() == set(search.needles)
    assert dict(found[b"discarded\n"]) == {}
