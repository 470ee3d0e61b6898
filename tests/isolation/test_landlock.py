import os
import struct
from pathlib import Path

import pytest

from kiosk.isolation import kernel, landlock, trees
from tests.isolation.children import ROOT, run

ENTER = """
import os, sys
from pathlib import Path
from kiosk.isolation import landlock
from kiosk.isolation.landlock import Rules
inside, outside = map(Path, sys.argv[1:3])
def attempt(act):
    try:
        act()
    except OSError as refused:
        return refused.strerror
    return "done"
"""


@pytest.fixture
def places(tmp_path: Path) -> tuple[str, str]:
    for name in ("inside", "outside"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text("public")
    return str(tmp_path / "inside"), str(tmp_path / "outside")


def test_what_is_named_is_read_and_nothing_else(places: tuple[str, str]) -> None:
    code = """
landlock.restrict(Rules((inside,)))
print(attempt((inside / "file").read_text), attempt((outside / "file").read_text))
print(attempt(lambda: list(inside.iterdir())), attempt(lambda: list(outside.iterdir())))
print(attempt(lambda: open("/proc/self/status")), attempt(lambda: open("/proc/1/status")))
"""
    said = run(ENTER + code, *places).splitlines()
    assert said == ["done Permission denied"] * 2 + ["Permission denied Permission denied"]


def test_nothing_is_written_but_the_sink(places: tuple[str, str]) -> None:
    code = """
landlock.restrict(Rules((inside,), (landlock.SINK,)))
print(attempt(lambda: os.open(inside / "file", os.O_WRONLY)))
print(attempt(lambda: os.truncate(inside / "file", 1)))
print(attempt(lambda: open("/dev/null", "w")))
"""
    assert run(ENTER + code, *places).splitlines() == ["Permission denied"] * 2 + ["done"]


def test_nothing_is_executed_and_yet_libraries_are_loaded(places: tuple[str, str]) -> None:
    code = """
from kiosk.isolation import trees
landlock.restrict(Rules((*trees.program(), *trees.system(), Path("/bin"), Path("/usr/bin"))))
import _ctypes_test
print(attempt(lambda: os.execv("/bin/true", ["true"])))
"""
    assert run(ENTER + code, *places) == "Permission denied\n"


def test_a_second_layer_only_takes_more_away(places: tuple[str, str]) -> None:
    code = """
landlock.restrict(Rules((inside,)))
landlock.restrict(Rules((inside, outside)))
print(attempt((inside / "file").read_text), attempt((outside / "file").read_text))
landlock.restrict(Rules())
print(attempt((inside / "file").read_text))
"""
    assert run(ENTER + code, *places) == "done Permission denied\nPermission denied\n"


def test_scopes_wait_until_the_display_is_connected(places: tuple[str, str]) -> None:
    code = """
import signal, socket
server = socket.socket(socket.AF_UNIX)
server.bind("\\0kiosk-landlock-" + str(os.getpid()))
server.listen()
name = server.getsockname()
child = os.fork()
if child == 0:
    landlock.restrict(Rules())
    first = attempt(lambda: socket.socket(socket.AF_UNIX).connect(name))
    landlock.restrict(Rules(scopes=True))
    second = attempt(lambda: socket.socket(socket.AF_UNIX).connect(name))
    print(first, second, attempt(lambda: os.kill(os.getppid(), 0)), sep="; ", flush=True)
    os._exit(0)
os.waitpid(child, 0)
"""
    refused = "Operation not permitted"
    assert run(ENTER + code, *places) == f"done; {refused}; {refused}\n"


def test_a_path_that_is_not_there_is_passed_over(places: tuple[str, str]) -> None:
    code = "landlock.restrict(Rules((inside / 'nowhere',))); print('up')"
    assert run(ENTER + code, *places) == "up\n"


@pytest.mark.parametrize(
    ("abi", "words"),
    [
        (1, [0x1FFF]),
        (2, [0x3FFF]),
        (3, [0x7FFF]),
        (4, [0x7FFF, 0b11]),
        (5, [0xFFFF, 0b11]),
        (6, [0xFFFF, 0b11, 0b11]),
        (7, [0xFFFF, 0b11, 0b11]),
        (12, [0xFFFF, 0b11, 0b11]),
    ],
)
def test_each_kernel_is_asked_for_all_it_can_take_away(abi: int, words: list[int]) -> None:
    packed = struct.pack(f"={len(words)}Q", *words)
    assert landlock._attributes(abi, scopes=True) == (packed, len(packed))


@pytest.mark.parametrize(("abi", "flags"), [(6, 0), (7, 0b101), (9, 0b101)])
def test_no_refusal_is_logged_with_its_path(
    abi: int, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[object, ...]] = []

    def call(*arguments: object) -> int:
        calls.append(arguments)
        return 1 << 20  # no descriptor of ours

    monkeypatch.setattr(landlock, "abi", lambda: abi)
    monkeypatch.setattr(kernel, "call", call)
    monkeypatch.setattr(kernel, "no_new_privileges", lambda: None)
    monkeypatch.setattr(os, "close", lambda _: None)
    landlock.restrict(landlock.Rules())
    assert calls[-1][2] == flags


def test_the_trees_are_narrow() -> None:
    named = (*trees.program(), *trees.system())
    assert not {Path("/"), Path("/usr"), Path("/home"), Path("/etc"), ROOT, Path.home()} & set(
        named
    )
    assert not [
        path for path in named if path.is_relative_to("/dev") or path.is_relative_to("/proc")
    ]
    assert {ROOT / "kiosk", ROOT / "ui", ROOT / "assets"} <= set(named)
