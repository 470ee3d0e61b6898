import pytest

from kiosk.policy import Copy, Mark
from kiosk.session.evidence import Evidence, Verdict
from kiosk.session.journey import Journey
from tests.ui.hand import Hand, Open, heard
from tests.ui.scenes import declared, journey, sibling, young


def called(open_page: Open, before: Journey) -> Hand:
    """Return the clerk's face of the page."""
    hand = open_page("evidence", before)
    hand.touch("clerk-here")
    return hand


def find(hand: Hand, kind: str, prefix: str = "") -> None:
    name = f"{prefix}document:{kind}"
    while not hand.shows(name):
        hand.touch("more")
    hand.touch(name)


def tick(hand: Hand, *kinds: str, prefix: str = "") -> None:
    """Tick papers that show what they usually show."""
    for kind in kinds:
        find(hand, kind, prefix)
        hand.touch("paper-done")


def verdicts(hand: Hand) -> dict[str, Verdict]:
    evidence: Evidence = hand.page.clerk.evidence
    return {document.kind: verdict for document, verdict in evidence.verdicts}


def test_papers_are_ticked_until_they_do(open_page: Open) -> None:
    hand = called(open_page, journey())
    said = heard(hand.page.submitted)
    tick(hand, "birth-certificate")
    assert not hand.control("next").isEnabled()
    assert "A paper with your photo." in hand.page.clerk.findings.missing.body.text()
    tick(hand, "school-id", "lease")
    hand.touch("next")
    assert said[0][0].sufficient
    assert set(verdicts(hand)) == {"birth-certificate", "school-id", "lease"}


def test_a_paper_can_be_taken_away_again(open_page: Open) -> None:
    hand = called(open_page, journey())
    tick(hand, "foreign-passport", "lease")
    assert hand.control("next").isEnabled()
    find(hand, "lease")
    hand.touch("remove")
    assert not hand.control("next").isEnabled()
    assert not hand.page.clerk.own.rows["lease"].isChecked()


def test_what_the_resident_named_stands_first(open_page: Open) -> None:
    hand = called(open_page, declared())
    assert hand.shows("document:foreign-passport")
    assert hand.shows("document:utility-bill")
    assert not hand.shows("document:consular-card")


@pytest.mark.parametrize(
    ("kind", "touches", "verdict"),
    [
        ("foreign-passport", ["expired-0"], Verdict.COUNTED),
        ("foreign-passport", ["expired"], Verdict.EXPIRED),
        ("utility-bill", ["fresh"], Verdict.COUNTED),
        ("utility-bill", ["old"], Verdict.TOO_OLD),
        ("utility-bill", ["address"], Verdict.LACKS_MARK),
        ("utility-bill", ["of-spouse"], Verdict.NOT_THEIRS),
        ("lease", ["copy-any"], Verdict.COPY),
        ("lease", ["copy-certified"], Verdict.COUNTED),
        ("lease", ["copy-any", "copy-original"], Verdict.COUNTED),
    ],
)
def test_what_the_paper_shows_decides_at_once(
    open_page: Open, kind: str, touches: list[str], verdict: Verdict
) -> None:
    hand = called(open_page, journey())
    find(hand, kind)
    for touch in touches:
        hand.touch(f"shows:{touch}")
    assert verdicts(hand) == {kind: verdict}
    assert hand.page.clerk.paper.counts.isVisible() is (verdict is Verdict.COUNTED)


def test_marks_and_copies_are_noted_as_ticked(open_page: Open) -> None:
    hand = called(open_page, journey())
    find(hand, "drivers-license")
    for touch in ("address", "photo", "copy-certified"):
        hand.touch(f"shows:{touch}")
    ((document, _),) = hand.page.clerk.evidence.verdicts
    assert document.shows == frozenset({Mark.BIRTH_DATE, Mark.ADDRESS})
    assert document.copy is Copy.CERTIFIED
    assert hand.page.clerk.evidence.points == {"identity": 3, "residence": 1}


def test_half_points_for_a_paper_long_expired(open_page: Open) -> None:
    hand = called(open_page, journey())
    find(hand, "foreign-passport")
    hand.touch("shows:expired-1")
    assert hand.page.clerk.evidence.points["identity"] == 2


def test_the_resident_comes_first_each_time_and_nothing_stays_ticked(open_page: Open) -> None:
    hand = called(open_page, journey())
    tick(hand, "lease")
    hand.page.enter(journey())
    hand.touch("clerk-here")
    assert not any(row.isChecked() for row in hand.page.clerk.own.rows.values())
    assert hand.page.clerk.evidence.verdicts == ()


def test_the_clerk_can_give_back(open_page: Open) -> None:
    hand = called(open_page, journey())
    back = heard(hand.page.give_back)
    hand.touch("give-back")
    assert len(back) == 1


def test_a_refusal_says_why_before_it_ends(open_page: Open) -> None:
    hand = called(open_page, journey())
    made, ended = heard(hand.page.slip.wanted), heard(hand.page.not_today)
    tick(hand, "lease")
    hand.touch("not-today")
    (slip,) = made[0]
    assert [item.note for item in slip.sections[0].items] == ["identity", "photo", "birth-date"]
    assert slip.sections[1].items[0].text == hand.page.place.city.appeal["en"]
    assert ended == []
    hand.touch("slip-back")
    assert hand.page.clerk.isVisible()
    hand.touch("not-today")
    hand.touch("slip-end")
    assert len(ended) == 1


def test_papers_that_would_do_are_refused_with_a_reason_of_its_own(open_page: Open) -> None:
    hand = called(open_page, declared())
    made = heard(hand.page.slip.wanted)
    tick(hand, "foreign-passport", "utility-bill")
    hand.touch("not-today")
    assert [item.note for item in made[0][0].sections[0].items] == ["papers-doubted"]


def test_a_letter_that_hides_the_home_wants_another_address(open_page: Open) -> None:
    hand = called(open_page, journey())
    tick(hand, "foreign-passport", "shelter-letter")
    assert hand.page.clerk.evidence.sufficient
    assert not hand.control("next").isEnabled()
    assert hand.page.clerk.findings.missing.isVisible()


def test_an_exception_needs_a_reason_and_lasts_until_the_papers_change(open_page: Open) -> None:
    hand = called(open_page, journey())
    said = heard(hand.page.submitted)
    assert not hand.shows("exception")  # nothing to see can be waived by nobody
    tick(hand, "foreign-passport")
    hand.touch("exception")
    hand.touch("exception-lost")
    assert hand.control("next").isEnabled()
    tick(hand, "school-id")
    assert not hand.control("next").isEnabled()
    hand.touch("exception")
    hand.touch("exception-danger")
    hand.touch("next")
    evidence: Evidence = said[0][0]
    assert evidence.excepted == ("residence",)
    assert evidence.reason == "exception-danger"


def test_a_caretakers_own_papers_spare_somebody_young_a_paper(open_page: Open) -> None:
    hand = called(open_page, young())
    tick(hand, "birth-certificate", "school-id")
    assert not hand.control("next").isEnabled()
    hand.touch("whose")
    tick(hand, "foreign-passport", prefix="caretaker:")
    assert "they may act for the child" in hand.page.clerk.findings.missing.body.text()
    tick(hand, "childs-birth-certificate", prefix="caretaker:")
    hand.touch("whose")
    evidence: Evidence = hand.page.clerk.evidence
    assert evidence.caretaker is not None
    assert evidence.caretaker.sufficient
    assert hand.control("next").isEnabled()


def test_a_caretaker_is_not_asked_for_where_it_would_not_matter(open_page: Open) -> None:
    hand = called(open_page, journey())
    assert not hand.shows("whose")


def test_the_fee_is_told_with_who_is_spared_it(open_page: Open) -> None:
    hand = called(open_page, declared())
    tick(hand, "foreign-passport", "utility-bill")
    assert "$10.00" in hand.page.clerk.findings.enough.body.text()
    assert "Veteran" in hand.page.clerk.findings.enough.body.text()


def test_papers_of_a_caretaker_seen_for_the_child_before_are_ticked_and_can_be_taken_away(
    open_page: Open,
) -> None:
    hand = called(open_page, sibling())
    assert "seen before" in hand.text("whose")
    hand.touch("whose")
    rows = hand.page.clerk.caretakers.rows
    assert [code for code, row in rows.items() if row.isChecked()] == ["foreign-passport"]
    assert "seen for the child before" in hand.page.clerk.lead.text()
    find(hand, "foreign-passport", "caretaker:")
    hand.touch("remove")
    assert hand.page.clerk.evidence.caretaker is None


def test_a_carried_paper_does_not_spare_the_one_about_the_child(open_page: Open) -> None:
    hand = called(open_page, sibling())
    tick(hand, "birth-certificate", "school-id")
    assert not hand.control("next").isEnabled()
    hand.touch("whose")
    tick(hand, "childs-birth-certificate", prefix="caretaker:")
    assert hand.control("next").isEnabled()
