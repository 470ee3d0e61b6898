"""Every kind of rule that docs/packs.md states is read as what it says."""

import tomllib

from kiosk.packs import documents
from kiosk.packs.table import Table
from kiosk.policy import (
    Ages,
    CardAddress,
    Certain,
    Choice,
    Copy,
    Cover,
    DocumentKind,
    EvidencePolicy,
    Group,
    Holder,
    Late,
    Mark,
    Requirement,
    Span,
    Sum,
    Until,
    Waiver,
    Way,
)

EN = {"en": "a"}
RULES = """
[usual]
copies = "any"
late = [{ within = { years = 1 } }]

[[require]]
code = "sum"
name = { en = "a" }
unmet = { en = "a" }
points = { side = "identity", least = 3 }
ages = [14]
waived = [{ ages = [0, 21], caretaker = true }, { ages = [65] }]
exception = true

[[require]]
code = "cover"
name = { en = "a" }
unmet = { en = "a" }
shows = { marks = ["photo", "birth_date"], least = 2, among = ["b"] }

[[caretaker]]
code = "choice"
name = { en = "a" }
unmet = { en = "a" }
any = [{ lists = { a = 1 } }, { lists = { a = 1, b = 2 }, ages = [0, 13] }]

[groups.few]
name = { en = "a" }
most = 2
icon = "mail"

[kinds.full]
name = { en = "a" }
note = { en = "a" }
guide = { en = "a" }
group = "few"
paper = "sheet"
points = { identity = 3, residence = 1 }
with_address = { residence = 1 }
unreadable = { identity = 2 }
beside = { identity = 1 }
lists = ["a", "b"]
shows = { photo = "always", birth_date = "sometimes", address = "never" }
needs = ["photo"]
late = [
  { within = { years = 1, months = 2, days = 3 } },
  { within = { years = 5 }, points = { identity = 2 } },
]
dated = { month = 4, day = 15, years_after = 1 }
copies = "original"
holders = ["caretaker", "spouse"]
spouse_with = "bare"
ages = [0, 21]
address = "care-of"
source = "s"
certainty = "c"

[kinds.bare]
name = { en = "a" }
dated = { days = 60 }
source = "s"
certainty = "c"
"""


def test_every_rule_is_read_as_what_it_says() -> None:
    top = Table(tomllib.loads(RULES), [])
    policy = documents.read(top, ("en",))
    assert top.faults == []
    assert policy == EvidencePolicy(
        requirements=(
            Requirement(
                "sum", EN, EN, Sum("identity", 3), Ages(14),
                (Waiver(Ages(None, 21), caretaker=True), Waiver(Ages(65))), exception=True,
            ),
            Requirement("cover", EN, EN, Cover((Mark.PHOTO, Mark.BIRTH_DATE), 2, ("b",))),
        ),
        caretaker=(
            Requirement(
                "choice", EN, EN,
                Choice((Way({"a": 1}), Way({"a": 1, "b": 2}, Ages(None, 13)))),
            ),
        ),
        groups={"few": Group(EN, 2, "mail")},
        kinds={"full": FULL, "bare": BARE},
    )  # fmt: skip


FULL = DocumentKind(
    name=EN,
    note=EN,
    guide=EN,
    group="few",
    paper="sheet",
    points={"identity": 3, "residence": 1},
    with_address={"residence": 1},
    unreadable={"identity": 2},
    beside={"identity": 1},
    lists=("a", "b"),
    shows={Mark.PHOTO: Certain.ALWAYS, Mark.BIRTH_DATE: Certain.SOMETIMES},
    needs=(Mark.PHOTO,),
    late=(Late(Span(1, 2, 3)), Late(Span(years=5), {"identity": 2})),
    dated=Until(4, 15, 1),
    copies=Copy.ORIGINAL,
    holders=(Holder.CARETAKER, Holder.SPOUSE),
    spouse_with="bare",
    ages=Ages(None, 21),
    address=CardAddress.CARE_OF,
    source="s",
    certainty="c",
)
# It takes what is usual, and of the rest what harms nothing.
BARE = DocumentKind(
    name=EN,
    late=(Late(Span(years=1)),),
    dated=Span(days=60),
    copies=Copy.ANY,
    source="s",
    certainty="c",
)


def test_an_empty_file_is_read_as_no_rules() -> None:
    top = Table({}, [])
    assert documents.read(top, ("en",)) == EvidencePolicy((), {})
    assert top.faults == []
