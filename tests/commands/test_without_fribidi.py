"""Where the library is missing that joins Arabic letters, nothing starts that could print."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.assets import ASSETS

PEOPLE = str(ASSETS / "training" / "people.json")
SECONDS = 60  # a station that starts all the same would go on


@pytest.fixture
def hidden(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which the library is an empty file, found before the real one."""
    for name in ("libfribidi.so.0", "libfribidi.so"):
        (tmp_path / name).touch()
    return {**os.environ, "LD_LIBRARY_PATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize(
    "command",
    [
        ("specimen", "--people", PEOPLE, "--out", "cards"),
        ("rehearse", "--people", PEOPLE, "--platform", "offscreen"),
        ("run",),
    ],
)
def test_a_command_that_prints_names_says_what_to_install(
    command: tuple[str, ...], hidden: dict[str, str], tmp_path: Path
) -> None:
    hidden.pop("DISPLAY", None)
    hidden.pop("WAYLAND_DISPLAY", None)
    said = subprocess.run(
        [sys.executable, "-m", "kiosk", *command],
        cwd=tmp_path,
        env={**hidden, "PYTHONPATH": str(ASSETS.parent)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert said.returncode == 2
    assert "libfribidi0" in said.stderr
    assert len(said.stderr.splitlines()) == 1
    assert not list(tmp_path.glob("cards/*.png"))


def test_pillow_itself_would_only_draw_letters_apart(hidden: dict[str, str]) -> None:
    code = "from PIL import features; print(features.check('raqm'))"
    said = subprocess.run(
        [sys.executable, "-c", code], env=hidden, capture_output=True, text=True, check=True
    )
    assert said.stdout == "False\n"
