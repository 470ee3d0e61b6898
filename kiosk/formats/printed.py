"""Printed: what a paper suggests, in the same words whichever kind of paper it is.

It is what `compare` holds against the answers that were typed. No number of a paper has a place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.formats.aamva import Home, Licence
from kiosk.formats.claim169 import Claims, Gender
from kiosk.formats.compare import Day, FullName

_SEXES = {Gender.MALE: "M", Gender.FEMALE: "F", None: ""}


@dataclass(frozen=True, slots=True)
class Printed:
    """What a paper says. Texts are "" and dates None where it says nothing.

    `checks` are what speaks for the reading itself: each True, False or, where this kind of paper
    has no such check, None. A reading without a False may be shown as whole.
    """

    kind: str
    name: FullName
    birth_date: Day | None
    expires: Day | None
    checks: Mapping[str, bool | None]
    sex: str = ""
    issuer: str = ""
    home: Home = field(default_factory=lambda: Home((), "", "", ""))
    century_known: bool = True

    @property
    def whole(self) -> bool:
        return False not in self.checks.values()


def from_licence(licence: Licence) -> Printed:
    """Return what a licence suggests. Given and middle names are the applicant's given names."""
    said = licence.names
    name = FullName(
        " ".join(part for part in (said.family, said.suffix) if part),
        " ".join(part for part in (said.given, said.middle) if part),
        family_cut=said.family_cut is True,
        given_cut=said.given_cut is True or said.middle_cut is True,
    )
    return Printed(
        kind="AAMVA",
        name=name,
        birth_date=licence.birth_date,
        expires=licence.expires,
        checks={"complete": licence.complete, "name_order": said.order_stated},
        sex=licence.sex,
        issuer="-".join(part for part in (licence.country, licence.jurisdiction) if part),
        home=licence.home,
    )


def from_claims(unverified: Claims) -> Printed:
    """Return what a city's card suggests; nobody has checked its signature."""
    return Printed(
        kind="CARD",
        name=FullName(unverified.family_names, unverified.given_names),
        birth_date=unverified.birth_date,
        expires=unverified.expires,
        checks={"signature": False},
        sex=_SEXES[unverified.gender],
        issuer=unverified.issuer,
    )
