"""Files: everything on the machine's disks and in its memory file systems that has changed.

A file's time of change (ctime) cannot be set by anybody, so none is missed. Other programs write to
the same machine meanwhile: what has changed is therefore searched, not counted.
"""

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.forensics.search import OVERLAP, Search

# File systems whose files are the kernel's own tables, not bytes that somebody has stored.
_TABLES = frozenset(
    {
        "autofs", "binfmt_misc", "bpf", "cgroup", "cgroup2", "configfs", "debugfs", "devpts",
        "efivarfs", "fusectl", "hugetlbfs", "nsfs", "proc", "pstore", "rpc_pipefs", "securityfs",
        "selinuxfs", "sysfs", "tracefs",
    }
)  # fmt: skip
_PIECE = 1 << 25


@dataclass(slots=True)
class Changed:
    """What was looked at, and where something was found: path -> kinds of needles."""

    looked_at: int = 0
    searched: int = 0
    searched_bytes: int = 0
    unreadable: list[str] = field(default_factory=list)
    found: dict[str, list[str]] = field(default_factory=dict)


def search(needles: Search, since: float, own: Collection[Path]) -> Changed:
    """Search every file that has changed since that moment, but the test's `own` folders."""
    seen = Changed()
    for path, size in _changed(since, {str(path) for path in own}, seen):
        seen.searched += 1
        seen.searched_bytes += size
        try:
            kinds = {one.kind for buffer in _read(path) for one in needles.exact(buffer)}
        except OSError:
            seen.unreadable.append(path)
            continue
        kinds |= {f"{one.kind}, in its name" for one in needles.exact(os.fsencode(path))}
        if kinds:
            seen.found[path] = sorted(kinds)
    return seen


def _changed(since: float, own: Collection[str], seen: Changed) -> Iterator[tuple[str, int]]:
    mounted = _mounts()
    folders = [point for point, real in mounted.items() if real and point not in own]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:  # gone meanwhile
            continue
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    if entry.path not in mounted and entry.path not in own:
                        folders.append(entry.path)
                    continue
                found = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            seen.looked_at += 1
            if stat.S_ISREG(found.st_mode) and max(found.st_mtime, found.st_ctime) >= since:
                yield entry.path, found.st_blocks * 512


def _mounts() -> dict[str, bool]:
    """Return every place where something is mounted, and whether it is to be walked through."""
    found: dict[str, bool] = {}
    known: set[tuple[str, str]] = set()
    for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines():
        before, _, after = line.partition(" - ")
        _, _, device, root, point, *_ = before.split()
        real = after.split()[0] not in _TABLES and (device, root) not in known
        known.add((device, root))
        found[point.encode().decode("unicode_escape")] = real
    return found


def _read(path: str) -> Iterator[bytes]:
    """Yield what is stored in a file; a hole in it holds nothing and is passed over."""
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        end = os.fstat(file).st_size
        at = 0
        while at < end:
            try:
                at = os.lseek(file, at, os.SEEK_DATA)
            except OSError:  # nothing but a hole follows
                return
            buffer = os.pread(file, _PIECE, at)
            if not buffer:
                return
            yield buffer
            if len(buffer) < _PIECE:
                at += len(buffer)
            else:
                at += len(buffer) - OVERLAP
    finally:
        os.close(file)
