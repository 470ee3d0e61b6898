"""Set-up: `.venv` from the lock files, and every system library loaded once.

Runs on the system's bare Python, so it uses nothing but the standard library. It is idempotent: the
lock files' hash is kept in the environment, and where it agrees nothing is installed. What cannot
be installed is named, with the one command that cures it, and the exit code is 2.
"""

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)

# Debian package -> the library that Qt or Pillow loads from it.
LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libfribidi0": "libfribidi.so.0",
}
# Debian package -> the program that the tests start, or the library that they read rasters with.
TEST_PROGRAMS = {
    "xvfb": "Xvfb",
    "xdotool": "xdotool",
    "cups-ipp-utils": "ippeveprinter",
    "dbus": "dbus-daemon",
    "strace": "strace",
    "weston": "weston",
    "gcc": "gcc",  # a printer's driver for the tests is a program of its own
}
TEST_LIBRARIES = {"libcups2": "libcups.so.2", "libseat1": "libseat.so.1"}
# Debian package -> a file of it: the font that the tests print passports with, and C's headers.
TEST_FILES = {
    "fonts-ocr-b": Path("/usr/share/fonts/opentype/ocr-b/OCRB.otf"),
    "libc6-dev": Path("/usr/include/stdio.h"),
}
# Debian package -> the program that builds, starts or searches the virtual machine of the proof.
PROOF_PROGRAMS = {
    "qemu-system-x86": "qemu-system-x86_64",
    "mmdebstrap": "mmdebstrap",
    "e2fsprogs": "mke2fs",
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Set up the kiosk, or its tests.")
    parser.add_argument("--test", action="store_true", help="also what the tests need")
    parser.add_argument("--proof", action="store_true", help="also what the proof needs")
    arguments = parser.parse_args()
    for_tests = arguments.test or arguments.proof
    if arguments.proof:
        TEST_PROGRAMS.update(PROOF_PROGRAMS)
    if sys.version_info < OLDEST_PYTHON:
        refuse(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    install_system_packages(for_tests=for_tests)
    lock = ROOT / "requirements" / ("test.txt" if for_tests else "run.txt")
    build_environment(lock, for_tests=for_tests)
    compile_sources()


def install_system_packages(*, for_tests: bool) -> None:
    missing = missing_packages(for_tests=for_tests)
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing system packages: {' '.join(missing)}", flush=True)
        apt = ["apt-get", "install", "-y", "--no-install-recommends"]
        quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-q"], stdout=subprocess.DEVNULL, check=False)
        subprocess.run([*apt, *missing], stdout=subprocess.DEVNULL, check=False, **quiet)
        missing = missing_packages(for_tests=for_tests)
    if missing:
        refuse(
            "Some system packages are missing. Please run:\n"
            f"    sudo apt-get install -y --no-install-recommends {' '.join(missing)}"
        )


def missing_packages(*, for_tests: bool) -> list[str]:
    libraries = {**LIBRARIES, **(TEST_LIBRARIES if for_tests else {})}
    missing = [package for package, library in libraries.items() if not loads(library)]
    if for_tests:
        # Programs in /usr/sbin are there for everybody, whatever the caller's PATH says.
        path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
        missing += [
            package for package, name in TEST_PROGRAMS.items() if not shutil.which(name, path=path)
        ]
        missing += [package for package, file in TEST_FILES.items() if not file.is_file()]
    return missing


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def build_environment(lock: Path, *, for_tests: bool) -> None:
    wanted = fingerprint(lock)
    stamp = VENV / f"{'test' if for_tests else 'run'}.stamp"
    if (VENV / "bin" / "kiosk").is_file() and stamp.is_file() and stamp.read_text() == wanted:
        return
    if not (VENV / "bin" / "pip").is_file():
        create_environment()
    print(f"Installing the Python packages of {lock.relative_to(ROOT)} …", flush=True)
    # The lock is complete. Left to look for what depends on what, pip takes a release that came out
    # after the lock for an extra's, and finds no hash for it.
    pip("install", "--no-deps", "--require-hashes", "-r", str(lock))
    # "compat" puts one line into the environment; the default's finder slows every start down.
    project = ["--config-settings", "editable_mode=compat", "-e", str(ROOT)]
    pip("install", "--no-deps", "--no-build-isolation", "--no-index", *project)
    stamp.write_text(wanted)


def create_environment() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, check=False
    )
    if made.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        refuse(
            "Python's venv module is not complete. Please run:\n"
            "    sudo apt-get install -y python3-venv"
        )


def compile_sources() -> None:
    """Keep byte code beside the sources: the station's own processes write none."""
    compiling = ["-m", "compileall", "-q", str(ROOT / "kiosk"), str(ROOT / "ui")]
    subprocess.run([VENV / "bin" / "python", *compiling], check=False)


def pip(*arguments: str) -> None:
    command = [VENV / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "-q"]
    if subprocess.run([*command, *arguments], check=False).returncode != 0:
        refuse("The Python packages could not be installed; the lines above say why.")


def fingerprint(lock: Path) -> str:
    """Return what the environment depends on: the lock, the project's metadata, the interpreter."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for path in (lock, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def refuse(sentence: str) -> None:
    print(sentence, file=sys.stderr)
    raise SystemExit(2)


if __name__ == "__main__":
    main()
