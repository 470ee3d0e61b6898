from pathlib import Path

import pytest

from kiosk.supervisor.console import quieten


@pytest.mark.parametrize("path", [None, "no-such-terminal"])
def test_a_machine_without_terminals_has_nothing_to_keep_quiet(
    path: str | None, tmp_path: Path
) -> None:
    quieten(path and str(tmp_path / path))()


def test_a_terminal_that_will_not_be_quiet_is_a_failure() -> None:
    with pytest.raises(OSError, match="Inappropriate ioctl"):
        quieten("/dev/null")
