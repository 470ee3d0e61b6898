"""The supervisor: lives as long as the station, single-threaded, and cannot learn about anybody.

`plan` says what happens to the processes (pure), `loop` makes it happen on a `station`, `children`
starts and kills, `farewell` sees a session out, `doors` opens devices afresh for a session,
`display` and `seat` give each a screen of its own, `ledger` counts cards, `preflight` asks whether
the machine is fit.
"""
