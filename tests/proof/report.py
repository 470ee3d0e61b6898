"""Report: what was found, as a table for people and as build/proof.json for programs."""

import json
import platform
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.proof.image import FOLDER

RESULTS = FOLDER.parent / "proof.json"
LIVE = "live"
# What must be found of somebody who is there: a search that cannot see these proves nothing.
_SEEN_LIVE = ("text utf-8", "text utf-16-le", "text apart", "keys", "pixels")


@dataclass(frozen=True, slots=True)
class Row:
    """One search: after which ending, at what moment, through how much, and what was there."""

    ending: str
    moment: str
    searched_bytes: int
    residues: int
    kinds: dict[str, int]

    def of(self, ending: str, moment: str) -> bool:
        """Return whether this search was made at that moment of that ending."""
        return (self.ending, self.moment) == (ending, moment)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What was switched on, whether it has to be clean, and every search."""

    name: str
    kernel: str
    accelerator: str
    init_on_free: bool
    compositor: str
    must_be_clean: bool
    handover_ms: list[float] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def faults(self) -> list[str]:
        """Return what is wrong: a residue where none may be, or a search that sees nothing."""
        blind = [
            f"{self.name}, {ending}: the search found no {kind} of a resident who was there."
            for ending in dict.fromkeys(row.ending for row in self.rows)
            for kind in _SEEN_LIVE
            if not any(kind in row.kinds for row in self.rows if row.of(ending, LIVE))
        ]
        if not self.must_be_clean:
            return blind
        return blind + [
            f"{self.name}, {row.ending}, {row.moment}: {row.residues} residues."
            for row in self.rows
            if row.moment != LIVE and row.residues
        ]


def write(configurations: list[Configuration], path: Path = RESULTS) -> None:
    """Write build/proof.json."""
    content = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.machine()}, {platform.release()}",
        "configurations": [asdict(each) for each in configurations],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def show(configuration: Configuration) -> str:
    """Return a plain table of one configuration."""
    head = (
        f"{configuration.name} · kernel {configuration.kernel} · {configuration.accelerator}"
        f" · compositor: {configuration.compositor}"
    )
    lines = [head, f"  {'ending':8} {'moment':16} {'searched':>10} {'residues':>9}  kinds"]
    for row in configuration.rows:
        kinds = ", ".join(f"{kind} {count}" for kind, count in row.kinds.items()) or "-"
        searched = f"{row.searched_bytes >> 20} MiB"
        lines.append(f"  {row.ending:8} {row.moment:16} {searched:>10} {row.residues:>9}  {kinds}")
    return "\n".join(lines)
