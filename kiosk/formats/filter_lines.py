"""What a maker's driver for CUPS says of its printer, line by line on its standard error.

Pure. Source: https://www.cups.org/doc/api-filter.html ("Communicating with Filters"). Of a line is
kept what becomes a reason, a level or a failure; all other words are dropped, because a driver may
say anything in them.
"""

import re
from dataclasses import dataclass, replace

READY = b"READY"
"""Said before the driver is, by what starts it: all walls stand, and the raster may come."""

_LONGEST = 4096  # bytes of a line; what is longer is no line
_WORD = re.compile(r"[a-z0-9][a-z0-9._-]{0,126}")
_MOST_REASONS = 64
_FAILURES = (b"ERROR:", b"CRIT:", b"ALERT:", b"EMERG:")
_LEVELS = re.compile(rb"\bmarker-levels=['\"]?(-?[0-9]{1,3}(?:,-?[0-9]{1,3})*)")


@dataclass(frozen=True, slots=True)
class Heard:
    """What holds after all that was said; `reasons` are IPP's words of what is the matter."""

    ready: bool = False
    failed: bool = False
    reasons: frozenset[str] = frozenset()
    levels: tuple[int, ...] = ()


def hear(heard: Heard, line: bytes) -> Heard:
    """Return what holds after one more line."""
    said = line.strip()
    if said == READY:
        return replace(heard, ready=True)
    if said.startswith(b"STATE:"):
        return replace(heard, reasons=_moved(heard.reasons, said[len(b"STATE:") :]))
    if said.startswith(b"ATTR:"):
        found = _LEVELS.search(said)
        return heard if found is None else replace(heard, levels=_numbers(found[1]))
    return replace(heard, failed=True) if said.startswith(_FAILURES) else heard


def cut(untrusted: bytes) -> tuple[list[bytes], bytes]:
    """Return the whole lines and what is left of the last one, never longer than a line."""
    *lines, rest = untrusted.split(b"\n")
    return lines, rest[:_LONGEST]


def _moved(reasons: frozenset[str], said: bytes) -> frozenset[str]:
    """Return the reasons after "+these", "-those", or "these" in place of all."""
    words = said.decode("ascii", "replace").strip()
    sign = words[:1] if words[:1] in ("+", "-") else ""
    named = {word.strip().lstrip("+-") for word in words.split(",")}
    known = frozenset(word for word in named if _WORD.fullmatch(word) and word != "none")
    if sign == "-":
        return reasons - known
    moved = reasons | known if sign else known
    return moved if len(moved) <= _MOST_REASONS else reasons


def _numbers(listed: bytes) -> tuple[int, ...]:
    return tuple(int(number) for number in listed.split(b","))
