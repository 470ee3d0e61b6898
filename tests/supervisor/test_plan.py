from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.isolation.approval import MOST_CARDS
from kiosk.isolation.channel import ENDINGS, Fault, Say, Tell
from kiosk.isolation.wall import Wall
from kiosk.supervisor import plan
from kiosk.supervisor.ledger import Entry, Ledger, count
from kiosk.supervisor.plan import (
    GIVE_UP,
    Barred,
    Blank,
    Count,
    Event,
    Give,
    GiveUp,
    Gone,
    Kill,
    Kind,
    Send,
    Spawn,
    Station,
    react,
)


def play(*events: tuple[int, Event]) -> tuple[Station, list[plan.Action]]:
    """Return the station after these events from the start, and the last step's actions."""
    station, actions = plan.start()
    for ordinal, event in events:
        station, actions = react(station, ordinal, event)
    return station, list(actions)


SHOWN = ((1, Say.READY), (1, Say.PAINTED), (2, Say.READY), (2, Say.PAINTED), (3, Say.READY))
"""The curtain has gone, session 2 is shown and session 3 stands by."""


def test_a_curtain_is_shown_while_the_first_session_warms_up() -> None:
    assert plan.start()[1] == (Spawn(1, 0.0, Kind.CURTAIN),)
    _, actions = play((1, Say.READY))
    assert actions == [Send(1, Tell.SHOW)]
    _, actions = play((1, Say.READY), (1, Say.PAINTED))
    assert actions == [Spawn(2, 0.0)]


def test_the_first_session_that_is_ready_takes_the_curtain_away() -> None:
    _, actions = play((1, Say.READY), (1, Say.PAINTED), (2, Say.READY))
    assert actions == [Kill(1, Say.ERASED), Send(2, Tell.SHOW)]


def test_a_standby_is_started_once_the_first_page_is_painted() -> None:
    _, actions = play(*SHOWN[:4])
    assert actions == [Spawn(3, 0.0)]


def test_the_end_of_a_session_kills_it_and_shows_the_standby() -> None:
    endings: list[Event] = [*ENDINGS, Fault("ValueError"), Gone.DIED, Gone.SILENT]
    for ending in endings:
        station, actions = play(*SHOWN, (2, ending))
        assert actions == [Kill(2, ending), Send(3, Tell.SHOW)]
        assert station.shown is not None
        assert station.shown.ordinal == 3


def test_without_a_ready_standby_the_next_session_is_shown_when_it_is_ready() -> None:
    station, actions = play(*SHOWN[:4], (2, Say.ERASED))
    assert actions == [Kill(2, Say.ERASED)]
    assert station.shown is None
    _, actions = play(*SHOWN[:4], (2, Say.ERASED), (3, Say.READY))
    assert actions == [Send(3, Tell.SHOW)]


def test_a_session_that_ends_with_a_card_in_the_printer_hands_over_to_a_clerk_only() -> None:
    _, actions = play(*SHOWN, (2, Say.OPENED), (2, Gone.DIED))
    assert actions == [Kill(2, Gone.DIED), Send(3, Tell.SHOW_LOOK)]


def test_a_card_that_was_not_taken_is_looked_for_by_a_clerk() -> None:
    _, actions = play(*SHOWN, (2, Say.OPENED), (2, Say.GOOD), (2, Say.IDLE))
    assert actions == [Kill(2, Say.IDLE), Send(3, Tell.SHOW_LEFT)]


def test_a_card_that_only_a_clerk_vouches_for_is_counted_as_that() -> None:
    _, actions = play(*SHOWN, (2, Say.OPENED), (2, Say.VOUCHED))
    assert actions == [Count(Entry.VOUCHED)]
    _, actions = play(*SHOWN, (2, Say.OPENED), (2, Say.VOUCHED), (2, Say.GOOD))
    assert actions == [Kill(2, Gone.BROKE_THE_CHANNEL), Send(3, Tell.SHOW_LEFT)]


def test_a_card_that_was_taken_hands_over_to_the_next_resident() -> None:
    _, actions = play(*SHOWN, (2, Say.OPENED), (2, Say.GOOD), (2, Say.TAKEN), (2, Say.ISSUED))
    assert actions == [Kill(2, Say.ISSUED), Send(3, Tell.SHOW)]


CARD = ((2, Say.OPENED), (2, Say.GOOD), (2, Say.TAKEN))
"""A card of the shown session, until it is in somebody's hand."""


def test_a_family_opens_a_blank_for_each_of_four_cards_and_no_fifth() -> None:
    events: tuple[tuple[int, Event], ...] = SHOWN
    for _ in range(MOST_CARDS):
        _, actions = play(*events, (2, Say.OPENED))
        assert actions == [Count(Entry.OPENED), Send(2, Tell.BOOKED)]
        _, actions = play(*events, (2, Say.OPENED), (2, Say.GOOD))
        assert actions == [Count(Entry.ISSUED)]
        _, actions = play(*events, *CARD)
        assert actions == [Count(Entry.TAKEN)]
        events += CARD
    _, actions = play(*events, (2, Say.OPENED))
    assert actions == [Kill(2, Gone.BROKE_THE_CHANNEL), Send(3, Tell.SHOW)]


def test_a_spoiled_blank_is_no_card_of_the_family() -> None:
    spoiled = ((2, Say.OPENED), (2, Say.SPOILED)) * MOST_CARDS
    _, actions = play(*SHOWN, *CARD * (MOST_CARDS - 1), *spoiled, (2, Say.OPENED))
    assert actions == [Count(Entry.OPENED), Send(2, Tell.BOOKED)]


def test_the_next_blank_of_a_family_is_opened_only_when_the_last_card_was_taken() -> None:
    _, actions = play(*SHOWN, *CARD, (2, Say.OPENED), (2, Say.GOOD), (2, Say.OPENED))
    assert actions == [Kill(2, Gone.BROKE_THE_CHANNEL), Send(3, Tell.SHOW_LEFT)]


def test_a_family_that_ends_with_a_later_card_in_the_printer_leaves_it_to_a_clerk() -> None:
    endings: list[Event] = [*ENDINGS, Fault("ValueError"), Gone.DIED, Gone.SILENT]
    for ending in endings:
        _, actions = play(*SHOWN, *CARD, (2, Say.OPENED), (2, ending))
        assert actions == [Kill(2, ending), Send(3, Tell.SHOW_LOOK)]
        _, actions = play(*SHOWN, *CARD, (2, ending))
        assert actions == [Kill(2, ending), Send(3, Tell.SHOW)]


def test_what_is_owed_stays_owed_until_it_is_settled() -> None:
    _, actions = play(
        *SHOWN, (2, Say.OPENED), (2, Gone.DIED), (3, Say.PAINTED), (4, Say.READY), (3, Say.ERASED)
    )
    assert actions == [Kill(3, Say.ERASED), Send(4, Tell.SHOW_LOOK)]


def restarted(*entries: Entry) -> tuple[Station, list[plan.Action]]:
    """Return a station that was started on these entries, when its first session is ready."""
    ledger = Ledger()
    for entry in entries:
        ledger = count(ledger, entry)
    station, actions = plan.start(plan.owed(ledger))
    for ordinal, event in ((1, Say.READY), (1, Say.PAINTED), (2, Say.READY)):
        station, actions = react(station, ordinal, event)
    return station, list(actions)


@pytest.mark.parametrize(
    ("entries", "shown"),
    [
        ((), Tell.SHOW),
        ((Entry.OPENED,), Tell.SHOW_LOOK),
        ((Entry.OPENED, Entry.ISSUED), Tell.SHOW_LEFT),
        ((Entry.OPENED, Entry.ISSUED, Entry.TAKEN), Tell.SHOW),
        ((Entry.OPENED, Entry.SPOILED), Tell.SHOW),
        ((Entry.OPENED, Entry.SPOILED, Entry.OPENED), Tell.SHOW_LOOK),
        ((Entry.OPENED, Entry.SPOILED, Entry.OPENED, Entry.ISSUED), Tell.SHOW_LEFT),
        ((Entry.OPENED, Entry.UNUSED), Tell.SHOW),
        ((Entry.OPENED, Entry.TEST), Tell.SHOW),
    ],
)
def test_a_station_that_starts_asks_for_what_its_ledger_leaves_open(
    entries: tuple[Entry, ...], shown: Tell
) -> None:
    _, actions = restarted(*entries)
    assert actions == [Kill(1, Say.ERASED), Send(2, shown)]


def test_what_a_started_station_owes_is_settled_by_its_first_session_or_by_a_later_one() -> None:
    station, _ = restarted(Entry.OPENED)
    station, _ = react(station, 2, Say.PAINTED)
    station, _ = react(station, 3, Say.READY)
    station, actions = react(station, 2, Gone.DIED)
    assert actions == (Kill(2, Gone.DIED), Send(3, Tell.SHOW_LOOK))
    station, actions = react(station, 3, Say.UNUSED)
    assert actions == (Count(Entry.UNUSED),)
    station, _ = react(station, 3, Say.PAINTED)
    station, _ = react(station, 4, Say.READY)
    assert react(station, 3, Say.ERASED)[1] == (Kill(3, Say.ERASED), Send(4, Tell.SHOW))


def test_more_than_one_open_entry_is_settled_one_after_another() -> None:
    station, actions = restarted(Entry.OPENED, Entry.OPENED, Entry.ISSUED, Entry.OPENED)
    told = [actions[-1]]
    for ordinal in (2, 3, 4):
        settled = Say.TAKEN if ordinal == 4 else Say.SPOILED
        for who, event in ((ordinal, Say.PAINTED), (ordinal + 1, Say.READY), (ordinal, settled)):
            station, _ = react(station, who, event)
        station, then = react(station, ordinal, Say.ERASED)
        told.append(then[-1])
    looks = (Tell.SHOW_LOOK, Tell.SHOW_LOOK, Tell.SHOW_LEFT, Tell.SHOW)
    assert told == [Send(ordinal, message) for ordinal, message in enumerate(looks, 2)]


def test_a_barred_station_forgets_nothing_that_is_owed() -> None:
    station, _ = plan.start((Blank.OPEN,))
    station, _ = react(station, 1, Say.READY)
    station, _ = plan.bar(station, Wall.SECCOMP)
    assert station.owed == (Blank.OPEN,)


def test_a_blank_is_booked_before_its_first_byte_may_leave() -> None:
    _, actions = play(*SHOWN, (2, Say.OPENED))
    assert actions == [Count(Entry.OPENED), Send(2, Tell.BOOKED)]


def test_a_second_count_for_the_same_card_kills_the_session() -> None:
    for settled in (Say.GOOD, Say.SPOILED, Say.UNUSED):
        _, actions = play(*SHOWN, (2, Say.OPENED), (2, settled), (2, settled))
        assert actions[0] == Kill(2, Gone.BROKE_THE_CHANNEL)
        assert not any(isinstance(action, Count) for action in actions)


def test_a_standby_that_asks_for_anything_is_killed() -> None:
    for wish in (Say.OPENED, Say.PRINTER, Say.SIGNER, Say.CAMERA, Say.SLIP, Say.SIGHT, Say.CALL):
        _, actions = play(*SHOWN, (3, wish))
        assert actions == [Kill(3, Gone.BROKE_THE_CHANNEL), Spawn(4, 0.0)]


def test_the_shown_session_gets_what_it_asks_for() -> None:
    for wish in (Say.PRINTER, Say.SIGNER, Say.CAMERA, Say.SLIP, Say.SIGHT):
        _, actions = play(*SHOWN, (2, wish))
        assert actions == [Give(2, wish)]


def test_a_curtain_that_asks_for_anything_is_killed() -> None:
    for wish in (Say.OPENED, Say.PRINTER, Say.SIGNER, Say.CAMERA, Say.SLIP, Say.SIGHT, Say.CALL):
        _, actions = play((1, Say.READY), (1, Say.PAINTED), (1, wish))
        assert actions[0] == Kill(1, Gone.BROKE_THE_CHANNEL)


def test_a_standby_that_dies_before_it_is_ready_is_tried_again_later_and_later() -> None:
    station, _ = play(*SHOWN[:4])
    delays = []
    for ordinal in range(3, 20):
        station, actions = react(station, ordinal, Gone.DIED)
        delays += [action.delay for action in actions if isinstance(action, Spawn)]
    assert delays[:3] == [0.1, 0.2, 0.4]
    assert delays[-1] == plan.LONGEST_BACK_OFF


def test_a_station_whose_sessions_never_start_gives_up() -> None:
    station, actions = plan.start()
    for ordinal in range(1, GIVE_UP + 1):
        station, actions = react(station, ordinal, Gone.DIED)
    assert GiveUp() in actions


def test_an_event_of_a_killed_session_changes_nothing() -> None:
    station, _ = play(*SHOWN, (2, Say.ERASED))
    assert react(station, 2, Gone.DIED) == (station, ())


def test_a_station_that_lacks_a_wall_starts_no_session_and_shows_why() -> None:
    barred, actions = play(*SHOWN[:2], (2, Barred(Wall.SECCOMP)))
    notice = Spawn(3, 0.0, Kind.NOTICE, Wall.SECCOMP)
    assert actions == [Kill(1, Barred(Wall.SECCOMP)), Kill(2, Barred(Wall.SECCOMP)), notice]
    barred, actions_then = react(barred, 3, Say.READY)
    assert actions_then == (Send(3, Tell.SHOW),)
    barred, actions_then = react(barred, 3, Say.PAINTED)
    assert actions_then == ()


def test_a_notice_that_dies_is_followed_by_another() -> None:
    station, _ = play(*SHOWN[:2], (2, Barred(Wall.SECCOMP)), (3, Say.READY), (3, Say.PAINTED))
    _, actions = react(station, 3, Gone.DIED)
    assert actions == (Kill(3, Gone.DIED), Spawn(4, 0.0, Kind.NOTICE, Wall.SECCOMP))


def test_a_station_is_barred_once() -> None:
    station, _ = play(*SHOWN, (2, Barred(Wall.SECCOMP)))
    assert plan.bar(station, Wall.OWN_USER) == (station, ())


EVENTS = st.one_of(
    st.sampled_from(list(Say)),
    st.sampled_from(list(Gone)),
    st.just(Fault("ValueError")),
    st.just(Barred(Wall.SECCOMP)),
)


@given(st.lists(st.tuples(st.integers(-1, 1), EVENTS), max_size=60))
def test_whatever_happens_counts_balance_and_no_resident_meets_the_last_ones_card(
    events: list[tuple[int, Event]],
) -> None:
    station, _ = plan.start()
    ledger = Ledger()
    owed = Blank.NONE
    for place, event in events:
        station, actions = react(station, station.spawned + place, event)
        for action in actions:
            if isinstance(action, Count):
                ledger = count(ledger, action.entry)
            if isinstance(action, Send) and action.message is Tell.SHOW:
                assert owed is Blank.NONE
        left = station.owed[0] if station.owed else Blank.NONE
        holder = owed = station.shown.blank if station.shown and not station.owed else left
        assert ledger.unsettled == (1 if holder is Blank.OPEN else 0)
        assert station.standby is None or station.standby != station.shown


@given(st.lists(st.sampled_from([Say.OPENED, Say.GOOD, Say.SPOILED, Say.UNUSED, Say.TAKEN])))
def test_no_session_issues_more_cards_than_a_family_may_have(said: list[Say]) -> None:
    station, _ = play(*SHOWN)
    issued = 0
    for event in said:
        station, actions = react(station, 2, event)
        issued += Count(Entry.ISSUED) in actions
    assert issued <= MOST_CARDS


def test_a_session_is_never_shown_before_it_is_ready() -> None:
    station = replace(plan.start()[0], shown=None)
    _, actions = react(station, 1, Say.PAINTED)
    assert not any(isinstance(action, Send) for action in actions)
