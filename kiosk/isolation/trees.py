"""Trees: all that a process of this program may read, found by tracing real sessions.

Named one by one and not by their common root, so that a home folder, a state folder or a key beside
them is not read: not `/usr` but its libraries, not a checkout but its three folders.
"""

import builtins
import os
import sys
import sysconfig
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent.parent
_IMPORT = builtins.__import__  # this module is imported before Qt
_MULTIARCH = sysconfig.get_config_var("MULTIARCH") or "nowhere"


def program() -> tuple[Path, ...]:
    """Return the interpreter's library, the installed packages, and this program with its assets.

    The checkout itself is not among them: `kiosk` and `ui` are imported by their own folders.
    """
    paths = sysconfig.get_paths()
    libraries = {Path(paths[name]) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    # A virtual environment has its own packages, and beside it the base's extension modules.
    base = (
        Path(sys.base_prefix) / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    )
    own = (_PROJECT / "kiosk", _PROJECT / "ui", _PROJECT / "assets")
    return (*sorted(libraries | {base}), *own)


def system() -> tuple[Path, ...]:
    """Return the shared libraries, the C locales, and the table of this machine's time zone."""
    libraries = Path("/usr/lib") / _MULTIARCH
    return (
        *((libraries, Path("/lib") / _MULTIARCH) if libraries.is_dir() else _other_libraries()),
        Path("/etc/ld.so.cache"),
        Path("/usr/lib/locale/C.utf8"),
        Path("/etc/localtime"),
    )


def loader() -> tuple[Path, ...]:
    """Return what the kernel starts in a program's place, to load its libraries."""
    return (Path("/lib64/ld-linux-x86-64.so.2"), Path("/lib/ld-linux-aarch64.so.1"))


def display() -> tuple[Path, ...]:
    """Return what a session reads until it is warm: X11's compose tables and cookie, and its map.

    In the map of its own memory it finds the fonts that it can let go of (`memory.let_go`).
    """
    cookie = os.environ.get("XAUTHORITY")
    own_map = Path("/proc/self/maps")
    return (Path("/usr/share/X11/locale"), own_map, *((Path(cookie),) if cookie else ()))


def stop_reading_sources() -> None:
    """Import as Python does, from what is loaded.

    Qt for Python puts an import of its own in that place, which reads the source of a module when
    an `import` first names it, even if it has been loaded long since.
    """
    builtins.__import__ = _IMPORT


def _other_libraries() -> tuple[Path, ...]:
    return (Path("/usr/lib64"), Path("/usr/lib"))
