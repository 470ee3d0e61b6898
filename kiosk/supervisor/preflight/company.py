"""Company: programs of an ordinary desktop that would hear or keep what an applicant types or says.

Found by the name that the kernel has for a running program, and by the sockets that wait for one
to be started. A program under another name is not found here, but by `display-clients` when it is
connected. The system bus is no session bus: nothing of the station speaks on it.
"""

import re

from kiosk.supervisor.preflight.check import Check, Seen
from kiosk.supervisor.preflight.machine import Machine, Process

_BUSES = ("dbus-daemon", "dbus-broker-launch", "dbus-launch")
_INPUT_METHODS = (
    *("ibus-daemon", "ibus-x11", "ibus-engine-simple", "ibus-portal", "fcitx", "fcitx5"),
    *("scim", "scim-launcher", "uim-xim", "uim-toolbar", "maliit-server", "maliit-keyboard"),
    *("hime", "gcin", "nabi", "nimf", "kime", "onboard", "squeekboard", "matchbox-keyboard"),
)
_ACCESSIBILITY = ("at-spi-bus-launcher", "at-spi2-registryd", "orca", "speech-dispatcher", "brltty")
_CLIPBOARDS = (
    *("klipper", "parcellite", "clipit", "copyq", "gpaste-daemon", "xfce4-clipman", "diodon"),
    *("greenclip", "clipmenud", "cliphist", "wl-paste", "wl-copy", "wl-clip-persist", "clipman"),
    *("autocutsel", "xclip", "xsel", "qlipper", "lxqt-clipboard", "clipcatd"),
)
_SOUND = (
    *("pulseaudio", "pipewire", "pipewire-pulse", "pipewire-media-session", "wireplumber"),
    *("jackd", "jackdbus", "esd", "roaraudio", "sndiod"),
)

_BUS_SOCKET = re.compile(r"/run/user/\d+/bus|@?/tmp/dbus-\w+")
_INPUT_SOCKET = re.compile(r"@?/.*/ibus/dbus-\w+|@?/tmp/ibus/\S+|@?/tmp/fcitx-socket\S*")
_ACCESSIBILITY_SOCKET = re.compile(r"@?/.*/at-spi/bus\S*|/run/user/\d+/speech-dispatcher/\S+")
_SOUND_SOCKET = re.compile(r"/run/user/\d+/(pulse/native|pipewire-\d\S*)|@?/tmp/\.esd\S*")


def _session_bus(machine: Machine) -> Seen:
    buses = [bus for bus in machine.running(*_BUSES) if not _of_the_system(bus)]
    return _seen(buses, _waiting(machine, _BUS_SOCKET))


def _input_method(machine: Machine) -> Seen:
    return _seen(machine.running(*_INPUT_METHODS), _waiting(machine, _INPUT_SOCKET))


def _accessibility(machine: Machine) -> Seen:
    return _seen(machine.running(*_ACCESSIBILITY), _waiting(machine, _ACCESSIBILITY_SOCKET))


def _clipboard(machine: Machine) -> Seen:
    return _seen(machine.running(*_CLIPBOARDS), [])


def _sound(machine: Machine) -> Seen:
    return _seen(machine.running(*_SOUND), _waiting(machine, _SOUND_SOCKET))


def _of_the_system(bus: Process) -> bool:
    scope = (
        bus.arguments[bus.arguments.index("--scope") + 1 :] if "--scope" in bus.arguments else ()
    )
    return "--system" in bus.arguments or scope[:1] == ("system",)


def _waiting(machine: Machine, name: re.Pattern[str]) -> list[str]:
    waiting = {one.name for one in machine.unix_sockets() if one.listens}
    return sorted(filter(name.fullmatch, waiting))


def _seen(running: tuple[Process, ...] | list[Process], waiting: list[str]) -> Seen:
    found = [*map(str, running), *waiting]
    return Seen(not found, ", ".join(found) if found else "none runs, none waits to be started")


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
        "sudo apt-get purge -y 'ibus*' 'fcitx*' 'scim*' 'uim*' onboard && sudo reboot",
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
        "sudo apt-get purge -y klipper parcellite clipit copyq gpaste diodon xfce4-clipman"
        " wl-clipboard xclip xsel autocutsel && sudo reboot",
        _clipboard,
    ),
    Check(
        "sound-server",
        "A sound server passes on, and buffers, what is read aloud to an applicant; another"
        " program can record it.",
        "sudo systemctl --global mask pipewire.socket pipewire-pulse.socket pulseaudio.socket"
        " pipewire.service wireplumber.service pulseaudio.service && sudo reboot",
        _sound,
    ),
)
