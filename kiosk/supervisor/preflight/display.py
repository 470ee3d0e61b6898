"""Display: nobody but the station may be connected to it, and it must not listen on the network.

Any client of an X server reads every key and every pixel; under Wayland it may read the clipboard,
and with some compositors the screen. So these checks come before the station's own first window.
"""

from kiosk.supervisor.preflight import x11
from kiosk.supervisor.preflight.check import Check, Seen
from kiosk.supervisor.preflight.machine import CannotTell, Machine

_FIRST_PORT, _LAST_PORT = 6000, 6063  # display :N listens on 6000 + N, and so does ssh -X


def _clients(machine: Machine) -> Seen:
    x, wayland = (machine.environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if not x and not wayland:
        raise CannotTell(
            "neither DISPLAY nor WAYLAND_DISPLAY names the station's display",
            "DISPLAY=:0 .venv/bin/kiosk preflight",
        )
    if x and x11.number(x) is None:
        return Seen(False, f"the display {x} is reached over a network", "export DISPLAY=:0")
    clients = machine.x_clients(x) if x else ()
    found = [*_named(machine, clients), *_wayland_clients(machine, wayland)]
    if not found:
        return Seen(True, "nobody is connected")
    numbers = " ".join(str(pid) for pid in clients if pid is not None)
    cure = f"sudo kill {numbers}  # and take what is named out of the display's start"
    return Seen(False, f"connected: {', '.join(found)}", cure if numbers else None)


def _named(machine: Machine, clients: tuple[int | None, ...]) -> list[str]:
    return [
        "a program that came over TCP" if pid is None else machine.process_name(pid)
        for pid in clients
    ]


def _wayland_clients(machine: Machine, display: str | None) -> list[str]:
    """Count the connections that the compositor accepted: each carries its listener's name."""
    if not display:
        return []
    name = f"{machine.environment.get('XDG_RUNTIME_DIR', '')}/{display}"
    own = display if display.startswith("/") else name
    here = [one for one in machine.unix_sockets() if one.name == own]
    if not any(one.listens for one in here):
        raise CannotTell(f"no compositor listens on {own}")
    count = sum(one.connected for one in here)
    return [f"{count} connections to {own}"] if count else []


def _tcp(machine: Machine) -> Seen:
    own = x11.number(machine.environment.get("DISPLAY", ""))  # which may have any number
    theirs = {*range(_FIRST_PORT, _LAST_PORT + 1), _FIRST_PORT + (own or 0)}
    ports = sorted(machine.tcp_ports() & theirs)
    told = ", ".join(f"port {port} (display :{port - _FIRST_PORT})" for port in ports)
    return Seen(not ports, f"listens on {told}" if ports else "no X server listens")


CHECKS = (
    Check(
        "display-clients",
        "Every other program on the display can read keys, screen or clipboard.",
        'sudo fuser -v /tmp/.X11-unix/X0 "$XDG_RUNTIME_DIR/wayland-0"  # then: sudo kill'
        " NUMBER, and take it out of the display's start",
        _clients,
    ),
    Check(
        "display-tcp",
        "An X server that listens on TCP lets other machines read keys and screen.",
        "Xorg :0 -nolisten tcp  # in the display's start; and no ssh -X to this machine",
        _tcp,
    ),
)
