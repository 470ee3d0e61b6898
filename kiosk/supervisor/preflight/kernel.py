"""Kernel: what it must do with freed memory, and the walls and views that it must give or refuse.

init_on_free is demanded because everything else can be killed before it has wiped: freed pages of
a killed session were all readable in RAM without it, and none with it.
"""

from kiosk.isolation import landlock
from kiosk.supervisor.preflight.check import Check, Seen, kernel_parameter
from kiosk.supervisor.preflight.machine import CannotTell, Machine

_ACTIONS = {"kill_process", "errno", "allow"}  # what kiosk.isolation.seccomp returns
_HIDDEN = ("hidepid=invisible", "hidepid=ptraceable")
_RAW = ("/dev/mem", "/dev/kmem", "/proc/kcore")
_LOCKDOWN = "/sys/kernel/security/lockdown"
_SECURITYFS = "sudo mount -t securityfs securityfs /sys/kernel/security"
# Debian 13 has Linux 6.12, the first with Landlock ABI 6.
_DEBIAN_13 = (
    "sudo find /etc/apt -type f -exec sed -i 's/bookworm/trixie/g' {} + && sudo apt-get update"
    " && sudo apt-get full-upgrade -y && sudo reboot"
)
_LANDLOCK_ON = kernel_parameter("lsm=landlock,lockdown,yama,integrity,apparmor,bpf")


def clears_what_is_freed(machine: Machine) -> bool:
    """Return whether the kernel is known to clear freed memory."""
    try:
        return _init_on_free(machine).fine
    except CannotTell:
        return False


def _init_on_free(machine: Machine) -> Seen:
    said = [value for name, value in machine.kernel_parameters() if name == "init_on_free"]
    known = [value for value in said if _truth(value) is not None]
    if known:
        on = _truth(known[-1]) is True
        return Seen(on, f"init_on_free={known[-1]} on the kernel's command line")
    built = machine.kernel_option("CONFIG_INIT_ON_FREE_DEFAULT_ON") == "y"
    return Seen(
        built, f"not on the kernel's command line; its default is {'on' if built else 'off'}"
    )


def _truth(value: str) -> bool | None:
    """Return what the kernel takes a word for: it reads the first letter or two (kstrtobool)."""
    word = value.lower()
    if word[:1] in ("1", "y", "t") or word[:2] == "on":
        return True
    return False if word[:1] in ("0", "n", "f") or word[:2] == "of" else None


def _freed_memory(machine: Machine) -> Seen:
    if _init_on_free(machine).fine:
        return Seen(True, "the kernel clears freed memory")
    if machine.overwrites_memory():
        return Seen(True, "a stopped session can be wiped; the kernel clears nothing by itself")
    return Seen(False, "the kernel neither clears freed memory nor lets it be overwritten")


def _landlock(machine: Machine) -> Seen:
    return _abi(machine, landlock.TRUNCATE_ABI)


def _landlock_scopes(machine: Machine) -> Seen:
    return _abi(machine, landlock.SCOPES_ABI)


def _abi(machine: Machine, needed: int) -> Seen:
    found = machine.landlock_abi()
    if not found:
        return Seen(False, f"no Landlock; needed is ABI {needed}", _LANDLOCK_ON)
    return Seen(found >= needed, f"Landlock ABI {found}; needed is {needed}")


def _seccomp(machine: Machine) -> Seen:
    there = machine.text("/proc/sys/kernel/seccomp/actions_avail").split()
    missing = sorted(_ACTIONS - set(there))
    return Seen(not missing, f"missing: {', '.join(missing)}" if missing else "filters are there")


def _raw_memory(machine: Machine) -> Seen:
    there = [path for path in _RAW if machine.exists(path)]
    if not there:
        return Seen(True, f"none of {', '.join(_RAW)} exists")
    state = machine.text_if_any(_LOCKDOWN)
    if state is None:
        raise CannotTell(f"{', '.join(there)} exists, and {_LOCKDOWN} is not there", _SECURITYFS)
    return Seen("[confidentiality]" in state, f"{', '.join(there)}; lockdown: {state.strip()}")


def _hidepid(machine: Machine) -> Seen:
    over_proc = [mount for mount in machine.mounts() if mount.folder == "/proc"]
    if not over_proc:
        raise CannotTell("/proc is not among the mounts")
    options = over_proc[-1].options
    return Seen(not options.isdisjoint(_HIDDEN), f"/proc: {','.join(sorted(options))}")


def _usbmon(machine: Machine) -> Seen:
    taps = [name for name in machine.names("/dev") if name.startswith("usbmon")]
    loaded = machine.exists("/sys/class/usbmon") or machine.exists("/sys/module/usbmon")
    return Seen(not taps and not loaded, "usbmon is there" if taps or loaded else "no usbmon")


CHECKS = (
    Check(
        "init-on-free",
        "What a killed session knew stays readable in free memory until the kernel clears it; a"
        " crash or a lack of memory leaves no time for anything else to.",
        kernel_parameter("init_on_free=1"),
        _init_on_free,
    ),
    Check(
        "freed-memory",
        "Without a kernel that clears freed memory, or a wiper that overwrites a stopped session,"
        " what an applicant said is still in RAM when the next one sits down.",
        kernel_parameter("init_on_free=1"),
        _freed_memory,
    ),
    Check(
        "landlock",
        "Before Landlock ABI 3 a process that may write no file can still change a file's length,"
        " and a length is data too.",
        _DEBIAN_13,
        _landlock,
    ),
    Check(
        "landlock-scopes",
        "Signals and abstract sockets are ways out of a session; it does not start in production"
        " where they cannot be closed (Landlock ABI 6, Linux 6.12).",
        _DEBIAN_13,
        _landlock_scopes,
    ),
    Check(
        "seccomp",
        "Without system call filters a session could open a connection or start a program.",
        "sudo apt-get install -y linux-image-$(dpkg --print-architecture) && sudo reboot",
        _seccomp,
    ),
    Check(
        "raw-memory",
        "/dev/mem and /proc/kcore show the memory of every process to root, unless the kernel is"
        " locked down for confidentiality.",
        kernel_parameter("lockdown=confidentiality"),
        _raw_memory,
    ),
    Check(
        "hidepid",
        "Other users' programs see in /proc when a session starts and ends, and how much it reads.",
        "echo 'proc /proc proc nosuid,nodev,noexec,hidepid=invisible 0 0' | sudo tee -a /etc/fstab"
        " && sudo mount -o remount,hidepid=invisible /proc",
        _hidepid,
    ),
    Check(
        "usbmon",
        "usbmon hands every byte on the USB wires to whoever asks: keys, camera, card.",
        "echo 'install usbmon /bin/false' | sudo tee /etc/modprobe.d/kiosk-usbmon.conf"
        " && sudo modprobe -r usbmon",
        _usbmon,
    ),
)
