"""The proof, from the image to the verdict: `python -m tests.proof [configuration…]`.

For every configuration a machine is booted, and for every ending a resident comes, is searched for
while they are there (which shows that the search can see), and again when the next page is up.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.proof import image, machine, places, report, scanner, visit
from tests.proof.image import FOLDER, CannotBuild, Image
from tests.proof.machine import Lost, Machine
from tests.proof.places import Guide
from tests.proof.report import Configuration, Row

ENDINGS = ("issued", "panic", "crash")
_BOOTED_WITHIN = 600.0  # seconds, on an imitated processor
_NEXT_WITHIN = 300.0


@dataclass(frozen=True, slots=True)
class Setting:
    """A configuration to be tried: the kernel's options, and what is expected of it."""

    options: str
    compositor: str
    must_be_clean: bool

    @property
    def init_on_free(self) -> bool:
        return "init_on_free=1" in self.options


_OWN, _SHARED = "one a session", "one for all sessions"
SETTINGS = {
    "production": Setting("init_on_free=1", _OWN, must_be_clean=True),
    "freed-memory-kept": Setting("init_on_free=0", _OWN, must_be_clean=False),
    "shared-compositor": Setting(
        "init_on_free=1 proof.compositor=shared", _SHARED, must_be_clean=False
    ),
}
_BY_DEFAULT = ("production", "freed-memory-kept")


def main() -> int:
    """Return 0 if everything that must be clean is, 1 if not, 2 if it could not be tried."""
    names = sys.argv[1:] or _BY_DEFAULT
    try:
        _check(names)
        system, guide = image.build(), places.draw()
        done = []
        for name in names:
            done.append(_try(name, SETTINGS[name], system, guide))
            print(report.show(done[-1]), flush=True)
            report.write(done)
    except (CannotBuild, Lost) as fault:
        print(fault, file=sys.stderr)
        return 2
    faults = [fault for each in done for fault in each.faults()]
    print("\n".join(faults) or "Everything that must be clean is clean.")
    return 1 if faults else 0


def _check(names: tuple[str, ...] | list[str]) -> None:
    unknown = [name for name in names if name not in SETTINGS]
    if unknown:
        raise CannotBuild(f"There is no configuration {unknown[0]}; known: {', '.join(SETTINGS)}.")


def _try(name: str, setting: Setting, system: Image, guide: Guide) -> Configuration:
    log = FOLDER / f"{name}.log"
    guest = machine.boot(system, setting.options, log)
    try:
        guest.wait_for("standby", _BOOTED_WITHIN)
        done = Configuration(
            name, _kernel(log), guest.accelerator, setting.init_on_free, setting.compositor,
            setting.must_be_clean,
        )  # fmt: skip
        for ending in ENDINGS:
            print(f"{name}: a resident comes, ending {ending} …", flush=True)
            _visit(guest, guide, ending, done)
        return done
    finally:
        guest.end()


def _visit(guest: Machine, guide: Guide, ending: str, done: Configuration) -> None:
    guest.remember()
    visitor = visit.Visit(guest, guide, visit.invent())
    visitor.answer()
    done.rows.append(_search(visitor, ending, report.LIVE))
    if ending == "issued":
        visitor.approve()
        done.rows.append(_search(visitor, ending, report.LIVE))
    {"issued": visitor.take, "panic": visitor.panic, "crash": visitor.crash}[ending]()
    painted, _ = guest.wait_for_both("painted", "dead", _NEXT_WITHIN)
    done.rows.append(_search(visitor, ending, "next page"))
    done.handover_ms.append(float(painted.split()[2]))
    guest.wait_for("standby", _NEXT_WITHIN)
    done.rows.append(_search(visitor, ending, "next standby"))


def _search(visitor: visit.Visit, ending: str, moment: str) -> Row:
    """Search for what is known of a visitor, and was not there before they came."""
    with visitor.machine.stopped() as areas:
        found = scanner.search(areas, visitor.needles)
    if found.residues:
        with visitor.machine.before() as areas:
            found = found.without(scanner.search(areas, visitor.needles))
    return Row(ending, moment, found.searched, found.residues, found.kinds)


def _kernel(log: Path) -> str:
    """Return the version that the guest's own start has printed."""
    found = re.search(r"Linux version (\S+)", log.read_text(errors="replace"))
    return found[1] if found else "unknown"


if __name__ == "__main__":
    sys.exit(main())
