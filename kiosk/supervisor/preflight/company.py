"""Company: programs of an ordinary desktop that would hear or keep what an applicant types or says.

Found by the name that the kernel has for a running program, and by the sockets that wait for one
to be started. A program under another name is not found here, but by `display-clients` when it is
connected. The system bus is no session bus: nothing of the station speaks on it.
"""

import re
from collections.abc import Mapping, Sequence

from kiosk.supervisor.preflight.check import Check, Seen
from kiosk.supervisor.preflight.machine import Machine, Process

# The name of a program → the Debian package that it comes with, None where Debian has none.
_BUSES = {"dbus-daemon": None, "dbus-broker-launch": None, "dbus-launch": "dbus-x11"}
_INPUT_METHODS = {
    "ibus-daemon": "ibus",
    "ibus-x11": "ibus",
    "ibus-portal": "ibus",
    "fcitx": "fcitx",
    "fcitx5": "fcitx5",
    "scim": "scim",
    "scim-launcher": "scim",
    "uim-xim": "uim-xim",
    "uim-toolbar-gtk3": "uim",
    "hime": "hime",
    "gcin": "gcin",
    "nabi": "nabi",
    "nimf": None,
    "kime": None,
    "maliit-server": "maliit-framework",
    "maliit-keyboard": "maliit-keyboard",
    "onboard": "onboard",
    "squeekboard": "squeekboard",
    "matchbox-keyboard": "matchbox-keyboard",
}
_ACCESSIBILITY = {
    "at-spi-bus-launcher": "at-spi2-core",
    "at-spi2-registryd": "at-spi2-core",
    "orca": "orca",
    "speech-dispatcher": "speech-dispatcher",
    "brltty": "brltty",
}
_CLIPBOARDS = {
    "klipper": "plasma-workspace",
    "parcellite": "parcellite",
    "clipit": "clipit",
    "copyq": "copyq",
    "gpaste-daemon": "gpaste-2",
    "diodon": "diodon",
    "clipman": "clipman",
    "xfce4-clipman": "xfce4-clipman-plugin",
    "greenclip": None,
    "clipmenud": None,
    "cliphist": None,
    "wl-paste": "wl-clipboard",
    "wl-copy": "wl-clipboard",
    "wl-clip-persist": None,
    "clipcatd": None,
    "autocutsel": "autocutsel",
    "xclip": "xclip",
    "xsel": "xsel",
    "qlipper": "qlipper",
}
_SOUND = {
    "pulseaudio": "pulseaudio",
    "pipewire": "pipewire-bin",
    "pipewire-pulse": "pipewire-pulse",
    "pipewire-media-session": "pipewire-media-session",
    "wireplumber": "wireplumber",
    "jackd": "jackd2",
    "jackdbus": "jackd2",
    "sndiod": "sndiod",
    "roaraudio": None,
}

_BUS_SOCKET = re.compile(r"/run/user/\d+/bus|@?/tmp/dbus-\w+")
_INPUT_SOCKET = re.compile(r"@?/.*/ibus/dbus-\w+|@?/tmp/ibus/\S+|@?/tmp/fcitx-socket\S*")
_ACCESSIBILITY_SOCKET = re.compile(r"@?/.*/at-spi/bus\S*|/run/user/\d+/speech-dispatcher/\S+")
_SOUND_SOCKET = re.compile(r"/run/user/\d+/(pulse/native|pipewire-\d\S*)|@?/tmp/\.esd\S*")


def _session_bus(machine: Machine) -> Seen:
    buses = [bus for bus in machine.running(*_BUSES) if not _of_the_system(bus)]
    return _seen(buses, _BUSES, _waiting(machine, _BUS_SOCKET))


def _input_method(machine: Machine) -> Seen:
    running = machine.running(*_INPUT_METHODS)
    return _seen(running, _INPUT_METHODS, _waiting(machine, _INPUT_SOCKET))


def _accessibility(machine: Machine) -> Seen:
    running = machine.running(*_ACCESSIBILITY)
    return _seen(running, _ACCESSIBILITY, _waiting(machine, _ACCESSIBILITY_SOCKET))


def _clipboard(machine: Machine) -> Seen:
    return _seen(machine.running(*_CLIPBOARDS), _CLIPBOARDS)


def _sound(machine: Machine) -> Seen:
    return _seen(machine.running(*_SOUND), _SOUND, _waiting(machine, _SOUND_SOCKET))


def _of_the_system(bus: Process) -> bool:
    words = bus.arguments
    scope = words[words.index("--scope") + 1 :] if "--scope" in words else ()
    return "--system" in words or scope[:1] == ("system",)


def _waiting(machine: Machine, name: re.Pattern[str]) -> list[str]:
    waiting = {one.name for one in machine.unix_sockets() if one.listens}
    return sorted(filter(name.fullmatch, waiting))


def _seen(
    running: Sequence[Process], packages: Mapping[str, str | None], waiting: Sequence[str] = ()
) -> Seen:
    found = ", ".join([*map(str, running), *(f"a socket at {name}" for name in waiting)])
    if not found:
        return Seen(True, "none runs, none waits to be started")
    return Seen(False, found, _end(running, packages) if running else None)


def _end(running: Sequence[Process], packages: Mapping[str, str | None]) -> str:
    """Return the line that ends these programs, and takes off the machine what Debian put there."""
    known = {name[:15]: package for name, package in packages.items()}
    purged = sorted({package for one in running if (package := known[one.name]) is not None})
    purge = f"; sudo apt-get purge -y {' '.join(purged)}" if purged else ""
    return f"sudo kill {' '.join(str(one.pid) for one in running)}{purge}"


CHECKS = (
    Check(
        "session-bus",
        "What is said on a session bus, other programs can hear; it outlives the session.",
        "sudo systemctl --global mask dbus.socket dbus.service && sudo apt-get purge -y dbus-x11"
        " && sudo reboot",
        _session_bus,
    ),
    Check(
        "input-method",
        "Typed text goes through an input method's processes, which outlive the session.",
        "sudo apt-get purge -y ibus fcitx fcitx5 scim uim onboard && sudo reboot",
        _input_method,
    ),
    Check(
        "accessibility-bus",
        "Every typed character can be read on the accessibility bus.",
        "sudo apt-get purge -y at-spi2-core orca speech-dispatcher brltty && sudo reboot",
        _accessibility,
    ),
    Check(
        "clipboard-manager",
        "A clipboard manager keeps what was copied after the session is dead.",
        "sudo apt-get purge -y parcellite clipit copyq diodon xfce4-clipman-plugin clipman"
        " wl-clipboard xclip xsel autocutsel qlipper && sudo reboot",
        _clipboard,
    ),
    Check(
        "sound-server",
        "A sound server passes on and buffers what is read aloud to an applicant; another program"
        " can record it.",
        "sudo systemctl --global mask pipewire.socket pipewire-pulse.socket pulseaudio.socket"
        " pipewire.service wireplumber.service pulseaudio.service && sudo reboot",
        _sound,
    ),
)
