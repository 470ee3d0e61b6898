"""Memory: what is in RAM must stay there and never be written to a disk, packed or not."""

from kiosk.supervisor.preflight.check import Check, Seen, kernel_parameter
from kiosk.supervisor.preflight.machine import Machine

_TRUE = ("Y", "1")
_NO_RESUME = (
    "sudo sed -i 's/ *resume=[^ \"]*//' /etc/default/grub /etc/default/grub.d/*.cfg"
    " && sudo update-grub && sudo reboot"
)


def _swap(machine: Machine) -> Seen:
    areas = [line.split()[0] for line in machine.text("/proc/swaps").splitlines()[1:] if line]
    return Seen(not areas, f"in use: {', '.join(areas)}" if areas else "none in use")


def _zram(machine: Machine) -> Seen:
    disks = [name for name in machine.names("/sys/block") if name.startswith("zram")]
    used = [name for name in disks if machine.text(f"/sys/block/{name}/disksize").strip() != "0"]
    return Seen(not used, f"in use: {', '.join(used)}" if used else "none in use")


def _zswap(machine: Machine) -> Seen:
    enabled = machine.text_if_any("/sys/module/zswap/parameters/enabled")
    if enabled is None:
        machine.names("/sys/module")
        return Seen(True, "this kernel has none")
    return Seen(enabled.strip() not in _TRUE, f"enabled is {enabled.strip()}")


def _hibernation(machine: Machine) -> Seen:
    states = (machine.text_if_any("/sys/power/state") or "").split()
    if "disk" in states:
        way = (machine.text_if_any("/sys/power/disk") or "").strip()
        return Seen(False, f"the kernel can hibernate (/sys/power/disk: {way})")
    names = dict(machine.kernel_parameters())
    if "resume" in names and not {"noresume", "nohibernate"} & set(names):
        return Seen(False, f"the kernel resumes from {names['resume']}", _NO_RESUME)
    return Seen(True, "the kernel cannot hibernate")


def _memory_lock(machine: Machine) -> Seen:
    fine, limit = machine.may_lock_memory()
    return Seen(fine, f"locked memory has {limit}")


CHECKS = (
    Check(
        "swap",
        "Memory that is swapped out is on the disk, and stays there after swap is switched off.",
        "sudo swapoff --all && sudo sed -i '/\\sswap\\s/d' /etc/fstab && sudo systemctl mask"
        " swap.target",
        _swap,
    ),
    Check(
        "zram",
        "Memory that is packed into a zram disk is a copy that no wiper reaches.",
        "sudo apt-get purge -y zram-tools systemd-zram-generator; sudo swapoff --all; sudo"
        " modprobe -r zram",
        _zram,
    ),
    Check(
        "zswap",
        "zswap keeps packed copies of memory on their way to the disk.",
        kernel_parameter("zswap.enabled=0"),
        _zswap,
    ),
    Check(
        "hibernation",
        "Hibernation writes all memory to the disk.",
        kernel_parameter("nohibernate"),
        _hibernation,
    ),
    Check(
        "memory-lock",
        "A session locks its memory so that none is ever swapped, and does not start under a"
        " limit.",
        "sudo mkdir -p /etc/systemd/system/city-id-kiosk.service.d && printf"
        " '[Service]\\nLimitMEMLOCK=infinity\\n' | sudo tee"
        " /etc/systemd/system/city-id-kiosk.service.d/memory.conf && sudo systemctl daemon-reload",
        _memory_lock,
    ),
)
