"""A session that asks for its sight when it has been on the screen for a while, as residents do.

`python -m tests.bench.seeing` with the arguments of `ui`.
"""

from tests.station import seeing

_AFTER = 500  # milliseconds

if __name__ == "__main__":
    seeing.asks_after = _AFTER
    seeing.main()
