"""Report: what was looked for, where, and what was found, for people who are no engineers.

    python -m tests.forensics.report

reads build/forensics/*.json and, where a whole machine was searched, build/proof.json; it
writes build/proof-report.md. Every number in it comes from a run; nothing is claimed that was not
searched.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.forensics.examine import PLANTED
from tests.forensics.report_words import ENDINGS, KINDS, METHOD, NOT_CLAIMED, STATIONS, size, table
from tests.forensics.verdicts import HOLDING, LEAKS, SCREEN, WALLED, Verdict, judge, left

ROOT = Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / "build" / "forensics"
MACHINE = ROOT / "build" / "proof.json"
REPORT = ROOT / "build" / "proof-report.md"

Examination = dict[str, Any]


def main() -> int:
    try:
        results = {
            kind: json.loads((RESULTS / f"{kind}.json").read_text(encoding="utf-8"))
            for kind in (*STATIONS, "planted")
        }
    except FileNotFoundError:
        sys.stderr.write("There is nothing to report yet. Please run: make proof-report\n")
        return 2
    machine = json.loads(MACHINE.read_text(encoding="utf-8")) if MACHINE.is_file() else None
    REPORT.write_text("\n".join(_report(results, machine)) + "\n", encoding="utf-8")
    sys.stdout.write(f"The report is in {REPORT.relative_to(ROOT)}.\n")
    return 0


def _report(results: dict[str, Examination], machine: Examination | None) -> Iterator[str]:
    real = [results[kind] for kind in STATIONS]
    _, walled = PLANTED[WALLED]
    verdict = judge(results, tuple(name for name in walled.split(",") if name in LEAKS))
    yield "# Is anything kept about a person?"
    yield ""
    yield from _summary(real, verdict)
    yield METHOD
    yield from _by_ending(results)
    yield from _by_process(real)
    yield from _by_kind(results)
    yield from _files(real)
    yield from _planted(verdict)
    yield from _whole_machine(machine)
    yield from _limits(machine)
    yield from _again(results)


def _summary(real: Sequence[Examination], verdict: Verdict) -> Iterator[str]:
    sessions = [person for one in real for person in one["people"]]
    searched = sum(other["searched"] for person in sessions for other in person["others"])
    day = datetime.fromtimestamp(min(one["began"] for one in real), UTC).date()
    answer = "Nothing was found." if not verdict.residues else "Something was found."
    yield (
        f"**{answer}** On {day} a machine (Linux {real[0]['kernel']}) played {len(sessions)} "
        "visits of invented people to the kiosk, ending in every way a visit can end. After "
        f"each, it searched {size(searched)} of memory in all, in every process that was still "
        f"alive, and every file on the machine that had changed. It found **{verdict.residues}** "
        "traces of the people."
    )
    yield ""
    yield (
        f"To show that the search can find something, {verdict.planted} mistakes were built into "
        f"the program on purpose. The same search found **{verdict.caught} of "
        f"{verdict.planted}**."
    )
    yield ""
    if verdict.blind or verdict.caught < verdict.planted:
        yield "**The search itself failed to find what was there; this run shows nothing.**"
        yield ""


def _by_ending(results: dict[str, Examination]) -> Iterator[str]:
    yield "## What was found after each visit"
    for kind, words in STATIONS.items():
        yield ""
        yield f"Station {words}:"
        yield ""
        yield from table(
            ("How the visit ended", "memory searched", "found", "written to disk", "in swap"),
            (_ending_row(person) for person in results[kind]["people"]),
        )
    yield ""
    yield (
        "“Written to disk” and “in swap” are the kernel's own counts for the station's "
        "processes, of bytes and kilobytes. When the program fails or hangs, its last page stays "
        "on the screen until the next page takes its place, a moment later. Those dots, which "
        "anybody there can see, are counted only once the next page has come."
    )
    yield ""


def _ending_row(person: Examination) -> tuple[str, ...]:
    after = [other for other in person["others"] if other["moment"] != "held"]
    own = [one for one in (person["session"], *person["others"]) if one["process"] in _OWN]
    found = sum(sum(left(other).values()) for other in after) + len(person["tables"])
    return (
        f"{person['ending']}: {ENDINGS[person['ending']]}",
        size(sum(other["searched"] for other in after)),
        str(found),
        str(max(one["written"] for one in own)),
        str(max(one["swapped"] for one in own)),
    )


_OWN = ("supervisor", "signer", "session", "next session", "standby", "wiper", "sight")


def _by_process(real: Sequence[Examination]) -> Iterator[str]:
    searches: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for other in _after(real):
        searches[other["process"]] += 1
        sizes[other["process"]] += other["searched"]
        found[other["process"]] += sum(left(other).values())
    yield "## Where it was looked for"
    yield ""
    rows = (
        (name, str(count), size(sizes[name]), str(found[name]))
        for name, count in searches.most_common()
    )
    yield from table(("Process that lived on", "searches", "memory searched", "found"), rows)
    yield ""
    servers = sum(one["print_servers"] for one in real)
    yield (
        "Also searched after each visit: the kernel's log, its tables of socket names and of "
        "keys, and shared memory that belongs to nobody. The program prints without a print "
        f"server (CUPS); {servers or 'none'} ran on the machine."
    )
    yield ""


def _by_kind(results: dict[str, Examination]) -> Iterator[str]:
    holding = results["planted"]["people"][HOLDING]
    sought: Counter[str] = Counter()
    alive: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for kind in STATIONS:
        for person in results[kind]["people"]:
            sought.update(person["needles"])
            alive.update(person["held"])
    for other in _after(results[kind] for kind in STATIONS):
        after.update(left(other))
    yield "## What was looked for"
    yield ""
    yield (
        "Each line is a form in which a computer might keep something. “Pieces” were cut from "
        "the people's data; a piece that other people's data has too was not used. The program "
        "makes only some of these forms; so one more session was made to hold all of them, and "
        "must show each."
    )
    yield ""
    rows = (
        (
            kind,
            str(sought[kind]),
            str(alive[kind]),
            _of(holding, kind),
            str(after[kind]),
        )
        for kind in sorted(sought)
    )
    yield from table(
        (
            "Form",
            "pieces looked for",
            "found in the living sessions",
            "found in the one that holds all forms",
            "found afterwards",
        ),
        rows,
    )
    yield ""
    yield "Where:"
    yield ""
    yield from (f"- *{name}*: {words}" for name, words in KINDS.items())
    yield (
        "- *in strides*: every letter some distance from the next, at each distance from 1 to "
        "256 bytes, because text fields keep what was typed for “undo” in that way"
    )
    yield ""


def _of(holding: Examination, kind: str) -> str:
    """Return how many of a kind were found in the session that holds all forms of its data."""
    if kind == SCREEN:  # they are no form of the data: see the note under the table
        return "–"
    return f"{holding['held'].get(kind, 0)} of {holding['needles'].get(kind, 0)}"


def _files(real: Sequence[Examination]) -> Iterator[str]:
    yield "## Files"
    yield ""
    yield from table(
        ("Station", "files on the machine", "changed, and searched", "of these, size", "found in"),
        (
            (
                STATIONS[one["kind"]],
                f"{one['files']['looked_at']:,}",
                f"{one['files']['searched']:,}",
                size(one["files"]["searched_bytes"]),
                str(len(one["files"]["found"])),
            )
            for one in real
        ),
    )
    unreadable = sum(len(one["files"]["unreadable"]) for one in real)
    yield ""
    yield f"Files that were gone or could not be read when their turn came: {unreadable}."
    yield ""


def _planted(verdict: Verdict) -> Iterator[str]:
    yield "## Mistakes that were planted"
    yield ""
    yield from table(
        ("Mistake", "found in"),
        ((LEAKS[leak], verdict.places.get(leak) or "**not found**") for leak in LEAKS),
    )
    yield ""
    yield (
        f"{len(verdict.walled)} of these mistakes were also tried with the kiosk's walls standing "
        "(the limits that the kernel sets around a session). What came of them: "
        f"**{verdict.through_walls} traces**."
    )
    yield ""


def _whole_machine(machine: Examination | None) -> Iterator[str]:
    if machine is None:
        return
    yield "## A whole machine, searched from outside"
    yield ""
    day = machine["date"]
    yield f"On {day} a machine inside a machine was stopped, and all its memory was searched."
    yield ""
    rows = (
        (
            configuration["name"],
            configuration["kernel"],
            "yes" if configuration["init_on_free"] else "no",
            row["ending"],
            row["moment"],
            size(row["searched_bytes"]),
            str(row["residues"]),
        )
        for configuration in machine["configurations"]
        for row in configuration["rows"]
    )
    heads = ("Machine", "kernel", "clears freed memory", "ending", "moment", "searched", "found")
    yield from table(heads, rows)
    yield ""


def _limits(machine: Examination | None) -> Iterator[str]:
    told = (
        "The table above shows what was found when a whole machine was searched from outside."
        if machine
        else "That needs a test on a whole machine, whose results are not part of this report."
    )
    yield "## What is not claimed"
    yield ""
    yield NOT_CLAIMED.format(machine=told)
    yield ""


def _again(results: dict[str, Examination]) -> Iterator[str]:
    longest = max(one["seconds"] for one in results.values())
    yield "## How to repeat it"
    yield ""
    yield (
        "`make proof-report`, as root, in the program's folder. It takes a few minutes (this "
        f"time {longest:.0f} seconds). The people are invented anew each time, so no two runs "
        "look for the same. `docs/auditors.md` says how the search works, and where to read its "
        "code."
    )


def _after(examinations: Iterable[Examination]) -> Iterator[Examination]:
    """Yield what was searched after the end of a session, in all examinations."""
    for one in examinations:
        for person in one["people"]:
            yield from (other for other in person["others"] if other["moment"] != "held")


if __name__ == "__main__":
    sys.exit(main())
