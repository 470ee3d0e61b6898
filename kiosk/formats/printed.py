"""Printed: what a paper suggests, in the same words whichever kind of paper it is.

It is what `compare` holds against the answers that were typed. No number of a paper has a place,
and no nationality, which no card asks for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.formats import aamva, claim169, cwt, mrz
from kiosk.formats.aamva import Home, Licence
from kiosk.formats.claim169 import Claims, Gender
from kiosk.formats.compare import Day, FullName
from kiosk.formats.mrz import Mrz, Sex

_SEXES = {Gender.MALE: "M", Gender.FEMALE: "F", None: ""}
_ZONE_SEXES = {Sex.MALE: "M", Sex.FEMALE: "F", Sex.UNSPECIFIED: "X", None: ""}


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


def of_text(text: bytes, today: date) -> Printed | None:
    """Return what a text suggests that a reader read or a scanner typed, or None if nothing."""
    licence = aamva.parse(text)
    if licence:
        return from_licence(licence)
    signs = text.decode("latin-1")
    zone = mrz.parse(signs.splitlines(), today)
    if zone:
        return from_zone(zone)
    unverified = cwt.decode(signs.rstrip("\r\n"))  # never strip spaces: they are Base45 digits
    claims = claim169.read(unverified.draft.payload) if unverified else None
    return from_claims(claims) if claims else None


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


def from_zone(zone: Mrz) -> Printed:
    """Return what a machine-readable zone suggests; its years have two digits."""
    cut = zone.name_may_be_cut
    checked = zone.checks
    return Printed(
        kind=zone.kind.value.replace("-", "").upper(),
        name=FullName(zone.family_name, zone.given_names, family_cut=cut, given_cut=cut),
        birth_date=zone.birth_date,
        expires=zone.expiry,
        checks={
            "number": checked.number,
            "birth_date": checked.birth_date,
            "expiry": checked.expiry,
            "optional": checked.optional,
            "composite": checked.composite,
        },
        sex=_ZONE_SEXES[zone.sex],
        issuer=zone.issuing_state,
        century_known=False,
    )
