"""A version of PySide6 took one reference off None with every void call, and ended the process."""

import subprocess
import sys

CALLS = 20_000


def test_many_void_calls_leave_none_alone() -> None:
    code = f"""
from PySide6.QtCore import QObject
thing = QObject()
for _ in range({CALLS}):
    thing.setObjectName("x")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
