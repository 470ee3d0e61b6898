import os
import resource
import signal

import pytest

from tests.isolation.children import run

STATUS = """
import os
from kiosk.isolation import kernel, memory
def status(name):
    with open("/proc/self/status") as lines:
        return next(line.split()[1] for line in lines if line.startswith(name + ":"))
"""
CURE = "run as root, or with an unlimited RLIMIT_MEMLOCK (ulimit -l unlimited)"


def may_lock() -> bool:
    limit = resource.getrlimit(resource.RLIMIT_MEMLOCK)[1]
    return os.geteuid() == 0 or limit == resource.RLIM_INFINITY


def test_all_memory_is_locked_and_what_comes_later_too() -> None:
    assert may_lock(), CURE
    code = """
memory.raise_lock_limit()
memory.lock()
before = int(status("VmLck"))
held = bytearray(32 << 20)
print(before > 0, int(status("VmLck")) - before >= 32 << 10)
"""
    assert run(STATUS + code) == "True True\n"


def test_under_a_limit_nothing_is_locked_because_a_later_allocation_would_fail() -> None:
    code = """
import resource
resource.setrlimit(resource.RLIMIT_MEMLOCK, (1 << 20, 1 << 20))
kernel.give_up_capabilities(0)
try:
    memory.lock()
except OSError as refused:
    print(refused.strerror, status("VmLck"))
"""
    assert run(STATUS + code) == "locked memory has a limit 0\n"


def test_there_are_no_huge_pages() -> None:
    code = "memory.no_huge_pages(); print(kernel.prctl(42))"
    assert run(STATUS + code) == "1\n"


@pytest.mark.parametrize(
    ("fault", "number"),
    [
        ("ctypes.string_at(0)", signal.SIGSEGV),
        ("os.abort()", signal.SIGABRT),
        ("os.kill(os.getpid(), 4)", signal.SIGILL),
    ],
)
def test_a_fault_ends_the_process_without_a_signal_that_the_kernel_would_log(
    fault: str, number: int
) -> None:
    run(f"import ctypes\n{STATUS}memory.quiet_faults(); {fault}", status=number)


def test_what_is_frozen_is_not_collected_again() -> None:
    code = "import gc; memory.freeze(); print(gc.get_freeze_count() > 1000, gc.get_count()[2])"
    assert run(STATUS + code) == "True 0\n"
