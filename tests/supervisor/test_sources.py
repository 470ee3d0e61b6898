import socket

from kiosk.supervisor.sources import Sources


def test_what_one_call_closes_is_not_called_in_the_same_turn() -> None:
    sources = Sources()
    (one, first), (two, second) = socket.socketpair(), socket.socketpair()
    called: list[str] = []

    def close_the_other(name: str, other: socket.socket) -> None:
        called.append(name)
        sources.forget(other)
        other.close()

    sources.readable(first, lambda: close_the_other("first", second))
    sources.readable(second, lambda: close_the_other("second", first))
    one.send(b"!")
    two.send(b"!")

    sources.wait(1.0)

    for end in (one, first, two, second):
        end.close()
    assert len(called) == 1
