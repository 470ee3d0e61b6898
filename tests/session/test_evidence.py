from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.city import DocumentKind, EvidencePolicy
from kiosk.errors import UnknownDocumentKind
from kiosk.session.evidence import Document, Verdict, first_combination, weigh

TODAY = date(2026, 11, 23)
POLICY = EvidencePolicy(
    required={"identity": 3, "residence": 1, "photo": 1},
    kinds={
        "passport": DocumentKind({"identity": 3, "photo": 1}, grace_days=365),
        "birth-certificate": DocumentKind({"identity": 2}),
        "school-id": DocumentKind({"identity": 1, "photo": 1}),
        "utility-bill": DocumentKind({"residence": 1}),
    },
)
KINDS = list(POLICY.kinds)


@pytest.mark.parametrize(
    ("kinds", "missing"),
    [
        ([], {"identity": 3, "residence": 1, "photo": 1}),
        (["passport"], {"residence": 1}),
        (["birth-certificate", "utility-bill"], {"identity": 1, "photo": 1}),
        (["birth-certificate", "school-id", "utility-bill"], {}),
        (["school-id", "school-id", "school-id"], {"identity": 2, "residence": 1}),
    ],
)
def test_missing(kinds: list[str], missing: dict[str, int]) -> None:
    assert weigh([Document(kind) for kind in kinds], POLICY, TODAY).missing == missing


@pytest.mark.parametrize(
    ("days_late", "verdict", "missing"),
    [(-1, Verdict.COUNTED, 0), (365, Verdict.COUNTED, 0), (366, Verdict.EXPIRED, 3)],
)
def test_grace_ends_after_its_last_day(days_late: int, verdict: Verdict, missing: int) -> None:
    passport = Document("passport", expires=TODAY - timedelta(days=days_late))
    evidence = weigh([passport], POLICY, TODAY)
    assert evidence.verdicts == ((passport, verdict),)
    assert evidence.missing.get("identity", 0) == missing


def test_second_of_a_kind_is_named_as_repeated() -> None:
    bill = Document("utility-bill")
    verdicts = [verdict for _, verdict in weigh([bill, bill], POLICY, TODAY).verdicts]
    assert verdicts == [Verdict.COUNTED, Verdict.REPEATED]


@given(kinds=st.lists(st.sampled_from(KINDS)), extra=st.sampled_from(KINDS))
def test_one_more_document_never_hurts(kinds: list[str], extra: str) -> None:
    before = weigh([Document(kind) for kind in kinds], POLICY, TODAY).missing
    after = weigh([Document(kind) for kind in [*kinds, extra]], POLICY, TODAY).missing
    assert all(after.get(name, 0) <= points for name, points in before.items())
    assert after.keys() <= before.keys()


def test_unknown_kind() -> None:
    with pytest.raises(UnknownDocumentKind):
        weigh([Document("library-card")], POLICY, TODAY)


def test_the_first_combination_is_the_shortest_that_does() -> None:
    assert first_combination(POLICY, TODAY) == ("passport", "utility-bill")
    hopeless = EvidencePolicy({"residence": 2}, POLICY.kinds)
    assert first_combination(hopeless, TODAY) == ()
