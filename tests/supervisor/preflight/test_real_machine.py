"""The checks on this machine: real servers, real daemons, real mounts, another user."""

import json
import os
import re
import shutil
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.supervisor.preflight import FIELDS, Finding, Machine, Status, examine, x11
from tests.isolation.children import ROOT, run
from tests.station.runs import x_server

CHECKS = {check.code: check for checks in FIELDS.values() for check in checks}


def look(code: str, **environment: str) -> Finding:
    return examine(CHECKS[code], Machine(environment=environment))


@contextmanager
def client(display: str, cookie: bytes = b"") -> Iterator[None]:
    """Be a client of an X display."""
    number = x11.number(display)
    assert number is not None
    with x11._connect(number) as server:
        x11._introduce(server, cookie)
        yield


@contextmanager
def echo(path: Path) -> Iterator[int]:
    """Run a program that echoes, under this name, once it has answered; yields its number."""
    shutil.copy("/bin/cat", path)
    with subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(b"there?\n")
        program.stdin.flush()
        program.stdout.readline()
        yield program.pid


def test_a_second_client_of_a_real_x_server_is_named_and_gone_when_it_is_gone() -> None:
    with x_server("640x480") as display:
        assert look("display-clients", DISPLAY=display).status is Status.FINE
        with client(display):
            found = look("display-clients", DISPLAY=display)
            assert found.status is Status.FAILED
            assert f"(process {os.getpid()})" in found.found
            assert found.cure.startswith(f"sudo kill {os.getpid()}  #")
        assert look("display-clients", DISPLAY=display).found == "nobody is connected"


def test_a_real_program_on_the_display_is_named() -> None:
    with (
        x_server("640x480") as display,
        subprocess.Popen(
            ["xdotool", "getmouselocation", "search", "--sync", "--name", "never there"],
            env={"DISPLAY": display, "PATH": os.environ["PATH"]},
            stdout=subprocess.PIPE,
        ) as program,
    ):
        try:
            assert program.stdout is not None
            program.stdout.readline()  # it has asked the server, and is connected
            found = look("display-clients", DISPLAY=display)
        finally:
            program.kill()
    assert found.found == f"connected: xdotool (process {program.pid})"


def test_an_x_server_that_listens_on_tcp_is_found_and_so_is_who_comes_that_way() -> None:
    with x_server("640x480", "-listen", "tcp") as display:
        port = 6000 + int(display[1:])
        found = look("display-tcp")
        assert found.status is Status.FAILED
        assert f"port {port} (display {display})" in found.found
        with socket.create_connection(("127.0.0.1", port)) as server:
            x11._introduce(server, b"")
            found = look("display-clients", DISPLAY=display)
            assert found.found == "connected: a program that came over TCP"
    assert f"port {port} " not in look("display-tcp").found


def test_an_x_server_that_does_not_listen_on_tcp_is_not_accused() -> None:
    with x_server("640x480") as display:
        assert f"display {display})" not in look("display-tcp").found


def test_a_display_with_a_cookie_is_asked_with_it_and_tells_nobody_else(tmp_path: Path) -> None:
    cookie, file = os.urandom(16), tmp_path / "authority"
    name = b"MIT-MAGIC-COOKIE-1"
    anywhere = struct.pack(">HHH", 65535, 0, 0)
    file.write_bytes(
        anywhere + struct.pack(">H", len(name)) + name + struct.pack(">H", len(cookie)) + cookie
    )
    with x_server("640x480", "-auth", str(file)) as display:
        shut = look("display-clients", DISPLAY=display, HOME=str(tmp_path))
        assert shut.status is Status.UNKNOWN
        assert "lets this user in on no cookie" in shut.found
        assert "XAUTHORITY=" in shut.cure
        assert look("display-clients", DISPLAY=display, XAUTHORITY=str(file)).fine
        with client(display, cookie):
            assert not look("display-clients", DISPLAY=display, XAUTHORITY=str(file)).fine


def test_a_display_that_is_not_there_could_not_be_checked() -> None:
    with x_server("640x480") as display:
        pass
    found = look("display-clients", DISPLAY=display)
    assert found.status is Status.UNKNOWN
    assert "no such file" in found.found or "refused" in found.found


def test_who_is_on_a_compositors_socket_is_counted(tmp_path: Path) -> None:
    """The kernel's own table of a real socket; a compositor would be no more than a listener."""
    environment = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert look("display-clients", **environment).status is Status.UNKNOWN
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-9"))
        compositor.listen()
        assert look("display-clients", **environment).fine
        with socket.socket(socket.AF_UNIX) as stranger:
            stranger.connect(str(tmp_path / "wayland-9"))
            accepted, _ = compositor.accept()
            found = look("display-clients", **environment)
            accepted.close()
    assert found.found == f"connected: 1 connections to {tmp_path}/wayland-9"


def test_a_real_session_bus_is_found_with_its_socket() -> None:
    reading, writing = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={writing}"]
    with subprocess.Popen([*command, "--address=unix:tmpdir=/tmp"], pass_fds=[writing]) as bus:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                name = told.readline().partition("=")[2].partition(",")[0]
            found = look("session-bus")
        finally:
            bus.kill()
    assert found.status is Status.FAILED
    assert f"dbus-daemon (process {bus.pid})" in found.found
    assert name in found.found
    assert re.search(rf"sudo kill [\d ]*\b{bus.pid}\b", found.cure)
    assert f"(process {bus.pid})" not in look("session-bus").found


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("input-method", "ibus-daemon"),
        ("accessibility-bus", "at-spi2-registryd"),
        ("clipboard-manager", "parcellite"),
        ("sound-server", "pipewire-media-session"),
        ("cups-history", "cupsd"),
        ("ipp-usb", "ipp-usb"),
        ("syslog", "rsyslogd"),
        ("core-handler", "abrtd"),
    ],
)
def test_a_running_program_is_found_by_its_name(code: str, name: str, tmp_path: Path) -> None:
    with echo(tmp_path / name) as pid:
        found = look(code)
    assert found.status is Status.FAILED
    assert f"{name[:15]} (process {pid})" in found.found
    assert f"(process {pid})" not in look(code).found


LOOK = """
import dataclasses, json, os, pwd, resource
from kiosk.supervisor import preflight
def be_nobody():
    resource.setrlimit(resource.RLIMIT_MEMLOCK, (1 << 16, 1 << 16))
    nobody = pwd.getpwnam("nobody")
    os.setgroups([])
    os.setresgid(*[nobody.pw_gid] * 3)
    os.setresuid(*[nobody.pw_uid] * 3)
found = preflight.look(preflight.Machine(environment={}))
print(json.dumps([dataclasses.asdict(one) for many in found.values() for one in many]))
"""
AS_NOBODY = LOOK.replace("found =", "be_nobody()\nfound =")


def test_an_ordinary_user_gets_an_answer_to_every_check() -> None:
    assert os.geteuid() == 0, "run this test as root: only root can become another user"
    found = {one["code"]: one for one in json.loads(run(AS_NOBODY))}
    assert list(found) == list(CHECKS)
    assert found["memory-lock"]["status"] == Status.FAILED
    assert found["memory-lock"]["found"] == "locked memory has a limit of 64 KiB"
    assert found["landlock"]["status"] == look("landlock").status


def test_a_private_view_of_processes_and_times_is_seen_and_hides_from_an_ordinary_user() -> None:
    """In a mount namespace of its own, with /proc and / mounted as the cures say."""
    assert os.geteuid() == 0, "run this test as root: only root can mount"
    script = (
        "mount -t proc -o hidepid=invisible proc /proc && mount -o remount,bind,noatime /"
        ' && exec "$0" -B -c "$1"'
    )
    said = []
    for code in (LOOK, AS_NOBODY):
        done = subprocess.run(
            ["unshare", "--mount", "sh", "-c", script, sys.executable, code],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=True,
        )
        said.append({one["code"]: one for one in json.loads(done.stdout)})
    root, nobody = said
    assert root["hidepid"]["status"] == nobody["hidepid"]["status"] == Status.FINE
    assert "/" not in root["access-times"]["found"].removeprefix("kept on ").split(", ")
    assert root["session-bus"]["status"] != Status.UNKNOWN
    assert nobody["session-bus"]["status"] == Status.UNKNOWN
    assert nobody["session-bus"]["found"] == "/proc hides other users' processes from this user"
    assert nobody["session-bus"]["cure"] == "sudo .venv/bin/kiosk preflight"


def test_this_kernel_lets_memory_be_overwritten_as_the_wiper_does() -> None:
    assert Machine().overwrites_memory()
