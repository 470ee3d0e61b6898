"""Fault: one place in which a machine is spoilt, and what a check must say about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.supervisor.preflight.machines import FIT, TCP_HEADER, UNIX_HEADER

MOUNTS = "/proc/self/mountinfo"


@dataclass(frozen=True)
class Fault:
    """What is spoilt, and what must be said about it."""

    code: str
    said: str
    files: Mapping[str, str | None] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    cure: str | None = None  # where it is not the check's own


def process(pid: int, name: str, line: str = "") -> dict[str, str | None]:
    return {f"/proc/{pid}/comm": f"{name[:15]}\n", f"/proc/{pid}/cmdline": line or f"{name}\0"}


def listener(name: str) -> dict[str, str | None]:
    row = f"000: 00000002 00000000 00010000 0001 01 99 {name}\n"
    return {"/proc/1/net/unix": UNIX_HEADER + row}


def tcp(port: int) -> dict[str, str | None]:
    row = f"   0: 00000000:{port:04X} 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0\n"
    return {"/proc/1/net/tcp": TCP_HEADER + row}


def replaced(path: str, old: str, new: str) -> dict[str, str | None]:
    assert old in FIT[path]
    return {path: FIT[path].replace(old, new)}
