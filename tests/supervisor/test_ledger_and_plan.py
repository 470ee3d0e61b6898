"""Whatever sessions say, however they end and whenever the station is started anew: the counts.

The plan and a ledger on the disk are played together, beside a model that knows each blank.
"""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.isolation.channel import ENDINGS, Fault, Say, Tell
from kiosk.isolation.wall import Wall
from kiosk.supervisor import plan
from kiosk.supervisor.ledger import Entry, LedgerFile
from kiosk.supervisor.plan import Barred, Blank, Count, Event, Gone, Send, react

_GOOD = (Entry.ISSUED, Entry.VOUCHED)
_SETTLED = (*_GOOD, Entry.SPOILED, Entry.UNUSED)
_SAYS = st.one_of(
    st.sampled_from([Say.OPENED, Say.GOOD, Say.VOUCHED, Say.SPOILED, Say.UNUSED, Say.TAKEN]),
    st.sampled_from(list(Say)),
)
_ENDS: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from(sorted(ENDINGS)), st.sampled_from(list(Gone)), st.just(Fault("ValueError"))
)


class Counting(RuleBasedStateMachine):
    """A station whose supervisor may be killed between any two things that it does."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(dir="/dev/shm")
        self._path = Path(self._folder.name, "ledger.sqlite")
        self.blanks: list[list[Entry]] = []  # what was counted of each
        self._start()

    def _start(self) -> None:
        self.file = LedgerFile.open(self._path, training=True)
        self.station, _ = plan.start(plan.owed(self.file.read()))

    def teardown(self) -> None:
        self.file.close()
        self._folder.cleanup()

    @rule(said=_SAYS, place=st.integers(-1, 0))
    def a_session_says(self, said: Say, place: int) -> None:
        self._happens(self.station.spawned + place, said)

    @rule(said=_SAYS)
    def the_shown_session_says(self, said: Say) -> None:
        if self.station.shown is not None:
            self._happens(self.station.shown.ordinal, said)

    @rule(end=_ENDS)
    def the_shown_session_ends(self, end: Event) -> None:
        if self.station.shown is not None:
            self._happens(self.station.shown.ordinal, end)

    @rule()
    def the_next_session_comes_up(self) -> None:
        """Let everybody get ready and be painted, until a session is shown and one stands by."""
        for _ in range(3):
            if self.station.standby is not None and not self.station.standby.ready:
                self._happens(self.station.standby.ordinal, Say.READY)
            if self.station.shown is not None:
                self._happens(self.station.shown.ordinal, Say.PAINTED)

    @precondition(lambda self: self._shows_a_session())
    @rule(settled=st.sampled_from([Say.GOOD, Say.VOUCHED, Say.SPOILED, Say.UNUSED]))
    def the_blank_goes_on(self, settled: Say) -> None:
        """Say what a well-behaved session would say next of its blank."""
        shown = self.station.shown
        assert shown is not None
        said = {Blank.NONE: Say.OPENED, Blank.OPEN: settled, Blank.SEEN: Say.TAKEN}[shown.blank]
        self._happens(shown.ordinal, said)

    @rule(odds=st.integers(0, 19))
    def a_wall_is_missing(self, odds: int) -> None:
        if odds == 7:
            self._happens(self.station.spawned, Barred(Wall.SECCOMP))

    @rule()
    def the_station_starts_anew(self) -> None:
        self.file.close()
        self._start()

    @rule(said=_SAYS, done=st.integers(0, 1))
    def the_supervisor_is_killed_over_what_the_shown_session_says(
        self, said: Say, done: int
    ) -> None:
        if self.station.shown is not None:
            self._happens(self.station.shown.ordinal, said, only=done)
        self.the_station_starts_anew()

    def _happens(self, ordinal: int, event: Event, only: int | None = None) -> None:
        before = self.file.read()
        self.station, actions = react(self.station, ordinal, event)
        for action in actions[:only]:
            if isinstance(action, Count):
                self._counted(action.entry)
            if isinstance(action, Send) and action.message is Tell.BOOKED:
                assert self.file.read() == replace(before, opened=before.opened + 1)
            if isinstance(action, Send) and action.message is Tell.SHOW and self._shows_a_session():
                assert not plan.owed(self.file.read())

    def _shows_a_session(self) -> bool:
        return self.station.shown is not None and self.station.shown.kind is plan.Kind.SESSION

    def _counted(self, entry: Entry) -> None:
        self.file.count(entry)
        if entry is Entry.OPENED:
            self.blanks.append([])
        self.blanks[-1].append(entry)

    @invariant()
    def a_blank_is_opened_settled_once_and_taken_once(self) -> None:
        for blank in self.blanks:
            opened, settled, taken = blank[:1], blank[1:2], blank[2:]
            assert opened == [Entry.OPENED]
            assert not settled or settled[0] in _SETTLED
            assert not taken or (settled[0] in _GOOD and taken == [Entry.TAKEN])
        assert all(Entry.TAKEN in blank or not {*blank} & {*_GOOD} for blank in self.blanks[:-1])

    @invariant()
    def the_equation_holds(self) -> None:
        counts = self.file.read()
        assert counts.opened == len(self.blanks)
        assert counts.opened == counts.good + counts.spoiled + counts.unused + counts.unsettled
        assert counts.unsettled in {0, 1}

    @invariant()
    def the_plan_owes_what_the_ledger_leaves_open(self) -> None:
        held = self.station.shown.blank if self.station.shown else Blank.NONE
        owed = (*((held,) if held is not Blank.NONE else ()), *self.station.owed)
        assert owed == plan.owed(self.file.read())


TestCounting = Counting.TestCase
TestCounting.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
