"""BPF: a tiny assembler for the programs that the kernel runs before every system call.

Classic BPF (linux/filter.h) has one accumulator, jumps forward only, and two one-byte distances per
test. Distances are counted by this module from labels, because a wrong one is a hole in the wall
that no reader sees.
"""

import struct
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

_INSTRUCTION = struct.Struct("=HBBI")  # struct sock_filter: code, jump if true, if false, operand
_FARTHEST = 255
_LONGEST = 4096  # BPF_MAXINSNS


class Operation(IntEnum):
    """The six instructions that our filters are made of (linux/bpf_common.h)."""

    LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS: one 32-bit word of struct seccomp_data
    IF_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
    IF_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
    IF_ANY_BIT = 0x45  # BPF_JMP | BPF_JSET | BPF_K
    RETURN = 0x06  # BPF_RET | BPF_K


class Step(NamedTuple):
    """One instruction. `then` and `otherwise` name labels; "" is the next instruction.

    A tuple, because a filter has some hundreds and is made while somebody waits.
    """

    operation: Operation
    operand: int
    then: str = ""
    otherwise: str = ""


class Label(NamedTuple):
    """A place in a program. It takes no room."""

    name: str


class ProgramWrong(Exception):
    """A jump goes backward, too far, or nowhere, or the program is too long: a fault in a rule."""


def assemble(program: Sequence[Step | Label]) -> bytes:
    """Return the program as an array of struct sock_filter. Raises ProgramWrong."""
    steps, places = _place(program)
    if len(steps) > _LONGEST:
        raise ProgramWrong
    return b"".join(_encode(step, place, places) for place, step in enumerate(steps))


def length(assembled: bytes) -> int:
    """Return how many instructions an assembled program has."""
    return len(assembled) // _INSTRUCTION.size


def _place(program: Sequence[Step | Label]) -> tuple[list[Step], dict[str, int]]:
    steps: list[Step] = []
    places: dict[str, int] = {}
    for line in program:
        if isinstance(line, Step):
            steps.append(line)
        elif line.name in places:
            raise ProgramWrong
        else:
            places[line.name] = len(steps)
    return steps, places


def _encode(step: Step, place: int, places: Mapping[str, int]) -> bytes:
    then = _distance(step.then, place, places) if step.then else 0
    otherwise = _distance(step.otherwise, place, places) if step.otherwise else 0
    return _INSTRUCTION.pack(step.operation, then, otherwise, step.operand)


def _distance(label: str, place: int, places: Mapping[str, int]) -> int:
    distance = places.get(label, -1) - place - 1
    if not 0 <= distance <= _FARTHEST:
        raise ProgramWrong
    return distance
