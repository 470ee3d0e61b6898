"""Claim 169: what a card says about its holder, as numbered claims in canonical CBOR.

The numbers are those of the CWT registry (RFC 8392 section 3.1) and of MOSIP's "169 - QR Code
Specification" 1.2.0 section 3.1. Whatever is empty is absent, without a placeholder, so that a card
does not even say what its holder left out. The days carry no time, so that nothing on the card
tells when its holder stood at the counter. There is no address: every telephone can read the code.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import Any

import cbor2

VERSION = "city-1"

_ISS, _EXP, _IAT, _PERSON = 1, 4, 6, 169
_SERIAL, _VERSION, _LANGUAGE, _FULL_NAME, _GIVEN, _FAMILY = 1, 2, 3, 4, 5, 7
_BIRTH_DATE, _GENDER, _SECOND_NAME, _SECOND_LANGUAGE = 8, 9, 19, 20

# A name in Latin letters is in no language that anybody was asked about: "und", undetermined.
_UNDETERMINED = "und"

# The specification wants ISO 639-3; the program speaks ISO 639-1. Other codes stay as they are.
_THREE_LETTERS = {
    "am": "amh", "ar": "ara", "bn": "ben", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra",
    "hi": "hin", "ht": "hat", "ko": "kor", "my": "mya", "ne": "nep", "pl": "pol", "ps": "pus",
    "pt": "por", "ru": "rus", "so": "som", "sw": "swa", "ti": "tir", "tl": "tgl", "uk": "ukr",
    "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip
_TWO_LETTERS = {three: two for two, three in _THREE_LETTERS.items()}

_EPOCH = date(1970, 1, 1)
_DAY = 86_400  # seconds
_ONE_DAY = timedelta(days=1)


class Gender(IntEnum):
    """The two values that readers of claim 169 share; anybody else's gender is not in the code."""

    MALE = 1
    FEMALE = 2


@dataclass(frozen=True, slots=True)
class Claims:
    """What a card says. An empty text or None is a claim that the card does not make.

    The card is valid from `issued` through `expires`, None: without end; `exp` is the day after
    (RFC 8392, 3.1.4).
    """

    issuer: str
    issued: date
    expires: date | None
    serial: str
    language: str
    given_names: str = ""
    family_names: str = ""
    latin_name: str = ""
    birth_date: date | None = None
    gender: Gender | None = None

    @property
    def full_name(self) -> str:
        return f"{self.given_names} {self.family_names}".strip()


def write(claims: Claims) -> bytes:
    """Return the claims as canonical CBOR (RFC 8949 section 4.2)."""
    person: dict[int, str | int | None] = {
        _SERIAL: claims.serial,
        _VERSION: VERSION,
        _LANGUAGE: _THREE_LETTERS.get(claims.language, claims.language),
        _FULL_NAME: claims.full_name,
        _GIVEN: claims.given_names,
        _FAMILY: claims.family_names,
        _BIRTH_DATE: _compact(claims.birth_date) if claims.birth_date else None,
        _GENDER: int(claims.gender) if claims.gender else None,
        _SECOND_NAME: claims.latin_name,
        _SECOND_LANGUAGE: _UNDETERMINED if claims.latin_name else None,
    }
    token: dict[int, str | int | dict[int, str | int]] = {
        _ISS: claims.issuer,
        _IAT: _seconds(claims.issued),
        _PERSON: {number: value for number, value in person.items() if value},
    }
    if claims.expires is not None:
        # A card is good through the day that is printed on it; `exp` is when it no longer is.
        token[_EXP] = _seconds(claims.expires + _ONE_DAY)
    return cbor2.dumps(token, canonical=True)


def read(unverified_payload: bytes) -> Claims | None:
    """Return the claims that `write` turns into exactly these bytes, or None if there are none."""
    try:
        claims = _read(cbor2.loads(unverified_payload))
        return claims if write(claims) == unverified_payload else None
    except Exception:  # noqa: BLE001  # hostile CBOR fails in many ways, all meaning "unreadable"
        return None


def _read(token: dict[int, Any]) -> Claims:
    person = token[_PERSON]
    language = _text(person, _LANGUAGE)
    born = _text(person, _BIRTH_DATE)
    return Claims(
        issuer=_text(token, _ISS),
        issued=_day(token[_IAT]),
        expires=_day(token[_EXP]) - _ONE_DAY if _EXP in token else None,
        serial=_text(person, _SERIAL),
        language=_TWO_LETTERS.get(language, language),
        given_names=_text(person, _GIVEN),
        family_names=_text(person, _FAMILY),
        latin_name=_text(person, _SECOND_NAME),
        birth_date=date.fromisoformat(born) if born else None,
        gender=Gender(person[_GENDER]) if _GENDER in person else None,
    )


def _text(claims: dict[int, Any], number: int) -> str:
    value = claims.get(number, "")
    if type(value) is not str:
        raise TypeError
    return value


def _compact(day: date) -> str:
    """Return YYYYMMDD; not by strftime, which writes years before 1000 with fewer digits."""
    return day.isoformat().replace("-", "")


def _seconds(day: date) -> int:
    return (day - _EPOCH).days * _DAY


def _day(seconds: int) -> date:
    return _EPOCH + timedelta(days=seconds // _DAY)
