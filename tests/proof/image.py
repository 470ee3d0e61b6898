"""Image: a small Debian with the station in it, as a kernel, a first disk in memory, and a disk.

Built from packages of the mirror that this machine's apt uses, and kept under build/proof; only
what has changed is built again. Needs root, since a disk holds files of several users.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "build" / "proof"

# Python 3.11, as the lock files want; from the backports a kernel with Landlock ABI 6 and a
# compositor that knows libseat.
_RELEASE, _NEWER = "bookworm", "bookworm-backports"
_PACKAGES = (
    "linux-image-amd64", "initramfs-tools", "zstd", "udev", "kmod", "weston", "libseat1",
    "python3", "python3-venv", "libegl1", "libgl1", "libglib2.0-0", "libfontconfig1",
    "libdbus-1-3", "libxkbcommon-x11-0", "libxcb-cursor0", "libfribidi0",
)  # fmt: skip
_PIN = f"Package: *\nPin: release n={_NEWER}\nPin-Priority: 500\n"
_DISPLAY_USER = "kiosk-display"
_PROJECT = ("kiosk", "ui", "assets")
_HOME = "opt/kiosk"
_SITE = f"{_HOME}/.venv/lib/python3.11/site-packages"
_DISK_SIZE = "3G"


class CannotBuild(Exception):
    """The image cannot be built; the text is one sentence with its cure."""


@dataclass(frozen=True, slots=True)
class Image:
    """What QEMU boots."""

    kernel: Path
    initrd: Path
    disk: Path


def build() -> Image:
    """Return the image, built as far as something has changed. Raises CannotBuild."""
    if os.geteuid() != 0:
        raise CannotBuild("A disk with a system on it is built by root. Run: sudo make proof")
    FOLDER.mkdir(parents=True, exist_ok=True)
    system, packages = _system(), _packages()
    stamp = FOLDER / "disk.stamp"
    wanted = _digest(system.name, packages.name, _tree_digest())
    disk = FOLDER / "disk.img"
    kernel, initrd = FOLDER / "kernel", FOLDER / "initrd"
    if not disk.is_file() or not stamp.is_file() or stamp.read_text() != wanted:
        stamp.unlink(missing_ok=True)
        _assemble(system, packages, disk)
        stamp.write_text(wanted)
    return Image(kernel, initrd, disk)


def _system() -> Path:
    """Return the archive of a Debian system without the project."""
    hook = 'cd "$1/etc/apt" && mkdir -p preferences.d && printf "%s" "$PIN" > preferences.d/newer'
    user = f'chroot "$1" useradd --system --no-create-home {_DISPLAY_USER}'
    archive = FOLDER / f"system-{_digest(*_PACKAGES, _RELEASE, _NEWER, hook, user)[:12]}.tar"
    if archive.is_file():
        return archive
    mirror = _mirror()
    print("Building a Debian system for the virtual machine (two minutes) …", flush=True)
    unfinished = archive.with_suffix(".unfinished")
    made = subprocess.run(
        [
            "mmdebstrap", "--variant=minbase", "--format=tar", f"--setup-hook={hook}",
            f"--customize-hook={user}", f"--include={','.join(_PACKAGES)}", _RELEASE,
            str(unfinished), f"deb {mirror} {_RELEASE} main", f"deb {mirror} {_NEWER} main",
        ],
        env={**os.environ, "PIN": _PIN}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode != 0:
        (FOLDER / "mmdebstrap.log").write_text(made.stderr)
        raise CannotBuild("The Debian system could not be built: see build/proof/mmdebstrap.log.")
    unfinished.rename(archive)
    return archive


def _mirror() -> str:
    """Return the address of the Debian mirror that this machine is configured for."""
    form = "$(ORIGIN)|$(CODENAME)|$(REPO_URI)"
    asked = subprocess.run(
        ["apt-get", "indextargets", "--format", form, "Created-By: Packages"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = sorted(line.split("|") for line in asked.stdout.splitlines())
    named = [line for line in lines if line[0] == "Debian" and "security" not in line[1]]
    exact = [line for line in named if line[1] == _RELEASE]
    if not named:
        raise CannotBuild("apt knows no Debian mirror. Run: sudo apt-get update")
    return (exact or named)[0][2].rstrip("/")


def _packages() -> Path:
    """Return a folder with the Python packages of the lock file, for the guest's Python."""
    lock = ROOT / "requirements" / "run.txt"
    folder = FOLDER / f"packages-{_digest(lock.read_text())[:12]}"
    if folder.is_dir():
        return folder
    unfinished = folder.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    made = subprocess.run(
        [
            sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", "install",
            "--require-hashes", "--no-deps", "--only-binary=:all:", "--python-version=3.11",
            "--implementation=cp", f"--target={unfinished}", "-r", str(lock),
        ],
        check=False,
    )  # fmt: skip
    if made.returncode != 0:
        raise CannotBuild("The Python packages could not be fetched; the lines above say why.")
    unfinished.rename(folder)
    return folder


def _assemble(system: Path, packages: Path, disk: Path) -> None:
    print("Putting the station on the virtual machine's disk …", flush=True)
    root = FOLDER / "root"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    _run("tar", "-C", str(root), "--exclude=./dev/*", "-xf", str(system))
    for boot, name in (("vmlinuz", "kernel"), ("initrd", "initrd")):
        (found,) = (root / "boot").glob(f"{boot}*")
        shutil.move(found, FOLDER / name)
    home = root / _HOME
    home.mkdir()
    for name in _PROJECT:
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    _run("chroot", str(root), "python3", "-m", "venv", "--without-pip", f"/{_HOME}/.venv")
    shutil.copytree(packages, root / _SITE, dirs_exist_ok=True)
    (root / _SITE / "kiosk.pth").write_text(f"/{_HOME}\n")
    shutil.copytree(Path(__file__).parent / "guest", root / _HOME / "proof")
    folders = [f"/{_HOME}/{name}" for name in ("kiosk", "ui", "proof", ".venv/lib")]
    # Its exit status also tells of files that are templates and no Python.
    compiling = ["chroot", str(root), "python3", "-m", "compileall", "-q", *folders]
    subprocess.run(compiling, capture_output=True, check=False)
    _run("mke2fs", "-q", "-F", "-t", "ext4", "-d", str(root), str(disk), _DISK_SIZE)
    shutil.rmtree(root)


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CannotBuild(f"{command[0]} failed: {done.stderr.strip()[:300]}")


def _tree_digest() -> str:
    """Return what the project's files are: names, sizes and times of change."""
    folders = [ROOT / name for name in _PROJECT] + [Path(__file__).parent / "guest"]
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    states = (
        f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}"
        for path in files
        if "__pycache__" not in path.parts
    )
    return _digest(*states, Path(__file__).read_text())


def _digest(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
