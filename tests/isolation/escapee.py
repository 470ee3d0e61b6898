"""Try every attempt behind the named walls, and print what came of each as JSON.

Run as `python -m tests.isolation.escapee WALLS SCENE`. What cannot start a child makes its attempts
one after the other; without seccomp each has a child of its own, because some succeed.
"""

import encodings.idna  # noqa: F401  # for names of machines; behind the walls it is too late
import errno
import json
import os
import sys
from collections.abc import Callable

from kiosk.isolation import allowed, landlock, seccomp, trees, walls
from kiosk.isolation.landlock import Rules
from tests.isolation.attempt import Attempt, Scene
from tests.isolation.attempts import ATTEMPTS

DONE = "done"
_NOT_AN_ERROR = 250


def main() -> None:
    chosen, scene = sys.argv[1], Scene(**json.loads(sys.argv[2]))
    _PUT_UP[chosen]()
    can_fork = chosen in ("none", "landlock")
    attempt = _in_a_child if can_fork else _outcome
    outcomes = {each.name: attempt(each, scene) for each in ATTEMPTS}
    os.write(1, json.dumps(outcomes).encode())
    os._exit(0)


def _all() -> None:
    walls.stage_one(training=True)
    walls.stage_two(training=True, wayland=False, warm=True)


def _sight() -> None:
    walls.sight_one(training=True)
    walls.sight_two(training=True)


def _landlock() -> None:
    landlock.restrict(Rules((*trees.program(), *trees.system()), (landlock.SINK,), scopes=True))


def _seccomp() -> None:
    seccomp.install(allowed.STAGE_ONE)
    seccomp.install(allowed.session(os.getpid()))


_PUT_UP: dict[str, Callable[[], None]] = {
    "none": lambda: None,
    "landlock": _landlock,
    "seccomp": _seccomp,
    "all": _all,
    "sight": _sight,
}


def _outcome(attempt: Attempt, scene: Scene) -> str:
    try:
        attempt.act(scene)
    except OSError as refused:
        return errno.errorcode.get(refused.errno or 0, "unknown")
    return DONE


def _in_a_child(attempt: Attempt, scene: Scene) -> str:
    child = os.fork()
    if child == 0:
        try:
            attempt.act(scene)
        except OSError as refused:
            os._exit(refused.errno or _NOT_AN_ERROR)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return errno.errorcode.get(status, f"status {status}") if status else DONE


if __name__ == "__main__":
    main()
