"""Shared: designs that any pack may take, with its own words, colours and seal in it.

A pack's `card.toml` that says `design = "plain"` has only what differs from that design: its tables
are laid over the design's, key by key, and a list stands instead of the design's list. The words
are always the pack's own.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.assets import ASSETS
from kiosk.packs.files import PackFile, open_file
from kiosk.packs.table import Table

DESIGNS = ASSETS / "designs"
_OWN = ("words",)


def designs() -> tuple[str, ...]:
    """Return the names of the designs at hand."""
    return tuple(sorted(folder.name for folder in DESIGNS.iterdir() if folder.is_dir()))


def whole(file: PackFile, folder: Path) -> tuple[PackFile, tuple[Path, ...]]:
    """Return a pack's design with what it takes from a shared one, and where its art may lie."""
    top = file.table
    if not top.has("design"):
        return file, (folder,)
    name = top.text("design")
    design = open_file(DESIGNS / name, "card.toml") if name in designs() else None
    if not isinstance(design, PackFile):
        top.blame(f"there is no design {name!r}; there are {', '.join(designs())}", "design")
        return file, (folder,)
    below = {key: value for key, value in design.table.raw.items() if key not in _OWN}
    own = {key: value for key, value in top.raw.items() if key != "design"}
    return replace(file, table=Table(_over(below, own), top.faults)), (folder, DESIGNS / name)


def _over(below: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _over(below[key], value)
        for key, value in own.items()
        if isinstance(value, dict) and isinstance(below.get(key), dict)
    }
    return {**below, **own, **both}
