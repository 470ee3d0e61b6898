import os
import subprocess
import sys
from pathlib import Path

import pytest

PINNED = (Path(__file__).parent / "letters.sha256").read_text(encoding="utf-8")
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "ar"},
        {"LANG": "en_US.UTF-8", "QT_SCALE_FACTOR": "2", "QT_FONT_DPI": "192"},
        {"FONTCONFIG_FILE": "/dev/null", "FONTCONFIG_PATH": "/nonexistent"},
        {"PYTHONHASHSEED": "0", "HOME": "/nonexistent", "TZ": "Asia/Kathmandu"},
        {"PYTHONHASHSEED": "4242", "FREETYPE_PROPERTIES": "truetype:interpreter-version=35"},
    ],
    ids=["C", "Arabic", "scaled", "no fontconfig", "hash seed 0", "hash seed 4242"],
)
def test_letters_have_the_same_pixels_everywhere(surroundings: dict[str, str]) -> None:
    plain = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        [sys.executable, "-m", "tests.formats.drawn_letters"],
        env=plain | surroundings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == PINNED
