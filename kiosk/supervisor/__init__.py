"""The supervisor: lives as long as the station, single-threaded, and cannot learn about anybody.

`plan` says what happens to the processes (pure), `loop` makes it happen, `children` starts and
kills, `doors` opens devices afresh for a session, `ledger` counts cards.
"""
