import os
import select
import signal
import subprocess
import sys

PARENT = """
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", '''
import os, sys
from kiosk.isolation import seal
seal.die_with_parent(int(sys.argv[1]))
print("walled", flush=True)
sys.stdin.read()
''', str(os.getpid())], stdin=subprocess.PIPE)
print(child.pid, flush=True)
sys.stdin.read()
"""


def test_a_sealed_process_dies_with_its_parent() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert parent.stdout.readline() == "walled\n"
        pidfd = os.pidfd_open(pid)
        os.kill(parent.pid, signal.SIGKILL)
        assert select.select([pidfd], [], [], 10)[0]
        os.close(pidfd)


def test_a_sealed_process_leaves_no_dump_and_no_readable_file() -> None:
    code = (
        "from kiosk.isolation import seal; import os, resource; seal.no_dumps();"
        "seal.private_umask();"
        "print(seal.dumpable(), resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False (0, 0) 0o777"


def test_a_process_whose_parent_is_gone_already_exits() -> None:
    code = "from kiosk.isolation import seal; seal.die_with_parent(1); print('still here')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == ""
