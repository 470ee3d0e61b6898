"""Where the program's own files are: read-only, and the same for every process."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"
FONTS = ASSETS / "fonts"
