"""`kiosk preflight`: is this machine fit to issue cards, and if not, what cures it."""

import argparse
import json
from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.supervisor import preflight
from kiosk.supervisor.preflight import Finding, Status

Found = Mapping[str, tuple[Finding, ...]]

_WORDS = {Status.FINE: "fine", Status.FAILED: "FAILED", Status.UNKNOWN: "COULD NOT BE CHECKED"}


def command(arguments: argparse.Namespace) -> int:
    """Print every finding; 0 if all are fine, else 1."""
    found = preflight.look(preflight.Machine())
    if arguments.json:
        print(json.dumps(as_json(found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_lines(found)))
    return 0 if _fit(found) else 1


def as_json(found: Found) -> dict[str, Any]:
    """Return the findings as docs/operators.md describes them."""
    return {
        "fit": _fit(found),
        "counts": {str(status): _count(found, status) for status in Status},
        "findings": [
            {
                "field": name,
                "code": finding.code,
                "status": str(finding.status),
                "found": finding.found,
                "why": finding.why,
                "cure": None if finding.fine else finding.cure,
            }
            for name, findings in found.items()
            for finding in findings
        ],
    }


def as_lines(found: Found) -> Iterator[str]:
    """Yield what is wrong with its cure, then what is fine in a line each, then the counts."""
    for name, findings in found.items():
        for finding in findings:
            if not finding.fine:
                yield f"{_WORDS[finding.status]}: {finding.code} ({name})"
                yield f"    found: {_one_line(finding.found)}"
                yield f"    why:   {finding.why}"
                yield f"    cure:  {finding.cure}"
    for name, findings in found.items():
        for finding in findings:
            if finding.fine:
                yield f"fine: {finding.code} ({name}): {_one_line(finding.found)}"
    counts = ", ".join(f"{_count(found, status)} {_WORDS[status].lower()}" for status in Status)
    fit = "fit" if _fit(found) else "not fit"
    yield f"This machine is {fit} to issue cards: {counts}."


def _fit(found: Found) -> bool:
    return all(finding.fine for findings in found.values() for finding in findings)


def _count(found: Found, status: Status) -> int:
    return sum(finding.status is status for findings in found.values() for finding in findings)


def _one_line(text: str) -> str:
    """Return a text that the machine chose, without what would steer a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)
