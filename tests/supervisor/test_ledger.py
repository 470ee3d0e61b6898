from hypothesis import given
from hypothesis import strategies as st

from kiosk.supervisor.ledger import Entry, Ledger, count


@given(st.lists(st.sampled_from(Entry)))
def test_every_count_is_the_number_of_its_entries(entries: list[Entry]) -> None:
    ledger = Ledger()
    for entry in entries:
        ledger = count(ledger, entry)
    assert ledger == Ledger(*(entries.count(entry) for entry in Entry))
    settled = ledger.issued + ledger.spoiled + ledger.unused
    assert ledger.unsettled == ledger.opened - settled
