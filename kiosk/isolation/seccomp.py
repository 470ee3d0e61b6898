"""Seccomp: which system calls a process may still make, and with which arguments.

A filter is a list of gates, one for each call that is named, and a verdict on all others. It is
compiled to BPF here (`kiosk.isolation.bpf`), put before every thread at once (SECCOMP_FILTER_FLAG_
TSYNC), and can never be taken away again. Pointers cannot be followed, so a gate looks at numbers
only: flags, commands, families. See seccomp(2).
"""

import ctypes
import os
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from errno import ENOSYS, EPERM

from kiosk.isolation import kernel
from kiosk.isolation.bpf import Label, Operation, Step, assemble
from kiosk.isolation.calls import FIRST_UNKNOWN, Machine, Machines

_SECCOMP = {Machines.X86_64: 317, Machines.AARCH64: 277}
_SET_MODE_FILTER, _FLAG_TSYNC = 1, 1

# struct seccomp_data: the call's number, the machine, the instruction pointer, six arguments.
_NUMBER, _AUDIT, _ARGUMENTS = 0, 4, 16

_KILL = 0x80000000  # SECCOMP_RET_KILL_PROCESS
_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_WORD = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Among:
    """The low 32 bits of an argument are one of these."""

    argument: int
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """None of these bits is set in the low 32 bits of an argument."""

    argument: int
    bits: int


@dataclass(frozen=True, slots=True)
class Null:
    """An argument is a null pointer, all 64 bits of it."""

    argument: int


Test = Among | Without | Null
Way = tuple[Test, ...]


def within(argument: int, bits: int) -> Without:
    """Return the test that an argument has no bits but these."""
    return Without(argument, ~bits & _WORD)


@dataclass(frozen=True, slots=True)
class Gate:
    """A call and the ways through: it is let pass if all tests of one way hold, else refused."""

    call: str
    ways: tuple[Way, ...]
    refusal: int = EPERM


@dataclass(frozen=True, slots=True)
class Filter:
    """Gates, and what happens to calls that have none: refused, or let pass unless unknown."""

    gates: tuple[Gate, ...]
    others_pass: bool = False


def always(names: str) -> tuple[Gate, ...]:
    """Return gates that let these calls pass."""
    return tuple(Gate(name, ways=((),)) for name in names.split())


def never(names: str, refusal: int = EPERM) -> tuple[Gate, ...]:
    """Return gates that refuse these calls."""
    return tuple(Gate(name, ways=(), refusal=refusal) for name in names.split())


def only(name: str, *ways: Way, refusal: int = EPERM) -> tuple[Gate, ...]:
    """Return the gate that lets a call pass if all tests of one of these ways hold."""
    return (Gate(name, ways, refusal),)


def here() -> Machines:
    """Return the machine that we run on. Raises OSError if it is none that we know."""
    try:
        return Machines(os.uname().machine)
    except ValueError:
        raise OSError(ENOSYS, "no filter for this machine") from None


def build(wanted: Filter, machine: Machine) -> bytes:
    """Return the filter as a BPF program for `machine`.

    A call by another machine's convention kills the process: its numbers mean something else.
    """
    return assemble([*_preamble(wanted, machine), *_gates(wanted, machine), *_rest(wanted)])


def install(wanted: Filter) -> None:
    """Put the filter before every thread of this process, for good. Raises OSError."""
    machines = here()
    program = build(wanted, machines.machine)
    held = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("=H6xQ", len(program) // 8, ctypes.addressof(held))  # struct sock_fprog
    kernel.no_new_privileges()
    refused = kernel.call(_SECCOMP[machines], _SET_MODE_FILTER, _FLAG_TSYNC, described)
    if refused:  # the number of a thread that could not be made to follow
        raise OSError(EPERM, "a thread is not behind the filter")


def _preamble(wanted: Filter, machine: Machine) -> Iterator[Step | Label]:
    yield Step(Operation.LOAD, _AUDIT)
    yield Step(Operation.IF_EQUAL, machine.audit, then="native")
    yield Step(Operation.RETURN, _KILL)
    yield Label("native")
    yield Step(Operation.LOAD, _NUMBER)
    if machine.foreign_bit:
        yield Step(Operation.IF_AT_LEAST, machine.foreign_bit, otherwise="convention")
        yield Step(Operation.RETURN, _KILL)
        yield Label("convention")
    if wanted.others_pass:
        yield Step(Operation.IF_AT_LEAST, FIRST_UNKNOWN, otherwise="known")
        yield Step(Operation.RETURN, _ERRNO | ENOSYS)
        yield Label("known")


def _merged(gates: Sequence[Gate]) -> Iterator[Gate]:
    """Return one gate a call: what any of its gates lets pass, passes."""
    ways: dict[str, tuple[Way, ...]] = {}
    for gate in gates:
        ways[gate.call] = ways.get(gate.call, ()) + gate.ways
    refusals = {gate.call: gate.refusal for gate in gates}
    return (Gate(call, ways[call], refusals[call]) for call in ways)


def _gates(wanted: Filter, machine: Machine) -> Iterator[Step | Label]:
    for gate in _merged(wanted.gates):
        if gate.call in machine.numbers:
            yield Step(
                Operation.IF_EQUAL, machine.numbers[gate.call], otherwise=f"after {gate.call}"
            )
            yield from _ways(gate)
            yield Label(f"after {gate.call}")


def _ways(gate: Gate) -> Iterator[Step | Label]:
    for place, way in enumerate(gate.ways):
        closed = f"{gate.call} way {place} closed"
        for test in way:
            yield from _test(test, closed, f"{closed} by {way.index(test)}")
        yield Step(Operation.RETURN, _ALLOW)
        yield Label(closed)
    if () not in gate.ways:
        yield Step(Operation.RETURN, _ERRNO | gate.refusal)


def _test(test: Test, closed: str, name: str) -> Iterator[Step | Label]:
    low = _ARGUMENTS + 8 * test.argument  # both machines are little-endian
    yield Step(Operation.LOAD, low)
    match test:
        case Among(values=values):
            for value in values[:-1]:
                yield Step(Operation.IF_EQUAL, value, then=f"{name} holds")
            yield Step(Operation.IF_EQUAL, values[-1], otherwise=closed)
            yield Label(f"{name} holds")
        case Without(bits=bits):
            yield Step(Operation.IF_ANY_BIT, bits, then=closed)
        case Null():
            yield Step(Operation.IF_EQUAL, 0, otherwise=closed)
            yield Step(Operation.LOAD, low + 4)
            yield Step(Operation.IF_EQUAL, 0, otherwise=closed)


def _rest(wanted: Filter) -> Sequence[Step]:
    return (Step(Operation.RETURN, _ALLOW if wanted.others_pass else _ERRNO | EPERM),)
